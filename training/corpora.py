"""Treebanks and the teacher's parses as spaCy's DocBin, for the syntax of the shipped model."""

import json
import lzma
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, DocBin

_ATTRIBUTES = ["ORTH", "TAG", "POS", "MORPH", "HEAD", "DEP", "SENT_START", "SPACY"]
_TOGETHER = 8  # Sentences of one paragraph in a Doc, so that the parser learns where sentences end.
_VOCAB = spacy.blank("en").vocab
Sentence = list[tuple[str, bool, str, str, str, int, str]]
"""Words as (form, space behind, XPOS, UPOS, features, head from 1 or 0, relation)."""


def treebank(path: Path) -> Iterator[tuple[Sentence, bool]]:
    """Give the sentences of a CoNLL-U file (xz), and whether each opens a paragraph.

    The parts of a multiword token ("do", "n't") become words without a space between them, as spaCy cuts them.
    """
    rows: list[list[str]] = []
    opens = False
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(("# newdoc", "# newpar")):
                opens = True
            elif line == "\n":
                if rows:
                    yield _words(rows), opens
                rows, opens = [], False
            elif line[0] != "#":
                rows.append(line.rstrip("\n").split("\t"))


def _words(rows: list[list[str]]) -> Sentence:
    words: Sentence = []
    last, after = 0, True
    for row in rows:
        if "-" in row[0]:
            last, after = int(row[0].split("-")[1]), "SpaceAfter=No" not in row[9]
        elif "." not in row[0]:
            number = int(row[0])
            space = ("SpaceAfter=No" not in row[9]) if number > last else (after and number == last)
            upos = row[3] if row[3] != "_" else "X"
            feats = "" if row[5] == "_" else row[5]
            words.append((row[1].replace(" ", ""), space, row[4], upos, feats, int(row[6]), row[7]))
    return words


def parsed(path: Path, seed: int) -> Iterator[list[Sentence]]:
    """Give the sentences that the teacher parsed, in groups of one to four by chance."""
    chance = random.Random(seed)
    with path.open(encoding="utf-8") as lines:
        rows = sorted(lines)
    chance.shuffle(rows)
    group: list[Sentence] = []
    size = chance.randint(1, 4)
    for row in map(json.loads, rows):
        morphs = [morph.split("|", 1) for morph in row["morphs"]]
        group.append(
            [
                (word, space, tag, pos, "" if feats == "_" else feats, head, rel)
                for word, space, tag, (pos, feats), head, rel in zip(
                    row["words"], [*row["spaces"][:-1], True], row["tags"], morphs, row["heads"], row["rels"], strict=True
                )
            ]
        )
        if len(group) == size:
            yield group
            group, size = [], chance.randint(1, 4)
    if group:
        yield group


def paragraphs(path: Path) -> Iterator[list[Sentence]]:
    """Give the sentences of a treebank in groups of up to eight of one paragraph."""
    group: list[Sentence] = []
    for sentence, opens in treebank(path):
        if group and (opens or len(group) == _TOGETHER):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def doc_of(sentences: list[Sentence]) -> Any:
    """Make a Doc of annotated sentences."""
    columns: dict[str, list[Any]] = {name: [] for name in ("words", "spaces", "tags", "pos", "morphs", "heads", "deps", "sent_starts")}
    for sentence in sentences:
        offset = len(columns["words"])
        for k, (word, space, tag, pos, feats, head, rel) in enumerate(sentence):
            values = (word, space, tag, pos, feats, offset + (head - 1 if head else k), rel if head else "ROOT", k == 0)
            for name, value in zip(columns, values, strict=True):
                columns[name].append(value)
    return Doc(_VOCAB, **columns)


def write(out: Path, groups: Iterator[list[Sentence]]) -> int:
    """Write a DocBin; gives the number of its tokens."""
    return save(out, (doc_of(group) for group in groups), _ATTRIBUTES)


def save(out: Path, docs: Iterator[Any], attributes: list[str]) -> int:
    """Write Docs; gives the number of their tokens."""
    store, tokens = DocBin(attrs=attributes), 0
    for doc in docs:
        store.add(doc)
        tokens += len(doc)
    store.to_disk(out)
    print(f"{out.stem}: {len(store)} docs, {tokens} tokens", flush=True)
    return tokens
