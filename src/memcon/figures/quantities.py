"""The number grammar over a whole text: quantities with their spans, without a language model."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.figures.amounts import Amount, amount_at
from memcon.figures.barred import barred
from memcon.figures.changes import change_around, factor_at
from memcon.figures.comparators import comparator_around
from memcon.figures.counted import counted_noun
from memcon.figures.exclusions import excluded
from memcon.figures.fractions import fraction_at
from memcon.figures.openers import opens
from memcon.figures.quantity import Quantity, QuantityKind
from memcon.figures.ranges import range_at, tally_at
from memcon.figures.ranks import rank_at
from memcon.figures.tokens import Token, tokens
from memcon.record import span_of

_SCALED = ("%", "[pp]", "[bp]", "points", "times", "1")
"""Units in which a change is told."""


def find_quantities(text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """Find the quantities of a text, in their order; they do not overlap.

    `taken` are stretches (start, end) in code points whose numbers belong to something else, such as the times of the
    report: a number inside one is left out. Time is linear in the length of the text.

    >>> [(q.span.quote, q.value, q.unit) for q in find_quantities("Trade grew by 21 percent to more than $1.4 bln.")]
    [('21 percent', 21.0, '%'), ('more than $1.4 bln', 1400000000.0, 'USD')]
    """
    found = tokens(text)
    claimed = sorted(taken)
    k = 0
    made: list[Quantity] = []
    for quantity in _read(text, found):
        while k < len(claimed) and claimed[k][1] <= quantity.span.start:
            k += 1
        if k < len(claimed) and claimed[k][0] < quantity.span.end and quantity.kind not in ("money", "percent"):
            continue
        made.append(quantity)
    return tuple(made)


def _read(text: str, found: Sequence[Token]) -> Iterator[Quantity]:
    i, before, end = 0, None, 0
    while i < len(found):
        if not opens(found[i]):
            i += 1
            continue
        step = _special(text, found, i) or _amount(text, found, i)
        if step is None:
            i += 1
            continue
        start, (quantity, i) = i, step
        if quantity is not None:
            if before is not None and before.rule == "change from" and start == end + 1 and found[end].word == "to":
                # "from 14% to 17%": the second value goes the way of the first.
                quantity = replace(quantity, change=before.change, rule="change to")
            yield quantity
            before, end = quantity, i


def _special(text: str, found: Sequence[Token], i: int) -> tuple[Quantity | None, int] | None:
    """Read what is no plain amount: a rank, a fraction, a change."""
    if rank := rank_at(found, i):
        return _quantity(text, found, i, rank[1], rank[0], "rank", "rank", "rank"), rank[1]
    if share := fraction_at(found, i):
        return _quantity(text, found, i, share[1], share[0], "1", "share", "share"), share[1]
    if factor := factor_at(found, i):
        made = _quantity(text, found, i, factor[2], factor[0], "times", "change", "factor", change=factor[1])
        return made, factor[2]
    return None


def _amount(text: str, found: Sequence[Token], i: int) -> tuple[Quantity | None, int] | None:
    if barred(found, i):
        return None
    if tally := tally_at(found, i):
        return _quantity(text, found, i, tally[1], tally[0], "votes", "unit", "tally"), tally[1]
    if pair := range_at(found, i):
        low, high, last = pair
        if excluded(found, high) or excluded(found, replace(low, last=last, unit=high.unit, kind=high.kind)):
            return None, last
        made = _quantity(text, found, i, last, low.value, high.unit or low.unit, high.kind if high.unit else low.kind, "range", high=high.value)
        return made, last
    amount = amount_at(found, i)
    if amount is None or barred(found, amount.numeral.first):
        return None
    return (None if excluded(found, amount) else _single(text, found, amount)), amount.last


def _single(text: str, found: Sequence[Token], amount: Amount) -> Quantity:
    return _quantity(text, found, amount.first, amount.last, amount.value, amount.unit, amount.kind, "amount", vague=amount.numeral.vague)


def _quantity(
    text: str,
    found: Sequence[Token],
    first: int,
    last: int,
    value: float,
    unit: str | None,
    kind: QuantityKind,
    rule: str,
    high: float | None = None,
    change: str | None = None,
    vague: bool = False,
) -> Quantity:
    said, begin, end = comparator_around(found, first, last)
    noun = None
    if kind == "count" and (index := counted_noun(found, end)) is not None:
        noun = span_of(text, found[index].start, found[index].end)
    told = change_around(found, begin, end, unit in _SCALED) if change is None and kind != "rank" else None
    if told is not None:
        change, rule = told[0], told[1] if rule == "amount" else rule
    if said is None and vague:
        said = ">"
    return Quantity(span_of(text, found[begin].start, found[end - 1].end), value, unit, kind, rule, high, said, change, noun)
