"""A fleet writes the same bytes with any number of workers, goes on where it stopped, and survives its dead."""

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.fleet.conftest import objects
from tests.fleet.faking import Fake, Here

from memcon import reading
from memcon.cli import group
from memcon.errors import ReadingError
from memcon.fleet import read
from memcon.fleet.items import Item, items
from memcon.fleet.needing import MissingLibrary, library
from memcon.fleet.output import Output, OutputError
from memcon.fleet.processes import Processes, Task
from memcon.fleet.reader import How, Reader
from memcon.fleet.running import Tally, run

parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")


def files_of(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*.parquet"))}


def rows_of(folder: Path) -> list[dict[str, object]]:
    return [row for p in sorted(folder.rglob("*.parquet")) for row in parquet.read_table(p).to_pylist()]


def test_two_processes_write_what_one_writes_and_a_bad_line_is_named(lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two = read([str(lines)], tmp_path / "two", How(), workers=2, size=5)
    assert two.read == 12
    assert [name for name, _ in two.failed] == [f"{lines.as_posix()}:14"]
    monkeypatch.setattr("memcon.fleet.running.Processes", Here)
    read([str(lines)], tmp_path / "one", How(), workers=1, size=5)
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")
    assert [row["number"] for row in rows_of(tmp_path / "one")] == [*range(1, 13), 14]


def test_lines_rows_and_pages_are_read_as_memcon_read_reads_them(lines: Path, pages: Path, tmp_path: Path) -> None:
    import pyarrow

    table = tmp_path / "in.parquet"
    parquet.write_table(pyarrow.Table.from_pylist(objects(3)), table)
    reader = Reader(How())
    for path, expected in ((lines, 12), (pages, 5)):
        told = [row.sha256 for row in reader.read(list(items(path))) if row.record]
        assert told == [r.sha256 for r in reading.read_all(path) if not isinstance(r, reading.Unread)]
        assert len(told) == expected
    assert [row.id for row in reader.read(list(items(table)))] == ["report-000", "report-001", "report-002"]


def test_a_run_goes_on_with_the_partitions_that_are_missing(tmp_path: Path) -> None:
    out = tmp_path / "out"
    tasks = [Task(f"in/{n:05}", (Item(n, f"in:{n}", "object", f"text {n}".encode()),)) for n in range(4)]
    output = Output(out, {"size": 1})
    pool = Processes(Fake, 1)
    try:
        run(pool, iter(tasks[:2]), output, Tally())
        before = files_of(out)
        (out / "records" / "in" / "00001.parquet").unlink()
        again = Output(out, {"size": 1})
        assert [again.has(t.partition) for t in tasks] == [True, False, False, False]
        run(pool, (t for t in tasks if not again.has(t.partition)), again, Tally())
    finally:
        pool.close()
    assert len(files_of(out)) == 4
    assert before.items() <= files_of(out).items()


def test_a_folder_of_another_run_or_of_other_files_is_refused(tmp_path: Path) -> None:
    Output(tmp_path / "out", {"model": "a", "size": 5})
    with pytest.raises(OutputError, match="another model"):
        Output(tmp_path / "out", {"model": "b", "size": 5})
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("Dear colleague")
    with pytest.raises(OutputError, match="other files"):
        Output(tmp_path / "mine", {})


def test_a_document_that_kills_is_set_aside_after_two_tries_and_the_others_are_read(tmp_path: Path) -> None:
    part = tuple(Item(n, f"in:{n}", "object", b"please die" if n == 3 else b"fine") for n in range(1, 6))
    output, tally = Output(tmp_path / "out", {}), Tally()
    pool = Processes(Fake, 2)
    try:
        run(pool, iter([Task("in/00001", part)]), output, tally)
    finally:
        pool.close()
    assert tally.read == 4
    assert tally.failed == [("in:3", "the process that read it ended twice (exit code 9); it is set aside")]
    assert [row["number"] for row in rows_of(tmp_path / "out")] == [1, 2, 3, 4, 5]


def test_a_process_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    tasks = [Task(f"in/{n:05}", tuple(Item(10 * n + k, "in", "object", b"slow") for k in range(3))) for n in range(4)]
    pool = Processes(Fake, 2)
    killed = []

    def kill(tally: Tally) -> None:
        if not killed:
            killed.append(next(w for w in pool._workers if w.task is not None))
            killed[0].process.kill()

    tally = Tally()
    try:
        run(pool, iter(tasks), Output(tmp_path / "out", {}), tally, kill)
    finally:
        pool.close()
    assert killed
    assert tally.read == 12
    assert not tally.failed


def test_the_records_go_into_a_register_without_being_read_again(lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_ = CliRunner()
    monkeypatch.setattr("memcon.fleet.running.Processes", Here)
    assert run_.invoke(group, ["fleet", "read", str(lines), "--out", str(tmp_path / "out"), "--workers", "1", "--size", "5"]).exit_code == 2
    assert run_.invoke(group, ["add", str(lines), "--register", str(tmp_path / "a.db"), "--workers", "1"]).exit_code == 2
    monkeypatch.setattr("memcon.pipeline.record_of", lambda *_: pytest.fail("the records are there already"))
    done = run_.invoke(group, ["add", str(tmp_path / "out"), "--register", str(tmp_path / "b.db"), "--workers", "1", "--json"])
    assert json.loads(done.stdout)["added"] == 12
    shown = [run_.invoke(group, ["engagements", "--register", str(tmp_path / f"{name}.db"), "--json"]).stdout for name in "ab"]
    assert shown[0] == shown[1]
    assert json.loads(shown[0])
    again = run_.invoke(group, ["add", str(tmp_path / "out"), "--register", str(tmp_path / "b.db"), "--workers", "1", "--json"])
    assert json.loads(again.stdout)["added"] == 0


def test_a_reader_that_has_met_too_many_words_takes_a_new_pipeline_and_reads_alike(lines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = list(items(lines))[:3]
    reader = Reader(How())
    before, first = reader.read(found), reader._nlp
    monkeypatch.setattr("memcon.fleet.reader.MOST_WORDS", 0)
    assert reader.read(found) == before
    assert reader._nlp is not first
    assert reader.read(found) == before


def test_what_is_missing_is_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="no such file"):
        read([str(tmp_path / "none.jsonl")], tmp_path / "out", How())
    with pytest.raises(MissingLibrary, match=r"memcon\[fleet\]"):
        library("no_such_library")
    (tmp_path / "torn.jsonl.gz").write_bytes(b"\x1f\x8b\x08\x00")
    with pytest.raises(ReadingError, match="damaged"):
        list(items(tmp_path / "torn.jsonl.gz"))
