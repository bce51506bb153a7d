"""Trains the statements models on PolNeAR's train split: `python -m training.statements POLNEAR_DIR [--hold-out N]`.

Writes `src/memcon/statements/model/weights.npz`. The same data, language model and numpy give the same bytes. With
`--hold-out N` the last N articles are kept out of training and the weights go to the file given by `--out`, so that
thresholds and features can be judged without the dev split.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from memcon import language
from memcon.statements import cue_features as cue_model
from memcon.statements import span_features as span_model
from memcon.statements.columns import Columns, columns, table_print
from memcon.statements.hashing import Index
from memcon.statements.parsed import Parsed
from memcon.statements.quotes import lines, pair
from memcon.statements.rows import Window, window
from memcon.statements.tagging import LIKELY, cue_chances
from memcon.statements.weights import LABELS, Floats, Weights, pack
from training.statements_chain import train_cues, train_spans
from training.statements_polnear import Attribution, anchor_of, read_split, tokens_of

MODEL = Path(__file__).resolve().parents[1] / "src/memcon/statements/model"
CUES: dict[str, Any] = {"epochs": 12, "rate": 0.15, "shrink": 0.2}
SPANS: dict[str, Any] = {"epochs": 10, "rate": 0.12, "shrink": 0.05}
FOLDS = 4
Ints = NDArray[np.int64]


class Article:
    """A parsed article, the features of its tokens and its attributions as tokens."""

    def __init__(self, text: str, attributions: list[Attribution], doc: Any) -> None:
        self.parsed = Parsed(doc, pair(text, list(lines(text))))
        self.columns: Columns = columns(doc, self.parsed)
        self.features: Index = cue_model.cue_features(self.columns)
        self.is_cue = np.zeros(self.parsed.size, np.int64)
        self.items: list[tuple[int, dict[int, int]]] = []
        for a in attributions:
            cue = tokens_of(self.parsed, a.cue)
            anchor = anchor_of(self.parsed, cue)
            if anchor is not None:
                labels = dict.fromkeys(tokens_of(self.parsed, a.content), 3)
                labels |= dict.fromkeys(tokens_of(self.parsed, a.source), 2)
                self.items.append((anchor, labels | dict.fromkeys(cue, 1)))
                self.is_cue[anchor] = 1


def articles(folder: Path) -> Iterator[Article]:
    """Read and parse a split."""
    read = read_split(folder)
    docs = language.analyse_many((text, list(lines(text))) for _, text, _ in read)
    for (_, text, attributions), doc in zip(read, docs, strict=True):
        if len(doc):
            yield Article(text, attributions, doc)


def fit_cues(data: list[Article]) -> Floats:
    """Train the cue model."""
    features, gold = np.concatenate([a.features for a in data]), np.concatenate([a.is_cue for a in data])
    return train_cues(features, gold, 1 << cue_model.BITS, **CUES)


def fit_spans(data: list[Article], chances: list[NDArray[np.float64]]) -> tuple[Floats, Floats]:
    """Train the span model on the gold cues, with the cues beside them as the cue model finds them in unseen text."""
    parts: list[tuple[Index, Ints, Ints, Ints]] = []
    for a, chance in zip(data, chances, strict=True):
        if not a.items:
            continue
        windows = [window(a.parsed, anchor) for anchor, _ in a.items]
        rows = span_model.span_features(a.columns, a.parsed, windows, set(np.flatnonzero(chance > LIKELY).tolist()))
        gold = np.concatenate([row_labels(w, labels) for w, (_, labels) in zip(windows, a.items, strict=True)])
        parts.append((rows.features, rows.zone, gold, rows.lengths))
    features, zones, gold, lengths = (np.concatenate([p[k] for p in parts]) for k in range(4))
    return train_spans(features, zones, gold, lengths, 1 << span_model.BITS, len(LABELS), span_model.ZONES, **SPANS)


def row_labels(w: Window, labels: dict[int, int]) -> Ints:
    """Give the gold label of each row; a row of several tokens is content where most of it is, and else nothing."""
    out = []
    for first, last, away in zip(w.first, w.last, w.away, strict=True):
        if away == 0:
            out.append(labels.get(first, 0))
        else:
            out.append(3 if 2 * sum(labels.get(i) == 3 for i in range(first, last + 1)) > last - first + 1 else 0)
    return np.array(out, np.int64)


def train(data: list[Article]) -> Weights:
    """Train both models; the cue chances that the span model sees come from models of the other folds."""
    chances: list[NDArray[np.float64]] = [np.zeros(0)] * len(data)
    for fold in range(FOLDS):
        part = Weights(fit_cues([a for k, a in enumerate(data) if k % FOLDS != fold]), np.zeros((1, 1), np.float32), np.zeros(1, np.float32))
        for k in range(fold, len(data), FOLDS):
            chances[k] = cue_chances(data[k].features, part)
    span, moves = fit_spans(data, chances)
    return Weights(fit_cues(data), span, moves)


def save(trained: Weights, path: Path) -> str:
    """Write the weights as bytes; gives the SHA-256 of the file."""
    cue, cue_scale = pack(trained.cue)
    span, span_scale = pack(trained.span)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, cue=cue, cue_scale=cue_scale, span=span, span_scale=span_scale, moves=trained.moves, table=np.array(table_print()),
                        language_model=np.array(language.model_hash(language.load())))
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("polnear", type=Path, help="the folder that holds train/")
    parser.add_argument("--hold-out", type=int, default=0, metavar="N")
    parser.add_argument("--out", type=Path, default=MODEL / "weights.npz")
    args = parser.parse_args()
    data = list(articles(args.polnear / "train"))
    kept = data[: len(data) - args.hold_out] if args.hold_out else data
    digest = save(train(kept), args.out)
    print(json.dumps({"articles": len(kept), "sha256": digest, "bytes": args.out.stat().st_size}))


if __name__ == "__main__":
    main()
