"""The tables of words behind the rules of this room (`data/*.toml`), read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from memcon.record import EngagementKind


@dataclass(frozen=True, slots=True)
class Word:
    """A word that tells of an engagement; the fields are explained at the head of `data/triggers.toml`."""

    kind: EngagementKind
    frame: str = "noun"
    weak: bool = False
    with_only: bool = False
    preposition: bool = False
    person_object: bool = False
    plural: bool = False
    case: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    needs_modifier: tuple[str, ...] = ()


@cache
def table(name: str) -> dict[str, Any]:
    """Read `data/<name>.toml`."""
    return tomllib.loads((files("memcon.engagements") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(part: str) -> dict[str, Word]:
    """Give the triggers of `part` ("verbs" or "nouns") by lemma."""
    import msgspec

    found: dict[str, Word] = msgspec.convert(table("triggers")[part], dict[str, Word])
    return found


@cache
def words_of(name: str, part: str, key: str) -> frozenset[str]:
    """Give a list of words of a table as a set: `words_of("status", "modals", "planned")`."""
    return frozenset(table(name)[part][key])
