"""The list of feeds that an analyst keeps (`FEEDS.toml`).

::

    contact = "desk@example.org"    # goes into the User-Agent, so that a site can write to you
    delay = 2                       # seconds between two requests to one host
    ports = []                      # ports that may be used besides 80 and 443

    [[feed]]
    url = "https://example.org/news.rss"    # or: path = "saved/news.rss"
    name = "Example Ministry"               # the publisher, where the page names none
    follow = true                           # read the pages that it links to; false: the feed's own texts
    most = 50                               # no more new pages than this at one poll
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from memcon.errors import DataError

_FEED = {"url": str, "path": str, "name": str, "follow": bool, "most": int}
_TOP = {"contact": str, "delay": (int, float), "ports": list, "feed": list}
SHORTEST = 1.0
"""Nobody asks a host more often than once in so many seconds, whatever the file says."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed: an address of the web, or a file."""

    url: str | None = None
    path: Path | None = None
    name: str | None = None
    follow: bool = True
    most: int = 50

    @property
    def key(self) -> str:
        """What the feed is known by in the state and in messages."""
        return self.url or str(self.path)


@dataclass(frozen=True, slots=True)
class Subscriptions:
    """A list of feeds, and how to behave."""

    feeds: tuple[Feed, ...]
    contact: str | None = None
    delay: float = 2.0
    ports: tuple[int, ...] = ()

    def agent(self, version: str) -> str:
        """Give the User-Agent: the program, and whom a site may write to.

        >>> Subscriptions((), contact="desk@example.org").agent("0.1.0")
        'memcon/0.1.0 (desk@example.org)'
        """
        return f"memcon/{version}" + (f" ({self.contact})" if self.contact else "")


def load(path: Path) -> Subscriptions:
    """Read a list of feeds; the paths in it are relative to its folder.

    Raises:
        DataError: it is no TOML, or something in it is not as it must be; the message names it.
        OSError: the file cannot be opened.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: this is no TOML ({error}); mend it there") from error
    _check(found, _TOP, str(path))
    feeds = tuple(_feed(f, path, n) for n, f in enumerate(found.get("feed", []), 1))
    if not feeds:
        raise DataError(f"{path}: there is no feed in it; add a [[feed]] with a url or a path")
    keys = [f.key for f in feeds]
    twice = next((k for k in keys if keys.count(k) > 1), None)
    if twice:
        raise DataError(f"{path}: the feed {twice} is there twice; take one out")
    contact, ports = found.get("contact"), found.get("ports", [])
    if contact is not None and (not contact.isprintable() or not contact.isascii() or set("()") & set(contact)):
        raise DataError(f"{path}: contact = {contact!r} must be an address in plain ASCII, without brackets")
    if not all(isinstance(p, int) and 0 < p < 65536 for p in ports):
        raise DataError(f"{path}: ports = {ports!r} must be a list of port numbers, as in [8443]")
    return Subscriptions(feeds, contact, max(float(found.get("delay", 2)), SHORTEST), tuple(ports))


def _feed(found: Any, path: Path, number: int) -> Feed:
    where = f"{path}, feed {number}"
    if not isinstance(found, dict):
        raise DataError(f"{where}: write it as a table, [[feed]]")
    _check(found, _FEED, where)
    url, file = found.get("url"), found.get("path")
    if (url is None) == (file is None):
        raise DataError(f"{where}: give a url or a path, one of them")
    if url is not None and not url.lower().startswith(("http://", "https://")):
        raise DataError(f"{where}: url = {url!r} must begin with https:// or http://; a file is named with path")
    if found.get("most", 1) < 1:
        raise DataError(f"{where}: most = {found['most']} must be 1 or more")
    return Feed(url, path.parent / file if file is not None else None, found.get("name"), found.get("follow", True), found.get("most", 50))


def _check(found: dict[str, Any], known: dict[str, Any], where: str) -> None:
    for key, value in found.items():
        if key not in known:
            raise DataError(f"{where}: there is no setting {key!r}; there are {', '.join(known)}")
        kind = known[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            names = {str: "a text in quotes", bool: "true or false", int: "a whole number", list: "a list"}
            raise DataError(f"{where}: {key} = {value!r} must be {names.get(kind, 'a number')}")
