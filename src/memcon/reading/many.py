"""Many documents: a folder, an archive, a feed, lines of JSON, a table. What cannot be read is told, and the rest is read."""

import io
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, cast

from memcon.errors import EmptyDocument, ReadingError, TooLarge
from memcon.reading import detect, json_lines, kinds
from memcon.reading.document import MAX_BYTES, Document, Unread, unread
from memcon.reading.unpacking import Unpacked

Items = Iterator[Document | Unread]
_MODULES = {
    "zip": "zipped", "tar": "tarred", "warc": "warc", "jsonl": "json_lines", "csv": "table", "feed": "feed", "newsml": "newsml",
}  # fmt: skip
_FAULTS = (ReadingError, OSError, EOFError)


def of_path(path: Path, fields: Mapping[str, str]) -> Items:
    """Give the documents of a file, or of all files in a folder and below it, sorted by path; hidden ones are left out."""
    for file in _files(path):
        try:
            with file.open("rb") as stream:
                yield from of_stream(stream, str(file), file.stat().st_size, fields)
        except _FAULTS as error:
            yield unread(str(file), error)


def of_bytes(data: bytes, name: str, fields: Mapping[str, str]) -> Items:
    """Give the documents that the bytes of a file hold."""
    return of_stream(io.BytesIO(data), name, len(data), fields)


def of_pipe(stream: BinaryIO, name: str, fields: Mapping[str, str], depth: int = 0) -> Items:
    """Give the documents of a stream that cannot be wound back; what is large goes by way of a temporary file."""
    with tempfile.SpooledTemporaryFile(MAX_BYTES) as kept:
        shutil.copyfileobj(stream, kept, 1024 * 1024)
        size = kept.tell()
        kept.seek(0)
        yield from of_stream(cast(BinaryIO, kept), name, size, fields, depth)


def of_stream(stream: BinaryIO, name: str, size: int, fields: Mapping[str, str], depth: int = 0) -> Items:
    """Give the documents of an open file of `size` bytes; `depth` counts the archives that it stands in."""
    try:
        head = stream.read(kinds.HEAD)
        stream.seek(0)
        if not head:
            raise EmptyDocument(f"{name}: the document is empty (0 bytes); give a file with text in it")
        kind = kinds.kind_of(name, head)
        if kind == "json" and json_lines.is_lines(stream):
            kind = "jsonl"
        if kind in kinds.PACKED:
            yield from _unpack(stream, name, kind, fields, depth)
        elif kind in kinds.MANY:
            yield from _reader(kind)(stream, name, fields, depth)
        elif size > MAX_BYTES:
            yield Unread(name, f"the document has {size:,} bytes and one may have {MAX_BYTES:,}; split it into its reports")
        else:
            yield from _several(stream.read(), name, kind, fields)
    except RecursionError:
        yield Unread(name, "it is nested too deep for a document; give the report's text alone")
    except _FAULTS as error:
        yield unread(name, error)


def _reader(kind: str) -> Callable[[BinaryIO, str, Mapping[str, str], int], Items]:
    reader: Callable[[BinaryIO, str, Mapping[str, str], int], Items] = import_module(f"memcon.reading.{_MODULES[kind]}").read_all
    return reader


def _several(data: bytes, name: str, kind: str, fields: Mapping[str, str]) -> Items:
    """Give the document of a file that holds one; a JSON list gives each of its objects."""
    if kind == "json" and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        from memcon.reading import json_document

        yield from json_document.read_all(data, name, fields)
    else:
        yield detect.read(data, name, fields)


def _unpack(stream: BinaryIO, name: str, kind: str, fields: Mapping[str, str], depth: int) -> Items:
    """Unpack a compressed file: a tar archive, a WARC, lines, or one document."""
    inner = name[: -len(kinds.ending(name)) - 1] if kinds.ending(name) in ("gz", "bz2", "xz", "tgz", "gzip") else name
    unpacked = Unpacked(stream, kind, name)
    head = unpacked.peek(kinds.HEAD)
    inside = kinds.kind_of(inner, head)
    if inside == "warc" and kind == "gzip":
        stream.seek(0)
        yield from _reader("warc")(stream, name, fields, depth)
    elif inside in ("tar", "jsonl", "csv", "warc"):
        yield from _reader(inside)(unpacked, name, fields, depth)
    elif inside == "json":
        yield from _under(name, inner, of_pipe(cast(BinaryIO, unpacked), inner, fields, depth))
    elif inside in kinds.PACKED:
        raise ReadingError(f"{name}: this is packed twice; unpack it once and give what is inside")
    else:
        data = unpacked.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise TooLarge(f"{name}: it unpacks to more than the {MAX_BYTES:,} bytes that one document may have; split it")
        yield from _under(name, inner, of_stream(io.BytesIO(data), inner, len(data), fields, depth))


def _under(name: str, inner: str, items: Items) -> Items:
    """Call what was in a packed file after that file: "a.xml" is not there to look at where it is "a.xml.gz" that was read."""
    for item in items:
        yield replace(item, name=name + item.name.removeprefix(inner))


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for where, folders, files in os.walk(path):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(files):
            if not file.startswith(".") and Path(where, file).is_file():
                yield Path(where, file)
