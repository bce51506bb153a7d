"""Markdown with front matter: `title`, `published` or `date`, `publisher` or `source`, `url`, `id`, `lang`.

Front matter is the `key: value` lines between two lines of `---` (or `+++`) at the top. Marks of headings, emphasis,
links, images, quotations and code are taken off, so that offsets count what a reader sees.
"""

import re

from memcon.errors import NoArticle
from memcon.reading.document import Document
from memcon.reading.encoding import decode
from memcon.reading.fields import of_mapping
from memcon.reading.normal import normal

_FRONT = re.compile(r"\s*(?:---|\+\+\+)[ \t]*\n(?P<head>(?:[^\n]*\n)*?)(?:---|\+\+\+|\.\.\.)[ \t]*(?:\n|$)")
_PAIR = re.compile(r"""([A-Za-z][\w-]{0,40})\s{0,5}[:=]\s{0,5}(.*)""")
_HEADING = re.compile(r"(?m)^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINED = re.compile(r"(?m)^([^\n]+)\n(?:={3,}|-{3,})[ \t]*$")
_INLINE = (
    (re.compile(r"<!--[^>]{0,2000}-->"), ""),
    (re.compile(r"!\[([^\[\]\n]{0,300})\]\([^)\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\([^)\n]{0,2000}\)"), r"\1"),
    (re.compile(r"<(https?://[^>\s]{1,2000})>"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^\n]{1,2000}?\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,1000}?\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]{1,1000}?\S)_(?![\w_])"), r"\1"),
    (re.compile(r"(?m)^ {0,3}> ?"), ""),
    (re.compile(r"`([^`\n]{1,300})`"), r"\1"),
)


def read(data: bytes, name: str) -> Document:
    """Read Markdown.

    Raises:
        ReadingError: it cannot be decoded, or there is front matter only.
    """
    text = normal(decode(data, name))
    front = _FRONT.match(text)
    head: dict[str, object] = {}
    if front:
        for line in front.group("head").splitlines():
            pair = _PAIR.fullmatch(line.strip())
            if pair:
                head[pair.group(1).lower()] = pair.group(2).strip().strip("\"'")
        text = text[front.end() :]
    body = plain(text)
    if not body:
        raise NoArticle(f"{name}: there is front matter and no text under it; put the report's text there")
    known = of_mapping(head, {})
    title, body = (known.title, body) if known.title else _own_title(text, body)
    return Document(
        name=name, format="markdown", raw=data, body=body, title=title, publisher=known.publisher,
        published=known.published, url=known.url, id=known.id, deck=known.deck,
    )


def plain(text: str) -> str:
    """Take the marks off Markdown.

    >>> plain("## Talks\\n\\nThe **two** met [there](https://example.org).")
    'Talks\\n\\nThe two met there.'
    """
    text = _UNDERLINED.sub(r"\1", _HEADING.sub(r"\1", text))
    for mark, instead in _INLINE:
        text = mark.sub(instead, text)
    return text.strip()


def _own_title(text: str, body: str) -> tuple[str | None, str]:
    """Take the title from a heading of the first level at the top."""
    first, _, rest = body.partition("\n")
    if re.match(r"\s*(?:# |[^\n]+\n={3,})", text) and rest.strip():
        return first.strip(), rest.strip()
    return None, body
