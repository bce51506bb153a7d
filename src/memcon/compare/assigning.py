"""The best pairing of two sides: the assignment of greatest weight (the Hungarian method by shortest augmenting paths)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def assign(weight: Floats) -> list[tuple[int, int]]:
    """Give the pairs (row, column) of the one-to-one assignment with the greatest sum; min(rows, columns) of them.

    After R. Jonker and A. Volgenant, Computing 38 (1987). O(n^2 m); ties go to the lower index.

    >>> assign(np.array([[0.9, 0.8], [0.8, 0.1]]))
    [(0, 1), (1, 0)]
    """
    if not weight.size:
        return []
    if weight.shape[0] > weight.shape[1]:
        return sorted((r, c) for c, r in assign(weight.T))
    cost = -weight
    rows, columns = cost.shape
    u, v = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.zeros(columns + 1, dtype=np.int64)
    for row in range(1, rows + 1):
        owner[0] = row
        _augment(cost, u, v, owner)
    return sorted((int(owner[c]) - 1, c - 1) for c in range(1, columns + 1) if owner[c])


def _augment(cost: Floats, u: Floats, v: Floats, owner: NDArray[np.int64]) -> None:
    """Find the shortest augmenting path of the row in `owner[0]` and turn it over."""
    columns = cost.shape[1]
    least = np.full(columns + 1, np.inf)
    way = np.zeros(columns + 1, dtype=np.int64)
    used = np.zeros(columns + 1, dtype=bool)
    at = 0
    while True:
        used[at] = True
        row = owner[at]
        free = ~used
        free[0] = False
        reduced = cost[row - 1] - u[row] - v[1:]
        better = free[1:] & (reduced < least[1:])
        least[1:][better] = reduced[better]
        way[1:][better] = at
        ahead = int(np.argmin(np.where(free, least, np.inf)))
        delta = least[ahead]
        u[owner[used]] += delta
        v[used] -= delta
        least[~used] -= delta
        at = ahead
        if owner[at] == 0:
            break
    while at:
        owner[at] = owner[way[at]]
        at = int(way[at])


def chosen(confidence: Floats, floor: float) -> Sequence[tuple[int, int]]:
    """Give the pairs of the best assignment whose confidence reaches the floor; nothing under it counts or is forced."""
    weight = np.where(confidence >= floor, confidence, 0.0)
    rows, columns = np.flatnonzero(weight.any(axis=1)), np.flatnonzero(weight.any(axis=0))
    kept = weight[np.ix_(rows, columns)]
    return [(int(rows[r]), int(columns[c])) for r, c in assign(kept) if kept[r, c] > 0]
