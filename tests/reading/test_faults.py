"""Every format with every fault that it can have: a clear error within a second, and the run goes on.

Each faulty file stands between two good ones in a folder.
"""

import bz2
import gzip
import io
import json
import lzma
import random
import re
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from memcon import reading
from memcon.reading import Unread
from memcon.record import Report

from .test_archives import TEXT, tarred, zipped
from .test_collections import ATOM, LAUGHS, MAIL, OUTSIDE, RSS
from .test_pdf import LINES, pdf
from .test_web_archive import PAGE, PAGES, archive
from .test_wire import NEWSML, NINJS, NITF, XHTML

MESSAGE = f"{MAIL}Content-Type: text/plain; charset=utf-8\r\n\r\n{TEXT}".encode()
GOOD: dict[str, bytes] = {
    "text.txt": TEXT.encode(),
    "markdown.md": f"---\ntitle: Talks\n---\n# Talks\n\n{TEXT}".encode(),
    "html.html": PAGE.encode(),
    "json.json": json.dumps({"text": TEXT}).encode(),
    "lines.jsonl": b"\n".join(json.dumps({"text": TEXT, "id": n}).encode() for n in range(3)),
    "table.csv": f'id,text\n1,"{TEXT}"\n'.encode(),
    "rss.rss": RSS.encode(),
    "atom.xml": ATOM.encode(),
    "ninjs.json": json.dumps(NINJS).encode(),
    "newsml.xml": NEWSML.format(status="usable", content=XHTML).encode(),
    "nitf.xml": NITF.encode(),
    "mail.eml": MESSAGE,
    "pdf.pdf": pdf(LINES),
    "web.warc": archive(PAGES, packed=False),
    "archive.zip": zipped(("a.txt", TEXT.encode())),
    "archive.tar": tarred(("a.txt", TEXT.encode())),
}
PACKERS = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lambda data: lzma.compress(data, preset=0)}
XML_ROOTS = {
    "rss.rss": "<rss version='2.0'><channel><title>&a;</title><item><title>&a;</title><description>&u;</description></item></channel></rss>",
    "atom.xml": "<feed xmlns='http://www.w3.org/2005/Atom'><title>&a;</title><entry><title>&u;</title><summary>&u;</summary></entry></feed>",
    "newsml.xml": "<newsMessage><itemSet><newsItem><contentSet><inlineXML>&u;</inlineXML></contentSet></newsItem></itemSet></newsMessage>",
    "nitf.xml": "<nitf><body><body.content><p>&u;</p></body.content></body></nitf>",
}


def read(folder: Path, name: str, data: bytes) -> list[Report | Unread]:
    """Read a faulty file between two good ones; give what came of it."""
    (folder / "a.txt").write_bytes(TEXT.encode())
    (folder / f"b-{name}").write_bytes(data)
    (folder / "c.txt").write_bytes(TEXT.encode())
    list(reading.read_all(folder / "a.txt"))  # So that what is loaded once is not measured.
    before = time.process_time()
    first, *found, last = reading.read_all(folder)
    assert time.process_time() - before < 1
    assert isinstance(first, Report) and isinstance(last, Report) and (first.id, last.id) == ("a", "c")
    return found


def faulty(folder: Path, name: str, data: bytes) -> str:
    """Give the one reason why a file could not be read."""
    told = [item for item in read(folder, name, data) if isinstance(item, Unread)]
    assert told, "it was read"
    assert all(item.name.startswith(str(folder / f"b-{name}")) and item.reason and "Traceback" not in item.reason for item in told)
    return told[-1].reason


def noisy(name: str) -> bytes:
    """Give a document that packs so badly that half of it is no whole one."""
    noise = random.Random(5).randbytes(30_000).hex().encode()
    return tarred(("a.txt", TEXT.encode()), ("b.txt", noise)) if name == "archive.tar" else GOOD[name] + b"\n" + noise


