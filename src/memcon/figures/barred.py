"""Tells numbers that name things from numbers that count: codes, models, scores, telephone numbers, clock times in digits."""

from collections.abc import Sequence

from memcon.figures.lexicon import mapped, table, values, words
from memcon.figures.tokens import Token

_LONGEST = 20
"""Digits of the longest number that is one: a longer row is an account or a hash."""


def barred(found: Sequence[Token], i: int) -> bool:
    """Tell whether the digits at token `i` are a part of something else: "A330", "COVID-19", "2+2", "10:30", "No.7", "007"."""
    token = found[i]
    if token.kind != "number":
        return False
    padded = token.whole and len(token.raw) > 1 and token.raw[0] == "0"
    return padded or len(token.raw) > _LONGEST or _bound_before(found, i) or _bound_after(found, i) or _in_row(found, i) or _numbers_item(found, i)


def _numbers_item(found: Sequence[Token], i: int) -> bool:
    """See the number of an item or a note: "(1)", "[2]", and "3." at the head of a line."""
    token = found[i]
    if not token.whole or len(token.raw) > 3 or i + 1 >= len(found):
        return False
    if i > 0 and found[i - 1].word in ("(", "[") and token.glued and found[i + 1].word in (")", "]") and found[i + 1].glued:
        return True
    return token.fresh and found[i + 1].word in (".", ")") and found[i + 1].glued and i + 2 < len(found) and not found[i + 2].fresh


def _bound_before(found: Sequence[Token], i: int) -> bool:
    """See what is written close before the digits."""
    if i == 0 or not found[i].glued:
        return False
    before = found[i - 1]
    if before.kind == "word":
        return before.raw not in table("currencies")["codes"]["list"] or before.raw in words("currencies", "codes")
    if before.word in ("-", "–", "—", "−"):
        return i > 1 and before.glued and found[i - 2].kind == "word" and found[i - 2].word not in values("numbers", "cardinals")
    return before.word in ("/", ":", "+", "#", "@", "_", "=", "\\", "'", "’", "&", "*") or (
        before.word in (".", ",") and i > 1 and before.glued and found[i - 2].kind == "number"
    )


def _bound_after(found: Sequence[Token], i: int) -> bool:
    """See what is written close behind the digits."""
    if i + 1 >= len(found) or not found[i + 1].glued:
        return False
    after = found[i + 1]
    if after.kind == "word":
        return not _may_follow(found, i + 1)
    further = found[i + 2] if i + 2 < len(found) and found[i + 2].glued else None
    if after.word in ("/", ":", "+", "_", "=", "@", "\\", "*", "&"):
        return further is not None and further.kind != "sign"
    return after.word in (".", ",") and further is not None and further.kind == "number"


def _may_follow(found: Sequence[Token], i: int) -> bool:
    """Tell a scale, unit or currency close to digits ("500km", "16.5m", "100EUR") from a model's letter ("3G", "737s")."""
    word = found[i].word
    if word == "x" and i + 1 < len(found) and found[i + 1].glued and found[i + 1].kind == "number":
        return False
    if word in values("numbers", "scales") or word in values("numbers", "glued"):
        return True
    if found[i].raw.isupper() and len(word) == 3:
        return True
    return any(mapped("units", part).after(found, i) for part in ("percent", "times", "units"))


def _in_row(found: Sequence[Token], i: int) -> bool:
    """See telephone numbers and ISO dates ("606-36-02", "2021-09-14"), and groups of digits ("+7 495 606 36 02")."""
    dashes = ("-", "–")
    left = i > 1 and found[i].glued and found[i - 1].word in dashes and found[i - 1].glued and found[i - 2].kind == "number"
    right = (
        i + 2 < len(found)
        and found[i + 1].word in dashes
        and found[i + 1].glued
        and found[i + 2].glued
        and found[i + 2].kind == "number"
    )
    longer = i + 4 < len(found) and right and found[i + 3].word in dashes and found[i + 3].glued and found[i + 4].kind == "number" and found[i + 4].glued
    return left or longer or _is_group(found, i + 1) or (i > 0 and found[i - 1].kind == "number" and not found[i].broke)


def _is_group(found: Sequence[Token], i: int) -> bool:
    """See another group of digits at token `i`; "18 737s" are two things."""
    if i >= len(found) or found[i].kind != "number" or found[i].broke:
        return False
    return not (i + 1 < len(found) and found[i + 1].glued and found[i + 1].kind == "word")
