"""`memcon export`: what the command line adds to the formats."""

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from memcon.cli import group
from memcon.cli.export import FORMS, TABLES
from memcon.exchange import tables
from memcon.exchange.formats import FORMATS
from memcon.register.register import Register


@pytest.fixture
def place(register: Register) -> str:
    return str(register.engine.url.database)


def run(place: str, *words: str) -> Result:
    return CliRunner().invoke(group, [*words, "--register", place])


def test_the_commands_lists_are_those_of_the_room() -> None:
    assert tuple(FORMATS) == FORMS and tuple(tables.TABLES) == TABLES


@pytest.mark.parametrize("form", FORMS)
def test_every_format_is_written_to_a_file_and_to_standard_output(place: str, form: str, tmp_path: Path) -> None:
    narrow = ("--between", "RU", "US")
    shown = run(place, "export", form, *narrow)
    assert shown.exit_code == 0, shown.output
    to = tmp_path / f"out.{form}"
    done = run(place, "export", form, *narrow, "--out", str(to))
    assert done.exit_code == 0 and "written" in done.output
    assert to.read_bytes() == shown.stdout_bytes and to.stat().st_size > 40
    assert not list(tmp_path.glob(".*"))


def test_csv_puts_the_other_tables_beside(place: str, tmp_path: Path) -> None:
    run(place, "export", "csv", "RU", "--kind", "call", "--since", "2021-12-08", "--out", str(tmp_path / "desk.csv"))
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "desk.accounts.csv", "desk.csv", "desk.figures.csv", "desk.participants.csv", "desk.statements.csv",
    ]  # fmt: skip
    (row,) = csv.DictReader(io.StringIO((tmp_path / "desk.csv").read_text(encoding="utf-8")))
    assert (row["status"], row["date"]) == ("planned", "2021-12-30")


def test_json_lines_go_into_another_register(place: str, tmp_path: Path) -> None:
    lines, other = tmp_path / "r.jsonl", str(tmp_path / "other.db")
    run(place, "export", "jsonl", "--out", str(lines))
    assert "7 reports added, 0 known, 0 judgements" in run(other, "import", "jsonl", str(lines)).output
    run(other, "export", "jsonl", "--out", str(tmp_path / "again.jsonl"))
    assert (tmp_path / "again.jsonl").read_bytes() == lines.read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("jsonl", "--table", "accounts"), "--table is for csv and parquet"),
        (("csv", "--persons"), "--persons is for graphml and gexf"),
        (("csv", "--schema"), "--schema is for jsonl"),
        (("csv", "--entry", "wire-1", "--since", "2020"), "--entry names one engagement"),
        (("csv", "Prester John"), "nobody called 'Prester John'"),
        (("csv", "--since", "yesterday"), "'yesterday' is no date"),
        (("csv", "--entry", "nothing"), "no entry 'nothing'"),
        (("csv", "--out", "/nowhere/at/all.csv"), "cannot be written"),
        (("word",), "'word' is not one of"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(place: str, words: tuple[str, ...], said: str) -> None:
    done = run(place, "export", *words)
    assert done.exit_code != 0 and said in done.output and "Traceback" not in done.output


def test_a_file_that_is_there_stays_when_the_export_fails(place: str, tmp_path: Path) -> None:
    (tmp_path / "desk.csv").write_text("kept", encoding="utf-8")
    assert run(place, "export", "csv", "Prester John", "--out", str(tmp_path / "desk.csv")).exit_code == 1
    assert (tmp_path / "desk.csv").read_text(encoding="utf-8") == "kept" and len(list(tmp_path.iterdir())) == 1


def test_the_help_names_every_format() -> None:
    shown = CliRunner().invoke(group, ["export", "--help"]).output
    assert all(f"\n    {form} " in shown for form in FORMS)
