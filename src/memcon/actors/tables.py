"""The tables of states, bodies, sites, cities, offices and their holders (`data/`), read once and lazily."""

import csv
import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files("memcon.actors") / "data"
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "ð": "d", "þ": "th", "ə": "a", "Ə": "A"})
"""Letters that Unicode does not take apart into a plain one and an accent."""


def fold(word: str) -> str:
    """Fold a word for comparing names: no accents, lower case, no apostrophes."""
    if word.isascii():
        return word.replace("'", "").lower()
    plain = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "").replace("'", "").lower()


def lines(name: str) -> list[str]:
    """Give the lines of a table of `data/`."""
    return (_DATA / name).read_text(encoding="utf-8").splitlines(keepends=True)


def rows(name: str) -> list[dict[str, str]]:
    """Read a table of the room (`data/NAME`), a dictionary a row."""
    return list(csv.DictReader(lines(name)))


@cache
def toml(name: str) -> dict[str, Any]:
    """Read `data/<name>.toml`."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def states() -> dict[str, str]:
    """Give the code of each name of a state, capitals too."""
    found: dict[str, str] = {}
    for row in rows("states.csv"):
        for name in (row["name"], row["long"]):
            if name:
                found.setdefault(name, row["code"])
    for code, names in toml("aliases")["states"].items():
        found |= dict.fromkeys(names, code)
    return found


@cache
def capitals() -> dict[str, str]:
    """Give the code of the state of each capital."""
    found = {row["capital"]: row["code"] for row in rows("states.csv") if row["capital"]}
    for extra, code in (("Kiev", "UA"), ("Washington", "US"), ("Jerusalem", "IL"), ("Tel Aviv", "IL"), ("Brussels", "BE"), ("New Delhi", "IN"),
                        ("Ramallah", "PS"), ("Taipei", "TW"), ("Nur-Sultan", "KZ"), ("Washington, D.C.", "US")):  # fmt: skip
        found[extra] = code
    return found


@cache
def short_names() -> dict[str, str]:
    """Give the short English name of each state by its code."""
    found = {row["code"]: row["name"] for row in rows("states.csv")}
    for code, names in toml("aliases")["states"].items():
        found[code] = names[0]
    return found


@cache
def adjectives() -> dict[str, str]:
    """Give the code of each nationality word."""
    found = {row["adjective"]: row["code"] for row in rows("states.csv") if row["adjective"]}
    for code, words in toml("aliases")["adjectives"].items():
        found |= dict.fromkeys(words, code)
    return found


@cache
def peoples() -> dict[str, str]:
    """Give the code of each plural noun of a people ("Russians"); what ends in "ese" or "ish" has none."""
    found = {f"{word}s": code for word, code in adjectives().items() if word.endswith(("an", "i", "ek", "ot")) and " of " not in word}
    for code, words in toml("aliases")["peoples"].items():
        found |= dict.fromkeys(words, code)
    return found


@cache
def bodies() -> dict[str, str]:
    """Give the name of each body by its aliases."""
    return {alias: name for name, aliases in toml("aliases")["bodies"].items() for alias in aliases}


def body_code(name: str) -> str | None:
    """Give the state for which a body acts, None for international ones."""
    code: str | None = toml("aliases")["codes"].get(name)
    return code


@cache
def cities() -> dict[str, str]:
    """Give the state's code of each larger city; of two of one name the larger counts."""
    found: dict[str, tuple[int, str]] = {}
    for row in rows("cities.csv"):
        found[row["name"]] = max(found.get(row["name"], (0, "")), (int(row["population"]), row["code"]))
    return {name: code for name, (_, code) in found.items()} | capitals()


_SERVED = re.compile(r" to | (?:of|in|at) (?:the )?office of ", re.I)
"""What parts an office from the one that it serves."""


@cache
def class_of(office: str) -> frozenset[str]:
    """Give the classes of an office's title ("Minister of Foreign Affairs" is foreign and minister)."""
    own = _SERVED.split(office, maxsplit=1)[0]  # "Adviser to the Head of the Office of the President" is no president
    lower = f" {own.lower().replace('-', ' ')} "
    found = set()
    for name, titles in toml("offices")["classes"].items():
        if any(f" {t.replace('-', ' ')} " in lower or f" {t.replace('-', ' ')}s " in lower for t in titles):
            found.add(name)
    if "vice president" in lower or "deputy" in lower:
        found -= {"president", "leader", "premier"}
    if {"foreign", "defence", "finance"} & found:
        found -= {"official", "head"}
    if "exchequer" in lower:
        found -= {"premier", "leader"}
    if any(f" {p.replace('-', ' ')} " in lower for p in toml("offices")["classes_less"]["phrases"]):
        found -= {"president", "leader", "premier"}
    if "premier" in found or "leader" in found:
        found.discard("minister")
    return frozenset(found)


@cache
def given_names(gender: str) -> frozenset[str]:
    """Give the first names, folded, that tell a gender ("female", "male")."""
    return frozenset(fold(name) for name in toml("offices")[gender]["names"])
