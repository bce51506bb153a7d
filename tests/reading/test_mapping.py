"""`--map` and standard input: rows with keys of their own, and whatever a file may be through a pipe."""

import gzip
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

import memcon.register
from memcon import reading
from memcon.cli import group, inputs
from memcon.reading import Unread, fields
from memcon.record import Report

from .test_archives import TEXT, tarred, zipped
from .test_collections import ATOM, MAIL, RSS
from .test_pdf import LINES, pdf
from .test_web_archive import PAGES, archive
from .test_wire import NEWSML, NITF, XHTML

ROWS = [{"no": n, "body": f"{TEXT} Item {n}.", "date": f"2023-01-{n:02}"} for n in range(1, 31)]


def lines(rows: list[dict[str, Any]]) -> bytes:
    return "\n".join(map(json.dumps, rows)).encode()


def read(data: bytes, name: str, **named: str) -> list[Report | Unread]:
    return list(reading.read_all_bytes(data, name, fields=named))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", lines(ROWS)),
        ("a.json", json.dumps(ROWS).encode()),
        ("a.csv", ("no,body,date\n" + "".join(f'{r["no"]},"{r["body"]}",{r["date"]}\n' for r in ROWS)).encode()),
        ("a.jsonl.gz", gzip.compress(lines(ROWS))),
        ("a.zip", zipped(("in.jsonl", lines(ROWS)))),
    ],
)
def test_keys_that_are_named_are_read_and_a_misspelt_one_is_told_once(name: str, data: bytes) -> None:
    found = read(data, name, text="body", published="date", id="no")
    assert [(r.id, r.published.value) for r in found if isinstance(r, Report) and r.published] == [(str(r["no"]), r["date"]) for r in ROWS]
    for wrong in ({"text": "boddy", "published": "date"}, {"text": "body", "published": "dat"}):
        part = next(p for p, key in wrong.items() if key not in ROWS[0])
        (told,) = read(data, name, **wrong)
        assert isinstance(told, Unread)
        assert f"there is no {wrong[part]!r} to take the {part} from; there are: no, body, date; name one of them with --map {part}=NAME" in told.reason


def test_a_key_that_only_some_rows_have_is_no_mistake() -> None:
    rows = [{k: v for k, v in r.items() if k != "date" or n == 15} for n, r in enumerate(ROWS)]
    found = read(lines(rows), "a.jsonl", text="body", published="date")
    assert sum(isinstance(r, Report) and r.published is not None for r in found) == 1 and len(found) == 30
    nested = [{"content": {"plain": TEXT}}, {"content": {}}, {"content": 3}]
    first, *rest = read(lines(nested), "a.jsonl", text="content.plain")
    assert isinstance(first, Report) and all(isinstance(r, Unread) for r in rest)


def test_a_single_object_must_have_every_key_that_is_named() -> None:
    (told,) = read(json.dumps(ROWS[0]).encode(), "a.json", text="body", published="dat")
    assert isinstance(told, Unread) and "there is no 'dat' to take the published from; there are: no, body, date" in told.reason


def test_lines_of_json_are_told_from_one_object_however_long_they_are() -> None:
    long = lines([{"text": TEXT * 90, "id": n} for n in range(3)])
    for name in ("stdin", "a.json"):
        assert [r.id for r in read(long, name) if isinstance(r, Report)] == ["0", "1", "2"]
        assert len(read(gzip.compress(long), name)) == 3
    assert len(read(json.dumps({"text": TEXT, "more": {}}, indent=1).encode(), "a.json")) == 1


def test_the_option_is_read() -> None:
    assert inputs.mapping("text=body, published = meta.date") == {"text": "body", "published": "meta.date"}
    assert inputs.mapping(None) == {} and inputs.PARTS == fields.NAMES
    for wrong, said in (("text", "is not PART=NAME"), ("=a", "is not PART=NAME"), ("body=text", "no part 'body'; map one of id"), ("text=a,text=b", "mapped twice")):
        with pytest.raises(click.BadParameter, match=said):
            inputs.mapping(wrong)


