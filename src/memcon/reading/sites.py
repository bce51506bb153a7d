"""Pages of official sites, read by the rules of their layout (`data/sites.toml`)."""

from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from memcon.reading.lexicon import table
from memcon.reading.markup import of_element

_SHORTEST = 40
"""A text under so many characters is not the report (a stub of the page): the fall-back is tried."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a rule found on a page; `published` in the page's own words or its machine-readable form."""

    publisher: str
    title: str | None
    deck: str | None
    published: str | None
    body: str


def read(page: str, url: str | None) -> tuple[Page | None, str | None]:
    """Read a page by the rule of its site; gives None where no rule fits, and the page's address where it is known."""
    root = _parse(page)
    if root is None:
        return None, url
    address = url or _address(root)
    for rule in _candidates(address):
        if _select(root, rule["mark"]) and (found := _apply(root, rule)) is not None:
            return found, address
    return None, address


def _parse(page: str) -> Any:
    from lxml import html
    from lxml.etree import LxmlError

    try:
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError):
        return None


def _address(root: Any) -> str | None:
    """Give the address that a page says it has."""
    for path in ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"):
        found = next(iter(root.xpath(path)), None)
        if found and str(found).startswith(("http://", "https://")):
            return str(found)
    return None


def _candidates(address: str | None) -> list[dict[str, Any]]:
    """Give the rules of an address's host; those whose mark is a site's own, where no address is known."""
    rules: list[dict[str, Any]] = table("sites")["site"]
    if address is None:
        return [r for r in rules if r.get("alone")]
    try:
        host = (urlsplit(address).hostname or "").lower()
    except ValueError:
        return []
    return [r for r in rules if any(host == h or host.endswith(f".{h}") for h in r["hosts"])]


@cache
def _selector(css: str) -> Any:
    from lxml.cssselect import CSSSelector

    return CSSSelector(css, translator="html")


def _select(root: Any, css: str | None) -> list[Any]:
    return list(_selector(css)(root)) if css else []


def _apply(root: Any, rule: dict[str, Any]) -> Page | None:
    title, deck = _words(_select(root, rule.get("title"))), _words(_select(root, rule.get("deck")))
    published, place = _day(root, rule), _words(_select(root, rule.get("place")))
    dropped = {element for css in rule["drop"] for element in _select(root, css)}
    texts = [of_element(e, dropped) for e in _outermost(_select(root, rule["body"]))]
    body = "\n\n".join(text for text in texts if text)
    if len(body) < _SHORTEST:
        return None
    if place:
        written = _words(_select(root, rule.get("date")))
        body = f"{place}, {written}\n\n{body}" if written else f"{place}\n\n{body}"
    return Page(rule["name"], title, deck, published, body)


def _outermost(elements: list[Any]) -> list[Any]:
    """Leave out elements that stand within others of the list."""
    chosen = set(elements)
    return [e for e in elements if not any(a in chosen for a in e.iterancestors())]


def _words(elements: list[Any]) -> str | None:
    text = " ".join(elements[0].text_content().split()) if elements else ""
    return text or None


def _day(root: Any, rule: dict[str, Any]) -> str | None:
    """Give the day of the first selector that has one: of an attribute, else of the words."""
    from memcon.reading.publication import day_of_metadata

    for css in rule["date"].split(", "):
        for element in _select(root, css):
            for value in (element.get("datetime"), element.get("content"), element.text_content()):
                if value and day_of_metadata(value):
                    return " ".join(value.split())[:60]
    return None
