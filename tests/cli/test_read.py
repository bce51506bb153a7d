"""`memcon read` in its forms, with records made by hand; what it prints itself is tested beside `printing`."""

import dataclasses
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from memcon.cli import group
from memcon.cli.documents import Reader
from memcon.cli.outlets import file_stem
from memcon.errors import ModelError
from memcon.record import Record, Report, from_json
from printing.made import record


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Replace the finding of records by the one made by hand; give a folder with two reports and one that is empty."""

    def find(self: Reader, report: Report) -> Record:
        if "fault" in report.text:
            raise ZeroDivisionError("a rule tripped")
        return dataclasses.replace(record(), report=dataclasses.replace(record().report, id=report.id, path=report.path))

    monkeypatch.setattr(Reader, "record", find)
    folder = tmp_path / "reports"
    (folder / "more").mkdir(parents=True)
    (folder / "one.txt").write_text("The two ministers met in Oslo on Tuesday, and they spoke about the fishing of cod.", encoding="utf-8")
    (folder / "more" / "two.txt").write_text("The two presidents met in Riga on Friday, and they spoke about the railway there.", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / ".hidden").write_text("no", encoding="utf-8")
    return folder


def memcon(*arguments: str | Path, stdin: str | bytes | None = None, **options: object) -> Result:
    return CliRunner().invoke(group, ["read", *map(str, arguments)], input=stdin, **options)  # type: ignore[arg-type]


def test_a_report_is_printed(made: Path) -> None:
    done = memcon(made / "one.txt")
    assert done.exit_code == 0 and done.stdout.startswith("Xi meets Scholz\n") and done.stderr == ""
    assert "1 less certain one is hidden" in done.stdout


def test_low_confidence_and_reasons_are_shown_when_asked_for(made: Path) -> None:
    done = memcon(made / "one.txt", "--all", "--explain")
    assert "◌" in done.stdout and "because" in done.stdout and "hidden" not in done.stdout


def test_json_is_one_record_a_line(made: Path) -> None:
    done = memcon("--json", made / "one.txt", made / "more")
    records = [from_json(line) for line in done.stdout.splitlines()]
    assert [Path(r.report.path or "").name for r in records] == ["one.txt", "two.txt"]


def test_the_gold_form_is_the_guides(made: Path) -> None:
    said = json.loads(memcon("--format", "gold", made / "one.txt").stdout)
    assert said["figures"][0]["claimed_by"] == "Xi Jinping" and said["figures"][1]["claimed_by"] == "A ministry"
    assert [e["status"] for e in said["engagements"]] == ["held"]


def test_a_page_is_written_beside(made: Path, tmp_path: Path) -> None:
    page = tmp_path / "new" / "page.html"
    done = memcon(made / "one.txt", "--html", page)
    assert done.exit_code == 0 and page.read_text("utf-8").startswith("<!doctype html>") and "wrote" in done.stderr


def test_a_folder_takes_one_file_a_document(made: Path, tmp_path: Path) -> None:
    done = memcon(made, "--format", "html", "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert sorted(p.suffix for p in (tmp_path / "out").iterdir()) == [".html", ".html"]
    assert "wrote 2 files" in done.stderr and "1 of 3 documents could not be read" in done.stderr


def test_reports_of_one_id_do_not_overwrite_each_other(made: Path, tmp_path: Path) -> None:
    memcon(made / "one.txt", made / "one.txt", "--out", tmp_path / "out")
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_what_cannot_be_read_is_named_and_the_rest_is_read(made: Path) -> None:
    (made / "fault.txt").write_text("This report trips a fault in one of the rules, which nobody expected at all.", encoding="utf-8")
    done = memcon(made / "missing.txt", made)
    assert done.exit_code == 2 and done.stdout.count("Xi meets Scholz\n") == 2
    lines = done.stderr.splitlines()
    assert [line for line in lines if "missing.txt" in line and "no such file" in line.lower()]
    assert [line for line in lines if "empty.txt" in line and line.count("empty.txt") == 1]
    assert [line for line in lines if "a fault in Memcon (ZeroDivisionError: a rule tripped)" in line]
    assert "3 of 5 documents could not be read" in done.stderr and "Traceback" not in done.stderr


def test_an_archive_gives_its_documents(made: Path, tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "reports.zip", "w") as archive:
        for name in ("one.txt", "empty.txt"):
            archive.write(made / name, name)
    done = memcon(tmp_path / "reports.zip")
    assert done.exit_code == 2 and "Xi meets Scholz" in done.stdout and "empty.txt" in done.stderr


def test_standard_input_is_read(made: Path) -> None:
    assert memcon("-", stdin="The two ministers met in Oslo on Tuesday and spoke about cod.").exit_code == 0
    done = memcon("-", stdin="")
    assert done.exit_code == 2 and "standard input" in done.stderr


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    done = memcon(tmp_path)
    assert done.exit_code == 2 and "no document in" in done.stderr


def test_a_missing_model_ends_the_run(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(self: Reader, report: Report) -> Record:
        raise ModelError("the language model is not there")

    monkeypatch.setattr(Reader, "record", missing)
    done = memcon(made)
    assert done.exit_code == 2 and done.stderr.count("the language model is not there") == 1


@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [
        (["--published", "14/09/2021"], "YEAR-MONTH-DAY"),
        (["--format", "pdf"], "is not one of"),
        (["--format", "html"], "--out"),
        (["--html", "page.html"], "--format html --out DIR"),
    ],
)
def test_wrong_options_are_told_with_a_remedy(made: Path, arguments: list[str], remedy: str) -> None:
    done = memcon(made, *arguments)
    assert done.exit_code == 2 and remedy in done.stderr and done.stdout == ""


def test_a_file_where_a_folder_is_needed_is_told(made: Path) -> None:
    done = memcon(made, "--out", made / "one.txt")
    assert done.exit_code == 2 and "is a file; give a folder" in done.stderr


def test_what_cannot_be_written_is_told(made: Path) -> None:
    done = memcon(made / "one.txt", "--html", made / "one.txt" / "page.html")
    assert done.exit_code == 2 and "cannot write" in done.stderr and "Traceback" not in done.stderr


def test_colours_come_only_when_asked_for_off_a_terminal(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in memcon(made / "one.txt").stdout
    assert "\x1b[" in memcon(made / "one.txt", "--color", color=True).stdout
    assert "\x1b[" not in memcon(made / "one.txt", "--no-color", color=True).stdout


def test_a_terminal_has_colours_unless_no_color_is_set(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from memcon.cli import read

    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert read._colour(None) is True
    monkeypatch.setenv("NO_COLOR", "1")
    assert read._colour(None) is False and read._colour(True) is True
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert read._colour(None) is False


def test_no_bar_is_drawn_where_nobody_looks(made: Path) -> None:
    assert "\r" not in memcon(made).stderr and "━" not in memcon(made).stderr


def test_a_bar_is_drawn_on_a_terminal_and_taken_away() -> None:
    import io

    from memcon.cli.progress import Progress

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    assert list(Progress(stream, 2).over(["a", "b"])) == ["a", "b"]
    assert "1/2 b" in stream.getvalue() and stream.getvalue().endswith("\r\x1b[K")
    alone = Terminal()
    assert list(Progress(alone, 1).over(["a"])) == ["a"] and alone.getvalue() == ""


@pytest.mark.parametrize(("id", "stem"), [("../../etc/passwd", "etc-passwd"), ("...", "report"), ("a b/c", "a-b-c"), ("x" * 300, "x" * 120), ("réunion", "réunion")])
def test_an_id_is_never_a_path(id: str, stem: str) -> None:
    assert file_stem(id) == stem


def test_one_report_goes_the_whole_way(tmp_path: Path) -> None:
    """The only test here that loads the language model."""
    text = "KYIV, March 5, 2024. President Volodymyr Zelenskyy met Prime Minister Mette Frederiksen of Denmark in Kyiv."
    done = memcon("--json", "-", stdin=text)
    found = from_json(done.stdout)
    assert [found.actor(p.actor).country for e in found.engagements for p in e.participants] == ["UA", "DK"]
    assert found.report.published is not None and found.report.published.value == "2024-03-05"
