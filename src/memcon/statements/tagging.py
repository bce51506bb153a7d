"""Finds attributions with the trained models: first the cues, then for each cue its source and content.

The class is PolNeAR's, wider than speech: beliefs, intentions and plans are in it, too.
"""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from memcon.statements.chain import best_paths
from memcon.statements.columns import columns
from memcon.statements.cue_features import cue_features
from memcon.statements.hashing import Index
from memcon.statements.parsed import Parsed
from memcon.statements.rows import Window, window
from memcon.statements.span_features import Rows, span_features
from memcon.statements.weights import Weights, score, weights

if TYPE_CHECKING:
    from spacy.tokens import Doc

LIKELY = 0.35
"""From this chance on a token counts as a cue for the span model's features."""
THRESHOLD = 0.27
"""From this chance on a cue is reported; set for the best triple F1 on the part of PolNeAR's train split kept back."""
_BATCH = 400
_MOST = 40
_T = TypeVar("_T", bound=np.generic)


@dataclass(slots=True)
class Tagged:
    """An attribution as tokens: its cue's main token, and all tokens of cue, source and content, in order."""

    anchor: int
    chance: float
    cue: list[int]
    source: list[int]
    content: list[int]


def tag(doc: "Doc", parsed: Parsed, threshold: float = THRESHOLD, also: frozenset[int] = frozenset(), model: Weights | None = None) -> list[Tagged]:
    """Find the attributions of a document, in the order of their cues.

    Args:
        doc: the parsed text.
        parsed: the same as lists.
        threshold: the least chance of a cue.
        also: tokens that are cues in any case.
        model: other weights than those shipped.
    """
    if not parsed.size:
        return []
    model = model or weights()
    c = columns(doc, parsed)
    chance = cue_chances(cue_features(c), model)
    likely = set(np.flatnonzero(chance > LIKELY).tolist()) | set(also)
    anchors = sorted(set(_first_of_each(parsed, np.flatnonzero(chance > threshold).tolist())) | set(also))
    found: list[Tagged] = []
    for at in range(0, len(anchors), _BATCH):
        windows = [window(parsed, a) for a in anchors[at : at + _BATCH]]
        found += _label(span_features(c, parsed, windows, likely), windows, chance, model)
    return found


def _first_of_each(parsed: Parsed, anchors: list[int]) -> list[int]:
    """Keep the first `_MOST` cues of each sentence: no prose has more, and hostile text must not cost more."""
    counts: Counter[int] = Counter()
    kept = []
    for a in anchors:
        counts[parsed.sent[a]] += 1
        if counts[parsed.sent[a]] <= _MOST:
            kept.append(a)
    return kept


def cue_chances(features: Index, model: Weights) -> NDArray[np.float64]:
    """Give the chance of each token to be the main word of a cue."""
    chances: NDArray[np.float64] = 1 / (1 + np.exp(-score(model.cue, features)[:, 0].astype(np.float64)))
    return chances


def _label(rows: Rows, windows: list[Window], chance: NDArray[np.float64], model: Weights) -> list[Tagged]:
    scores, zones = pad(score(model.span, rows.features), rows.lengths), pad(rows.zone, rows.lengths)
    paths = best_paths(scores, rows.lengths, model.moves[zones])
    found = []
    for path, w in zip(paths.tolist(), windows, strict=True):
        parts: tuple[list[int], ...] = ([], [], [], [])
        for label, first, last in zip(path, w.first, w.last, strict=False):
            parts[label].extend(range(first, last + 1))
        cue = sorted({*parts[1], w.anchor})
        found.append(Tagged(w.anchor, float(chance[w.anchor]), cue, [i for i in parts[2] if i != w.anchor], [i for i in parts[3] if i != w.anchor]))
    return found


def pad(values: NDArray[_T], lengths: NDArray[np.int64]) -> NDArray[_T]:
    """Lay the rows of many sequences out as (sequences, longest, ...), with zeros behind each end."""
    out = np.zeros((len(lengths), int(lengths.max()), *values.shape[1:]), values.dtype)
    out[np.arange(out.shape[1])[None, :] < lengths[:, None]] = values
    return out


def outermost(found: list[Tagged]) -> list[Tagged]:
    """Leave out attributions without content, and those whose cue stands inside the content of another one."""
    kept = [t for t in found if t.content]
    inside = [frozenset(t.content) for t in kept]
    at: dict[int, list[int]] = {}
    for number, tokens in enumerate(inside):
        for token in tokens:
            at.setdefault(token, []).append(number)
    return [t for k, t in enumerate(kept) if not any(j != k and kept[j].anchor not in inside[k] for j in at.get(t.anchor, ()))]
