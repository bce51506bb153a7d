"""Reads ranges ("between 5 and 7 million tonnes", "20 to 25 percent", "$12m-$20m") and counts of votes ("141-5")."""

from collections.abc import Sequence
from dataclasses import replace

from memcon.figures.amounts import Amount, amount_at
from memcon.figures.lexicon import words
from memcon.figures.tokens import Token

_VOTE_REACH = 12
"""Tokens before "141-5" in which a word of voting makes it a count and no result of a match."""


def range_at(found: Sequence[Token], i: int) -> tuple[Amount, Amount, int] | None:
    """Read the range that starts at token `i`: its two ends, scale and unit shared, and the index behind it.

    "From 14% to 17%" is no range but two values of a change.
    """
    between = found[i].word == "between"
    low = amount_at(found, i + 1) if between and i + 1 < len(found) else amount_at(found, i)
    if low is None or low.last + 1 >= len(found):
        return None
    if found[low.last].word == "-" and found[low.last].glued and found[low.last + 1].word in ("to", "or", "and") and low.last + 2 < len(found):
        # "a 200- to 300-seat aircraft"
        low = replace(low, last=low.last + 1)
    link = found[low.last]
    if between:
        linked = link.word in ("and", "to")
    else:
        linked = link.word in ("-", "–", "—", "or") or (link.word == "to" and (i == 0 or found[i - 1].word != "from"))
    if not linked or found[low.last + 1].broke or (link.word == "-" and not link.glued):
        return None
    high = amount_at(found, low.last + 1)
    if high is None:
        return None
    low = _share(low, high)
    same = low.unit == high.unit or low.unit is None or (high.unit is None and low.kind == "money")
    return (low, high, high.last) if same and low.value < high.value and low.numeral.vague == high.numeral.vague else None


def _share(low: Amount, high: Amount) -> Amount:
    """Give the lower end the scale of the upper one: "5 to 7 million"."""
    scale = _scale_of(high)
    if low.numeral.scaled or scale == 1 or high.numeral.digits != low.numeral.digits or low.value >= 1000:
        return low
    return replace(low, value=low.value * scale)


def _scale_of(amount: Amount) -> float:
    """Give what the scale words of an amount multiply by."""
    if not amount.numeral.scaled:
        return 1.0
    for power in (12, 9, 6, 3):
        if amount.value >= 10.0**power:
            return 10.0**power
    return 1.0


def tally_at(found: Sequence[Token], i: int) -> tuple[float, int] | None:
    """Read a count of votes, larger first: "The Assembly voted 141-5"; gives the votes in favour and the index behind."""
    if i + 2 >= len(found) or found[i].kind != "number" or found[i + 2].kind != "number" or found[i + 1].word not in ("-", "–"):
        return None
    if not (found[i + 1].glued and found[i + 2].glued and found[i].whole and found[i + 2].whole) or found[i].number < found[i + 2].number:
        return None
    near = {t.word for t in found[max(0, i - _VOTE_REACH) : i]}
    return (found[i].number, i + 3) if near & words("exclusions", "votes") else None
