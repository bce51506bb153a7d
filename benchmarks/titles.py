"""Labels made from the titles of White House readouts by rule: kind, parties, countries.

"Readout of President Biden's Call with Prime Minister Trudeau of Canada" says all that a register needs but the day. A
title that the rule does not read whole gives no label: few and right, since the labels judge the readings.
"""

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from benchmarks.shared import ROOT, shared

_HEAD = re.compile(r"^(?:joint )?readout\s+(?:of|from|by)?\s*(?:the )?(?P<left>.*)$", re.I)
_SPOKESPERSON = re.compile(r"^.*\bSpokesperson [A-Z][\w’.-]+ [A-Z][\w’-]+ (?:on|of) ")
_TRAILER = re.compile(r"\s+(?:on|at|in|during|following|Following|ahead|Ahead|regarding|to discuss|about|before|After|after)\s.*$")


@dataclass(frozen=True)
class Party:
    """A party as the title names it: `country` is the code of the gold guide, None for an international body."""

    name: str
    country: str | None


@dataclass(frozen=True)
class Label:
    """What a title says: the kind, the parties of the United States and the counterparts."""

    kind: str
    own: tuple[Party, ...]
    others: tuple[Party, ...]


@cache
def table() -> dict[str, Any]:
    """Read titles.toml."""
    return tomllib.loads((ROOT / "benchmarks" / "titles.toml").read_text(encoding="utf-8"))


@cache
def states() -> dict[str, str | None]:
    """Give the code of each lower-case name and adjective of a state, and of each body (None for international ones)."""
    found: dict[str, str | None] = {}
    path = shared("actors", "factbook_names_2026.csv")
    if path is not None:
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                words = [row["short"], row["long"], *re.split(r"[;,(]| or ", row["adjective"])[:1]]
                found |= {w.strip().lower().replace("'", "’"): row["iso2"] for w in words if row["iso2"] and w.strip() not in ("", "none")}
    for name in ("states", "adjectives", "bodies"):
        for code, words in table()[name].items():
            found |= {w.lower(): code or None for w in words}
    return found


MISSING = object()
"""The code of a state that the words do not give (None is that of an international body)."""


def _state_at(tokens: list[str], i: int) -> tuple[Any, int]:
    """Give the code of the longest name of a state at token `i` and how many tokens it has (0: none)."""
    for size in range(min(6, len(tokens) - i), 0, -1):
        words = " ".join(tokens[i : i + size]).lower().replace(" & ", " and ")
        for form in (words, words.removesuffix("’s"), words.removesuffix("’")):
            if form in states():
                return states()[form], size
    return MISSING, 0


def is_name(tokens: list[str]) -> bool:
    """Tell whether words may be a person's name: capitalised, or a particle of names, and no more than eight."""
    if not 1 <= len(tokens) <= 8 or tokens[-1].lower() in table()["particles"]:
        return False
    return all(t[0].isupper() or t.lower() in table()["particles"] or t.lower().startswith(("al-", "el-")) for t in tokens)


def party(words: str, country: Any = MISSING) -> tuple[str, Any, str]:
    """Read "<state's> <office> <name> of <state>": the name, the code (`MISSING`: not said), the office ("" for none)."""
    tokens = words.replace(", Jr", " Jr").replace(",", "").split()
    office: list[str] = []
    i = 0
    while i < len(tokens):
        code, size = _state_at(tokens, i)
        word = tokens[i].lower().removesuffix("’s").removesuffix("’")
        if size and (office or i + size < len(tokens)):
            country, i = code, i + size
        elif word in table()["office"] or (office and word in table()["connectors"]):
            office.append(tokens[i])
            i += 1
        elif word in table()["honorifics"] or word == "the":
            i += 1
        else:
            break
    rest = tokens[i:]
    for k in range(1, len(rest)):
        if rest[k].lower() == "of":
            tail = rest[k + 1 :]
            tail = tail[1:] if tail and tail[0].lower() == "the" else tail
            code, size = _state_at(tail, 0) if tail else (MISSING, 0)
            if size and size == len(tail):
                country, rest = code, rest[:k]
                break
    while office and office[-1].lower() in table()["connectors"]:
        office.pop()  # "Prime Minister of Iraq": the state is no word of the office
    return " ".join(rest), country, " ".join(office)


def parties(words: str, home: str | None = None) -> tuple[Party, ...] | None:
    """Read a coordination of parties, None where a part is not understood; `home` is the state that goes without saying."""
    for state in states():
        if " and " in state:  # "Trinidad and Tobago" is no coordination
            words = re.sub(re.escape(state), lambda m: m[0].replace(" and ", " & "), words, flags=re.I)
    pieces = re.split(r",\s+(?!Jr)(?:and\s+)?|\s+and\s+", words)
    read: list[tuple[str, Any, str]] = []
    pending = ""
    for piece in pieces:
        whole = f"{pending} and {piece}" if pending else piece
        name, country, office = party(whole, home if home else MISSING)
        if not name and office:
            pending = whole
            continue
        pending = ""
        if not (office or home) or not is_name(name.split()):
            return None
        read.append((name, country, office))
    if pending or not read:
        return None
    found: list[Party] = []
    following: Any = MISSING
    for name, country, _ in reversed(read):
        following = country if country is not MISSING else following
        if following is MISSING:
            return None
        found.append(Party(name, following))
    return tuple(reversed(found))


def label(title: str) -> Label | None:
    """Give what a title says, None where the rule does not read it whole or no counterpart is foreign."""
    title = " ".join(title.replace("'", "’").replace("\u2060", "").split())
    head = _HEAD.match(title)
    if head is None:
        return None
    left = _SPOKESPERSON.sub("", head["left"])
    kinds = "|".join(sorted((re.escape(k) for k in table()["kinds"]), key=len, reverse=True))
    match = re.match(rf"^(?P<own>.*?)(?:’s\.?|s’|’)?\s+(?P<kind>{kinds})\s+with\s+(?P<others>.+)$", left, re.I)
    if match is not None:
        own, others = match["own"], match["others"]
    else:
        match = re.match(rf"^(?P<kind>{kinds}) between\s+(?P<own>.*?)\s+and\s+(?P<others>.+)$", left, re.I)
        if match is None:
            return None
        own, others = match["own"], match["others"]
    ours, theirs = parties(own, "US"), parties(_TRAILER.sub("", others))
    if not ours or not theirs or any(p.country == "US" for p in theirs):
        return None
    return Label(table()["kinds"][match["kind"].lower()], ours, theirs)


def domestic(title: str) -> bool:
    """Tell whether a title is surely that of a readout of a meeting among Americans."""
    words = " ".join(re.findall(r"[\w.-]+", title.lower().replace("’s", "").replace("\u2060", "")))
    padded = f" {words} "
    names = [s for s in states() if s not in ("united states", "u.s.", "american", "us", "georgia", "georgian")]
    foreign = any(f" {w} " in padded for w in (*table()["domestic"]["foreign"], *names))
    return not foreign and any(f" {w} " in padded for w in table()["domestic"]["cues"])
