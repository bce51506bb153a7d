"""Train floret vectors on the tokens of `training.text`: `python -m training.vectors TOKENS OUT`.

OUT.bin is read by the teachers, OUT.floret by `spacy init vectors`. One thread and a fixed seed: the same text gives the same
vectors.
"""

import argparse
from importlib import import_module
from pathlib import Path
from typing import Any

floret: Any = import_module("floret")

DIMENSION = 100
ROWS = 20_000  # 8 MB of the package; each word and each of its 4- and 5-letter pieces is the sum of two rows.


def train(tokens: Path, out: Path, epochs: int = 2) -> None:
    """Train and write both files."""
    model = floret.train_unsupervised(
        str(tokens), model="cbow", mode="floret", dim=DIMENSION, bucket=ROWS, hashCount=2, minn=4, maxn=5, minCount=5,
        epoch=epochs, lr=0.05, neg=10, thread=1, verbose=0,
    )  # fmt: skip
    model.save_model(str(out.with_suffix(".bin")))
    model.save_floret_vectors(str(out.with_suffix(".floret")))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tokens", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=2)
    options = parser.parse_args()
    train(options.tokens, options.out, options.epochs)


if __name__ == "__main__":
    main()
