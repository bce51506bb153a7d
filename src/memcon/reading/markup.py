"""Fragments of (X)HTML, as feeds and wire formats carry them → plain text, a line a paragraph."""

import re
from collections.abc import Set as AbstractSet
from typing import Any

from memcon.errors import ReadingError

_BLOCKS = frozenset(
    [
        "address", "article", "aside", "block", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1",
        "h2", "h3", "h4", "h5", "h6", "header", "hl2", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
    ]
)  # fmt: skip
_DROPPED = frozenset(["script", "style", "template", "noscript", "head", "iframe", "svg", "form", "button"])
_TAG = re.compile(r"<(?:/?[a-zA-Z][\w:-]{0,20}[\s/>]|!--)")
_DEEPEST = 200


def is_markup(text: str) -> bool:
    """Tell whether a text has tags in it."""
    return _TAG.search(text) is not None


def text_of(fragment: str) -> str:
    """Give the text of a fragment; what has no tags is given as it is.

    >>> text_of("<p>The two <b>met</b>.</p><p>They spoke.</p>")
    'The two met.\\n\\nThey spoke.'
    """
    if not is_markup(fragment):
        return fragment
    from lxml import html
    from lxml.etree import LxmlError

    try:
        root = html.fragment_fromstring(fragment, create_parent="div")
    except (LxmlError, ValueError) as error:
        raise ReadingError(f"this markup cannot be parsed ({error})") from error
    return of_element(root)


def of_element(root: Any, dropped: AbstractSet[Any] = frozenset()) -> str:
    """Give the text of an element (of lxml or ElementTree), without `dropped` ones, a blank line between its paragraphs."""
    parts: list[str] = []
    _collect(root, parts, 0, dropped)
    lines = [re.sub(r"[ \t\r\n\f]+", " ", line).strip() for line in "".join(parts).split("\x00")]
    return "\n\n".join(line for line in lines if line)


def _collect(element: Any, parts: list[str], depth: int, dropped: AbstractSet[Any]) -> None:
    tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
    if tag in _DROPPED or not tag or depth > _DEEPEST or element in dropped:
        return
    block = tag in _BLOCKS
    if block:
        parts.append("\x00")
    parts.append((element.text or "").replace("\x00", ""))
    for child in element:
        _collect(child, parts, depth + 1, dropped)
        parts.append((child.tail or "").replace("\x00", ""))
    if block:
        parts.append("\x00")
