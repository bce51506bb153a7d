"""Bytes, a file, a folder, an archive, a feed, standard input → `Report`; one file a format.

The text of a report is frozen here: `normal` says what is changed at reading (line breaks, mainly), and nothing is
changed after it. Offsets are code points into that text.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from memcon.errors import ReadingError, TooLarge
from memcon.reading.document import MAX_BYTES, Document, Unread, unread

if TYPE_CHECKING:
    from memcon.record import Report

__all__ = ["MAX_BYTES", "Unread", "read_all", "read_all_bytes", "read_all_stream", "read_bytes", "read_path", "read_text"]


def read_path(path: Path, *, published: str | None = None, any_language: bool = False) -> "Report":
    """Read a file that holds one document; its format is told by its first bytes and the ending of its name.

    `published` (YYYY-MM-DD) overrides the day that the document gives; `any_language` reads what is not English.

    Raises:
        ReadingError: the document cannot be read, or there are several; the message says why and what to do.
        OSError: the file cannot be opened.
    """
    from memcon.reading import detect
    from memcon.reading.freeze import freeze

    if path.is_dir():
        raise ReadingError(f"{path}: this is a folder; give the files in it, or read it whole with read_all")
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise _too_large(str(path), size)
    document = detect.read(path.read_bytes(), str(path))
    return freeze(document, published=published, any_language=any_language, path=path.as_posix())


def read_bytes(data: bytes, name: str, *, published: str | None = None, any_language: bool = False) -> "Report":
    """Read a document from its bytes; `name` is its file name, or what messages shall call it.

    Raises:
        ReadingError: the document cannot be read, or there are several; the message says why and what to do.
    """
    from memcon.reading import detect
    from memcon.reading.freeze import freeze

    if len(data) > MAX_BYTES:
        raise _too_large(name, len(data))
    return freeze(detect.read(data, name), published=published, any_language=any_language)


def read_text(
    text: str,
    *,
    title: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    any_language: bool = False,
) -> "Report":
    """Read a report that is text already; without `title` the first line is the title where it has the shape of one.

    Raises:
        ReadingError: the text is empty, too long or not English, or `published` is no day.

    >>> report = read_text("Talks in Oslo\\n\\nOSLO, March 5, 2024 (Reuters) - The two ministers met in Oslo on Tuesday.")
    >>> report.published.value, report.publisher.name, report.title.quote
    ('2024-03-05', 'Reuters', 'Talks in Oslo')
    """
    from memcon.reading.freeze import freeze

    raw = text.encode("utf-8", "surrogatepass")
    document = Document(name="text", format="text", raw=raw, body=text, title=title, publisher=publisher)
    return freeze(document, published=published, any_language=any_language, given_publisher=True)


def read_all(
    path: Path,
    *,
    published: str | None = None,
    any_language: bool = False,
    fields: Mapping[str, str] | None = None,
) -> "Iterator[Report | Unread]":
    """Read every document of a file, a folder, an archive, a feed, a table or a web archive, one after the other.

    `fields` says which key or column holds which part of a document ("text", "title", "published", "publisher", "url", "id",
    "deck", "language"), as in `{"text": "body"}`; a file that has no such key is not read. What cannot be read comes as `Unread` in its place, and the rest goes on.
    Archives, lines and tables are streamed: memory does not grow with their size.

    Raises:
        ReadingError: `published` is no day, or `fields` names a part that a document does not have.
        FileNotFoundError: there is nothing at this path.
    """
    from memcon.reading import many

    if not path.exists():
        raise FileNotFoundError(f"{path}: there is no such file or folder")
    named = _checked(str(path), published, fields)
    return _frozen(many.of_path(path, named), published, any_language)


def read_all_bytes(
    data: bytes,
    name: str,
    *,
    published: str | None = None,
    any_language: bool = False,
    fields: Mapping[str, str] | None = None,
) -> "Iterator[Report | Unread]":
    """Read every document of a file from its bytes, as `read_all` does; `name` is its file name, or what to call it.

    Raises:
        ReadingError: `published` is no day, or `fields` names a part that a document does not have.
    """
    from memcon.reading import many

    return _frozen(many.of_bytes(data, name, _checked(name, published, fields)), published, any_language)


def read_all_stream(
    stream: BinaryIO,
    name: str,
    *,
    published: str | None = None,
    any_language: bool = False,
    fields: Mapping[str, str] | None = None,
) -> "Iterator[Report | Unread]":
    """Read every document of a stream that cannot be wound back, as standard input, whatever file it is.

    Its kind is told by its first bytes. Over 16 MiB it is kept in a temporary file while it is read. The reports have no path:
    what comes next through the same stream is no version of them.

    Raises:
        ReadingError: `published` is no day, or `fields` names a part that a document does not have.
    """
    from memcon.reading import many

    return _frozen(many.of_pipe(stream, name, _checked(name, published, fields)), published, any_language, has_path=False)


def _checked(name: str, published: str | None, fields: Mapping[str, str] | None) -> Mapping[str, str]:
    from memcon.reading.fields import checked
    from memcon.reading.publication import given

    if published is not None:
        given(published, name)
    return checked(fields, name)


def _frozen(
    items: "Iterator[Document | Unread]", published: str | None, any_language: bool, has_path: bool = True
) -> "Iterator[Report | Unread]":
    from memcon.reading.freeze import freeze

    for item in items:
        if isinstance(item, Unread):
            yield item
            continue
        try:
            yield freeze(item, published=published, any_language=any_language, path=item.name if has_path else None)
        except ReadingError as error:
            yield unread(item.name, error)


def _too_large(name: str, size: int) -> TooLarge:
    return TooLarge(f"{name}: the document has {size:,} bytes and one may have {MAX_BYTES:,}; split it into its reports")
