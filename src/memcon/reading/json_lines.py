"""JSON lines: one document a line."""

import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from memcon.errors import ReadingError
from memcon.reading import json_document
from memcon.reading.document import MAX_BYTES, Document, Unread, unread


def read_all(stream: BinaryIO, name: str, fields: Mapping[str, str], depth: int = 0) -> Iterator[Document | Unread]:
    """Give the document of each line; blank lines are left out. A document without an id is named after its line."""
    lines = io.BufferedReader(stream) if isinstance(stream, io.RawIOBase) else stream
    number = 0
    while line := lines.readline(MAX_BYTES + 1):
        number += 1
        where = f"{name}:{number}"
        if len(line) > MAX_BYTES:
            yield Unread(where, f"the line is over {MAX_BYTES:,} bytes long; reading of this file stops here")
            return
        if not line.strip():
            continue
        try:
            yield json_document.read(line, where, fields)
        except ReadingError as error:
            yield unread(where, error)
