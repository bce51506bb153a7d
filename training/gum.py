"""Names of GUM's open genres, for the switch `--gum` of `training.build`: not for a model that is shipped.

The texts are open, but GUM's annotations are under CC BY-NC-SA 4.0. GUM marks every mention; a name is the part of a mention whose head is a
proper noun, cut to the run of proper nouns around it.
"""

import lzma
import re
from collections.abc import Iterator
from typing import Any

import spacy
from spacy.tokens import Doc, Span

from training.paths import shared

_TYPES = {"person": "PERSON", "place": "LOC", "organization": "ORG", "event": "MISC"}
_ENTITY = re.compile(r"Entity=([^|]+)")
_PIECE = re.compile(r"\([^()]+\)?|[^()]+\)")
_LINKS = frozenset(["of", "for", "and", "the", "&", "-", "de", "al", "on", "to", "'s", "in", "bin", "von", "van", "el"])
_VOCAB = spacy.blank("en").vocab


def _sentences() -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    with lzma.open(shared() / "treebanks" / "gum-open-train.conllu.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line == "\n" and rows:
                yield rows
                rows = []
            elif line.split("\t", 1)[0].isdigit():
                rows.append(line.rstrip("\n").split("\t"))


def _mentions(rows: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    opened: list[tuple[str, str, int]] = []
    for k, row in enumerate(rows):
        match = _ENTITY.search(row[9])
        for piece in _PIECE.findall(match[1]) if match else ():
            parts = piece.strip("()").split("-")
            if piece.startswith("("):
                if piece.endswith(")"):
                    yield k, k + 1, parts[1]
                else:
                    opened.append((parts[0], parts[1], k))
            else:
                found = next((o for o in reversed(opened) if o[0] == parts[0]), None)
                if found:
                    opened.remove(found)
                    yield found[2], k + 1, found[1]


def _cut(rows: list[list[str]], start: int, end: int) -> tuple[int, int] | None:
    """Cut a mention to its name: the run of proper nouns around its head."""
    heads = [int(row[6]) - 1 for row in rows]
    inside = [k for k in range(start, end) if not start <= heads[k] < end]
    if not inside or rows[inside[0]][3] != "PROPN":
        return None

    def joins(k: int, step: int) -> bool:
        if not start <= k < end:
            return False
        return rows[k][3] == "PROPN" or (rows[k][1].lower() in _LINKS and start <= k + step < end and rows[k + step][3] == "PROPN")

    first = last = inside[0]
    while joins(first - 1, -1):
        first -= 1
    while joins(last + 1, 1):
        last += 1
    return first, last + 1


def names(nations: frozenset[str]) -> Iterator[Any]:
    """Give a Doc with names for each sentence of the training part."""
    from training.names import finished

    for rows in _sentences():
        words = [row[1].replace(" ", "") for row in rows]
        doc = Doc(_VOCAB, words=words, spaces=["SpaceAfter=No" not in row[9] for row in rows])
        spans = []
        for start, end, kind in _mentions(rows):
            cut = _cut(rows, start, end) if kind in _TYPES else None
            if cut:
                spans.append(Span(doc, *cut, label=_TYPES[kind]))
        yield finished(doc, spans, nations)
