"""Reads PolNeAR and binds its attributions to tokens: what the statements models are trained on.

A folder of PolNeAR holds `train/text/NAME.txt` and `train/attributions/NAME_ANNOTATOR.ann` (brat standoff); where an
article has several annotators, the first by the alphabet counts. Offsets are code points of the file as it is stored.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from memcon.statements.parsed import Parsed

Spans = tuple[tuple[int, int], ...]
_BOUND = re.compile(r"^(T\d+)\t(\S+) ([\d ;]+)\t", re.M)
_EVENT = re.compile(r"^E\d+\t(.+)$", re.M)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of one attribution, each a tuple of offsets; the source may be empty."""

    source: Spans
    cue: Spans
    content: Spans


def read_split(folder: Path) -> list[tuple[str, str, list[Attribution]]]:
    """Give name, text and attributions of the articles of a split, by name."""
    versions: dict[str, list[Path]] = defaultdict(list)
    for path in (folder / "attributions").glob("*.ann"):
        versions[path.stem.rsplit("_", 1)[0]].append(path)
    out = []
    for path in sorted((folder / "text").glob("*.txt")):
        of = sorted(versions[path.stem])
        out.append((path.stem, path.read_bytes().decode("utf-8"), read_brat(of[0].read_bytes().decode("utf-8")) if of else []))
    return out


def read_brat(standoff: str) -> list[Attribution]:
    """Read one brat file; roles come from the type of the bound text, not from the name of the argument."""
    bound = {}
    for match in _BOUND.finditer(standoff):
        parts = (p.split() for p in match[3].split(";"))
        bound[match[1]] = (match[2].lower(), [(int(s), int(e)) for s, e in parts])
    found = []
    for match in _EVENT.finditer(standoff):
        roles: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
        for argument in match[1].split():
            role, spans = bound[argument.split(":", 1)[1]]
            if role in roles:
                roles[role] += spans
        if roles["content"]:
            found.append(Attribution(*(tuple(sorted(roles[r])) for r in ("source", "cue", "content"))))
    return sorted(found, key=lambda a: a.content)


def tokens_of(parsed: Parsed, spans: Spans) -> list[int]:
    """Give the tokens that share a character with these spans."""
    found = []
    for start, end in spans:
        i = parsed.token_at(start)
        while i < parsed.size and parsed.start[i] < end:
            found.append(i)
            i += 1
    return found


def anchor_of(parsed: Parsed, cue: list[int]) -> int | None:
    """Give the main token of a cue: the one whose head stands outside of it; verbs go before other words."""
    inside = set(cue)
    tops = [i for i in cue if (parsed.head[i] not in inside or parsed.head[i] == i) and parsed.word[i][0].isalnum()]
    if not tops:
        return cue[0] if cue else None
    verbs = [i for i in tops if parsed.pos[i] == "VERB"]
    return verbs[0] if verbs else tops[0]
