"""One document out of its bytes: the kind is told, and its reader called."""

from collections.abc import Callable, Mapping
from importlib import import_module

from memcon.errors import EmptyDocument, NotText, ReadingError
from memcon.reading import kinds
from memcon.reading.document import Document, Unread

_READERS = {
    "text": "plain", "markdown": "markdown", "html": "html", "json": "json_document", "eml": "mail", "nitf": "nitf", "pdf": "pdf",
}  # fmt: skip
"""The module of each kind that holds one document; they are loaded when they are needed."""


def read(data: bytes, name: str, fields: Mapping[str, str] | None = None) -> Document:
    """Read a document of whatever kind it is; `fields` says which key of a JSON object holds which part.

    Raises:
        UnknownFormat: no reader takes this kind of file.
        ReadingError: its reader cannot read it, or it holds more than one document.
    """
    if not data.strip():
        raise EmptyDocument(f"{name}: the document is empty ({len(data)} bytes); give a file with text in it")
    kind = kinds.kind_of(name, data[: kinds.HEAD])
    if kind in kinds.MANY or kind in kinds.PACKED:
        return _only(data, name, fields or {})
    try:
        if kind == "json":
            from memcon.reading import json_document

            return json_document.read(data, name, fields)
        reader: Callable[[bytes, str], Document] = import_module(f"memcon.reading.{_READERS[kind]}").read
        return reader(data, name)
    except RecursionError as error:
        raise NotText(f"{name}: this is nested too deep for a document; give the report's text alone") from error


def _only(data: bytes, name: str, fields: Mapping[str, str]) -> Document:
    """Give the one document of a file that may hold many.

    Raises:
        ReadingError: there is none, more than one, or the first cannot be read.
    """
    from memcon.reading import many

    found: list[Document | Unread] = []
    for item in many.of_bytes(data, name, fields):
        found.append(item)
        if len(found) == 2:
            raise ReadingError(f"{name}: this holds more than one document; read it with read_all, which gives each of them")
    if not found:
        raise EmptyDocument(f"{name}: there is no document in it")
    only = found[0]
    if isinstance(only, Unread):
        raise ReadingError(f"{only.name}: {only.reason}")
    return only