PIPED = {
    "text": (TEXT.encode(), 1), "html": (PAGES[0][3], 1), "markdown": (f"---\ntitle: x\n---\n# T\n\n{TEXT}".encode(), 1),
    "json lines": (lines([{"text": TEXT, "id": n} for n in range(3)]), 3), "json list": (json.dumps([{"text": TEXT}] * 2).encode(), 2),
    "rss": (RSS.encode(), 2), "atom": (ATOM.encode(), 1), "mail": (f"{MAIL}Content-Type: text/plain\r\n\r\n{TEXT}".encode(), 1),
    "newsml": (NEWSML.format(status="usable", content=XHTML).encode(), 2), "nitf": (NITF.encode(), 1), "pdf": (pdf(LINES), 1),
    "zip": (zipped(("a.txt", TEXT.encode()), ("b.txt", b"")), 2), "tar": (tarred(("a.txt", TEXT.encode())), 1),
    "tar.gz": (tarred(("a.txt", TEXT.encode()), mode="w:gz"), 1), "gzip": (gzip.compress(TEXT.encode()), 1),
    "warc": (archive(PAGES, packed=False), 3), "warc.gz": (archive(PAGES), 3),
}  # fmt: skip


class Pipe(io.BytesIO):
    """Bytes that come once, as those of a pipe do."""

    def seekable(self) -> bool:
        return False

    def seek(self, *args: Any) -> int:
        raise OSError("a pipe cannot be wound back")


@pytest.mark.parametrize("kind", PIPED)
def test_whatever_a_file_may_be_comes_through_a_pipe(kind: str) -> None:
    data, count = PIPED[kind]
    found = list(reading.read_all_stream(Pipe(data), "stdin"))
    assert len(found) == count and any(isinstance(r, Report) for r in found)
    assert all(r.path is None for r in found if isinstance(r, Report))


def test_what_is_larger_than_one_document_may_be_goes_through_too() -> None:
    member = lines([{"text": TEXT, "notes": "x" * 200_000}]) + b"\n"
    count = reading.MAX_BYTES // len(member) + 2
    found = reading.read_all_stream(Pipe(member * count), "stdin")
    assert sum(isinstance(r, Report) for r in found) == count


def run(place: Path, data: bytes, *words: str) -> Any:
    return CliRunner().invoke(group, ["add", "-", "--register", str(place), *words], input=data)


def test_two_things_through_a_pipe_are_not_two_versions_of_one(tmp_path: Path) -> None:
    place = tmp_path / "r.db"
    for n, place_name in enumerate(("Oslo", "Bergen")):
        text = f"President Volodymyr Zelenskyy met Prime Minister Mette Frederiksen of Denmark in {place_name}." if n else TEXT
        done = run(place, zipped(("a.txt", text.encode()), ("b.txt", b"")))
        assert done.exit_code == 2 and "1 added, 0 corrected" in done.output and "memcon: stdin!b.txt: the document is empty" in done.output
    done = run(place, lines(ROWS[:2]), "--map", "text=body,published=date,id=no")
    assert "2 added" in done.output
    with memcon.register.open(place) as register:
        assert register.count() == 4 and [u.name for u in register.unread()] == ["stdin!b.txt"]


def test_the_commands_tell_what_is_mapped_wrongly(tmp_path: Path) -> None:
    for command in (["add", "--register", str(tmp_path / "r.db")], ["read"]):
        done = CliRunner().invoke(group, [*command, "--map", "text=boddy", "-"], input=lines(ROWS))
        assert done.exit_code == 2 and "there is no 'boddy' to take the text from; there are: no, body, date" in done.output
        done = CliRunner().invoke(group, [*command, "--map", "body=text", "-"], input=lines(ROWS))
        assert done.exit_code == 2 and "a document has no part 'body'" in done.output


def test_a_zip_needs_its_end_and_a_pipe_that_breaks_is_told() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.writestr("a.txt", TEXT)
    (told,) = reading.read_all_stream(Pipe(data.getvalue()[:-30]), "stdin")
    assert isinstance(told, Unread) and "damaged" in told.reason
