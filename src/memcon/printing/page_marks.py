"""Marks on the text of a report: what is found where, cut into stretches that do not overlap."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from memcon.record import Record, Span

_JOINERS = {"\u200c", "\u200d"}
"""Format characters that scripts need; all others could turn the text of a page round or hide a part of it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that a finding rests on: `kind` is how it is shown ("" only links it), `id` the finding's."""

    start: int
    end: int
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text under the same marks; `ids` are ordered from the shortest mark to the longest."""

    start: int
    end: int
    kinds: tuple[str, ...]
    ids: tuple[str, ...]


def safe(text: str | None) -> str:
    """Escape a text for HTML, without control and direction characters.

    >>> safe('<b> & "\\u202eevil"')
    '&lt;b&gt; &amp; &quot;evil&quot;'
    """
    kept = (c for c in text or "" if c.isspace() or c in _JOINERS or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Cn"))
    return escape("".join(kept), quote=True)


def marks_of(record: Record, floor: float) -> list[Mark]:
    """Give all marks of a record; those of engagements under the confidence `floor` are left out."""
    found = [_mark(m.span, "actor", id) for m in record.mentions for id in m.actors]
    found += [_mark(t.span, "time", t.id) for t in record.times]
    for s in record.statements:
        found += [_mark(c, "said", s.id) for c in s.content]
        found += _links(s.id, (s.speaker, s.addressee))
        if s.cue:
            found.append(_mark(s.cue, "cue", s.id))
    for f in record.figures:
        found.append(_mark(f.span, "figure", f.id))
        found += _links(f.id, (f.what,))
    for e in record.engagements:
        if e.confidence >= floor:
            found.append(_mark(e.trigger, "met", e.id))
            found += [_mark(s, "proof", e.id) for s in e.evidence]
            found += _links(e.id, [*(p.span for p in e.participants), e.place.span if e.place else None, *e.topics])
            found += [_mark(t.span, "", e.id) for t in record.times if t.id == e.time]
    return [m for m in found if m.start < m.end]


def _mark(span: Span, kind: str, id: str) -> Mark:
    return Mark(span.start, span.end, kind, id)


def _links(id: str, spans: Iterable[Span | None]) -> list[Mark]:
    return [_mark(s, "", id) for s in spans if s is not None]


def stretches(marks: Iterable[Mark], start: int, end: int) -> Iterator[Stretch]:
    """Cut the text from `start` to `end` wherever a mark begins or ends; marks may overlap in any way."""
    inside = [m for m in marks if m.start < end and m.end > start]
    opening: dict[int, list[Mark]] = {}
    for mark in inside:
        opening.setdefault(max(mark.start, start), []).append(mark)
    edges = sorted({start, end, *opening, *(m.end for m in inside if m.end < end)})
    active: list[Mark] = []
    for left, right in pairwise(edges):
        active = [m for m in active if m.end > left] + opening.get(left, [])
        active.sort(key=lambda m: (m.end - m.start, m.id, m.kind))
        kinds = tuple(dict.fromkeys(m.kind for m in active if m.kind))
        yield Stretch(left, right, kinds, tuple(dict.fromkeys(m.id for m in active)))
