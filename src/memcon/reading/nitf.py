"""NITF, the News Industry Text Format 3.x (https://iptc.org/standards/nitf/)."""

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
    """Make a document of a parsed `nitf` element.

    Raises:
        NoArticle: its body is empty.
    """
    nitf = root if local(root) == "nitf" else next(iter(every(root, "nitf")), root)
    body = text_of(nitf)
    if not body:
        raise NoArticle(f"{name}: this NITF document has no text in body/body.content")
    data, headline = first(nitf, "head", "docdata"), first(nitf, "body", "body.head", "hedline")
    pub = first(nitf, "head", "pubdata")
    version = first(data, "du-key") if data is not None else None
    return Document(
        name=name,
        format="nitf",
        raw=raw,
        body=body,
        title=words(first(headline, "hl1")) if headline is not None else words(first(nitf, "head", "title")),
        deck=words(first(headline, "hl2")) if headline is not None else None,
        publisher=_publisher(nitf, pub),
        published=_day(data, "date.release", "date.issue") or (pub.get("date.publication") if pub is not None else None),
        id=_attribute(data, "doc-id", "id-string"),
        notes=status.notes(
            version.get("version") if version is not None else None,
            data.get("management-status") if data is not None else None,
            note=_attribute(data, "ed-msg", "info"),
        ),
    )


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
