"""The vocabulary of times (`data/*.toml`) and the code points that stand for its words.

Every word that a rule or a table knows gets a code point of Unicode's private use area, so that a text becomes a short
string with one character a token, and a rule a regular expression over that string (`patterns.py`). A table `[class]`
maps a value to its forms; a form of several words is matched as a sequence.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from memcon.errors import DataError
from memcon.times.shapes import pieces, shape

_FIRST = 0xE000
_LAST = 0xF8FF


class Lexicon:
    """Words, their code points, and the classes that the tables put them in."""

    def __init__(self) -> None:
        self._exact: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        self._count = 0
        self.classes: dict[str, dict[str, str]] = {}

    def code(self, word: str) -> str:
        """Give the code point of a word of the text, or that of its shape where no table knows it."""
        return self._exact.get(word) or self._folded.get(word.lower()) or shape(word)

    def learn(self, form: str) -> str:
        """Give the codes of a form, registering its words.

        A capital makes a word match as it stands or in capitals, unless it is known in lower case already.
        """
        return "".join(self._learn_word(piece) for piece in pieces(form))

    def _learn_word(self, word: str) -> str:
        if not word[0].isalpha():
            return shape(word)
        lower = word.lower()
        if word == lower:
            if word not in self._folded:
                self._folded[word] = self._new()
            return self._folded[word]
        if word not in self._exact:
            if lower in self._folded:
                return self._folded[lower]
            self._exact[word] = self._exact[word.upper()] = self._new()
        return self._exact[word]

    def _new(self) -> str:
        self._count += 1
        if _FIRST + self._count > _LAST:
            raise DataError("more words than code points in memcon.times; this is a fault in its tables")
        return chr(_FIRST + self._count)

    def add(self, name: str, values: dict[str, list[str]]) -> None:
        """Add a class: each value with its forms."""
        table = self.classes.setdefault(name, {})
        for value, forms in values.items():
            for form in forms:
                table[self.learn(form)] = value

    def pattern(self, name: str) -> str:
        """Give the regular expression of a class, its longest forms first."""
        forms = sorted(self.classes[name], key=lambda f: (-len(f), f))
        if all(len(f) == 1 for f in forms):
            return f"[{''.join(map(re.escape, forms))}]"
        return f"(?:{'|'.join(map(re.escape, forms))})"


@cache
def table(name: str) -> dict[str, Any]:
    """Give a table of `data/` by its name without the ending.

    Raises:
        DataError: the table is malformed.
    """
    file = files("memcon.times").joinpath("data", f"{name}.toml")
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{file}: not TOML ({error}); install Memcon anew") from error


_WORDS = (
    "months", "weekdays", "units", "numerals", "deictics", "seasons", "parts_of_day", "zones", "holidays", "modifiers", "vague", "sets", "abbreviations", "joints", "cues", "events", "feasts",
)  # fmt: skip
"""The tables of words, in this order."""

_DIGITS = ("digits_once", "part_hours", "days", "sighted")
"""Tables that are no words, or are looked up by what the text writes, since digits have no code of their own."""


@cache
def lexicon() -> Lexicon:
    """Give the lexicon with the classes of all tables of words."""
    made = Lexicon()
    for name in _WORDS:
        for kind, values in table(name).items():
            if kind not in _DIGITS:
                made.add(kind, values)
    return made
