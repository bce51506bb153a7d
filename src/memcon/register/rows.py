"""A record cut into the rows of the register's tables."""

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import msgspec

from memcon.record import Engagement, Figure, Record, Report, Span, Statement, from_json, to_json
from memcon.register.actor_rows import side
from memcon.register.calendar import days

Row = dict[str, Any]


def pack(record: Record) -> bytes:
    """Pack a record for keeping."""
    return zlib.compress(to_json(record).encode(), 6)


def unpack(data: bytes) -> Record:
    """Give back a packed record."""
    return from_json(zlib.decompress(data))


def content(report: Report) -> str:
    """Give the hash of what was read, wherever the file lay."""
    return hashlib.sha256(msgspec.json.encode(replace(report, path=None))).hexdigest()


def code(report: str, text: str, engagement: Engagement) -> str:
    """Give an account's code: a name of twelve letters and digits made of the report and the words that tell of it."""
    words = f"{report}\n{text}\n{engagement.id}\n{engagement.trigger.start}"
    number = int.from_bytes(hashlib.sha256(words.encode()).digest()[:8], "big")
    letters = "0123456789abcdefghjkmnpqrstvwxyz"
    return "".join(letters[number >> 5 * n & 31] for n in range(11, -1, -1))


def report_row(record: Record, number: int, id: str, version: int, hash: str | None = None) -> Row:
    """Give the row of a report's version; `hash` is its `content` where that is known."""
    report = record.report
    day = days(report.published.value) if report.published else None
    return {
        "number": number,
        "id": id,
        "own": report.id,
        "version": version,
        "current": True,
        "content": hash or content(report),
        "raw": report.raw_sha256,
        "text_sha": report.sha256,
        "format": report.format,
        "title": report.title.quote if report.title else None,
        "publisher": report.publisher.name if report.publisher else None,
        "published": report.published.value if report.published else None,
        "day": day.begin if day else None,
        "url": report.url,
        "path": report.path,
        "stamp": msgspec.json.encode(record.stamp).decode(),
        "record": pack(record),
    }


def cast_rows(record: Record, number: int, numbers: Mapping[str, int], day: int | None) -> Iterator[Row]:
    """Give who stands in the report."""
    counts: dict[str, int] = {}
    for mention in record.mentions:
        for id in mention.actors:
            counts[id] = counts.get(id, 0) + 1
    for actor in record.actors:
        yield {
            "report": number,
            "actor": numbers[actor.id],
            "id": actor.id,
            "name": actor.name,
            "offices": msgspec.json.encode(actor.offices).decode(),
            "mentions": counts.get(actor.id, 0),
            "day": day,
        }


def account_row(record: Record, engagement: Engagement, number: int, report: int, code: str) -> Row:
    """Give the row of an account."""
    when = days(engagement.date)
    place = engagement.place
    return {
        "number": number,
        "code": code,
        "report": report,
        "id": engagement.id,
        "kind": engagement.kind,
        "status": engagement.status,
        "main": engagement.main,
        "date": engagement.date,
        "begin": when.begin if when else None,
        "end": when.end if when else None,
        "grain": when.grain() if when else "none",
        "country": place.country if place else None,
        "city": place.city if place else None,
        "confidence": engagement.confidence,
        "entry": None,
        "kept": False,
        "told": json.dumps(told(record, engagement), ensure_ascii=False, separators=(",", ":")),
        "why": None,
    }


def told(record: Record, engagement: Engagement) -> dict[str, Any]:
    """Give what an answer shows of an account and no column holds."""
    place = engagement.place
    return {
        "place": place.name if place else None,
        "topics": [t.quote for t in engagement.topics],
        "evidence": [[s.start, s.end, s.quote] for s in engagement.evidence],
        "reported_by": [record.actor(a).name for a in engagement.reported_by],
        "trigger": [engagement.trigger.start, engagement.trigger.end, engagement.trigger.quote],
    }


def participant_rows(
    record: Record, engagement: Engagement, account: int, numbers: Mapping[str, int], day: int | None
) -> Iterator[Row]:
    """Give the participants of an account; one without a date that is announced begins on the day of publication."""
    when = days(engagement.date)
    begin = when.begin if when else day if engagement.status in ("planned", "proposed") else None
    seen: set[int] = set()
    for party in engagement.participants:
        actor = record.actor(party.actor)
        if numbers[actor.id] in seen:
            continue
        seen.add(numbers[actor.id])
        yield {
            "account": account,
            "ordinal": len(seen),
            "actor": numbers[actor.id],
            "side": side(actor),
            "role": party.role,
            "name": actor.name,
            "grain": when.grain() if when else "none",
            "begin": begin,
        }


def statement_row(statement: Statement, number: int, report: int, day: int | None) -> Row:
    """Give the row of a statement."""
    return {
        "number": number,
        "report": report,
        "id": statement.id,
        "day": day,
        "type": statement.type,
        "stance": statement.stance,
        "channel": statement.channel,
        "confidence": statement.confidence,
        "content": " … ".join(c.quote for c in statement.content),
        "said": msgspec.json.encode(statement).decode(),
    }


def voice_rows(statement: Statement, number: int, numbers: Mapping[str, int], day: int | None) -> Iterator[Row]:
    """Give the speakers and addressees of a statement."""
    for role, ids in (("speaker", statement.speakers), ("addressee", statement.addressees)):
        for actor in dict.fromkeys(numbers[i] for i in ids):
            yield {"statement": number, "actor": actor, "role": role, "day": day}


def figure_row(figure: Figure, number: int, report: int, day: int | None) -> Row:
    """Give the row of a figure."""
    return {
        "number": number,
        "report": report,
        "id": figure.id,
        "day": day,
        "unit": figure.unit,
        "value": figure.value,
        "confidence": figure.confidence,
        "content": f"{figure.what.quote}: {figure.evidence.quote}" if figure.what else figure.evidence.quote,
        "claimed": msgspec.json.encode(figure).decode(),
    }


def concern_rows(record: Record, figure: Figure, number: int, numbers: Mapping[str, int]) -> Iterator[Row]:
    """Give whom a figure concerns: who claims it and who is named beside it; else the parties of the main engagement."""
    claimants = [numbers[i] for i in figure.claimants]
    for actor in dict.fromkeys(claimants):
        yield _concern(record, number, numbers, actor, "claimant")
    named = [numbers[i] for m in record.mentions if figure.evidence.holds(m.span) for i in m.actors]
    sides = {side(a) for a in record.actors if numbers[a.id] in (*named, *claimants)}
    if len(sides) < 2:
        named += [numbers[p.actor] for e in record.engagements if e.main for p in e.participants]
    for actor in dict.fromkeys(named):
        yield _concern(record, number, numbers, actor, "about")


def _concern(record: Record, figure: int, numbers: Mapping[str, int], actor: int, role: str) -> Row:
    of = next(a for a in record.actors if numbers[a.id] == actor)
    return {"figure": figure, "actor": actor, "side": side(of), "role": role}


def span(cut: list[Any]) -> Span:
    """Give a span that `told` cut."""
    return Span(cut[0], cut[1], cut[2])


__all__ = [
    "account_row",
    "cast_rows",
    "code",
    "concern_rows",
    "content",
    "figure_row",
    "pack",
    "participant_rows",
    "report_row",
    "span",
    "statement_row",
    "told",
    "unpack",
    "voice_rows",
]
