"""A sentence as its surface shows it: how many words lie between two places, and what stands in quotation marks."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_][\w’'-]*")
_QUOTE = re.compile(r"[“”\"]")


@dataclass(frozen=True, slots=True)
class Surface:
    """A stretch of a text; each question is answered in logarithmic time, so that a sentence of a megabyte is no trouble."""

    text: str
    start: int
    end: int
    starts: tuple[int, ...]
    marks: tuple[int, ...]
    inside: tuple[bool, ...]

    def words(self, start: int, end: int) -> int:
        """Count the words that begin between two places."""
        return bisect_left(self.starts, end) - bisect_left(self.starts, start)

    def quoted(self, place: int) -> bool:
        """Tell whether a place lies inside quotation marks."""
        n = bisect_right(self.marks, place - 1) - 1
        return n >= 0 and self.inside[n]


def surface(text: str, start: int, end: int) -> Surface:
    """Give the surface of `text[start:end]`."""
    marks, inside = [], []
    curly = straight = 0
    for mark in _QUOTE.finditer(text, start, end):
        if mark.group() == '"':
            straight += 1
        else:
            curly += 1 if mark.group() == "“" else -1
        marks.append(mark.start())
        inside.append(curly > 0 or straight % 2 == 1)
    return Surface(text, start, end, tuple(m.start() for m in _WORD.finditer(text, start, end)), tuple(marks), tuple(inside))
