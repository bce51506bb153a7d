"""Many wordings looked for at once: in text order, the longest first, none inside another."""

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
_START = re.compile(r"(?<![\w-])\w")
_SPACE = re.compile(r"\s+")
_KEY = 2


class Phrases(Generic[T]):
    """Wordings with what each means; `*` at an end stands for any ending, any apostrophe for any other, a blank for any white space.

    >>> found = Phrases([("ceasefire*", "truce"), ("peace talks", "talks")]).find("Peace talks after the ceasefires.", 0, 33)
    >>> list(found)
    [(0, 11, 'talks'), (22, 32, 'truce')]
    """

    def __init__(self, wordings: Iterable[tuple[str, T]], case: bool = False) -> None:
        by_key: dict[str, list[tuple[str, T]]] = {}
        for wording, value in wordings:
            by_key.setdefault(wording[:_KEY].casefold(), []).append((wording, value))
        self._by_key: dict[str, tuple[re.Pattern[str], tuple[T, ...]]] = {}
        for key, rows in by_key.items():
            rows.sort(key=lambda r: (-len(r[0]), r[0]))
            pattern = "|".join(f"({_pattern(w)})" for w, _ in rows)
            self._by_key[key] = re.compile(rf"(?:{pattern})(?!\w)", 0 if case else re.I), tuple(v for _, v in rows)

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, T]]:
        """Give where wordings stand in `text[start:end]`, and what they mean."""
        last = start
        for begin in _START.finditer(text, start, end):
            place = begin.start()
            if place < last:
                continue
            known = self._by_key.get(text[place : place + _KEY].casefold())
            if known and (match := known[0].match(text, place, end)) and match.lastindex:
                yield place, match.end(), known[1][match.lastindex - 1]
                last = match.end()


def _pattern(wording: str) -> str:
    escaped = re.escape(_SPACE.sub(" ", wording.rstrip("*"))).replace("\\ ", r"\s+").replace("’", "'").replace("'", "['’]")
    return escaped + (r"[\w-]*" if wording.endswith("*") else "")
