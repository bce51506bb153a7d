"""Reads what stands around a number and says how it stands to the true one: "more than", "up to", "or so", "all"."""

from collections.abc import Sequence

from memcon.figures.lexicon import listed
from memcon.figures.tokens import Token


def comparator_around(found: Sequence[Token], first: int, last: int) -> tuple[str | None, int, int]:
    """Give the comparator of the tokens `first` to `last`, and these with the words of it.

    Two may follow each other ("at least some 400"): the outer one rules.
    """
    said: str | None = None
    for _ in range(2):
        before = listed("comparators", "before").before(found, first)
        if before is None or _is_other(found, before[1], first):
            break
        said, first = before[0] or said, before[1]
    after = listed("comparators", "after").after(found, last)
    # "54 points or more than 4%" goes on to another number.
    if after is not None and not (after[1] < len(found) and found[after[1]].word == "than"):
        said, last = said or after[0], after[1]
    elif last < len(found) and found[last].word == "+" and found[last].glued:
        said, last = said or ">=", last + 1
    return said, first, last


def _is_other(found: Sequence[Token], i: int, first: int) -> bool:
    """Tell words of other uses: "all" and "some" that end a clause, "over" and "under" of a place or a rule."""
    return i > 0 and found[i].word in ("all", "above", "below", "under", "over") and i + 1 == first and found[i - 1].word in ("all", "and", "the", "over")
