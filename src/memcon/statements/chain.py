"""A linear chain over labels: the best sequence and, for training, sums over all sequences; many sequences at once."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Labels = NDArray[np.int64]


def best_paths(scores: Floats, lengths: NDArray[np.int64], moves: Floats) -> Labels:
    """Find the best label sequence of each row (Viterbi).

    Args:
        scores: (sequences, steps, labels), padded with zeros behind each sequence's end.
        lengths: number of steps of each sequence.
        moves: (sequences, steps, labels, labels) or anything that broadcasts to it: the score of going from a
            label to the next one, at the step of the latter.

    Returns:
        (sequences, steps) labels; what stands behind a sequence's end means nothing.
    """
    rows, steps, labels = scores.shape
    back = np.zeros((rows, steps, labels), dtype=np.int64)
    best = scores[:, 0].copy()
    shortest, same = int(lengths.min()), np.arange(labels)
    for t in range(1, steps):
        options = best[:, :, None] + moves[:, t]
        new = options.max(1) + scores[:, t]
        if t < shortest:
            best, back[:, t] = new, options.argmax(1)
            continue
        live = (t < lengths)[:, None]
        best = np.where(live, new, best)
        back[:, t] = np.where(live, options.argmax(1), same)
    path = np.zeros((rows, steps), dtype=np.int64)
    path[:, -1] = best.argmax(1)
    every = np.arange(rows)
    for t in range(steps - 1, 0, -1):
        path[:, t - 1] = back[every, t, path[:, t]]
    return path