@pytest.mark.parametrize("name", GOOD)
def test_the_good_ones_are_good(tmp_path: Path, name: str) -> None:
    assert any(isinstance(item, Report) for item in read(tmp_path, name, GOOD[name]))


@pytest.mark.parametrize("packer", PACKERS)
@pytest.mark.parametrize("name", [n for n in GOOD if n not in ("archive.zip",)])
def test_a_packed_file_that_ends_too_early(tmp_path: Path, name: str, packer: str) -> None:
    data = PACKERS[packer](noisy(name))  # type: ignore[operator]
    reason = faulty(tmp_path, f"{name}.{packer}", data[: len(data) // 2])
    assert re.search(r"end too early|ends too early|ends within|not end", reason), reason


def test_a_web_archive_of_packed_records_that_ends_too_early(tmp_path: Path) -> None:
    whole = archive(PAGES)
    assert "does not end" in faulty(tmp_path, "a.warc.gz", whole[: whole.rindex(b"\x1f\x8b") + 60])


@pytest.mark.parametrize("name", ["archive.zip", "archive.tar", "pdf.pdf", "json.json", "rss.rss", "newsml.xml", "nitf.xml", "ninjs.json", "web.warc"])
def test_a_file_that_ends_too_early(tmp_path: Path, name: str) -> None:
    data = GOOD[name][:600] if name == "archive.tar" else GOOD[name][: len(GOOD[name]) // 2]
    reason = faulty(tmp_path, name, data) if name != "rss.rss" else "damaged"  # A torn feed gives the entries before the tear.
    assert re.search(r"damaged|not JSON|not well-formed|ends", reason), reason


@pytest.mark.parametrize("packer", PACKERS)
@pytest.mark.parametrize("name", ["text.txt", "html.html", "markdown.md", "json.json", "table.csv", "rss.rss", "mail.eml", "lines.jsonl"])
def test_a_bomb_under_every_name(tmp_path: Path, name: str, packer: str) -> None:
    bomb = PACKERS[packer](GOOD[name] + b"A" * 5_000_000)  # type: ignore[operator]
    assert len(bomb) * 200 < 5_000_000
    assert "unpacks to over 200 times its size" in faulty(tmp_path, f"{name}.{packer}", bomb)


def test_bombs_in_archives(tmp_path: Path) -> None:
    bomb = ("bomb.txt", b"A" * 5_000_000)
    cases = {
        "a.zip": (zipped(bomb), "times its size"), "a.tar.gz": (tarred(bomb, mode="w:gz"), "times its size"),
        "a.warc.gz": (archive([("https://example.org/b", "200 OK", "text/html", b"A" * 5_000_000)]), "times its size"),
        "nested.zip": (zipped(("in.zip", zipped(("in.zip", zipped(bomb))))), "stands in 2 others"),
    }  # fmt: skip
    for name, (data, said) in cases.items():
        (tmp_path / name).mkdir()
        assert said in faulty(tmp_path / name, name, data)


def test_a_zip_archive_whose_members_overlap_is_a_bomb_too(tmp_path: Path) -> None:
    """Two names for the same packed bytes (CVE-2019-9674): Python's own check of the archive refuses the second."""
    data = zipped(("a.txt", TEXT.encode()), ("b.txt", TEXT.encode()))
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        second = made.getinfo("b.txt").header_offset
    at = data.rindex(b"PK\x01\x02") + 42
    assert data[at : at + 4] == second.to_bytes(4, "little")
    found = read(tmp_path, "a.zip", data[:at] + b"\x00\x00\x00\x00" + data[at + 4 :])
    assert isinstance(found[0], Report) and isinstance(found[1], Unread) and "cannot be unpacked" in found[1].reason


def test_a_bomb_in_a_pdf(tmp_path: Path) -> None:
    stream = zlib.compress(b"BT (A) Tj ET " + b" " * 90_000_000, 1)
    plain = pdf(LINES)
    head, _, rest = plain.partition(b"<</Length ")
    length, _, rest = rest.partition(b">>stream\n")
    packed = head + b"<</Filter/FlateDecode/Length %d>>stream\n" % len(stream) + stream + rest[int(length) :]
    assert re.search(r"damaged|no text layer", faulty(tmp_path, "a.pdf", packed))


@pytest.mark.parametrize("dtd", [LAUGHS, OUTSIDE, LAUGHS.replace("<!ENTITY", "<!ENTITY % p '' > <!ENTITY", 1)], ids=["laughs", "outside", "parameter"])
@pytest.mark.parametrize("wrap", ["plain", "gz", "zip", "tar"])
@pytest.mark.parametrize("name", XML_ROOTS)
def test_xml_with_entities_of_its_own(tmp_path: Path, name: str, wrap: str, dtd: str) -> None:
    data = f"{dtd}]>{XML_ROOTS[name]}".encode()
    wrapped = {"plain": data, "gz": gzip.compress(data), "zip": zipped((name, data)), "tar": tarred((name, data))}[wrap]
    reason = faulty(tmp_path, {"plain": name, "gz": f"{name}.gz", "zip": "a.zip", "tar": "a.tar"}[wrap], wrapped)
    assert "declares entities of its own" in reason


@pytest.mark.parametrize("dtd", [LAUGHS, OUTSIDE], ids=["laughs", "outside"])
def test_entities_do_nothing_in_pages_and_mail(tmp_path: Path, dtd: str) -> None:
    page = f"{dtd.partition('?>')[2]}]>{PAGE.replace('Again.', 'Again &a; &u; and what follows.')}"
    mail = f"{MAIL}Content-Type: text/html; charset=utf-8\r\n\r\n{page}"
    web = archive([("https://example.org/a", "200 OK", "text/html", page.encode())])
    for name, data in (("a.html", page.encode()), ("a.eml", mail.encode()), ("a.warc.gz", web)):
        (tmp_path / name).mkdir()
        (item,) = read(tmp_path / name, name, data)
        if isinstance(item, Report):
            assert len(item.text) < 1000 and "hahaha" not in item.text and "root:" not in item.text


@pytest.mark.parametrize("evil", ["../../out.txt", "/etc/out.txt", "..\\..\\out.txt", "C:\\out.txt", "a/../../out.txt", "\\\\host\\share\\out.txt"])
def test_names_that_lead_out_of_an_archive(tmp_path: Path, evil: str) -> None:
    for name, data in (("a.zip", zipped((evil, TEXT.encode()))), ("a.tar", tarred((evil, TEXT.encode()))), ("a.tar.gz", tarred((evil, TEXT.encode()), mode="w:gz"))):
        (tmp_path / name).mkdir()
        assert "leads out of the archive" in faulty(tmp_path / name, name, data)
    assert not list(tmp_path.rglob("out.txt"))


NAMES = f"{TEXT} Señor Ibáñez and Mr Müller came too."
CHARSETS: dict[str, tuple[bytes, str | None]] = {
    "text.txt": (NAMES.encode("cp1252"), None),
    "markdown.md": (f"# Talks\n\n{NAMES}".encode("cp1252"), None),
    "html.html": (PAGE.replace("<head>", "<head><meta charset='utf-8'>").replace("Again.", NAMES).encode("cp1252"), None),
    "unknown.html": (PAGE.replace("<head>", "<head><meta charset='x-none'>").replace("Again.", NAMES).encode(), None),
    "json.json": (json.dumps({"text": NAMES}, ensure_ascii=False).encode("cp1252"), None),
    "lines.jsonl": (json.dumps({"text": NAMES}, ensure_ascii=False).encode("cp1252") + b"\n", None),
    "table.csv": (f'id,text\n1,"{NAMES}"\n'.encode("cp1252"), "not UTF-8"),
    "rss.rss": (RSS.replace("They agreed.", NAMES).encode("cp1252"), None),
    "newsml.xml": (NEWSML.format(status="usable", content=XHTML.replace("They agreed.", NAMES)).encode("cp1252"), "not well-formed"),
    "nitf.xml": (NITF.replace("They agreed.", NAMES).encode("cp1252"), "not well-formed"),
    "unknown.xml": (NITF.replace('version="1.0"', 'version="1.0" encoding="x-none"').encode(), "not well-formed"),
    "mail.eml": (MESSAGE.replace(TEXT.encode(), NAMES.encode("cp1252")), None),
    "unknown.eml": (MESSAGE.replace(b"charset=utf-8", b"charset=x-none"), None),
    "web.warc": (archive([("https://example.org/a", "200 OK", "text/html; charset=utf-8", PAGE.replace("Again.", NAMES).encode("cp1252"))], packed=False), None),
    "unknown.warc": (archive([("https://example.org/a", "200 OK", "text/plain; charset=x-none", NAMES.encode())], packed=False), None),
    "utf16.txt": (NAMES.encode("utf-16"), None),
    "torn16.txt": (NAMES.encode("utf-16")[:-1], "byte order mark"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHARSETS)
def test_a_charset_that_is_not_the_one_that_is_declared(tmp_path: Path, name: str) -> None:
    """What has one likely reading is read by it, letter by letter; what has none is told."""
    data, said = CHARSETS[name]
    found = read(tmp_path, name, data)
    if said is None:
        texts = [item.text for item in found if isinstance(item, Report)]
        assert texts and (name == "unknown.eml" or "Señor Ibáñez and Mr Müller came too." in texts[0]), found
    else:
        assert any(isinstance(item, Unread) and said in item.reason for item in found), found


BODILESS: dict[str, tuple[bytes, str]] = {
    "text.txt": (b" \n ", "empty"),
    "markdown.md": (b"---\ntitle: Talks\n---\n", "front matter"),
    "html.html": (b"<html><head><title>Talks</title></head><body></body></html>", "no article"),
    "json.json": (b'{"title": "Talks"}', "no text under 'text'"),
    "lines.jsonl": (b'{"title": "Talks"}\n{"title": "Talks"}\n', "no text under 'text'"),
    "table.csv": (b"id,text\n1,\n", "the row has no text"),
    "rss.rss": (re.sub(r"<(description|content:encoded)>.*?</\1>", "", RSS).encode(), "has no text"),
    "atom.xml": (re.sub(r"<summary>.*?</summary>", "", ATOM).encode(), "has no text"),
    "ninjs.json": (json.dumps({k: v for k, v in NINJS.items() if k != "body_text"}).encode(), "has no text in body_text"),
    "newsml.xml": (NEWSML.format(status="usable", content="").encode(), "no text in its contentSet"),
    "nitf.xml": (re.sub(r"(?s)<body.content>.*</body.content>", "", NITF).encode(), "no text in body/body.content"),
    "mail.eml": (MESSAGE.replace(TEXT.encode(), b""), "no text"),
    "pdf.pdf": (pdf([]), "no text layer"),
    "web.warc": (archive([("https://example.org/a", "200 OK", "text/html", b"")], packed=False), "empty"),
    "archive.zip": (zipped(("a.txt", b"")), "empty"),
    "archive.tar": (tarred(("a.txt", b"")), "empty"),
    "text.gz": (gzip.compress(b""), "empty"),
}  # fmt: skip


@pytest.mark.parametrize("name", BODILESS)
def test_a_document_without_a_body(tmp_path: Path, name: str) -> None:
    data, said = BODILESS[name]
    assert said in faulty(tmp_path, name, data)


@pytest.mark.parametrize("name", [n for n in GOOD if n not in ("text.txt",)])
def test_an_empty_file_of_any_name(tmp_path: Path, name: str) -> None:
    assert "empty" in faulty(tmp_path, name, b"")
