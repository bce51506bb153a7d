"""NITF, the News Industry Text Format 3.x (https://iptc.org/standards/nitf/)."""

import re
from typing import Any

from memcon.errors import NoArticle
from memcon.reading import status
from memcon.reading.document import Document
from memcon.reading.markup import of_element
from memcon.reading.xml import every, first, local, parse, words


def read(data: bytes, name: str) -> Document:
    """Read an NITF document.

    Raises:
        NoArticle: its body is empty.
        ReadingError: it is not well-formed, or declares entities.
    """
    return of_tree(parse(data, name), data, name)


def of_tree(root: Any, raw: bytes, name: str) -> Document:
    """Make a document of a parsed `nitf` element; one that is withdrawn and has no text consists of its headline and the note to editors.

    Raises:
        NoArticle: its body is empty.
    """
    nitf = root if local(root) == "nitf" else next(iter(every(root, "nitf")), root)
    data, headline = first(nitf, "head", "docdata"), first(nitf, "body", "body.head", "hedline")
    title = words(first(headline, "hl1")) if headline is not None else words(first(nitf, "head", "title"))
    deck = words(first(headline, "hl2")) if headline is not None else None
    body, notes = text_of(nitf), _notes(data, title)
    if not body and status.is_withdrawn(notes):
        note = _attribute(data, "ed-msg", "info")
        body, title, deck = (note, title, None) if note else (title or "", None, None)
    if not body:
        raise NoArticle(f"{name}: this NITF document has no text in body/body.content")
    pub = first(nitf, "head", "pubdata")
    return Document(
        name=name,
        format="nitf",
        raw=raw,
        body=body,
        title=title,
        deck=deck,
        publisher=_publisher(nitf, pub),
        published=_day(data, "date.release", "date.issue") or (pub.get("date.publication") if pub is not None else None),
        id=_attribute(data, "doc-id", "id-string"),
        notes=notes,
    )


def _notes(data: Any, title: str | None) -> tuple[str, ...]:
    """Give the notes; a date of release after that of issue is an embargo (NITF 3.6, date.release)."""
    if data is None:
        return status.notes(None, None, title=title)
    issue, release = _attribute(data, "date.issue", "norm"), _attribute(data, "date.release", "norm")
    embargo = release if release and issue and _digits(release) > _digits(issue) else None
    note = _attribute(data, "ed-msg", "info") or _attribute(data, "correction", "info")
    return status.notes(_attribute(data, "du-key", "version"), data.get("management-status"), embargo, note, title=title)


def _digits(norm: str) -> str:
    """Give an ISO time, with or without its marks, in a form that compares: to the minute, as it is written."""
    return re.sub(r"[^0-9]", "", norm)[:12].ljust(12, "0")


def text_of(nitf: Any) -> str:
    """Give the text of an `nitf` element: byline and dateline on lines of their own, then the paragraphs."""
    head = first(nitf, "body", "body.head")
    parts = []
    if head is not None:
        parts = [words(e) for e in (first(head, "byline"), first(head, "dateline")) if e is not None]
    content = first(nitf, "body", "body.content")
    text = of_element(content) if content is not None else ""
    return "\n\n".join([p for p in parts if p] + [text]) if text else ""


def _publisher(nitf: Any, pub: Any) -> str | None:
    if pub is not None and pub.get("name"):
        return str(pub.get("name"))
    distributor = first(nitf, "body", "body.head", "distributor")
    return words(distributor) or _attribute(first(nitf, "head", "docdata"), "doc.copyright", "holder")


def _day(data: Any, *names: str) -> str | None:
    return next((day for name in names if (day := _attribute(data, name, "norm"))), None)


def _attribute(parent: Any, child: str, name: str) -> str | None:
    element = first(parent, child) if parent is not None else None
    return element.get(name) if element is not None else None
