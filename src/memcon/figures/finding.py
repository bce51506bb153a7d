"""Finds the figures of a report: each quantity with what it measures, its time, and who claims it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from memcon.figures.claimant import statement_of
from memcon.figures.given import is_given
from memcon.figures.measured import measured
from memcon.figures.period import period_of
from memcon.figures.quantities import find_quantities
from memcon.figures.quantity import Quantity
from memcon.record import Figure, Report, Span, Statement, Timex, span_of

if TYPE_CHECKING:
    from memcon.actors import Cast

_CERTAINTY = {"money": 0.95, "percent": 0.95, "unit": 0.8, "times": 0.8, "share": 0.7, "change": 0.7, "rank": 0.7, "count": 0.75}


def find(
    doc: Any, report: Report, when: Sequence[Timex], said: Sequence[Statement], cast: "Cast"
) -> tuple[Figure, ...]:
    """Find the numbers that the report, or somebody in it, claims about the world.

    Figures are sorted by their start; their ids are "f1", "f2", ... in that order. Dates, ages, lengths of time, numbers
    of documents and the sides of a talk ("the two leaders") are none.

    Args:
        doc: the parsed text of the report (`language.analyse`).
        report: the report.
        when: its times; a number inside one is no figure, and the time of a figure's clause is its period.
        said: its statements; the innermost one that holds a figure names the claimant.
        cast: its actors and mentions; a number inside a name is no figure.
    """
    taken = sorted({(t.span.start, t.span.end) for t in when} | {(m.span.start, m.span.end) for m in cast.mentions if m.kind == "name"})
    made: list[Figure] = []
    last: Quantity | None = None
    found = find_quantities(report.text, taken)
    told = {_key(q) for q in found if not _in_heading(report, q.span)}
    for quantity in found:
        if _in_heading(report, quantity.span) and _key(quantity) in told:
            continue
        if _in_furniture(report, quantity.span) or is_given(report.text, quantity) or _restates(report.text, last, quantity):
            continue
        last = quantity
        made.append(_figure(doc, report, quantity, when, said, len(made) + 1))
    return tuple(made)


def _figure(doc: Any, report: Report, quantity: Quantity, when: Sequence[Timex], said: Sequence[Statement], number: int) -> Figure:
    sentence = _sentence(doc, quantity.span)
    time = period_of(doc, quantity.span, when)
    statement = statement_of(quantity.span, said)
    unit = quantity.unit or (quantity.noun.quote.lower() if quantity.noun else "1")
    return Figure(
        f"f{number}", quantity.span, quantity.value, unit, span_of(report.text, *sentence), quantity.rule, quantity.high, quantity.comparator,
        quantity.change, measured(doc, quantity, when), time.edtf if time else None, time.id if time else None,
        statement.speakers if statement else (), statement.id if statement else None, _CERTAINTY[quantity.kind],
    )


def _sentence(doc: Any, span: Span) -> tuple[int, int]:
    """Give the sentence of a span in code points."""
    part = doc.char_span(span.start, span.end, alignment_mode="expand")
    if part is None or len(part) == 0:
        return span.start, span.end
    return min(part[0].sent.start_char, span.start), max(part[-1].sent.end_char, span.end)


def _key(quantity: Quantity) -> tuple[float, float | None, str | None]:
    return quantity.value, quantity.high, quantity.unit


def _in_heading(report: Report, span: Span) -> bool:
    """Tell whether a figure stands in a headline; one that the text below repeats is not told twice."""
    return any(b.kind in ("title", "deck", "heading") and b.span.meets(span) for b in report.blocks)


def _in_furniture(report: Report, span: Span) -> bool:
    return any(b.kind in ("furniture", "desk", "dateline") and b.span.meets(span) for b in report.blocks)


def _restates(text: str, last: Quantity | None, quantity: Quantity) -> bool:
    """Tell a conversion in brackets: "5.6 trillion won (US$3.9 billion)" is one figure."""
    if last is None or quantity.kind not in ("money", "unit") or last.kind != quantity.kind or last.unit == quantity.unit:
        return False
    return text[last.span.end : quantity.span.start].strip() in ("(", "[")
