"""A document as a JSON object: `text` and, where known, `id`, `title`, `source`, `published`, `url`.

The report's text is exactly the title, a line break and the text. Other usual names of the keys are in `data/fields.toml`.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from memcon.errors import NoArticle, NotText, ReadingError
from memcon.reading import ninjs
from memcon.reading.document import Document, Unread, unread
from memcon.reading.encoding import decode
from memcon.reading.fields import of_mapping, require


def read(data: bytes, name: str, named: Mapping[str, str] | None = None, *, alone: bool = True) -> Document:
    """Read a JSON document; one that stands `alone`, and is no line of many, must have every key that was named.

    Raises:
        NotText: it is not JSON.
        NoArticle: it is no object, has no text in it, or not a key that was named.
    """
    value = parse(decode(data, name), name)
    if alone and isinstance(value, dict):
        require([value], named or {}, name)
    return of_value(value, data, name, named or {})


def read_all(data: bytes, name: str, named: Mapping[str, str]) -> Iterator[Document | Unread]:
    """Give each document of a JSON list.

    Raises:
        NotText: it is not JSON.
        NoArticle: a key that was named is in none of its objects.
    """
    values = parse(decode(data, name), name)
    require([v for v in values if isinstance(v, dict)] if isinstance(values, list) else [], named, name)
    for n, value in enumerate(values if isinstance(values, list) else [values], 1):
        where = f"{name}:{n}"
        try:
            yield of_value(value, json.dumps(value, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass"), where, named)
        except ReadingError as error:
            yield unread(where, error)


def parse(text: str, name: str) -> Any:
    """Parse JSON.

    Raises:
        NotText: it is not JSON, or nested too deep.
    """
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise NotText(f"{name}: this is not JSON: {error.msg} at line {error.lineno}, column {error.colno}; mend it there") from error
    except RecursionError as error:
        raise NotText(f"{name}: this JSON is nested too deep for a document; give an object with a text") from error


def of_value(value: Any, raw: bytes, name: str, named: Mapping[str, str]) -> Document:
    """Make a document of a parsed object.

    Raises:
        NoArticle: it is no object, or has no text in it.
    """
    if not isinstance(value, dict):
        raise NoArticle(f"{name}: the JSON holds {_kind(value)}, not an object; give an object with a key \"text\"")
    if ninjs.is_item(value) and not named:
        return ninjs.of_item(value, raw, name)
    parts = of_mapping(value, named)
    if parts.text is None:
        there = ", ".join(list(map(str, value))[:8]) or "none"
        wanted = named.get("text", "text")
        raise NoArticle(f"{name}: the JSON object has no text under {wanted!r} (its keys: {there}); name the key that holds it with --map text=KEY")
    return Document(
        name=name, format="json", raw=raw, body=parts.text, title=parts.title, deck=parts.deck, publisher=parts.publisher,
        published=parts.published, url=parts.url, id=parts.id, language=parts.language,
    )


def _kind(value: Any) -> str:
    kinds = {list: "a list", str: "a string", int: "a number", float: "a number", bool: "true or false"}
    return kinds.get(type(value), "null")
