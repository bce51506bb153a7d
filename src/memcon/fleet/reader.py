"""What one process of a fleet does: items in, rows out."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from memcon.errors import MemconError, ModelError, ReadingError
from memcon.fleet.items import Item

MOST_WORDS = 150_000
"""Different words that a pipeline may have met before another one takes its place (some 200 MB)."""


@dataclass(frozen=True, slots=True)
class How:
    """How documents are read: `published` (an ISO day) over what they say, the language model by name."""

    published: str | None = None
    any_language: bool = False
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What one document gave: its record as JSON, or the reason why it could not be read.

    `number` is the item's place in its input, `ordinal` the document's place in the item (a feed in a folder holds several).
    """

    number: int
    ordinal: int
    name: str
    id: str | None = None
    published: str | None = None
    sha256: str | None = None
    record: str | None = None
    reason: str | None = None


class Reader:
    """Holds the language model and reads.

    Raises:
        ModelError: the language model cannot be loaded.
    """

    def __init__(self, how: How) -> None:
        from memcon import language

        self._how = how
        self._nlp: Any = language.load(how.model)

    def read(self, items: Sequence[Item]) -> list[Row]:
        """Read items; whatever goes wrong with a document is its reason, and the others go on."""
        rows: list[Row] = []
        for item in items:
            rows += self._rows(item)
            if len(self._nlp.vocab) > MOST_WORDS:
                from memcon import language

                self._nlp = None
                self._nlp = language.renew(self._how.model)
        return rows

    def ready(self) -> bool:
        """Tell that the model is loaded."""
        return True

    def _rows(self, item: Item) -> list[Row]:
        rows: list[Row] = []
        try:
            for found in _reports(item, self._how):
                rows.append(self._row(item, len(rows) + 1, found))
        except ModelError:
            raise
        except Exception as error:
            rows.append(Row(item.number, len(rows) + 1, item.name, reason=_reason(error)))
        return rows

    def _row(self, item: Item, ordinal: int, found: Any) -> Row:
        from memcon import pipeline
        from memcon.reading import Unread
        from memcon.record import to_json

        if isinstance(found, Unread):
            return Row(item.number, ordinal, found.name, reason=found.reason)
        name = found.path or item.name
        try:
            record = to_json(pipeline.record_of(found, self._nlp))
        except Exception as error:
            return Row(item.number, ordinal, name, found.id, reason=_reason(error))
        published = found.published.value if found.published else None
        return Row(item.number, ordinal, name, found.id, published, found.sha256, record)


def _reports(item: Item, how: How) -> Iterator[Any]:
    from memcon import reading
    from memcon.reading import json_document
    from memcon.reading.freeze import freeze

    options: dict[str, Any] = {"published": how.published, "any_language": how.any_language}
    if item.kind == "object":
        yield freeze(json_document.read(item.data, item.name, {}, alone=False), path=item.name, **options)
    elif item.kind == "archive":
        yield from reading.read_all_bytes(item.data, item.name, **options)
    else:
        yield from reading.read_all(Path(item.name), **options)


def _reason(error: Exception) -> str:
    if os.environ.get("MEMCON_DEBUG"):
        raise error
    if isinstance(error, ReadingError | MemconError):
        return str(error)
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return f"a fault in Memcon ({type(error).__name__}: {error}); please report it (MEMCON_DEBUG=1 shows where it is)"
