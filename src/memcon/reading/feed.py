"""RSS and Atom files: each entry is a document, made of its title and its text or summary. Nothing is fetched."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from memcon.errors import NotText, TooLarge
from memcon.reading.document import MAX_BYTES, Document, Unread
from memcon.reading.markup import text_of
from memcon.reading.xml import refuse_entities


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed: where it links to, and the text that it has itself, empty where it has none."""

    link: str | None
    id: str | None
    title: str | None
    published: str | None
    updated: str | None
    publisher: str | None
    language: str | None
    text: str
    raw: bytes


def read_all(stream: BinaryIO, name: str, fields: Mapping[str, str], depth: int = 0) -> Iterator[Document | Unread]:
    """Give the documents of a feed in its order.

    Raises:
        NotText: it is not RSS or Atom, or too broken to be read.
        ReadingError: it declares entities.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise TooLarge(f"{name}: the feed is over {MAX_BYTES:,} bytes; split it")
    for n, entry in enumerate(entries(data, name), 1):
        yield of_entry(entry, f"{name}:{n}")


def entries(data: bytes, name: str, content_type: str | None = None) -> Iterator[Entry]:
    """Give the entries of a feed; `content_type` is the header that it came with.

    Raises:
        NotText: it is not RSS or Atom, or too broken to be read.
        ReadingError: it declares entities.
    """
    import feedparser

    refuse_entities(data, name)
    headers = {"content-type": content_type} if content_type else {}
    try:
        found = feedparser.parse(io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise NotText(f"{name}: this feed cannot be parsed ({error}); get the file again") from error
    if not found.entries and (found.bozo or not found.get("version")):
        raise NotText(f"{name}: this feed cannot be parsed ({found.get('bozo_exception', 'no RSS or Atom')}); get the file again")
    publisher, language = found.feed.get("title"), found.feed.get("language")
    for one in found.entries:
        link = _get(one, "link") or None
        published, updated = _get(one, "published") or None, _get(one, "updated") or None
        title = text_of(_get(one, "title")) or None
        yield Entry(link, _get(one, "id") or link, title, published or updated, updated, _source(one) or publisher, language, _text(one), _raw(one))


def of_entry(entry: Entry, name: str) -> Document | Unread:
    """Make a document of an entry's own text."""
    if not entry.text.strip():
        return Unread(name, f"the entry {(entry.title or '')[:80]!r} has no text; read the page that it links to: {entry.link or 'none'}")
    return Document(
        name=name, format="feed", raw=entry.raw, body=entry.text, title=entry.title, publisher=entry.publisher, published=entry.published,
        url=entry.link, id=entry.id, language=entry.language,
    )  # fmt: skip


def _text(entry: Any) -> str:
    """Give the longest text that an entry has: its content, else its summary."""
    texts = [part.get("value", "") for part in entry.get("content", [])] + [_get(entry, "summary")]
    return max((text_of(t) for t in texts), key=len, default="")


def _get(entry: Any, key: str) -> str:
    """Give a value as it stands in the entry: feedparser's own `get` makes up "updated" out of "published", with a warning."""
    return str(dict.get(entry, key) or "")


def _source(entry: Any) -> str | None:
    source = entry.get("source")
    return source.get("title") if source else None


def _raw(entry: Any) -> bytes:
    """Give bytes that stand for an entry: feedparser does not keep those of the file."""
    parts = [_get(entry, key) for key in ("id", "link", "title", "published", "updated", "summary")]
    parts += [part.get("value", "") for part in entry.get("content", [])]
    return "\n".join(map(str, parts)).encode("utf-8", "surrogatepass")
