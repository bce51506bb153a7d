"""The tokens of the number grammar: digits, words and signs with their offsets."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

_TOKEN = re.compile(
    r"(?P<number>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\w)|\d+)(?:\.\d+)?|(?<![\w.])\.\d+)"
    r"|(?P<word>(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<sign>[^\w\s]|_)"
)
"""A number takes its thousands by comma ("30,000", and "1,00,000" as in India) or by a blank ("30 000"); "U.S." is one word."""

_PLAIN = str.maketrans({"’": "'", "\u2010": "-", "\u2011": "-"})
"""Apostrophes and hyphens that mean the plain ones: a page may write "four\u2011year" with a hard hyphen."""
_GROUPING = str.maketrans("", "", ", \u00a0\u202f\u2009")


class Token(NamedTuple):
    """A token: `word` is lower case without a last full stop, `glued` where nothing stands between it and the one before.

    `fresh` tells that it begins a line, `broke` that a blank line or the start of the text is before it: no rule reaches over that.
    """

    kind: Literal["number", "word", "sign"]
    word: str
    raw: str
    start: int
    end: int
    glued: bool
    broke: bool
    fresh: bool = False

    @property
    def number(self) -> float:
        """Give the value of a token of digits; infinite where it is too long to be one."""
        return float(self.raw.translate(_GROUPING))

    @property
    def whole(self) -> bool:
        """Tell whether the digits are a plain integer without separators, as in a year or a model's number."""
        return self.raw.isascii() and self.raw.isdigit()


def tokens(text: str) -> list[Token]:
    """Cut a text into tokens, in time linear in its length.

    >>> [t.raw for t in tokens("US$1.4bln, or 30,000 troops")]
    ['US', '$', '1.4', 'bln', ',', 'or', '30,000', 'troops']
    """
    found: list[Token] = []
    last, first = 0, True
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        raw = match.group()
        kind = match.lastgroup
        glued = start == last and not first
        lines = 0 if start == last else text.count("\n", last, start)
        broke = first or lines > 1
        found.append(Token(kind, _word(raw, kind == "word"), raw, start, end, glued, broke, broke or lines > 0))  # type: ignore[arg-type]
        last, first = end, False
    return found


@lru_cache(maxsize=50_000)
def _word(raw: str, is_word: bool) -> str:
    word = raw.lower().translate(_PLAIN)
    return word[:-1] if is_word and word[-1] == "." else word
