"""CSV and TSV: one document a row, with the names of the columns in the first."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from memcon.errors import EmptyDocument, NoArticle, NotText
from memcon.reading.document import MAX_BYTES, Document, Unread
from memcon.reading.fields import of_mapping, require
from memcon.reading.markup import is_markup, text_of

_DELIMITERS = ",;\t|"
_SAMPLE = 64 * 1024


def read_all(stream: BinaryIO, name: str, fields: Mapping[str, str], depth: int = 0) -> Iterator[Document | Unread]:
    """Give the document of each row; it is named after the number of the row, the first under the names being 1.

    Raises:
        NotText: it is not UTF-8, or no CSV.
        NoArticle: no column holds the text.
    """
    csv.field_size_limit(MAX_BYTES)
    lines = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        first = lines.readline(_SAMPLE)
        if not first.strip():
            raise EmptyDocument(f"{name}: the table is empty")
        delimiter = max(_DELIMITERS, key=first.count)
        columns = next(csv.reader([first], delimiter=delimiter))
        _check(columns, name, fields)
        for number, row in enumerate(csv.reader(lines, delimiter=delimiter), 1):
            if row:
                yield _row(dict(zip(columns, row, strict=False)), delimiter.join(row), f"{name}:{number}", fields)
    except UnicodeDecodeError as error:
        raise NotText(f"{name}: this table is not UTF-8 (byte 0x{error.object[error.start]:02x}); save it as UTF-8") from error
    except csv.Error as error:
        raise NotText(f"{name}: this is no CSV that can be read ({error}); save the table again") from error
    finally:
        lines.detach()


def _check(columns: list[str], name: str, fields: Mapping[str, str]) -> None:
    probe: dict[str, object] = dict.fromkeys(columns, "x")
    require([probe], fields, name)
    if of_mapping(probe, fields).text is None:
        raise NoArticle(
            f"{name}: no column of this table holds the text (its columns: {', '.join(columns)[:200]}); "
            "name the one that does with --map text=COLUMN"
        )


def _row(row: dict[str, object], raw: str, name: str, fields: Mapping[str, str]) -> Document | Unread:
    parts = of_mapping(row, fields)
    if parts.text is None:
        return Unread(name, "the row has no text")
    body = text_of(parts.text) if is_markup(parts.text) else parts.text
    return Document(
        name=name, format="csv", raw=raw.encode("utf-8", "surrogatepass"), body=body, title=parts.title, deck=parts.deck,
        publisher=parts.publisher, published=parts.published, url=parts.url, id=parts.id, language=parts.language,
    )  # fmt: skip
