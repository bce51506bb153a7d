"""The trained weights of the two models, read from `model/weights.npz`."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from memcon.errors import ModelError
from memcon.statements.hashing import Index

Floats = NDArray[np.float32]
LABELS = ("other", "cue", "source", "content")


@dataclass(frozen=True, slots=True)
class Weights:
    """`cue` (features, 1), `span` (features, labels), `moves` (zones, labels, labels)."""

    cue: Floats
    span: Floats
    moves: Floats


@cache
def weights() -> Weights:
    """Read the weights that are shipped with the package.

    They are stored as bytes with one scale for each array, which costs no accuracy and makes them a quarter as large.

    Raises:
        ModelError: the file is missing or is not what `training/statements.py` writes.
    """
    path = resources.files("memcon.statements").joinpath("model/weights.npz")
    try:
        with path.open("rb") as file, np.load(file) as stored:
            return Weights(_read(stored, "cue"), _read(stored, "span"), stored["moves"].astype(np.float32))
    except (OSError, KeyError, ValueError) as error:
        raise ModelError(f"the weights of the statements models cannot be read ({error}); run training/statements.py") from error


def trained_for() -> tuple[str, str]:
    """Give what the shipped weights were trained with: the fingerprint of the cue table and the hash of the language model."""
    path = resources.files("memcon.statements").joinpath("model/weights.npz")
    with path.open("rb") as file, np.load(file) as stored:
        return str(stored["table"]), str(stored["language_model"])


def _read(stored: Any, name: str) -> Floats:
    scaled: Floats = stored[name].astype(np.float32) * stored[f"{name}_scale"].astype(np.float32)
    return scaled


def pack(array: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Round an array to bytes; gives the bytes and the scale of each column."""
    scale = np.maximum(np.quantile(np.abs(array), 0.9999, axis=0), 1e-6) / 127
    return np.clip(np.rint(array / scale), -127, 127).astype(np.int8), scale.astype(np.float32)


def score(array: Floats, features: Index) -> Floats:
    """Sum the weights of each row's features: (rows, columns of `array`)."""
    out = np.zeros((len(features), array.shape[1]), np.float32)
    one = np.empty_like(out)
    for column in features.T.astype(np.intp, order="C"):
        np.take(array, column, axis=0, out=one, mode="clip")
        out += one
    return out
