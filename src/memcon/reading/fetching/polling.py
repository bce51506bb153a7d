"""A feed → what is new in it: pages that it links to, or its own texts, each a report or the reason why not."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from memcon.errors import NotText, ReadingError
from memcon.reading import detect, feed, html
from memcon.reading.document import MAX_BYTES, Document, Unread, unread
from memcon.reading.feed import Entry
from memcon.reading.fetching import discovery
from memcon.reading.fetching.errors import Deferred, Refused, Unreachable
from memcon.reading.fetching.fetcher import Answer
from memcon.reading.fetching.state import FeedState
from memcon.reading.fetching.subscriptions import Feed
from memcon.reading.fetching.visitor import Visitor
from memcon.reading.freeze import freeze
from memcon.record import Report

_GONE = (404, 410, 451)
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Found:
    """A new entry of a feed and what it came to; `key` and `mark` are for `FeedState.done`.

    `again` tells that it could not be had this time, and the next poll tries again; `deferred` that it was not even tried.
    """

    key: str
    mark: str
    item: Report | Unread
    again: bool = False
    deferred: bool = False


@dataclass(frozen=True, slots=True)
class New:
    """An entry that is new, or was changed since it was read."""

    key: str
    mark: str
    entry: Entry
    follow: bool


@dataclass(frozen=True, slots=True)
class Polled:
    """A feed as it was got: its new entries, the newest first (`left` more wait for the next poll), and the answer's validators.

    `moved` is its new address where it has moved for good.
    """

    feed: Feed
    new: tuple[New, ...]
    keys: frozenset[str]
    left: int = 0
    unchanged: bool = False
    etag: str | None = None
    modified: str | None = None
    moved: str | None = None


def get(one: Feed, state: FeedState, visitor: Visitor | None) -> Polled:
    """Get a feed and tell what is new in it; without a visitor only a file can be got.

    Raises:
        ReadingError: it cannot be got, or is no feed.
        OSError: the file cannot be opened.
    """
    if one.path is not None:
        with one.path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise ReadingError(f"{one.key}: the feed is over {MAX_BYTES:,} bytes; split it")
        return _new(one, state, data, None, visitor is not None)
    assert one.url is not None
    if visitor is None:
        raise Refused(f"{one.key}: this feed is in the network; add --fetch to poll it")
    asked = {"If-None-Match": state.etag, "If-Modified-Since": state.modified}
    answer = visitor.get(one.url, {k: v for k, v in asked.items() if v})
    moved = answer.url if answer.moved else None
    if answer.status == 304:
        return Polled(one, (), frozenset(state.seen), unchanged=True, etag=state.etag, modified=state.modified, moved=moved)
    if answer.status != 200:
        hint = "; take it out of the list" if answer.status == 410 else "; look whether its address has changed"
        raise Unreachable(f"{one.key}: its server answers with status {answer.status}{hint}")
    try:
        polled = _new(one, state, answer.body, answer.headers.get("content-type"), True, base=answer.url)
    except NotText as error:
        offered = discovery.feeds(answer.body, answer.url) if answer.type in _PAGES else ()
        if not offered:
            raise
        raise NotText(f"{one.key}: this is a page and no feed; it offers {' and '.join(offered)}: put that into the list") from error
    return replace(polled, etag=answer.headers.get("etag"), modified=answer.headers.get("last-modified"), moved=moved)


def _new(one: Feed, state: FeedState, data: bytes, content_type: str | None, online: bool, base: str | None = None) -> Polled:
    """Tell what is new in a feed; a link that is no whole address ("/news/1") is taken from `base`, the feed's own."""
    found = {}
    for entry in feed.entries(data, one.key, content_type):
        if base and entry.link:
            link = _joined(base, entry.link)
            entry = replace(entry, link=link, id=link if entry.id == entry.link else entry.id)
        follow = one.follow and online and entry.link is not None
        found[_key(entry)] = New(_key(entry), _mark(entry, follow), entry, follow)
    fresh = [n for n in found.values() if state.seen.get(n.key) != n.mark]
    return Polled(one, tuple(fresh[: one.most]), frozenset(found), max(0, len(fresh) - one.most))


def settle(polled: Polled, state: FeedState) -> None:
    """Keep what the next poll needs, after the new entries were dealt with.

    The validators are kept only when nothing is left to be done: a server that then says "not modified" is asked anew otherwise.
    """
    if polled.unchanged:
        return
    state.seen = {k: v for k, v in state.seen.items() if k in polled.keys}
    state.tries = {k: v for k, v in state.tries.items() if k in polled.keys}
    whole = polled.left == 0 and all(state.seen.get(n.key) == n.mark for n in polled.new)
    state.etag, state.modified = (polled.etag, polled.modified) if whole else (None, None)


def read(polled: Polled, visitor: Visitor | None, *, any_language: bool = False) -> Iterator[Found]:
    """Read the new entries of a feed, the oldest first: the pages that they link to, or their own texts."""
    for new in reversed(polled.new):
        entry = new.entry
        name = entry.link or f"{polled.feed.key}: {(entry.title or entry.id or 'an entry')[:80]}"
        again = deferred = False
        item: Report | Unread
        try:
            document = _page(entry, polled.feed, visitor, name) if new.follow and visitor else _own(entry, polled.feed, name)
            item = freeze(document, any_language=any_language, path=name)
        except Unreachable as error:
            item, again, deferred = unread(name, error), True, isinstance(error, Deferred)
        except ReadingError as error:
            item = unread(name, error)
        except Exception as error:  # A page that trips a rule must not stop the others.
            item = Unread(name, f"a fault in Memcon ({type(error).__name__}: {error}); please report it")
        yield Found(new.key, new.mark, item, again, deferred)


def _own(entry: Entry, one: Feed, name: str) -> Document:
    found = feed.of_entry(entry, name)
    if isinstance(found, Unread):
        raise ReadingError(f"{name}: {found.reason}")
    return replace(found, publisher=one.name or found.publisher)


def _page(entry: Entry, one: Feed, visitor: Visitor, name: str) -> Document:
    """Get the page that an entry links to; what the page does not say of itself, the feed says.

    Raises:
        ReadingError: it cannot be got or read.
    """
    assert entry.link is not None
    answer = visitor.get(entry.link)
    if answer.status != 200:
        kind = ReadingError if answer.status in _GONE or answer.status in (401, 403) else Unreachable
        raise kind(f"{name}: its server answers with status {answer.status}")
    found = _document(answer, name)
    return replace(
        found, url=found.url or answer.url, id=entry.id or found.id, published=found.published or entry.published,
        publisher=found.publisher or one.name or entry.publisher, title=found.title or entry.title,
    )  # fmt: skip


def _document(answer: Answer, name: str) -> Document:
    """Read a page by the kind that its server says, or by its first bytes where that says nothing."""
    if answer.type in _PAGES:
        return html.read(answer.body, name, url=answer.url, charset=answer.charset)
    if answer.type == "text/plain":
        from memcon.reading import plain

        return plain.read(answer.body, name, url=answer.url, charset=answer.charset)
    return detect.read(answer.body, "page")


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:  # "http://[" has no other end; fetching it tells what is wrong.
        return link


def _key(entry: Entry) -> str:
    return entry.id or entry.link or hashlib.sha256(entry.raw).hexdigest()


def _mark(entry: Entry, follow: bool) -> str:
    """Give what changes when an entry was corrected: its date and title, and its own text where that is what is read."""
    told = [entry.updated or entry.published or "", entry.title or "", "page" if follow else entry.text]
    return hashlib.sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:16]
