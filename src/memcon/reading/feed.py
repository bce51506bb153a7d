"""RSS and Atom files: each entry is a document, made of its title and its text or summary. Nothing is fetched."""

import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from memcon.errors import NotText, TooLarge
from memcon.reading.document import MAX_BYTES, Document, Unread
from memcon.reading.markup import text_of
from memcon.reading.xml import refuse_entities


def read_all(stream: BinaryIO, name: str, fields: Mapping[str, str], depth: int = 0) -> Iterator[Document | Unread]:
    """Give the documents of a feed in its order.

    Raises:
        NotText: it is not RSS or Atom, or too broken to be read.
        ReadingError: it declares entities.
    """
    import feedparser

    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise TooLarge(f"{name}: the feed is over {MAX_BYTES:,} bytes; split it")
    refuse_entities(data, name)
    try:
        found = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise NotText(f"{name}: this feed cannot be parsed ({error}); get the file again") from error
    if not found.entries and found.bozo:
        raise NotText(f"{name}: this feed cannot be parsed ({found.get('bozo_exception', 'no RSS or Atom')}); get the file again")
    publisher = found.feed.get("title")
    language = found.feed.get("language")
    for n, entry in enumerate(found.entries, 1):
        where = f"{name}:{n}"
        text = _text(entry)
        if not text.strip():
            yield Unread(where, f"the entry {_get(entry, 'title')[:80]!r} has no text; read the page that it links to: {_get(entry, 'link') or 'none'}")
            continue
        yield Document(
            name=where,
            format="feed",
            raw=_raw(entry),
            body=text,
            title=text_of(_get(entry, "title")) or None,
            publisher=_source(entry) or publisher,
            published=_get(entry, "published") or _get(entry, "updated") or None,
            url=_get(entry, "link") or None,
            id=_get(entry, "id") or _get(entry, "link") or None,
            language=language,
        )


def _text(entry: Any) -> str:
    """Give the longest text that an entry has: its content, else its summary."""
    texts = [part.get("value", "") for part in entry.get("content", [])] + [_get(entry, "summary")]
    return max((text_of(t) for t in texts), key=len)


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
