"""WARC and WARC.gz: pages are read as a stream, in constant memory."""

import gc
import gzip
import io
import tracemalloc
import warnings
from collections.abc import Iterator
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from memcon import reading
from memcon.reading import Unread, many
from memcon.record import Report

TEXT = "The foreign minister of Norway met her Swedish counterpart in Oslo on Friday, and they spoke about fish for an hour."
PAGE = f"<html><head><title>Talks in Oslo</title></head><body><article><h1>Talks in Oslo</h1><p>{TEXT}</p><p>{TEXT} Again.</p></article></body></html>"


def archive(pages: list[tuple[str, str, str, bytes]], packed: bool = True) -> bytes:
    data = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # warcio's writer leaves its temporary files to the collector
        writer = WARCWriter(data, gzip=packed)
        writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
        for url, code, kind, content in pages:
            headers = StatusAndHeaders(code, [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(content), http_headers=headers))
        del writer
        gc.collect()
    return data.getvalue()


PAGES = [
    ("https://example.org/2023/02/27/talks", "200 OK", "text/html; charset=windows-1252", PAGE.replace("Oslo", "Tromsø").encode("cp1252")),
    ("https://example.org/none", "404 Not Found", "text/html", PAGE.encode()),
    ("https://example.org/picture", "200 OK", "image/png", b"\x89PNG"),
    ("https://example.org/empty", "200 OK", "text/html", b"<html><body></body></html>"),
    ("https://example.org/plain", "200 OK", "text/plain", TEXT.encode()),
]  # fmt: skip


def test_the_pages_and_texts_of_an_archive(tmp_path: Path) -> None:
    for name, packed in (("a.warc", False), ("a.warc.gz", True)):
        path = tmp_path / name
        path.write_bytes(archive(PAGES, packed))
        page, empty, plain = reading.read_all(path)
        assert isinstance(page, Report) and isinstance(empty, Unread) and isinstance(plain, Report)
        assert page.url == PAGES[0][0] and "in Tromsø on Friday" in page.text
        assert page.published is not None and page.published.value == "2023-02-27"
        assert empty.name == f"{path}!https://example.org/empty" and "no article" in empty.reason
        assert plain.text == TEXT and plain.url == "https://example.org/plain"


def test_a_truncated_archive_gives_what_comes_before(tmp_path: Path) -> None:
    whole = archive(PAGES)
    cut = whole.rindex(b"\x1f\x8b") + 60
    (tmp_path / "a.warc.gz").write_bytes(whole[:cut])
    *found, last = reading.read_all(tmp_path / "a.warc.gz")
    assert len(found) == 2 and isinstance(found[0], Report)
    assert isinstance(last, Unread)
    whole = archive(PAGES, packed=False)
    (tmp_path / "b.warc").write_bytes(whole[:-30])
    *found, last = reading.read_all(tmp_path / "b.warc")
    assert len(found) == 2 and isinstance(last, Unread) and "ends within this page" in last.reason


def test_a_bomb_in_an_archive_stops_it(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(archive([PAGES[4], ("https://example.org/b", "200 OK", "text/html", b"A" * 12_000_000), PAGES[4]]))
    first, second = reading.read_all(tmp_path / "a.warc.gz")
    assert isinstance(first, Report)
    assert isinstance(second, Unread) and "over 200 times its size" in second.reason


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(b"nothing of the kind"))
    (tmp_path / "b.warc").write_bytes(b"WARC/1.0 torn")
    first, second = reading.read_all(tmp_path)
    assert isinstance(first, Unread) and isinstance(second, Unread)


def test_memory_does_not_grow_with_the_records(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    member = archive([("https://example.org/plain", "200 OK", "text/plain", TEXT.encode() * 40)])
    with path.open("wb") as file:
        for _ in range(800):
            file.write(member)

    def documents() -> Iterator[object]:
        yield from many.of_path(path, {})

    count = sum(1 for _ in zip(documents(), range(100), strict=False))
    tracemalloc.start()
    try:
        count = sum(1 for _ in documents())
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 800
    assert peak < 3 * 1024 * 1024
