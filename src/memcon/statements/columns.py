"""The attributes of a document's tokens as integer arrays, from which the models' features are mixed."""

import hashlib
import json
import zlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from memcon.statements.hashing import Ids, mix
from memcon.statements.lexicon import lexicon
from memcon.statements.parsed import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Doc

Ints = NDArray[np.int64]
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_CLAUSAL = {"ccomp": 1, "xcomp": 2, "parataxis": 4, "obj": 8, "advcl": 16, "nsubj": 32, "nsubj:pass": 64, "obl": 128, "mark": 256, "aux": 512,
            "aux:pass": 1024, "cop": 2048, "acl": 4096, "iobj": 8192, "obl:agent": 16384, "acl:relcl": 32768}
_TOLD = frozenset({*_CLAUSAL, *_SUBJECTS, "case"})
"""The relations that the arrays tell of."""


@dataclass(slots=True)
class Columns:
    """Arrays over tokens, each with one more element at the end (zero) that stands for "no token".

    `low`, `lemma`, `pos`, `tag`, `dep`, `ent` are spaCy's hashes; `frame` the class of the cue table; `quote` is 0
    outside and 1 inside double quotation marks; `kids` a bit set of the relations of a token's children; `prep` a hash
    of the prepositions that hang on it; `subject` the token of its subject; `mark` the subordinator of its clause.
    """

    size: int
    low: Ids
    lemma: Ids
    pos: Ids
    tag: Ids
    dep: Ids
    ent: Ids
    suffix: Ids
    frame: Ids
    quote: Ids
    head: Ints
    sent: Ints
    kids: Ids
    prep: Ids
    subject: Ints
    clause: Ints


@cache
def frames() -> dict[str, int]:
    """Give the class of each word of the cue table: a number made of its frame's name, so that a new frame moves no other one."""
    return {lemma: 1 + zlib.crc32(cues[-1].frame.name.encode()) for lemma, cues in lexicon().cues.items()}


def table_print() -> str:
    """Give the fingerprint of what the models' features take from the cue table; weights fit only the one that they were trained with."""
    return hashlib.sha256(json.dumps(frames(), sort_keys=True).encode()).hexdigest()[:16]


def columns(doc: "Doc", parsed: Parsed) -> Columns:
    """Read the arrays off a parsed document."""
    raw = doc.to_array(["LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "SUFFIX"]).astype(np.uint64)
    raw = np.vstack([raw.reshape(-1, 7), np.zeros((1, 7), np.uint64)])
    n = parsed.size
    classes = frames()
    kids = np.zeros(n + 1, np.uint64)
    prep = np.zeros(n + 1, np.uint64)
    subject = np.full(n + 1, n, np.int64)
    clause = np.full(n + 1, n, np.int64)
    bits, preps = [0] * n, [0] * n
    low = raw[:, 0]
    for i in range(n):
        dep = parsed.dep[i]
        if dep not in _TOLD:
            continue
        h = parsed.head[i]
        if h == i:
            continue
        bits[h] |= _CLAUSAL.get(dep, 0)
        if dep in _SUBJECTS:
            subject[h] = i
        elif dep in ("ccomp", "xcomp", "parataxis") and i > h:
            clause[h] = i
        elif dep == "case":
            up = parsed.head[h]
            if up != h and up < i:
                preps[up] = preps[up] or i + 1
    kids[:n] = bits
    prep[:n] = [low[p - 1] if p else 0 for p in preps]
    return Columns(
        n, low, raw[:, 1], raw[:, 2], raw[:, 3], raw[:, 4], raw[:, 5], raw[:, 6],
        np.array([*[classes.get(lemma, 0) for lemma in parsed.lemma], 0], np.uint64),
        np.array([*[q != -1 for q in parsed.quote], 0], np.uint64),
        np.array([*parsed.head, n], np.int64), np.array([*parsed.sent, -1], np.int64), kids, prep, subject, clause,
    )


def beside(column: Ids, index: Ints, by: int) -> Ids:
    """Give a column's values `by` tokens beside each index; zero beyond the text."""
    at = index + by
    last = len(column) - 1
    at = np.where((at < 0) | (at > last), last, at)
    return column[at]


def short(values: Ints, most: int = 12) -> Ids:
    """Put distances into buckets: exact when small, then coarser and coarser."""
    size = np.abs(values)
    bucket = np.where(size <= 4, size, np.where(size <= 6, 5, np.where(size <= 9, 6, np.where(size <= 14, 7, np.where(size <= 25, 8, 9)))))
    return mix(np.minimum(bucket, most), values < 0)
