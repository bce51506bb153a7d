"""Acts of saying, and how strong they are: the scale of `data/tone.toml` as patterns over the surface."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from memcon.compare.phrases import Phrases

ActClass = Literal["topic", "statement", "commitment", "request", "next step", "praise"]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the scale: its name, how strong it is (1 to 6), and what kind of act it is."""

    name: str
    strength: int
    kind: ActClass


@dataclass(frozen=True, slots=True)
class Act:
    """Words that tell of an act of saying, at `start:end`; `finite` is False for "noting", "to discuss"."""

    start: int
    end: int
    step: Step
    finite: bool
    verb: bool


@cache
def table() -> dict[str, Any]:
    """Give the whole scale as it stands in the file."""
    path = resources.files("memcon.compare") / "data" / "tone.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _doubles(verb: str) -> bool:
    return verb in ("refer", "commit", "confer", "set", "put", "flag", "cut")


def forms(verb: str) -> dict[str, bool]:
    """Give the forms of a base verb, each with whether it is finite.

    >>> sorted(forms("urge"))
    ['urge', 'urged', 'urges', 'urging']
    """
    irregular = table()["irregular"]
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    double = f"{verb}{verb[-1]}" if _doubles(verb) else stem
    y_ends = verb.endswith("y") and verb[-2] not in "aeiou"
    found = {verb: False, f"{double}ing": False}
    found[f"{verb[:-1]}ies" if y_ends else f"{verb}es" if verb.endswith(("s", "ch", "sh", "x")) else f"{verb}s"] = True
    for past in irregular.get(verb, [f"{verb[:-1]}ied" if y_ends else f"{double}ed"]):
        found[past] = True
    return found


@cache
def _wordings() -> Phrases[tuple[Step, bool, bool]]:
    """Give all wordings, each with its step, whether it is finite, and whether it is a verb."""
    meaning: dict[str, tuple[Step, bool, bool]] = {}
    for row in table()["steps"]:
        step = Step(row["name"], row["strength"], row["class"])
        for verb in row["verbs"]:
            head, _, rest = verb.partition(" ")
            for form, finite in forms(head).items():
                meaning.setdefault(f"{form} {rest}".strip(), (step, finite, True))
        for phrase in row["phrases"]:
            meaning[phrase] = (step, not phrase.startswith("expressing"), False)
    return Phrases(meaning.items())


_NOUNY = re.compile(r"\b(?:the|a|an|this|his|her|its|their|our|your|my|no|any|of|for|in|continued|strong|unwavering|further|high|economic|military|financial|international|mutual)\s+$", re.I)
_GERUND = re.compile(r"\b(?:of|in|by|from|for|after|before|against|without)\s+$", re.I)


def acts(text: str, start: int, end: int) -> list[Act]:
    """Give the acts of saying that stand in `text[start:end]`, in their order.

    A form that may be a noun ("the support of", "a call for") counts only where no article or adjective stands before it.
    """
    found = []
    for a, b, (step, finite, verb) in _wordings().find(text, start, end):
        if verb and text[a].isupper() and a > start and text[start:a].strip("\"“'‘(— "):
            continue  # "the United States"
        if verb and not finite and _GERUND.search(text, max(start, a - 12), a):
            continue  # "accused him of adding conditions"
        if verb and not text[a:b].split()[0].casefold().endswith(("ed", "ing")) and _NOUNY.search(text, max(start, a - 24), a):
            continue
        found.append(Act(a, b, step, finite, verb))
    return found


@cache
def adverbs() -> str:
    """Give the adverbs that may stand before a verb of saying, as an alternation of a pattern."""
    return "|".join(map(re.escape, sorted(table()["adverbs"]["words"])))


_ALSO = re.compile(r"\s*(?:,|and|,\s*and)\s+([\w-]+)")
"""A second word for the air: "the talks were frank and constructive"."""


@cache
def _air() -> tuple[re.Pattern[str], dict[str, str]]:
    words = {w.casefold(): name for name, list_ in table()["air"].items() if name != "nouns" for w in list_}
    nouns = "|".join(map(re.escape, sorted(table()["air"]["nouns"])))
    one = "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))
    chain = r"(?:[,“”\"\s]+(?:and\s+)?(?!(?:the|of|a|an|with|in|to|by|for)\b)[\w-]+){0,5}[“”\"\s]+"
    near = rf"\b({one})\b(?={chain}(?:{nouns})\b)|\b(?:{nouns})\s+(?:was|were|is|are|has\s+been|had\s+been)\s+(?:[\w-]+[,\s]+){{0,4}}?({one})\b"
    return re.compile(near, re.I), words


def air(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Give the words for the air of the talks in `text[start:end]`, each with its name ("candid", "warm")."""
    pattern, words = _air()
    found, place = [], start
    while match := pattern.search(text, place, end):
        group = 1 if match[1] else 2
        found.append((match.start(group), match.end(group), words[match[group].casefold()]))
        place = match.end(group)
        if group == 2 and (more := _ALSO.match(text, place, end)) and more[1].casefold() in words:
            found.append((more.start(1), more.end(1), words[more[1].casefold()]))
            place = more.end(1)
    return found
