"""Lines of a terminal: what may be printed, how wide it is, where it breaks, and its ink."""

import re
import unicodedata
from functools import lru_cache

_CODE = re.compile(r"\x1b\[[0-9;]*m")
_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Cn"}
"""Categories that a terminal obeys or cannot show. A report may hold an escape sequence that clears the screen, or a
bidirectional override that turns a name round, so none of them is ever printed."""


def clean(text: str) -> str:
    """Give a text of a report as one line that is safe to print: white space collapsed, controls left out."""
    return " ".join("".join(c for c in text if c.isspace() or unicodedata.category(c) not in _UNSEEN).split())


@lru_cache(maxsize=4096)
def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """Tell how many columns a text takes; colours take none, Chinese characters two."""
    plain = _CODE.sub("", text)
    return len(plain) if plain.isascii() else sum(map(_columns, plain))


def pad(text: str, columns: int) -> str:
    """Fill a text up with blanks to a number of columns."""
    return text + " " * max(columns - width(text), 0)


def wrap(text: str, columns: int, first: str = "", rest: str = "") -> list[str]:
    """Break a text at blanks into lines of at most `columns`, the first led by `first`, the others by `rest`.

    A word that is wider than a line stands on one of its own.
    """
    lines, line, bare = [], first, True
    for word in text.split(" "):
        if not bare and width(line) + 1 + width(word) > columns:
            lines.append(line)
            line, bare = rest, True
        line += word if bare else f" {word}"
        bare = False
    return [*lines, line]


class Ink:
    """The few styles that a record is printed in; without colour they leave the text as it is."""

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def _with(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour and text else text

    def title(self, text: str) -> str:
        """The headline."""
        return self._with("1", text)

    def section(self, text: str) -> str:
        """A section's name."""
        return self._with("1;34", text)

    def sign(self, text: str) -> str:
        """The sign before an engagement."""
        return self._with("32", text)

    def name(self, text: str) -> str:
        """A party or a speaker."""
        return self._with("36", text)

    def number(self, text: str) -> str:
        """A figure."""
        return self._with("33", text)

    def faint(self, text: str) -> str:
        """What may be passed over: labels, line numbers, codes."""
        return self._with("2", text)
