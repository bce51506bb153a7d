"""Inputs as single documents, not read yet: a line, a row, a page of a web archive, a file.

This runs in one process and only cuts; what costs (taking the text out of a page, the parse) is done by those that read.
"""

import bz2
import gzip
import json
import lzma
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal

from memcon.errors import ReadingError
from memcon.fleet.needing import library

Kind = Literal["object", "archive", "file"]
_OPENERS: dict[str, Callable[[Path], Any]] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}
_ROWS = 1000
_PAGES = ("response", "resource", "conversion")


@dataclass(frozen=True, slots=True)
class Item:
    """A document to be read: `number` is its place in the input (from 1), `data` its bytes (none where the file is to be opened)."""

    number: int
    name: str
    kind: Kind
    data: bytes = b""


def items(path: Path) -> Iterator[Item]:
    """Give the documents of an input in its order.

    Raises:
        ReadingError: it is damaged. OSError: it cannot be opened.
    """
    name = path.name.lower()
    for ending in _OPENERS:
        name = name.removesuffix(ending)
    if name.endswith((".jsonl", ".ndjson")):
        return _lines(path)
    if name.endswith(".warc"):
        return _pages(path)
    if name.endswith(".parquet"):
        return _rows(path)
    return iter([Item(1, path.as_posix(), "file")])


def _open(path: Path) -> BinaryIO:
    opener = _OPENERS.get(path.suffix.lower())
    stream: BinaryIO = opener(path) if opener else path.open("rb")
    return stream


def _lines(path: Path) -> Iterator[Item]:
    try:
        with _open(path) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield Item(number, f"{path.as_posix()}:{number}", "object", line)
    except (EOFError, lzma.LZMAError, gzip.BadGzipFile) as error:
        raise ReadingError(f"{path}: the compressed data are damaged or end too early ({error}); get the file again") from error


def _rows(path: Path) -> Iterator[Item]:
    file = library("pyarrow.parquet").ParquetFile(path)
    number = 0
    for batch in file.iter_batches(_ROWS):
        for row in batch.to_pylist():
            number += 1
            said = {key: value for key, value in row.items() if value is not None}
            yield Item(number, f"{path.as_posix()}:{number}", "object", json.dumps(said, ensure_ascii=False, default=str).encode())


def _pages(path: Path) -> Iterator[Item]:
    """Cut the records of a web archive that hold pages out of it, each a small archive of its own."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        with path.open("rb") as archive, path.open("rb") as again:
            records = ArchiveIterator(archive)
            for record in records:
                number += 1
                wanted, begin = record.rec_type in _PAGES, records.get_record_offset()
                if wanted:
                    again.seek(begin)
                    yield Item(number, path.as_posix(), "archive", again.read(_length(records)))
    except (ArchiveLoadFailed, EOFError, OSError) as error:
        raise ReadingError(f"{path}: this web archive is damaged or ends too early, after {number:,} records ({error}); get the file again") from error


def _length(records: Any) -> int:
    records.read_to_end()
    length: int = records.get_record_length()
    return length


def files(names: list[str]) -> list[Path]:
    """Give the files that the names stand for, sorted below each folder; hidden ones are left out.

    Raises:
        ReadingError: there is no such file or folder.
    """
    found: list[Path] = []
    for name in names:
        path = Path(name)
        if path.is_dir():
            found += sorted(Path(w, f) for w, _, fs in os.walk(path) for f in fs if not f.startswith(".") and "/." not in w)
        elif path.exists():
            found.append(path)
        else:
            raise ReadingError(f"{name}: there is no such file or folder")
    return found
