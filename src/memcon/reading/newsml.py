"""NewsML-G2: a news item, or a message of many (https://iptc.org/standards/newsml-g2/)."""

import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO
from xml.etree.ElementTree import tostring

from memcon.errors import NoArticle, ReadingError, TooLarge
from memcon.reading import nitf, status
from memcon.reading.document import MAX_BYTES, Document, Unread, unread
from memcon.reading.markup import of_element, text_of
from memcon.reading.xml import every, first, local, parse, words


def read_all(stream: BinaryIO, name: str, fields: Mapping[str, str], depth: int = 0) -> Iterator[Document | Unread]:
    """Give the text items of a news message in its order; other items (pictures, packages) are told.

    Raises:
        ReadingError: it is not well-formed, or declares entities.
    """
    data = stream.read(MAX_BYTES + 1) if not isinstance(stream, io.BytesIO) else stream.getvalue()
    if len(data) > MAX_BYTES:
        raise TooLarge(f"{name}: the news message is over {MAX_BYTES:,} bytes; split it into its items")
    root = parse(data, name)
    items = every(root, "newsItem")
    for n, item in enumerate(items, 1):
        where = f"{name}:{n}" if len(items) > 1 else name
        try:
            yield of_item(item, data if len(items) == 1 else tostring(item), where)
        except ReadingError as error:
            yield unread(where, error)


def of_item(item: Any, raw: bytes, name: str) -> Document:
    """Make a document of a `newsItem` element; one that is withdrawn and has no text consists of its headline and the note to editors.

    Raises:
        NoArticle: it has no text in its content set.
    """
    meta, content = first(item, "itemMeta"), first(item, "contentMeta")
    title = words(first(content, "headline")) if content is not None else None
    body, notes = _body(first(item, "contentSet")), _notes(item, meta, title)
    if not body and status.is_withdrawn(notes):
        note = words(first(meta, "edNote"))
        body, title = (note, title) if note else (title or "", None)
    if not body:
        kind = first(meta, "itemClass") if meta is not None else None
        what = kind.get("qcode") if kind is not None else "unknown"
        raise NoArticle(f"{name}: this NewsML-G2 item of class {what!r} has no text in its contentSet")
    line = words(first(content, "dateline")) if content is not None else None
    return Document(
        name=name,
        format="newsml",
        raw=raw,
        body=f"{line}\n\n{body}" if line and line not in body[:300] else body,
        title=title,
        publisher=_provider(meta) or _credit(content),
        published=words(first(meta, "versionCreated")) or words(first(meta, "firstCreated")) if meta is not None else None,
        id=item.get("guid"),
        language=_tag(content),
        notes=notes,
    )


def _notes(item: Any, meta: Any, title: str | None) -> tuple[str, ...]:
    if meta is None:
        return status.notes(item.get("version"), None, title=title)
    state = first(meta, "pubStatus")
    return status.notes(
        item.get("version"), (state.get("qcode") or state.get("uri")) if state is not None else None, words(first(meta, "embargoed")),
        words(first(meta, "edNote")), [s.get("qcode") or s.get("uri") or "" for s in meta if local(s) == "signal"], title,
    )  # fmt: skip


def _body(content: Any) -> str:
    """Give the text of a content set: inline XHTML or NITF, else inline data."""
    if content is None:
        return ""
    for inline in (c for c in content if local(c) == "inlineXML"):
        found = next(iter(every(inline, "nitf")), None)
        if found is not None:
            return nitf.text_of(found)
        body = next(iter(every(inline, "body")), inline)
        if text := of_element(body):
            return text
    for inline in (c for c in content if local(c) == "inlineData"):
        if text := "".join(inline.itertext()).strip():
            return text_of(text)
    return ""


def _provider(meta: Any) -> str | None:
    provider = first(meta, "provider") if meta is not None else None
    if provider is None:
        return None
    return words(first(provider, "name")) or provider.get("literal") or (provider.get("qcode") or "").rpartition(":")[2] or None


def _credit(content: Any) -> str | None:
    return words(first(content, "creditline")) if content is not None else None


def _tag(content: Any) -> str | None:
    language = first(content, "language") if content is not None else None
    return language.get("tag") if language is not None else None
