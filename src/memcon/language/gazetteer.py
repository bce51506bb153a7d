"""Names that are known beforehand: places, words for nations, organisations (`data/*.csv`, `data/organisations.toml`).

A name is looked up by its tokens, longest first, so one pass over a text costs one dictionary look-up a token.
"""

import csv
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent / "data"
_ORGANISATIONS = ("seats", "agencies", "international", "movements", "bodies")


@dataclass(frozen=True, slots=True)
class Known:
    """What a known name is: its label, and whether it is as often something else ("Jordan", "Dawn", "Paris")."""

    label: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A known name in a text: tokens [start, end)."""

    start: int
    end: int
    known: Known


@lru_cache(maxsize=1)
def known_names() -> dict[str, Known]:
    """Give every known name, and the capitals that headlines and datelines write it in."""
    extra = tomllib.loads((DATA / "places_extra.toml").read_text("utf-8"))
    bodies = tomllib.loads((DATA / "organisations.toml").read_text("utf-8"))
    unsure = frozenset(extra["doubtful"]) | frozenset(bodies["doubtful"])
    labels = {row["name"]: row["label"] for row in _rows("places.csv")}
    labels |= {name: "GPE" for kind in ("states", "parts", "cities") for name in extra[kind]}
    labels |= dict.fromkeys(extra["regions"], "LOC")
    labels |= {row["name"]: "NORP" for row in _rows("demonyms.csv")}
    labels |= {name: "ORG" for kind in _ORGANISATIONS for name in bodies[kind]}
    labels |= dict.fromkeys(bodies["miscellany"], "MISC")
    found = {name: Known(label, name in unsure) for name, label in labels.items()}
    for name, known in list(found.items()):
        if len(name) > 3:
            found.setdefault(name.upper(), known)
    return found


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as rows:
        yield from csv.DictReader(rows)


@lru_cache(maxsize=1)
def _runs() -> dict[str, list[str]]:
    """Give the names by the letters that they begin with, which stand in their first token as well."""
    runs: dict[str, list[str]] = {}
    for name in known_names():
        runs.setdefault(_run(name), []).append(name)
    return runs


def _run(word: str) -> str:
    for i, letter in enumerate(word):
        if not letter.isalpha():
            return word[: i or 1]
    return word


class _Index:
    """First token → (tokens, what it is), the longest first, as a pipeline's own tokeniser cuts the names.

    The names are cut when a text first has a word that begins as they do: most texts need a few hundred of the seven thousand.
    """

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp
        self._known: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
        self._cut: set[str] = set()

    def names(self, word: str) -> Sequence[tuple[tuple[str, ...], Known]]:
        """Give the names whose first token a word is."""
        found = self._known.get(word)
        if found is None:
            self._learn(_run(word))
            found = self._known.get(word, [])
        return found

    def _learn(self, run: str) -> None:
        if run not in _runs() or run in self._cut:
            return
        fresh: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
        for name in _runs()[run]:
            words = tuple(token.text for token in self._nlp.tokenizer(name))
            fresh.setdefault(words[0], []).append((words, known_names()[name]))
        for names in fresh.values():
            names.sort(key=lambda entry: (-len(entry[0]), entry[0]))
        self._known.update(fresh)
        self._cut.add(run)


@lru_cache(maxsize=4)
def _index(nlp: Any) -> _Index:
    return _Index(nlp)


def matches(words: Sequence[str], nlp: Any) -> list[Match]:
    """Find known names among tokens, from left to right, the longest at each place; none overlap."""
    index = _index(nlp)
    found, behind = [], 0
    for i, word in enumerate(words):
        if i < behind:
            continue
        for name, known in index.names(word):
            if len(name) == 1 or tuple(words[i : i + len(name)]) == name:
                found.append(Match(i, i + len(name), known))
                behind = i + len(name)
                break
    return found
