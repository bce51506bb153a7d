"""JSON lines: one document a line."""

import io
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import chain, islice
from typing import BinaryIO

from memcon.errors import ReadingError
from memcon.reading import json_document
from memcon.reading.document import MAX_BYTES, Document, Unread, unread
from memcon.reading.fields import require

_AFTER = 64
_FIRST = 20
"""In so many lines a key that was named must be seen once."""


def read_all(stream: BinaryIO, name: str, fields: Mapping[str, str], depth: int = 0) -> Iterator[Document | Unread]:
    """Give the document of each line; blank lines are left out. A document without an id is named after its line.

    Raises:
        NoArticle: a key that `fields` names is in none of the first lines.
    """
    lines = io.BufferedReader(stream) if isinstance(stream, io.RawIOBase) else stream
    waiting = list(islice(_lines(lines), _FIRST)) if fields else []
    _require(waiting, fields, name)
    for number, line in enumerate(chain(waiting, _lines(lines)), 1):
        where = f"{name}:{number}"
        if len(line) > MAX_BYTES:
            yield Unread(where, f"the line is over {MAX_BYTES:,} bytes long; reading of this file stops here")
            return
        if not line.strip():
            continue
        try:
            yield json_document.read(line, where, fields, alone=False)
        except ReadingError as error:
            yield unread(where, error)


def is_lines(stream: BinaryIO) -> bool:
    """Tell whether a file that begins as JSON is one of lines: its first line is an object, and another begins after it.

    The stream stands at its begin before and after.
    """
    first = stream.readline(MAX_BYTES + 1).lstrip(b"\xef\xbb\xbf \t\r\n")
    after = stream.read(_AFTER).lstrip()
    stream.seek(0)
    if not (first.startswith(b"{") and after.startswith(b"{")):
        return False
    with suppress(ValueError, RecursionError):
        return isinstance(json.loads(first), dict)
    return False


def _require(lines: list[bytes], fields: Mapping[str, str], name: str) -> None:
    """Check that the keys that were named are in one of the first lines.

    Raises:
        NoArticle: one is in none of them.
    """
    objects = []
    for line in lines:
        with suppress(ValueError, RecursionError):
            objects.append(json.loads(line))
    if found := [value for value in objects if isinstance(value, dict)]:
        require(found, fields, name)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(MAX_BYTES + 1):
        yield line
