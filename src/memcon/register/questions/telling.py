"""Entries and their accounts out of the tables, as answers."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from memcon.register.answers import Account, Difference, Entry, PartyAnswer, Reason, Said, Source, Why
from memcon.register.loading import chunks
from memcon.register.rows import span
from memcon.register.tables import accounts, actors, copies, entries, participants, parties, reports


def entries_of(conn: Connection, numbers: Sequence[int]) -> tuple[Entry, ...]:
    """Give the entries of these numbers, in their order, with all accounts."""
    found: dict[int, Entry] = {}
    for part in chunks(numbers):
        mine = accounts_of(conn, part)
        people = _people(conn, parties, parties.c.entry, part)
        for row in conn.execute(select(entries).where(entries.c.number.in_(part))):
            found[row.number] = _entry(row, people.get(row.number, ()), mine.get(row.number, ()))
    return tuple(found[n] for n in numbers if n in found)


def _entry(row: Row[Any], people: Sequence[PartyAnswer], mine: Sequence[Account]) -> Entry:
    differences = tuple(
        Difference(d["field"], tuple(Said(v, tuple(r)) for v, r in d["values"])) for d in json.loads(row.differences)
    )
    return Entry(
        id=row.code,
        kind=row.kind,
        status=row.status,
        date=row.date,
        place=row.place,
        city=row.city,
        country=row.country,
        participants=tuple(people),
        main=row.main,
        confidence=row.confidence,
        reports=row.reports,
        independent=row.independent,
        accounts=tuple(mine),
        differences=differences,
        rejected=row.rejected,
    )


def accounts_of(conn: Connection, numbers: Sequence[int]) -> dict[int, list[Account]]:
    """Give the accounts of these entries, each by publication and report."""
    query = (
        select(accounts, *source_columns())
        .join(reports, reports.c.number == accounts.c.report)
        .where(accounts.c.entry.in_(numbers))
        .order_by(reports.c.day.is_(None), reports.c.day, reports.c.id, accounts.c.code)
    )
    rows = conn.execute(query).all()
    people = _people(conn, participants, participants.c.account, [r.number for r in rows])
    copied = originals(conn, [r.report for r in rows])
    found: dict[int, list[Account]] = {}
    for row in rows:
        found.setdefault(row.entry, []).append(_account(row, people.get(row.number, ()), copied.get(row.report)))
    return found


def source_columns() -> list[Any]:
    """Give the columns of `reports` that `source` reads."""
    columns = [reports.c.id.label("source_id")]
    return [*columns, *(reports.c[n].label(f"source_{n}") for n in ("title", "publisher", "published", "url"))]


def source(row: Row[Any]) -> Source:
    """Give the report of a row that has `source_columns`."""
    return Source(row.source_id, row.source_title, row.source_publisher, row.source_published, row.source_url)


def _account(row: Row[Any], people: Sequence[PartyAnswer], copy_of: str | None) -> Account:
    told = msgspec.json.decode(row.told)
    return Account(
        id=row.code,
        report=row.source_id,
        engagement=row.id,
        main=row.main,
        kind=row.kind,
        status=row.status,
        date=row.date,
        place=told["place"],
        city=row.city,
        country=row.country,
        participants=tuple(people),
        topics=tuple(told["topics"]),
        evidence=tuple(span(s) for s in told["evidence"]),
        reported_by=tuple(told["reported_by"]),
        confidence=row.confidence,
        source=source(row),
        copy_of=copy_of,
        kept=row.kept,
        why=_why(row.why),
    )


def _why(words: str | None) -> Why | None:
    if words is None:
        return None
    found = json.loads(words)
    reasons = tuple(Reason(p["field"], p["verdict"], p["words"], p["weight"]) for p in found["points"])
    return Why(found["with"], found["score"], found["judged"], reasons)


def _people(conn: Connection, table: Any, owner: Any, numbers: Collection[int]) -> Mapping[int, list[PartyAnswer]]:
    found: dict[int, list[PartyAnswer]] = {}
    for part in chunks(numbers):
        query = (
            select(owner.label("owner"), table.c.name, actors.c.key, actors.c.kind, actors.c.country)
            .join(actors, actors.c.number == table.c.actor)
            .where(owner.in_(part))
            .order_by(owner, table.c.ordinal)
        )
        for row in conn.execute(query):
            found.setdefault(row.owner, []).append(PartyAnswer(row.name, row.country, row.kind, row.key))
    return found


def originals(conn: Connection, numbers: Collection[int]) -> dict[int, str]:
    """Give the id of the report from which each of these reports was copied."""
    found: dict[int, str] = {}
    for part in chunks(sorted(set(numbers))):
        query = (
            select(copies.c.report, reports.c.id)
            .join(reports, reports.c.number == copies.c.of)
            .where(copies.c.report.in_(part), copies.c.whole.is_(True))
            .order_by(copies.c.share, reports.c.id.desc())
        )
        found |= {row.report: row.id for row in conn.execute(query)}
    return found
