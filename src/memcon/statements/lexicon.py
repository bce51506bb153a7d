"""The cue words, their frames and stances (`data/cues.toml`), and the grammar around them (`data/grammar.toml`)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from memcon.errors import DataError


@dataclass(frozen=True, slots=True)
class Frame:
    """Which parts of a cue's clause are the content and the addressee, in order of preference.

    `addressee_inside` says that the addressee may stand inside the content ("offered [his condolences to the family]").
    """

    name: str
    content: tuple[str, ...]
    addressee: tuple[str, ...]
    addressee_inside: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as the table has it: its words (lemmas joined by spaces), frame and stance."""

    words: str
    frame: Frame
    stance: str | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cue data: verbs by their first lemma, light-verb nouns, phrases and channels."""

    cues: dict[str, tuple[Cue, ...]]
    light_verbs: frozenset[str]
    light_nouns: dict[str, str]
    light_links: dict[str, tuple[str, ...]]
    phrases: tuple[tuple[str, ...], ...]
    channels: dict[str, str]
    past: dict[str, str]
    sure: dict[str, str]
    words: dict[str, frozenset[str]]
    weak: frozenset[str]
    quoting: frozenset[str]
    sources: frozenset[str]
    conditions: tuple[str, ...]
    shared: frozenset[str]


def past_of(verb: str, irregular: dict[str, str]) -> str:
    """Give the past form of a verb of the table."""
    if verb in irregular:
        return irregular[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ied"
    return f"{verb}ed"


@cache
def lexicon() -> Lexicon:
    """Read the table that is shipped with the package.

    Raises:
        DataError: the table names a frame that it does not define.
    """
    raw, grammar = _table("cues"), _table("grammar")
    frames = {n: Frame(n, tuple(f["content"]), tuple(f["addressee"]), f.get("inside", False)) for n, f in raw["frames"].items()}
    cues: dict[str, list[Cue]] = {}
    for group in raw["cues"]:
        if group["frame"] not in frames:
            raise DataError(f"cues.toml: the frame {group['frame']!r} is not defined; define it under [frames]")
        for words in group["words"]:
            cues.setdefault(words.split()[0], []).append(Cue(words, frames[group["frame"]], group.get("stance")))
    # The longest first: "call for" before "call".
    ordered = {w: tuple(sorted(c, key=lambda cue: -len(cue.words.split()))) for w, c in cues.items()}
    light: dict[str, Any] = raw["light"]
    return Lexicon(
        cues=ordered,
        light_verbs=frozenset(light["verbs"]),
        light_nouns={noun: stance for stance, nouns in light["nouns"].items() for noun in nouns},
        light_links={stance: tuple(links) for stance, links in light["links"].items()},
        phrases=tuple(tuple(p.split()) for p in raw["phrases"]["speaker_follows"]),
        past={past_of(w, grammar["past"]): w for w in cues if w not in ("be", "read")},
        sure=grammar["sure"],
        words={name: frozenset(words) for name, words in grammar["words"].items()},
        weak=frozenset(raw["weak"]["words"]),
        quoting=frozenset(raw["quoting"]["verbs"]),
        sources=frozenset(raw["sources"]["nouns"]),
        shared=frozenset(raw["sources"]["shared"]),
        conditions=tuple(raw["sources"]["conditions"]),
        channels={word: channel for channel, words in raw["channels"].items() for word in words},
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("memcon.statements").joinpath(f"data/{name}.toml").read_text("utf-8"))
