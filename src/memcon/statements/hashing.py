"""Feature hashing: values are mixed to 64 bits and folded to an index into the weights, all as numpy arrays."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.uint64]
Index = NDArray[np.int32]

_ODD = np.uint64(0x9E3779B97F4A7C15)
_STIR = np.uint64(0xBF58476D1CE4E5B9)
_SHIFT = np.uint64(29)
_LAST = np.uint64(32)


def mix(*parts: Any) -> Ids:
    """Mix arrays (or single numbers) of one length into one array of 64-bit values."""
    rows = max((len(part) for part in parts if isinstance(part, np.ndarray) and part.ndim), default=0)
    value: Any = np.full(max(rows, 1), 0x243F6A8885A308D3, np.uint64)  # an array wraps around silently, a single number warns
    for part in parts:
        value ^= part if isinstance(part, np.ndarray) and part.dtype == np.uint64 else np.asarray(part).astype(np.uint64)
        value *= _ODD
        value ^= value >> _SHIFT
    value *= _STIR
    value ^= value >> _LAST
    result: Ids = value
    return result


def fold(columns: list[Ids], bits: int) -> Index:
    """Give the index matrix (rows, features) of feature columns; each column is told apart by its place."""
    out = np.empty((len(columns[0]), len(columns)), dtype=np.int32)
    mask = np.uint64((1 << bits) - 1)
    with np.errstate(over="ignore"):
        for number, column in enumerate(columns):
            value = (column ^ np.uint64(number + 1)) * _ODD
            out[:, number] = ((value ^ (value >> _SHIFT)) & mask).astype(np.int32)
    return out
