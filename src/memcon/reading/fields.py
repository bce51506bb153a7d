"""Which key of a mapping holds what: the names that feeds, dumps and databases of news use for the same thing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.errors import NoArticle, ReadingError
from memcon.reading.lexicon import table

NAMES = ("id", "title", "deck", "text", "publisher", "published", "url", "language")


_NONE = object()


@dataclass(frozen=True, slots=True)
class Fields:
    """What a mapping says about a document; None where it does not."""

    id: str | None = None
    title: str | None = None
    deck: str | None = None
    text: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


def of_mapping(mapping: Mapping[str, object], named: Mapping[str, str]) -> Fields:
    """Take a document's parts out of a mapping; `named` says which key holds which part, over `data/fields.toml`."""
    return Fields(**{part: _first(mapping, [named[part]] if part in named else table("fields")[part]) for part in NAMES})


def checked(named: Mapping[str, str] | None, name: str) -> Mapping[str, str]:
    """Check that fields are named that exist.

    Raises:
        ReadingError: a part is named that a report does not have.
    """
    unknown = sorted(set(named or {}) - set(NAMES))
    if unknown:
        raise ReadingError(f"{name}: a document has no part {unknown[0]!r}; map one of {', '.join(NAMES)}")
    return named or {}


def require(mappings: Sequence[Mapping[str, object]], named: Mapping[str, str], name: str) -> None:
    """Check that the keys that were named are there, in one of the mappings at least: a key misspelt would be missing in all.

    Raises:
        NoArticle: one is in none of them; the message names it, and those that are there.
    """
    for part, key in named.items():
        if not any(_at(mapping, key) is not _NONE for mapping in mappings):
            there = ", ".join(dict.fromkeys(str(k) for mapping in mappings for k in mapping))[:300] or "none"
            raise NoArticle(f"{name}: there is no {key!r} to take the {part} from; there are: {there}; name one of them with --map {part}=NAME")


def _first(mapping: Mapping[str, object], keys: list[str]) -> str | None:
    for key in keys:
        found = _text(_at(mapping, key))
        if found is not None:
            return found
    return None


def _at(mapping: Mapping[str, object], key: str) -> object:
    """Give the value of a key, `_NONE` where there is no such key; "a.b" reaches into a mapping within."""
    if key in mapping:
        return mapping[key]
    value: object = mapping
    for part in key.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return _NONE
        value = value[part]
    return value


def _text(value: object) -> str | None:
    """Give a value as text; a list of paragraphs is joined, a mapping gives its name."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        parts = [p for v in value if (p := _text(v)) is not None]
        return "\n\n".join(parts) or None
    if isinstance(value, Mapping):
        return _first(value, ["text", "name", "value"])
    return None
