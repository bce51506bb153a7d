"""The tables of states, bodies, sites, cities, offices and their holders (`data/`), read once and lazily."""

import csv
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files("memcon.actors") / "data"


@dataclass(frozen=True, slots=True)
class Holder:
    """A dated claim that a person held an office: `since` and `until` are EDTF days, months or years, or empty."""

    name: str
    code: str | None
    office: str
    since: str
    until: str
    source: str

    def held_on(self, date: str | None) -> bool:
        """Tell whether the office was held on a day, as far as the claim goes; without a day every claim counts."""
        if date is None:
            return True
        if self.since and self.since > date:
            return False
        return not self.until or self.until[: len(date)] >= date[: len(self.until)]


def fold(word: str) -> str:
    """Fold a word for comparing names: no accents, lower case, no apostrophes."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "").replace("'", "").lower()


def _rows(name: str) -> list[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def toml(name: str) -> dict[str, Any]:
    """Read `data/<name>.toml`."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def states() -> dict[str, str]:
    """Give the code of each name of a state, capitals too."""
    found: dict[str, str] = {}
    for row in _rows("states.csv"):
        for name in (row["name"], row["long"]):
            if name:
                found.setdefault(name, row["code"])
    for code, names in toml("aliases")["states"].items():
        found |= dict.fromkeys(names, code)
    return found


@cache
def capitals() -> dict[str, str]:
    """Give the code of the state of each capital."""
    found = {row["capital"]: row["code"] for row in _rows("states.csv") if row["capital"]}
    for extra, code in (("Kiev", "UA"), ("Washington", "US"), ("Jerusalem", "IL"), ("Tel Aviv", "IL"), ("Brussels", "BE"), ("New Delhi", "IN"),
                        ("Ramallah", "PS"), ("Taipei", "TW"), ("Nur-Sultan", "KZ"), ("Washington, D.C.", "US")):  # fmt: skip
        found[extra] = code
    return found


@cache
def short_names() -> dict[str, str]:
    """Give the short English name of each state by its code."""
    found = {row["code"]: row["name"] for row in _rows("states.csv")}
    for code, names in toml("aliases")["states"].items():
        found[code] = names[0]
    return found


@cache
def adjectives() -> dict[str, str]:
    """Give the code of each nationality word."""
    found = {row["adjective"]: row["code"] for row in _rows("states.csv") if row["adjective"]}
    for code, words in toml("aliases")["adjectives"].items():
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
    for row in _rows("cities.csv"):
        found[row["name"]] = max(found.get(row["name"], (0, "")), (int(row["population"]), row["code"]))
    return {name: code for name, (_, code) in found.items()} | capitals()


@cache
def holders() -> dict[str, tuple[Holder, ...]]:
    """Give the holders of offices by each folded word of their name; the editors' rows come first."""
    found: dict[str, list[Holder]] = {}
    for table in ("editors.csv", "holders.csv"):
        for row in _rows(table):
            holder = Holder(row["name"], row["code"] or None, row["office"], row["since"], row["until"], row["source"])
            for word in fold(row["name"]).replace("-", " ").split():
                found.setdefault(word, []).append(holder)
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def class_of(office: str) -> frozenset[str]:
    """Give the classes of an office's title ("Minister of Foreign Affairs" is foreign and minister)."""
    lower = f" {office.lower().replace('-', ' ')} "
    found = set()
    for name, titles in toml("offices")["classes"].items():
        if any(f" {t.replace('-', ' ')} " in lower or f" {t.replace('-', ' ')}s " in lower for t in titles):
            found.add(name)
    if "vice president" in lower or "deputy" in lower:
        found -= {"president", "leader", "premier"}
    if {"foreign", "defence", "finance"} & found:
        found -= {"official", "head"}
    if "premier" in found or "leader" in found:
        found.discard("minister")
    return frozenset(found)


def who(name: str, date: str | None, code: str | None = None) -> Holder | None:
    """Give the holder of an office that a name, or part of it, means on a day.

    A surname alone counts only where the editors' table has it, since thousands of ministers share surnames.
    """
    words = fold(name).replace("-", " ").split()
    if not words:
        return None
    candidates = [h for h in holders().get(words[-1], ()) + (holders().get(words[0], ()) if len(words) > 1 else ())]
    fits = [h for h in candidates if _same_words(words, fold(h.name).replace("-", " ").split()) and (code is None or h.code == code)]
    if len(words) == 1:
        fits = [h for h in fits if h.source == "editors" or (code is not None and "leader" in class_of(h.office))]
        fits = [h for h in fits if words[0] in _surnames(h.name)]
    on_day = [h for h in fits if h.held_on(date)]
    return (on_day or (fits if len(words) > 1 else _near(fits, date)) or [None])[0]


def _near(fits: list[Holder], date: str | None) -> list[Holder]:
    """Keep former holders: they stay in the news for years ("Clinton", "Merkel")."""
    if date is None:
        return fits
    past = [h for h in fits if h.since <= date]
    return sorted(past, key=lambda h: h.until, reverse=True)


def _surnames(name: str) -> set[str]:
    words = fold(name).replace("-", " ").split()
    return {words[-1], words[0]} if words[0] in _SURNAME_FIRST else {words[-1]}


_SURNAME_FIRST = frozenset({"xi", "li", "kim", "lee", "moon", "park", "roh", "yoon", "wang", "hu", "jiang", "wen", "zhu", "yang", "deng", "cho", "wi", "qin"})


def _same_words(a: list[str], b: list[str]) -> bool:
    short, long = sorted((a, b), key=len)
    return all(any(_alike(w, v) for v in long) for w in short)


def _alike(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) > 4 and a[:5] == b[:5] and abs(len(a) - len(b)) <= 2)


def holder(code: str, kind: str, date: str | None) -> Holder | None:
    """Give who held an office of this class ("leader", "president", "foreign") for a state on a day, None where unknown."""
    if date is None:
        return None
    best = None
    for h in _by_code().get(code, ()):
        if kind in class_of(h.office) and h.held_on(date) and (best is None or (h.source == "editors") > (best.source == "editors")):
            best = h
    return best


@cache
def _by_code() -> dict[str, tuple[Holder, ...]]:
    found: dict[str, list[Holder]] = {}
    for rows in holders().values():
        for h in rows:
            if h.code and h not in found.setdefault(h.code, []):
                found[h.code].append(h)
    return {code: tuple(rows) for code, rows in found.items()}
