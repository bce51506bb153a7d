"""What the teacher reads: sentences as numbers. Plain Python and torch, no spaCy."""

import json
import lzma
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

torch: Any = import_module("torch")

ROOT = "<root>"


@dataclass(slots=True)
class Sentence:
    """Words and, where known, their annotation; the heads count words from 1, and 0 is the root."""

    words: list[str]
    spaces: list[bool]
    tags: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    rels: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)


def from_conllu(path: Path) -> Iterator[Sentence]:
    """Read the words of a treebank (xz); UPOS and features make one label, as `NOUN|Number=Sing`."""
    rows: list[list[str]] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line == "\n":
                if rows:
                    columns = list(zip(*rows, strict=True))
                    morphs = [f"{pos}|{feats}" for pos, feats in zip(columns[3], columns[5], strict=True)]
                    yield Sentence(
                        [word.replace(" ", "") for word in columns[1]], [], list(columns[4]), morphs,
                        [int(head) for head in columns[6]], list(columns[7]),
                    )  # fmt: skip
                rows = []
            elif not line.startswith("#") and line.split("\t", 1)[0].isdigit():
                rows.append(line.rstrip("\n").split("\t"))


def from_jsonl(path: Path) -> Iterator[Sentence]:
    """Read sentences that `training.corpora` or `training.names` wrote."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield Sentence(**json.loads(line))


class Vocabulary:
    """Numbers of words, letters and labels; 0 is padding, 1 unknown."""

    def __init__(self, sentences: list[Sentence]) -> None:
        words = Counter(word.lower() for one in sentences for word in one.words)
        self.counts = words
        self.words = {w: k + 3 for k, w in enumerate(sorted(w for w, n in words.items() if n > 1))} | {ROOT: 2}
        letters = sorted({letter for one in sentences for word in one.words for letter in word})
        self.letters = {letter: k + 2 for k, letter in enumerate(letters)}
        self.sets = {
            name: {label: k for k, label in enumerate(sorted({x for one in sentences for x in getattr(one, name)}))}
            for name in ("tags", "morphs", "rels", "labels")
        }

    def names(self, kind: str) -> list[str]:
        """Give the labels of a kind in the order of their numbers."""
        return list(self.sets[kind])


def _pad(rows: list[list[int]]) -> Any:
    longest = max(map(len, rows))
    return torch.tensor([row + [0] * (longest - len(row)) for row in rows])


def encode(sentences: list[Sentence], vocabulary: Vocabulary, vectors: Any, drop: float = 0.0) -> dict[str, Any]:
    """Make a batch; `drop` of the words that are in the vocabulary are hidden, so that the unknown word is learnt.

    `vectors` is a floret model. The root stands before the words of each sentence.
    """
    texts = [[ROOT, *one.words] for one in sentences]
    types = {word: k for k, word in enumerate(dict.fromkeys(word for text in texts for word in text))}
    numbers = [
        [1 if drop and random.random() < drop else vocabulary.words.get(ROOT if w == ROOT else w.lower(), 1) for w in text]
        for text in texts
    ]
    spelt = [[vocabulary.letters.get(letter, 1) for letter in word[:24]] for word in types]
    spelt[0] = [1]
    known = torch.stack([torch.from_numpy(vectors.get_word_vector(word)) for word in types])
    known[0] = 0
    places = _pad([[types[word] for word in text] for text in texts])
    return {
        "words": _pad(numbers), "letters": _pad(spelt), "types": places, "vectors": known[places],
        "lengths": torch.tensor([len(text) for text in texts]),
    }  # fmt: skip


def gold(sentences: list[Sentence], vocabulary: Vocabulary, kind: str) -> Any:
    """Give the labels of a kind (or "heads"), -1 for the root and for padding."""
    if kind == "heads":
        rows = [[-1, *one.heads] for one in sentences]
    else:
        rows = [[-1, *(vocabulary.sets[kind].get(label, -1) for label in getattr(one, kind))] for one in sentences]
    longest = max(map(len, rows))
    return torch.tensor([row + [-1] * (longest - len(row)) for row in rows])


def batches(sentences: list[Sentence], words: int, shuffled: bool = True) -> Iterator[list[Sentence]]:
    """Group sentences of like length into batches of about so many words."""
    ordered = sorted(sentences, key=lambda one: len(one.words) + (random.random() * 3 if shuffled else 0))
    groups: list[list[Sentence]] = [[]]
    size = 0
    for one in ordered:
        if groups[-1] and size + len(one.words) > words:
            groups.append([])
            size = 0
        groups[-1].append(one)
        size += len(one.words) + 1
    if shuffled:
        random.shuffle(groups)
    yield from filter(None, groups)
