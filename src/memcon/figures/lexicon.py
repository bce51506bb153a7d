"""The tables of this room (`data/*.toml`), read once; each names its source at its head."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from memcon.figures.tokens import Token, tokens

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases of one to a few words and what each stands for; looked up in constant time, the longest first."""

    def __init__(self, entries: Mapping[str, T]) -> None:
        self._values = {tuple(t.word for t in tokens(phrase)): value for phrase, value in entries.items()}
        self._lengths = sorted({len(words) for words in self._values}, reverse=True)

    def after(self, found: Sequence[Token], i: int) -> tuple[T, int] | None:
        """Give the value of the longest phrase that starts at token `i`, and the index behind it."""
        for length in self._lengths:
            words = tuple(t.word for t in found[i : i + length])
            if len(words) == length and words in self._values and not any(t.broke for t in found[i + 1 : i + length]):
                return self._values[words], i + length
        return None

    def before(self, found: Sequence[Token], i: int) -> tuple[T, int] | None:
        """Give the value of the longest phrase that ends before token `i`, and the index of its first token."""
        for length in self._lengths:
            if length <= i:
                words = tuple(t.word for t in found[i - length : i])
                if words in self._values and not any(t.broke for t in found[i - length + 1 : i + 1]):
                    return self._values[words], i - length
        return None


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
