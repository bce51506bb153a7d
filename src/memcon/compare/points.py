"""The points of an account: its body cut into stretches that each say one thing, with kind, tone and speaker."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.compare import acts, cutting
from memcon.compare.comparison import Point, Tone
from memcon.compare.kinds import CONTACT, kind_of
from memcon.compare.sentences import sentences
from memcon.compare.terms import last_name, name_key
from memcon.compare.themes import themes
from memcon.record import Engagement, Record, Span

_TELLING = frozenset({"supported"})
"""Steps whose words are a part of what is said."""
_OPENING = 4
"""Sentences of the body in which an account says that the parties spoke."""
NEGATION = re.compile(
    r"\b(?:not|never|no\s+longer|nor|neither|cannot|(?:do|did|does|would|wo|is|are|was|were|has|have|had|could|should|ca)n[’']t|denie[sd]|deny|denying|reject(?:ed|s|ing)?|"
    r"dismiss(?:ed|es|ing)?|refut(?:ed|es|ing)|disput(?:ed|es|ing)|false|incorrect|untrue|inaccurate|baseless|unfounded)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A point before it has an id, and the stretches of its acts of saying, which say nothing of what it is about."""

    point: Point
    acts: tuple[tuple[int, int], ...]


def points_of(record: Record, account: int, meant: str | None = None) -> list[Found]:
    """Give the points of a record's body (its paragraphs; the title repeats them) in their order.

    `meant` is the id of the engagement that is compared: the first sentence that tells of it says that the parties spoke.
    """
    found: list[Found] = []
    for start, end, pieces, opening in _sentences(record, meant):
        before: acts.Act | None = None
        for a, b in pieces:
            told = acts.acts(record.report.text, a, b)
            act = told[0] if told else before
            found.append(_point(record, account, len(found) + 1, (a, b), act, told, opening and a == start))
            before = act if act is not None and b <= end else None
    return found


def _sentences(record: Record, meant: str | None) -> Iterator[tuple[int, int, list[tuple[int, int]], bool]]:
    """Give sentences with their pieces, and whether each is the one that says that the parties spoke."""
    text, seen, contact = record.report.text, 0, False
    triggers = [s for e in record.engagements if e.id == meant for s in (e.trigger, *e.evidence)]
    body = [b.span for b in record.report.blocks if b.kind == "paragraph"]
    first = min((t for t in triggers if any(b.holds(t) for b in body)), default=None)
    for block in record.report.blocks:
        if block.kind != "paragraph":
            continue
        for start, end in sentences(text, block.span.start, block.span.end):
            here = Span(start, end, text[start:end])
            told = first is not None and first.meets(here)
            tells = seen < _OPENING and (told or CONTACT.search(text, start, end) is not None)
            opens = not contact and tells
            contact, seen = contact or opens, seen + 1
            yield start, end, cutting.cut(text, start, end, contact=opens), opens


def _point(
    record: Record, account: int, number: int, place: tuple[int, int], act: acts.Act | None, told: list[acts.Act], opening: bool
) -> Found:
    text, (a, b) = record.report.text, place
    airs = tuple((name, Span(x, y, text[x:y])) for x, y, name in acts.air(text, a, b))
    tone = Tone(act.step.name, act.step.strength, Span(act.start, act.end, text[act.start : act.end])) if act else None
    return Found(
        Point(
            id=f"{_letters(account)}{number}",
            account=account,
            span=Span(a, b, text[a:b]),
            kind=kind_of(text, a, b, act, bool(airs), opening),
            tone=tone,
            speakers=_speakers(record, a, b),
            themes=tuple(themes(text, a, b)),
            negated=NEGATION.search(text, a, b) is not None,
            air=airs,
        ),
        tuple((t.start, t.end) for t in told if t.step.name not in _TELLING),
    )


def _letters(account: int) -> str:
    """Give an account's letter: A to Z, then A1 ... (twenty accounts are common, a thousand possible).

    >>> _letters(0), _letters(27)
    ('A', 'B1.')
    """
    letter = chr(ord("A") + account % 26)
    return letter if account < 26 else f"{letter}{account // 26}."


def _speakers(record: Record, start: int, end: int) -> tuple[str, ...]:
    """Give who says it: the speakers of the outermost statement whose verb or content meets the point."""
    best: tuple[int, tuple[str, ...]] | None = None
    for said in record.statements:
        spans = [*said.content, *([said.cue] if said.cue else [])]
        shared = sum(max(0, min(end, s.end) - max(start, s.start)) for s in spans)
        if said.within is None and said.speakers and shared and (best is None or shared > best[0]):
            best = (shared, tuple(record.actor(id).name for id in said.speakers))
    return best[1] if best else ()


def parties(records: Sequence[Record], engagements: Sequence[str | None]) -> frozenset[str]:
    """Give the names of the persons who take part in the engagement, by any account."""
    pairs = [(r, e) for r, id in zip(records, engagements, strict=True) for e in r.engagements if e.id == id]
    actors = [r.actor(p.actor) for r, e in pairs for p in e.participants]
    return frozenset(name_key(a) for a in actors if a.kind == "person")


def _persons(record: Record, e: Engagement) -> set[str]:
    actors = [record.actor(p.actor) for p in e.participants]
    return {name_key(a) for a in actors if a.kind == "person"}


def outside(records: Sequence[Record], engagements: Sequence[str | None], points: Sequence[Point]) -> list[float]:
    """Tell of each point whether it is about something else than the engagement that is compared.

    1 where it tells of another engagement of its record, 0.5 where it only names or quotes persons who are no party to the one that
    is compared, else 0.
    """
    known = parties(records, engagements)
    others = [_others(record, id, known) for record, id in zip(records, engagements, strict=True)]
    found: list[float] = []
    for point in points:
        record = records[point.account]
        people = {a.id: last_name(a.name) for a in record.actors if a.kind == "person"}
        named = {people[id] for m in record.mentions if m.kind == "name" and point.span.holds(m.span) for id in m.actors if id in people}
        named |= {last_name(s) for s in point.speakers if last_name(s) in people.values()}
        elsewhere = any(s.meets(point.span) for s in others[point.account])
        own = 1.0 if elsewhere else 0.5 if known and named - known else 0.0
        goes_on = bool(found) and point.span.quote[:1].islower()  # the rest of the sentence that began with somebody else
        found.append(max(own, found[-1]) if goes_on else own)
    return found


def _others(record: Record, meant: str | None, known: frozenset[str]) -> list[Span]:
    """Give the sentences that tell of other engagements only; where a record's own is not known, of those with other persons."""
    mine = [s for e in record.engagements if e.id == meant for s in (*e.evidence, e.trigger)]
    others = [e for e in record.engagements if e.id != meant and (mine or not _persons(record, e) <= known)]
    told = [s for e in others for s in (e.trigger, *e.evidence)]
    text, sure = record.report.text, []
    for block in record.report.blocks:
        for a, b in sentences(text, block.span.start, block.span.end) if block.kind == "paragraph" else ():
            here = Span(a, b, text[a:b])
            if any(s.meets(here) for s in told) and not any(s.meets(here) for s in mine):
                sure.append(here)
    return sure
