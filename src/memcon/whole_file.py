"""Files that are there whole or not at all: written beside, flushed to the disk, then put in place."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing that takes the place of `path` only when all is written; after an error `path` is as it was.

    Raises:
        OSError: it cannot be written.
    """
    half = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with half.open("wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
