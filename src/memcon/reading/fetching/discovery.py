"""The feeds that a page offers, for those who put the address of a site into their list."""

from urllib.parse import urljoin

_TYPES = ("application/rss+xml", "application/atom+xml")
_MOST = 3


def feeds(page: bytes, url: str) -> tuple[str, ...]:
    """Give the addresses of the first feeds that a page names in its head (`<link rel="alternate" type="application/rss+xml">`)."""
    from lxml import html
    from lxml.etree import LxmlError

    try:
        root = html.document_fromstring(page)
    except (LxmlError, ValueError):
        return ()
    found = []
    for link in root.iter("link"):
        if "alternate" in (link.get("rel") or "").lower().split() and (link.get("type") or "").lower() in _TYPES and link.get("href"):
            try:
                found.append(urljoin(url, link.get("href").strip()))
            except ValueError:
                continue
    return tuple(dict.fromkeys(found))[:_MOST]
