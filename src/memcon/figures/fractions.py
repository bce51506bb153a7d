"""Reads fractions: "two thirds", "a quarter of", "half of", "one in five", "three out of four", "2/3"."""

from collections.abc import Sequence

from memcon.figures.lexicon import values, words
from memcon.figures.numerals import numeral_at
from memcon.figures.tokens import Token

_ALONE_BEFORE = ("of", "the", ".", ",", ";", ")", "more", "less", "fewer", "higher", "lower", "as", "to", "from", "in", "since", "compared", "")
"""What follows "a third" where it is a share ("a third of", "by a third.") and not the third of a row ("a third country")."""


def fraction_at(found: Sequence[Token], i: int) -> tuple[float, int] | None:
    """Read the fraction that starts at token `i`; gives its value and the index behind it."""
    return _in_signs(found, i) or _share_out_of(found, i) or _parts(found, i) or _half(found, i)


def _word(found: Sequence[Token], i: int) -> str:
    return found[i].word if 0 <= i < len(found) and not found[i].broke else ""


def _in_signs(found: Sequence[Token], i: int) -> tuple[float, int] | None:
    """Read "2/3" before "of": other slashes date ("9/11") or name things."""
    if i + 3 >= len(found) or found[i].kind != "number" or found[i + 1].word != "/" or found[i + 2].kind != "number" or found[i].glued:
        return None
    upper, lower = found[i].number, found[i + 2].number
    if found[i + 3].word == "of" and 0 < upper < lower <= 20:
        return upper / lower, i + 3
    return None


def _share_out_of(found: Sequence[Token], i: int) -> tuple[float, int] | None:
    """Read "one in five" and "three out of four", where a larger number follows and no month or unit of time."""
    first = numeral_at(found, i)
    if first is None or first.scaled or first.value < 1:
        return None
    j = first.last
    if _word(found, j) == "out" and _word(found, j + 1) == "of":
        j += 2
    elif _word(found, j) in ("in", "of") and not first.digits and (_word(found, j) == "in" or first.value == 1):
        j += 1
    else:
        return None
    if j >= len(found) or _word(found, j) == "every":
        j += 1
    second = numeral_at(found, j) if j < len(found) and found[j].kind != "sign" else None
    if second is None or not first.value < second.value <= 1000 or second.digits != first.digits or second.vague:
        return None
    follows = _word(found, second.last)
    if follows in words("exclusions", "time", "units") or follows == "of" or (found[j - 1].word == "of" and _word(found, j - 2) != "out"):
        return None
    return first.value / second.value, second.last


def _parts(found: Sequence[Token], i: int) -> tuple[float, int] | None:
    """Read "two thirds", "three-quarters", "a third", "one-fifth"."""
    shares = values("numbers", "fractions")
    word = found[i].word
    if word in ("a", "one"):
        count = 1.0
    elif word in values("numbers", "cardinals") and 2 <= values("numbers", "cardinals")[word] < 20:
        count = values("numbers", "cardinals")[word]
    else:
        return None
    j = i + 1
    if _word(found, j) == "-" and found[j].glued:
        j += 1
    named = _word(found, j)
    if named not in shares or (named == "half" and _word(found, j + 1) in ("-",)):
        return None
    after = _word(found, j + 1)
    if named.startswith("quarter") and _word(found, i - 1) in ("past", "last", "next", "first", "previous", "for", "in"):
        return None
    if after in words("exclusions", "time", "units"):
        return None
    if named == "half" and _word(found, i - 1) == "and":
        # "an hour and a half", "three and a half": the number before it takes it.
        return None
    if count == 1 and (named.endswith("s") or (after not in _ALONE_BEFORE)):
        return None
    if count > 1 and not named.endswith("s"):
        return None
    return count * shares[named], j + 1


def _half(found: Sequence[Token], i: int) -> tuple[float, int] | None:
    """Read a bare "half" that is a share: "half of the members", "half the seats", "more than half"; not "the first half"."""
    if found[i].word != "half":
        return None
    before, after, further = _word(found, i - 1), _word(found, i + 1), _word(found, i + 2)
    if before in values("numbers", "ordinals") or before in ("first", "latter", "other", "better", "-", "and", "a"):
        return None
    if after == "a":
        # "half a dozen" and "half a million" are numbers, "half a year" a length of time, "half a percent" has its own unit.
        scaled = further in values("numbers", "scales") or further in ("percent", "per", "percentage")
        return None if scaled or further in words("exclusions", "time", "units") else (0.5, i + 1)
    if after in ("of", "the", "its", "their", "our", "his", "her", "as") or before in ("by", "than", "about", "nearly", "almost", "around", "over"):
        return (0.5, i + 1) if further not in words("exclusions", "time", "units") and after not in ("-", "an", "hour") else None
    return None
