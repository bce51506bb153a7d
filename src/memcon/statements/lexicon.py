"""The cue words, their frames and stances, read from `data/cues.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from memcon.errors import DataError


@dataclass(frozen=True, slots=True)
class Frame:
    """Which parts of a cue's clause are the content and the addressee, in order of preference."""

    name: str
    content: tuple[str, ...]
    addressee: tuple[str, ...]


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
    light_links: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    channels: dict[str, str]


@cache
def lexicon() -> Lexicon:
    """Read the table that is shipped with the package.

    Raises:
        DataError: the table names a frame that it does not define.
    """
    raw = tomllib.loads(resources.files("memcon.statements").joinpath("data/cues.toml").read_text("utf-8"))
    frames = {n: Frame(n, tuple(f["content"]), tuple(f["addressee"])) for n, f in raw["frames"].items()}
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
        light_links=frozenset(light["links"]),
        phrases=tuple(tuple(p.split()) for p in raw["phrases"]["speaker_follows"]),
        channels={word: channel for channel, words in raw["channels"].items() for word in words},
    )
