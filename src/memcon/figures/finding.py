"""Finds the figures of a report: each quantity with what it measures, its time, and who claims it."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from memcon.figures.claimant import statements_of
from memcon.figures.given import is_given
from memcon.figures.labelled import Labels
from memcon.figures.measured import measured
from memcon.figures.period import Dates
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
    quantities = _told(report, find_quantities(report.text, taken))
    holders = statements_of(report.text, quantities, said)
    labels = Labels(report, cast)
    dates = Dates(doc, report.text, when, report.published)
    made: list[Figure] = []
    for n, (quantity, holder) in enumerate(zip(quantities, holders, strict=True), 1):
        time = dates.of(quantity.span, holder)
        period = dates.period(time) if time else None
        what = measured(doc, report.text, quantity, when)
        unit = quantity.unit or _counted(quantity, what)
        made.append(
            Figure(
                f"f{n}", quantity.span, quantity.value, unit, _evidence(doc, report.text, quantity.span), quantity.rule, quantity.high,
                quantity.comparator, quantity.change, what, period, time.id if time else None,
                holder.speakers if holder else labels.of(quantity.span), holder.id if holder else None, _CERTAINTY[quantity.kind],
            )
        )  # fmt: skip
    return tuple(made)


def _counted(quantity: Quantity, what: Span | None) -> str:
    """Give the noun counted as the unit: "drones"; of "two of the border crossings" it is the head of what is measured."""
    if quantity.noun is not None:
        return quantity.noun.quote.lower()
    return what.quote.split(" of ")[0].split()[-1].lower() if what is not None else "1"


def _told(report: Report, found: Sequence[Quantity]) -> list[Quantity]:
    """Leave out what the page's furniture says, what is known, and what is told twice: in a headline, or in brackets."""
    aside = _Blocks(report, ("furniture", "desk", "dateline"))
    headings = _Blocks(report, ("title", "deck", "heading"))
    below = {_key(q) for q in found if not headings.hold(q.span)}
    kept: list[Quantity] = []
    for quantity in found:
        if aside.hold(quantity.span) or (headings.hold(quantity.span) and _key(quantity) in below):
            continue
        if not is_given(report.text, quantity) and not _restates(report.text, kept[-1] if kept else None, quantity):
            kept.append(quantity)
    return kept


class _Blocks:
    """The blocks of some kinds; they are in the order of the text and do not overlap."""

    def __init__(self, report: Report, kinds: tuple[str, ...]) -> None:
        self._spans = [b.span for b in report.blocks if b.kind in kinds]
        self._starts = [s.start for s in self._spans]

    def hold(self, span: Span) -> bool:
        """Tell whether a span begins in one of them."""
        i = bisect_right(self._starts, span.start) - 1
        return i >= 0 and span.start < self._spans[i].end


def _evidence(doc: Any, text: str, span: Span) -> Span:
    """Give the sentence of a span."""
    part = doc.char_span(span.start, span.end, alignment_mode="expand")
    if part is None or len(part) == 0:
        return span
    return span_of(text, min(part[0].sent.start_char, span.start), max(part[-1].sent.end_char, span.end))


def _key(quantity: Quantity) -> tuple[float, float | None, str | None]:
    return quantity.value, quantity.high, quantity.unit


def _restates(text: str, last: Quantity | None, quantity: Quantity) -> bool:
    """Tell a conversion in brackets: "5.6 trillion won (US$3.9 billion)" is one figure."""
    if last is None or quantity.kind not in ("money", "unit") or last.kind != quantity.kind or last.unit == quantity.unit:
        return False
    return text[last.span.end : quantity.span.start].strip() in ("(", "[")
