"""Finds the time of a figure: the date that stands in its clause, the nearest where there are several."""

from collections.abc import Sequence
from typing import Any

from memcon.record import Span, Timex

_CLAUSES = ("ROOT", "ccomp", "advcl", "relcl", "acl", "acl:relcl", "parataxis", "conj", "csubj")


def period_of(doc: Any, span: Span, when: Sequence[Timex]) -> Timex | None:
    """Give the Timex of a figure's clause, None where it has none."""
    part = doc.char_span(span.start, span.end, alignment_mode="expand")
    if part is None or len(part) == 0:
        return None
    sentence, verb = part.root.sent, _clause(part.root)
    near: list[tuple[int, str, Timex]] = []
    for time in when:
        if time.edtf is None or time.type not in ("DATE", "TIME") or not (sentence.start_char <= time.span.start < sentence.end_char):
            continue
        told = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if told is not None and len(told) and _clause(told.root).i == verb.i:
            near.append((abs(told.start - part.start), time.id, time))
    return min(near, key=lambda n: n[:2])[2] if near else None


def _clause(token: Any) -> Any:
    """Give the head of the clause in which a token stands."""
    here = token
    while here.head.i != here.i and not (here.dep_ in _CLAUSES and here.pos_ in ("VERB", "AUX")):
        here = here.head
    return here
