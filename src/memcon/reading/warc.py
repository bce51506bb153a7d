"""WARC and WARC.gz, read as a stream: the HTML pages and texts that were fetched with success."""

import logging
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from memcon.errors import NotText, ReadingError
from memcon.reading import html, plain
from memcon.reading.document import MAX_BYTES, Document, Unread, unread
from memcon.reading.unpacking import FREE, RATIO

_PAGES = ("text/html", "application/xhtml+xml")


def read_all(stream: BinaryIO, name: str, fields: Mapping[str, str], depth: int = 0) -> Iterator[Document | Unread]:
    """Give the documents of a web archive in its order; the address of each page is kept.

    Raises:
        NotText: the archive is damaged or ends too early.
    """
    from warcio.exceptions import ArchiveLoadFailed

    seen, count, before, last = 0, 0, 0, None
    try:
        for record in _records(stream, name):
            seen, last = seen + 1, record
            if record.rec_type is None:
                raise ValueError(f"record {seen} has no type")
            if not _is_wanted(record):
                continue
            url = record.rec_headers.get_header("WARC-Target-URI") or f"record {count + 1}"
            data = record.content_stream().read(MAX_BYTES + 1)
            if len(data) > FREE and len(data) > RATIO * max(1, stream.tell() - before):
                yield Unread(f"{name}!{url}", f"it unpacks to over {RATIO} times its size; reading of this archive stops here")
                return
            before = stream.tell()
            if len(data) <= MAX_BYTES and getattr(record.raw_stream, "limit", 0) > 0:
                yield Unread(f"{name}!{url}", "the archive ends within this page; get the file again")
                return
            yield _document(record, data, f"{name}!{url}", url)
            count += 1
        if last is not None and getattr(last.raw_stream, "limit", 0) > 0:
            raise EOFError("the last record is not whole")
    except (ArchiveLoadFailed, EOFError, ValueError, AttributeError, OSError) as error:
        raise NotText(f"{name}: this web archive is damaged or ends too early, after {count:,} pages ({error}); get the file again") from error
    if seen == 0:
        raise NotText(f"{name}: there is no record in this web archive")


def _records(stream: BinaryIO, name: str) -> Iterator[Any]:
    """Give the records of an archive.

    Raises:
        EOFError: the last gzip member does not end (warcio takes that for the end of the archive).
    """
    from warcio.archiveiterator import ArchiveIterator

    logging.getLogger("warcio").setLevel(logging.CRITICAL)

    class Records(ArchiveIterator):  # type: ignore[misc]
        torn = False
        INC_RECORD = ""  # what it prints on standard error where a record is not as long as it says

        def close(self) -> None:
            unpacker = self.reader.decompressor if self.reader else None
            self.torn = unpacker is not None and not getattr(unpacker, "eof", True)
            super().close()

    records = Records(stream)
    yield from records
    if records.torn:
        raise EOFError("the last gzip member does not end")


def _is_wanted(record: Any) -> bool:
    if record.rec_type not in ("response", "resource", "conversion"):
        return False
    code = record.http_headers.get_statuscode() if record.http_headers else "200"
    return code == "200" and _type(record) in (*_PAGES, "text/plain")


def _type(record: Any) -> str:
    return _header(record).partition(";")[0].strip().lower()


def _header(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "")


def _document(record: Any, data: bytes, name: str, url: str) -> Document | Unread:
    if len(data) > MAX_BYTES:
        return Unread(name, f"the page is over {MAX_BYTES:,} bytes")
    charset = _header(record).lower().partition("charset=")[2].strip(" \"';") or None
    try:
        if _type(record) in _PAGES:
            return html.read(data, name, url=url, charset=charset)
        return plain.read(data, name, url=url, charset=charset)
    except ReadingError as error:
        return unread(name, error)

