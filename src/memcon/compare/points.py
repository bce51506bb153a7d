"""The points of an account: its body cut into stretches that each say one thing, with kind, tone and speaker."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.compare import acts, cutting
from memcon.compare.comparison import Point, Tone
from memcon.compare.kinds import CONTACT, kind_of
from memcon.compare.sentences import sentences
from memcon.compare.terms import last_name, name_key
from memcon.compare.themes import themes
from memcon.compare.within import Within
from memcon.record import Engagement, Record, Span

_TELLING = frozenset({"supported"})
"""Steps whose words are a part of what is said."""
_OPENING = 4
"""Sentences of the body in which an account says that the parties spoke."""
_GREETING = 40
"""Characters from which a sentence counts as one of those: "Good afternoon, everybody." does not."""
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
    speakers = Speakers(record)
    for start, end, pieces, opening in _sentences(record, meant):
        before: acts.Act | None = None
        for a, b in pieces:
            told = acts.acts(record.report.text, a, b)
            act = told[0] if told else before
            says = speakers.of(a, b)
            found.append(_point(record.report.text, f"{_letters(account)}{len(found) + 1}", account, (a, b), act, told, says, opening and a == start))
            before = act if act is not None and b <= end else None
    return found


def _sentences(record: Record, meant: str | None) -> Iterator[tuple[int, int, list[tuple[int, int]], bool]]:
    """Give sentences with their pieces, and whether each is the one that says that the parties spoke."""
    text, seen, contact = record.report.text, 0, False
    triggers = [s for e in record.engagements if e.id == meant for s in (e.trigger, *e.evidence)]
    body = [b.span for b in record.report.blocks if b.kind == "paragraph"]
    parties = {p.actor for e in record.engagements if e.id == meant for p in e.participants}
    named = Within([m for m in record.mentions if m.kind != "pronoun"], lambda m: m.span)
    first = min((t for t in triggers if any(b.holds(t) for b in body)), default=None)
    for block in record.report.blocks:
        if block.kind != "paragraph":
            continue
        for start, end in sentences(text, block.span.start, block.span.end):
            here = Span(start, end, text[start:end])
            told = first is not None and first.meets(here) and len(parties & {id for m in named.inside(start, end) for id in m.actors}) > 1
            tells = seen < _OPENING and (told or CONTACT.search(text, start, end) is not None)
            opens = not contact and tells
            contact, seen = contact or opens, seen + (end - start >= _GREETING)
            yield start, end, cutting.cut(text, start, end, contact=opens), opens


def _point(
    text: str, id: str, account: int, place: tuple[int, int], act: acts.Act | None, told: list[acts.Act], says: tuple[str, ...], opening: bool
) -> Found:
    a, b = place
    airs = tuple((name, Span(x, y, text[x:y])) for x, y, name in acts.air(text, a, b))
    tone = Tone(act.step.name, act.step.strength, Span(act.start, act.end, text[act.start : act.end])) if act else None
    kind = kind_of(text, a, b, act, bool(airs), opening)
    negated = NEGATION.search(text, a, b) is not None
    point = Point(id, account, Span(a, b, text[a:b]), kind, tone, says, tuple(themes(text, a, b)), negated, airs)
    return Found(point, tuple((t.start, t.end) for t in told if t.step.name not in _TELLING))


def _letters(account: int) -> str:
    """Give an account's letter: A to Z, then A1 ... (twenty accounts are common, a thousand possible).

    >>> _letters(0), _letters(27)
    ('A', 'B1.')
    """
    letter = chr(ord("A") + account % 26)
    return letter if account < 26 else f"{letter}{account // 26}."


class Speakers:
    """Who says what stands where: the speakers of the outermost statement whose verb or content meets a stretch most."""

    def __init__(self, record: Record) -> None:
        self._record = record
        outer = [s for s in record.statements if s.within is None and s.speakers]
        rows = sorted(((x.start, x.end, n) for n, s in enumerate(outer) for x in (*s.content, *([s.cue] if s.cue else []))))
        self._outer, self._rows, self._starts = outer, rows, [r[0] for r in rows]
        self._longest = max((b - a for a, b, _ in rows), default=0)

    def of(self, start: int, end: int) -> tuple[str, ...]:
        """Give the names of who says `start:end`, empty where nobody does."""
        shared: dict[int, int] = {}
        for a, b, n in self._rows[bisect_left(self._starts, start - self._longest) : bisect_left(self._starts, end)]:
            if b > start:
                shared[n] = shared.get(n, 0) + min(end, b) - max(start, a)
        if not shared:
            return ()
        best = min(shared, key=lambda n: (-shared[n], n))
        return tuple(self._record.actor(id).name for id in self._outer[best].speakers)


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

    1 where it tells of an engagement of other persons, 0.5 where it quotes somebody who is no party to the one that is compared, 0.2
    where it only names such a person, else 0.
    """
    known = parties(records, engagements)
    others = [_others(record, id, known) for record, id in zip(records, engagements, strict=True)]
    indexes = [(_people(r), Within([m for m in r.mentions if m.kind == "name"], lambda m: m.span)) for r in records]
    found: list[float] = []
    for point in points:
        people, mentions = indexes[point.account]
        named = {people[id] for m in mentions.inside(point.span.start, point.span.end) for id in m.actors if id in people}
        quoted = {last_name(s) for s in point.speakers} & set(people.values())
        begins = others[point.account]
        n = bisect_right(begins, (point.span.start, point.span.end + 1_000_000_000)) - 1
        elsewhere = n >= 0 and begins[n][1] >= point.span.end
        own = 1.0 if elsewhere else 0.0 if not known else 0.5 if quoted and not quoted & known else 0.2 if named - known else 0.0
        goes_on = bool(found) and point.span.quote[:1].islower()  # the rest of the sentence that began with somebody else
        found.append(max(own, found[-1]) if goes_on else own)
    return found


def _others(record: Record, meant: str | None, known: frozenset[str]) -> list[tuple[int, int]]:
    """Give the sentences that tell only of engagements in which other persons take part (a later contact of the same ones may well be a
    point of both accounts)."""
    mine = [s for e in record.engagements if e.id == meant for s in (*e.evidence, e.trigger)]
    others = [e for e in record.engagements if e.id != meant and not _persons(record, e) <= known]
    told = [s for e in others for s in (e.trigger, *e.evidence)]
    text = record.report.text
    every = [s for b in record.report.blocks if b.kind == "paragraph" for s in sentences(text, b.span.start, b.span.end)] if told else []
    return sorted(_meeting(every, told) - _meeting(every, mine))


def _meeting(every: list[tuple[int, int]], spans: list[Span]) -> set[tuple[int, int]]:
    """Give the sentences (in their order, without overlap) that share a character with a span."""
    ends, starts = [b for _, b in every], [a for a, _ in every]
    return {s for span in spans for s in every[bisect_right(ends, span.start) : bisect_left(starts, span.end)]}


def _people(record: Record) -> dict[str, str]:
    return {a.id: last_name(a.name) for a in record.actors if a.kind == "person"}
