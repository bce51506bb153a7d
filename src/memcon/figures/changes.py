"""Reads the direction of a change beside a quantity ("rose by 5%", "a 9% decline", "up from 14%"), and changes that are numbers ("doubled")."""

from collections.abc import Sequence
from functools import cache

from memcon.figures.lexicon import Phrases, listed, table, values, words
from memcon.figures.tokens import Token

_BEFORE = 3
"""Words that may stand between a word of change and what links it to the number ("rose sharply last year to 5%")."""
_AFTER = 3


@cache
def _words(part: str) -> Phrases[str]:
    return Phrases({word: way for way in ("rise", "fall") for word in table("changes")[way][part]})


def factor_at(found: Sequence[Token], i: int) -> tuple[float, str | None, int] | None:
    """Read "doubled", "fivefold", "twice as many" at token `i`: the factor, the direction and the index behind it."""
    word = found[i].word
    following = [t.word for t in found[i + 1 : i + 3]]
    if word == "twice" and following and (following[0] == "as" or following[0] == "the" or following[:1] == ["more"]):
        return 2.0, None, i + 1
    if word not in values("changes", "factors"):
        return None
    if following[:1] in (["down"], ["-"]):
        # "doubled down on the remarks"
        return None
    if word == "double" and following[:1] not in (["the"], ["to"], ["in"], ["its"], ["their"], ["that"]):
        return None
    if found[i].glued and i > 0 and found[i - 1].word == "-":
        return None
    value = values("changes", "factors")[word]
    return value, "fall" if value < 1 else "rise", i + 1


def change_around(found: Sequence[Token], first: int, last: int, scaled: bool) -> tuple[str, str] | None:
    """Give the direction and the rule of the change that the quantity at tokens `first` to `last` tells of."""
    return _after(found, last) or _before(found, first, scaled)


def _after(found: Sequence[Token], last: int) -> tuple[str, str] | None:
    """Read "a 9% decline", "a 45% year-on-year drop in"; the noun has to stand in the number's own phrase."""
    for i in range(last, min(last + _AFTER, len(found))):
        if found[i].broke or (found[i].kind == "sign" and found[i].word != "-"):
            return None
        if hit := _words("nouns").after(found, i):
            return hit[0], "change by"
        if found[i].word in ("of", "in", "on", "to", "from", "by", "and", "for", "at", "with", "is", "was"):
            return None
    return None


def _before(found: Sequence[Token], first: int, scaled: bool) -> tuple[str, str] | None:
    """Read "rose by", "fell to", "grew from", "an increase of", "shrank", with the number next.

    `scaled` tells that the quantity is a percentage, points or a factor; then a weak word is enough ("up 5%").
    """
    link = listed("changes", "links").before(found, first)
    i, kind = (link[1], link[0]) if link else (first, "by")
    part = "nouns" if kind == "of" else "verbs"
    for _ in range(_BEFORE + 1):
        if i <= 0 or found[i].broke:
            return None
        if hit := _words(part).before(found, i):
            weak = part == "verbs" and link is None and found[i - 1].word in words("changes", "weak")
            return None if weak and not scaled else (hit[0], "change by" if kind == "of" else f"change {kind}")
        if link is None or kind == "of" or found[i - 1].kind == "sign":
            return None
        i -= 1
    return None
