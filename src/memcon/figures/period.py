"""Finds the time of a figure: the date of its clause, the one that opens its sentence, or the one right behind it."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from memcon.figures.lexicon import words
from memcon.record import Publication, Span, Statement, Timex

_CLAUSES = ("ROOT", "ccomp", "advcl", "relcl", "acl", "acl:relcl", "parataxis", "conj", "csubj")
_BEHIND = 4
"""Tokens between a figure and a date that belongs to it by standing behind it: "$9.6 billion in total in 2004"."""
_OPENING = 2
"""Tokens before a date that opens its sentence: "In the first half of 2021, trade grew"."""


class Dates:
    """The times of a report that can date a figure."""

    def __init__(self, doc: Any, text: str, when: Sequence[Timex], published: Publication | None = None) -> None:
        self._doc = doc
        self._text = text
        self._until = published.value if published is not None else ".."
        self._times = sorted((t for t in when if t.edtf is not None and t.type in ("DATE", "TIME")), key=lambda t: (t.span.start, t.id))
        self._starts = [t.span.start for t in self._times]

    def period(self, time: Timex) -> str | None:
        """Give the EDTF of a figure's time: "since June" reaches from June to the day of publication."""
        if time.edtf is None or time.begin is None or not self._follows(time, "since"):
            return time.edtf
        return f"{time.edtf.partition('/')[0]}/{self._until}"

    def of(self, span: Span, holder: Statement | None = None) -> Timex | None:
        """Give the Timex that dates a figure, None where the sentence does not plainly do so.

        A date of the figure's own clause is preferred, the nearest where there are several. A date with which it is
        compared ("more than last year") is none of its own; nor is the day of the statement `holder` in which it
        stands, where that day is not a part of what was said ("he said on Friday that 30 ships had left").
        """
        part = self._doc.char_span(span.start, span.end, alignment_mode="expand")
        if part is None or len(part) == 0:
            return None
        sentence, verb = part.root.sent, _clause(part.root)
        inside = slice(bisect_left(self._starts, sentence.start_char), bisect_left(self._starts, sentence.end_char))
        near: list[tuple[int, int, str, Timex]] = []
        for time in self._times[inside]:
            if self._follows(time, *words("measured", "compared")) or not _said_with(time, span, holder):
                continue
            told = self._doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
            if told is None or len(told) == 0:
                continue
            if _clause(told.root).i == verb.i:
                near.append((0, abs(told.start - part.start), time.id, time))
            elif _behind(self._doc, part, told) or told.start - sentence.start <= _OPENING:
                near.append((1, abs(told.start - part.start), time.id, time))
        return min(near, key=lambda n: n[:3])[3] if near else None

    def _follows(self, time: Timex, *before: str) -> bool:
        """Tell whether a date stands behind one of some words, an article between them or not."""
        head = self._text[max(0, time.span.start - 24) : time.span.start].lower().split()
        if head and head[-1] in ("the", "a"):
            head.pop()
        return bool(head) and head[-1] in before


def _said_with(time: Timex, span: Span, holder: Statement | None) -> bool:
    """Tell whether a date stands inside the same stretch of a statement as a figure, or the figure in none."""
    stretches = [c for c in holder.content if c.holds(span)] if holder is not None else []
    return not stretches or any(c.holds(time.span) for c in stretches)


def _behind(doc: Any, part: Any, told: Any) -> bool:
    """Tell whether a date stands right behind the figure, with no comma or verb between."""
    between = doc[part.end : told.start]
    return part.end <= told.start <= part.end + _BEHIND and not any(t.is_punct or t.pos_ in ("VERB", "AUX") for t in between)


def _clause(token: Any) -> Any:
    """Give the head of the clause in which a token stands."""
    here = token
    while here.head.i != here.i and not (here.dep_ in _CLAUSES and here.pos_ in ("VERB", "AUX")):
        here = here.head
    return here
