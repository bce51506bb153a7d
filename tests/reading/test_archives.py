"""Archives and compressed files: what is in them is read, what is wrong with them is told, and the run goes on."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import time
import zipfile
from pathlib import Path

import pytest

from memcon import reading
from memcon.errors import ReadingError
from memcon.reading import Unread
from memcon.record import Report

TEXT = "The foreign minister of Norway met her Swedish counterpart in Oslo on Friday, and they spoke about fish for an hour."


def zipped(*members: tuple[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


def tarred(*members: tuple[str, bytes], mode: str = "w") -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


def told(path: Path, **options: object) -> list[str]:
    """Read everything in a second, and give a line for each item."""
    before = time.process_time()
    found = []
    for item in reading.read_all(path, **options):  # type: ignore[arg-type]
        if isinstance(item, Report):
            found.append(f"read {item.id}")
        else:
            found.append(f"{item.name.removeprefix(f'{path}')}: {item.reason}")
    assert time.process_time() - before < 3
    return found


def test_a_zip_archive(tmp_path: Path) -> None:
    inner = zipped(("deep.txt", TEXT.encode()))
    members = [
        ("a/one.txt", TEXT.encode()),
        ("../../outside.txt", TEXT.encode()),
        ("/etc/absolute.txt", TEXT.encode()),
        ("bomb.txt", b"A" * 17_000_000),
        ("__MACOSX/._one.txt", b"x"),
        ("picture.png", b"\x89PNG"),
        ("inner.zip", inner),
        ("deepest.zip", zipped(("inner.zip", inner))),
        ("two.json", json.dumps({"id": "two", "text": TEXT}).encode()),
    ]
    path = tmp_path / "all.zip"
    path.write_bytes(zipped(*members))
    assert [line.split("; ")[0] for line in told(path)] == [
        "read one",
        "!../../outside.txt: its name leads out of the archive (../ or an absolute path)",
        "!/etc/absolute.txt: its name leads out of the archive (../ or an absolute path)",
        "!bomb.txt: it unpacks to 1,027 times its size",
        "!picture.png: this is an image (.png), which Memcon does not read",
        "read deep",
        "!deepest.zip!inner.zip: this archive stands in 2 others, and 2 are opened",
        "read two",
    ]


def test_a_member_that_lies_about_its_size_is_cut_off(tmp_path: Path) -> None:
    data = bytearray(zipped(("a.txt", TEXT.encode() * 160_000), ("b.txt", TEXT.encode())))
    size = len(TEXT) * 160_000
    data = data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    (tmp_path / "lie.zip").write_bytes(data)
    first, second = told(tmp_path / "lie.zip")
    assert first.startswith("!a.txt: ") and second == "read b"


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_a_tar_archive(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "all.tar"
    path.write_bytes(tarred(("a/one.txt", TEXT.encode()), ("../out.txt", TEXT.encode()), ("two.md", b"# T\n\n" + TEXT.encode()), mode=mode))
    assert told(path) == ["read one", "!../out.txt: its name leads out of the archive (../ or an absolute path); it is not read", "read two"]


def test_links_in_a_tar_archive_are_not_followed(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert told(tmp_path / "a.tar") == ["!link.txt: it is a link or a device, not a file; it is not read"]


@pytest.mark.parametrize(("name", "pack"), [("a.txt.gz", gzip.compress), ("a.txt.bz2", bz2.compress), ("a.txt.xz", lzma.compress)])
def test_compressed_documents(tmp_path: Path, name: str, pack: object) -> None:
    path = tmp_path / name
    path.write_bytes(pack(TEXT.encode()))  # type: ignore[operator]
    assert told(path) == ["read a"]
    assert reading.read_path(path).text == TEXT
    path.write_bytes(pack(TEXT.encode())[:-20])  # type: ignore[operator]
    assert "damaged or end too early" in told(path)[0]
    with pytest.raises(ReadingError, match="damaged or end too early"):
        reading.read_path(path)
    path.write_bytes(pack(b"A" * 12_000_000))  # type: ignore[operator]
    assert "unpacks to over 200 times its size" in told(path)[0]


def test_a_truncated_tar_gz_gives_what_comes_before(tmp_path: Path) -> None:
    import random

    noise = random.Random(2).randbytes(90_000).hex().encode()
    data = tarred(("one.txt", TEXT.encode()), ("noise.bin", noise), ("two.txt", TEXT.encode()), mode="w:gz")
    (tmp_path / "a.tar.gz").write_bytes(data[: len(data) // 2])
    found = told(tmp_path / "a.tar.gz")
    assert found[0] == "read one" and "damaged or end too early" in found[-1] and len(found) == 2


def test_a_damaged_zip_archive(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(("one.txt", TEXT.encode()))[:60])
    assert "this ZIP archive is damaged" in told(tmp_path / "a.zip")[0]


def test_a_folder_is_read_in_order_and_goes_on_past_faults(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "x.txt").write_text(TEXT)
    (tmp_path / "c.txt").write_text(TEXT)
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b" / "d.txt").write_text(TEXT)
    (tmp_path / "large.txt").write_bytes(b"x" * (reading.MAX_BYTES + 1))
    found = told(tmp_path)
    assert [line.split(":")[0] for line in found] == ["/a.txt", "read c", "/large.txt", "read d"]


def test_the_one_document_of_an_archive_can_be_read_alone_and_several_cannot() -> None:
    one = zipped(("one.txt", TEXT.encode()))
    assert reading.read_bytes(one, "a.zip").text == TEXT
    with pytest.raises(ReadingError, match="more than one document"):
        reading.read_bytes(zipped(("one.txt", TEXT.encode()), ("two.txt", TEXT.encode())), "a.zip")
    with pytest.raises(ReadingError, match="no document in it"):
        reading.read_bytes(zipped(), "a.zip")


def test_what_is_asked_wrongly_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="YYYY-MM-DD"):
        reading.read_all(tmp_path, published="soon")
    with pytest.raises(ReadingError, match="no part 'body'; map one of id, title"):
        reading.read_all(tmp_path, fields={"body": "text"})
    with pytest.raises(FileNotFoundError):
        reading.read_all(tmp_path / "none")
    assert list(reading.read_all(tmp_path)) == []
    assert Unread("a", "b") == Unread("a", "b")


def test_the_bytes_of_an_archive_are_read_as_its_file_is(tmp_path: Path) -> None:
    data = zipped(("one.txt", TEXT.encode()), ("two.txt", b""))
    first, second = reading.read_all_bytes(data, "stdin", published="2023-02-27")
    assert isinstance(first, Report) and first.published is not None and first.published.by == "given" and first.path == "stdin!one.txt"
    assert isinstance(second, Unread) and second.name == "stdin!two.txt" and "empty" in second.reason
