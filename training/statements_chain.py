"""Trains the two statements models in numpy: a log-linear one for cues and a linear-chain one for spans.

Both have hashed features; they are trained by AdaGrad on the log-likelihood, in a fixed order and from a fixed seed,
so that the same data give the same weights.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from memcon.statements.hashing import Index
from memcon.statements.tagging import pad
from memcon.statements.weights import score

Floats = NDArray[np.float32]


@dataclass(slots=True)
class AdaGrad:
    """Adaptive steps for one array of weights, with L2 shrinkage of what is touched."""

    weights: Floats
    rate: float
    shrink: float
    seen: Floats = field(init=False)

    def __post_init__(self) -> None:
        self.seen = np.full_like(self.weights, 1e-6)

    def step(self, gradient: Floats) -> None:
        """Move against the gradient."""
        gradient = gradient + self.shrink * self.weights
        self.seen += gradient * gradient
        self.weights -= self.rate * gradient / np.sqrt(self.seen)


def scatter(features: Index, gradient: Floats, size: int) -> Floats:
    """Add each row's gradient to all of its features: the gradient of the weights."""
    flat = features.ravel()
    out = np.empty((size, gradient.shape[1]), np.float32)
    for label in range(gradient.shape[1]):
        out[:, label] = np.bincount(flat, weights=np.repeat(gradient[:, label], features.shape[1]), minlength=size)
    return out


def train_cues(features: Index, gold: NDArray[np.int64], size: int, epochs: int = 8, batch: int = 20000, rate: float = 0.15,
               shrink: float = 2e-2, seed: int = 1) -> Floats:
    """Train the log-linear cue model; gives (size, 1) weights of the log-odds."""
    model = AdaGrad(np.zeros((size, 1), np.float32), rate, shrink)
    order = np.random.default_rng(seed)
    total = np.zeros_like(model.weights)
    for epoch in range(epochs):
        for part in np.array_split(order.permutation(len(features)), max(1, len(features) // batch)):
            rows = features[part]
            p = 1 / (1 + np.exp(-score(model.weights, rows)[:, 0]))
            model.step(scatter(rows, (p - gold[part])[:, None].astype(np.float32), size))
            if epoch >= epochs // 2:
                total += model.weights
    return (total / max(1, (epochs - epochs // 2) * max(1, len(features) // batch))).astype(np.float32)


def expected(scores: Floats, lengths: NDArray[np.int64], moves: Floats) -> tuple[Floats, Floats, Floats]:
    """Sum over all label sequences (forward-backward).

    Returns:
        The log of the sum for each sequence, the label marginals (sequences, steps, labels), and the expected moves
        (sequences, steps, labels, labels), at the step of the later label.
    """
    rows, steps, labels = scores.shape
    alpha = np.zeros_like(scores)
    beta = np.zeros_like(scores)
    alpha[:, 0] = scores[:, 0]
    for t in range(1, steps):
        new = _logsum(alpha[:, t - 1][:, :, None] + moves[:, t], 1) + scores[:, t]
        alpha[:, t] = np.where((t < lengths)[:, None], new, alpha[:, t - 1])
    for t in range(steps - 2, -1, -1):
        new = _logsum(moves[:, t + 1] + (scores[:, t + 1] + beta[:, t + 1])[:, None, :], 2)
        beta[:, t] = np.where((t + 1 < lengths)[:, None], new, 0)
    total = _logsum(alpha[:, -1], 1)
    marginal = np.exp(alpha + beta - total[:, None, None])
    pairs = np.zeros((rows, steps, labels, labels), np.float32)
    for t in range(1, steps):
        pairs[:, t] = np.exp(alpha[:, t - 1][:, :, None] + moves[:, t] + (scores[:, t] + beta[:, t])[:, None, :] - total[:, None, None])
    live = np.arange(steps)[None, :] < lengths[:, None]
    return total, marginal * live[:, :, None], pairs * live[:, :, None, None]


def _logsum(x: Floats, axis: int) -> Floats:
    top = x.max(axis)
    out: Floats = top + np.log(np.exp(x - np.expand_dims(top, axis)).sum(axis))
    return out


def train_spans(features: Index, zones: NDArray[np.int64], gold: NDArray[np.int64], lengths: NDArray[np.int64], size: int, labels: int,
                n_zones: int, epochs: int = 8, batch: int = 256, rate: float = 0.15, shrink: float = 1e-2, seed: int = 1) -> tuple[Floats, Floats]:
    """Train the span model; gives weights (size, labels) and moves (zones, labels, labels)."""
    state = AdaGrad(np.zeros((size, labels), np.float32), rate, shrink)
    move = AdaGrad(np.zeros((n_zones, labels, labels), np.float32), rate, shrink)
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    order = np.random.default_rng(seed)
    sums, move_sums, count = np.zeros_like(state.weights), np.zeros_like(move.weights), 0
    by_length = np.argsort(lengths, kind="stable")
    batches = np.array_split(by_length, max(1, len(lengths) // batch))
    for epoch in range(epochs):
        for which in order.permutation(len(batches)):
            part = batches[which]
            n = lengths[part]
            rows = np.concatenate([np.arange(s, s + k) for s, k in zip(starts[part], n, strict=True)])
            x, z, y = features[rows], pad(zones[rows], n), pad(gold[rows], n)
            _, marginal, pairs = expected(pad(score(state.weights, x), n), n, move.weights[z])
            live = np.arange(y.shape[1])[None, :] < n[:, None]
            truth = np.eye(labels, dtype=np.float32)[y] * live[:, :, None]
            state.step(scatter(x, (marginal - truth)[live], size))
            true_pairs = truth[:, :-1, :, None] * truth[:, 1:, None, :]
            grad = np.zeros_like(move.weights)
            np.add.at(grad, z[:, 1:], pairs[:, 1:] - true_pairs)
            move.step(grad)
            if epoch >= epochs // 2:
                sums += state.weights
                move_sums += move.weights
                count += 1
    return (sums / count).astype(np.float32), (move_sums / count).astype(np.float32)
