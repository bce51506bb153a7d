"""The tables of this room (`data/*.toml`), read once; each names its source at its head."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from memcon.figures.tokens import Token, tokens

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases of one to a few words and what each stands for, found by their first or last word, the longest first."""

    def __init__(self, entries: Mapping[str, T]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in sorted(entries.items(), key=lambda e: -len(tokens(e[0]))):
            parts = tuple(t.word for t in tokens(phrase))
            self._by_first.setdefault(parts[0], []).append((parts, value))
            self._by_last.setdefault(parts[-1], []).append((parts, value))

    def after(self, found: Sequence[Token], i: int) -> tuple[T, int] | None:
        """Give the value of the longest phrase that starts at token `i`, and the index behind it."""
        if i >= len(found):
            return None
        for parts, value in self._by_first.get(found[i].word, ()):
            if _matches(found, i, parts):
                return value, i + len(parts)
        return None

    def before(self, found: Sequence[Token], i: int) -> tuple[T, int] | None:
        """Give the value of the longest phrase that ends before token `i`, and the index of its first token."""
        if i == 0 or (i < len(found) and found[i].broke):
            return None
        for parts, value in self._by_last.get(found[i - 1].word, ()):
            if len(parts) <= i and _matches(found, i - len(parts), parts):
                return value, i - len(parts)
        return None


def _matches(found: Sequence[Token], i: int, parts: tuple[str, ...]) -> bool:
    """Tell whether the words of a phrase stand at token `i`, with no blank line between them."""
    if i + len(parts) > len(found) or found[i].word != parts[0]:
        return False
    return all(found[i + n].word == parts[n] and not found[i + n].broke for n in range(1, len(parts)))


@cache
def table(name: str) -> dict[str, Any]:
    """Read `data/<name>.toml`."""
    return tomllib.loads((files("memcon.figures") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def values(name: str, part: str) -> dict[str, float]:
    """Give a table of words and their values: `values("numbers", "scales")`."""
    return {word: float(value) for word, value in table(name)[part].items()}


@cache
def words(name: str, part: str, key: str = "words") -> frozenset[str]:
    """Give a list of words as a set: `words("exclusions", "labels")`."""
    return frozenset(table(name)[part][key])


@cache
def mapped(name: str, part: str) -> Phrases[str]:
    """Give a table of phrases and the text that each stands for: `mapped("units", "percent")`."""
    return Phrases(table(name)[part])


@cache
def listed(name: str, part: str) -> Phrases[str]:
    """Give a table whose keys list the phrases that stand for them: `listed("comparators", "before")`."""
    return Phrases({phrase: key for key, phrases in table(name)[part].items() for phrase in phrases})


@cache
def phrases(name: str, part: str, key: str = "words") -> Phrases[bool]:
    """Give a list of phrases, each standing for itself: `phrases("numbers", "several")`."""
    entries: Iterable[str] = table(name)[part][key]
    return Phrases(dict.fromkeys(entries, True))
