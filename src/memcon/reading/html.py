"""An HTML page: the rule of an official site, else trafilatura, finds the article.

The extracted text is frozen, and the hash of the raw page is kept.
"""

import logging
import re
from typing import Any

from memcon.errors import NoArticle
from memcon.reading import sites
from memcon.reading.document import Document
from memcon.reading.encoding import declared, decode
from memcon.reading.publisher import of_host

_MOST_TAGS, _MOST_ROWS = 30_000, 1_000
_HUGE_NOTE = "huge page: its paragraphs were taken as they stand"
_SITE_IN_TITLE = re.compile(r"\s+[|•·–—-]\s+[^|•·–—-]{2,60}$")


def read(data: bytes, name: str, url: str | None = None, charset: str | None = None) -> Document:
    """Read an HTML page; `url` is its address where that is known from elsewhere, `charset` what its header declares.

    Raises:
        NoArticle: no article was found in the page.
        ReadingError: it cannot be decoded.
    """
    page = decode(data, name, charset or declared(data))
    official, url = sites.read(page, url)
    if official is not None:
        return Document(
            name=name, format="html", raw=data, body=_without_title(official.body, official.title), title=official.title,
            deck=official.deck, publisher=official.publisher, published=official.published, url=url,
        )  # fmt: skip
    if is_huge(page):
        title, body = _plainly(page)
        if body:
            return Document(name=name, format="html", raw=data, body=body, title=title, url=url, notes=(_HUGE_NOTE,))
    found = None if is_huge(page) else _extract(page, url)
    if found is None:
        raise NoArticle(
            f"{name}: no article was found in this HTML page ({len(data):,} bytes); give the page of one report, "
            "or its text alone"
        )
    title = _title(found.title, found.sitename)
    return Document(
        name=name, format="html", raw=data, body=_without_title(found.text, title), title=title,
        publisher=_publisher(found.sitename, url or found.url), published=found.date, url=url or found.url,
    )  # fmt: skip


def _publisher(site: str | None, url: str | None) -> str | None:
    """Give the site's name, None where the table knows a better one by the host, or it is no more than the host."""
    if site is None or (url and of_host(url)) or ("." in site and " " not in site):
        return None
    return site


def is_huge(page: str) -> bool:
    """Tell whether a page has more tags or rows than trafilatura, whose time grows with their square, gets through."""
    return page.count("<") > _MOST_TAGS or page.count("<tr") + page.count("<TR") > _MOST_ROWS


def _plainly(page: str) -> tuple[str | None, str]:
    """Give the title and the paragraphs of a huge page: those in its `article` or `main`, else all."""
    from lxml import html as parser
    from lxml.etree import LxmlError

    try:
        root = parser.document_fromstring(page.encode("utf-8", "replace"), parser=parser.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError):
        return None, ""
    title = next(iter(root.xpath("//h1//text() | //title/text()")), None)
    within = next(iter(root.xpath("//article | //main")), root)
    lines = (" ".join(p.text_content().split()) for p in within.iter("p", "h2", "h3"))
    return title, "\n\n".join(line for line in lines if line)


def _extract(page: str, url: str | None) -> Any:
    """Run trafilatura; None where it finds no text."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it tells on standard error what we tell in our errors
    found = trafilatura.bare_extraction(
        page, url=url, include_comments=False, include_tables=False, include_links=False, with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"},
    )
    return found if found is not None and found.text and found.text.strip() else None


def _title(title: str | None, site: str | None) -> str | None:
    """Take the site's name off the end of a page's title."""
    if not title:
        return None
    match = _SITE_IN_TITLE.search(title)
    if match and site and site.lower() in match.group().lower():
        return title[: match.start()]
    return title


def _without_title(body: str, title: str | None) -> str:
    """Take the title off the beginning of the text where trafilatura left it there too."""
    first, _, rest = body.partition("\n")
    return rest if title and first.strip() == title.strip() and rest.strip() else body
