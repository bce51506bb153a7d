"""`memcon compare`: files, entries of a register, themes over time."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.compare import accounts

import memcon.register
from memcon.cli import group
from memcon.record import Record

LATER = """Phone call of the Presidents

President of Ukraine Volodymyr Zelenskyy had a phone conversation with President Joseph Biden. They discussed grain exports and air defense.
"""


def run(*args: str, width: int = 100) -> Result:
    return CliRunner().invoke(group, ["compare", *args], env={"COLUMNS": str(width), "NO_COLOR": "1", "MEMCON_REGISTER": ""})


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("accounts")
    found = []
    for name, publisher, text in (("us", "White House", accounts.AMERICAN), ("tr", "Turkish Presidency", accounts.TURKISH)):
        title, _, body = text.partition("\n\n")
        path = folder / f"{name}.json"
        path.write_text(json.dumps({"title": title, "publisher": publisher, "published": "2018-01-24", "text": body.replace("\n", " ")}))
        found.append(str(path))
    return found


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory, record_of: Callable[..., Record]) -> str:
    place = tmp_path_factory.mktemp("register") / "r.db"
    texts = ((accounts.KYIV, "President of Ukraine", "2021-12-09"), (accounts.WASHINGTON, "White House", "2021-12-09"), (LATER, "President of Ukraine", "2022-08-01"))
    with memcon.register.open(place) as made:
        for text, publisher, published in texts:
            made.add(record_of(text, publisher, published))
    return str(place)


def test_two_files_in_three_columns(files: list[str]) -> None:
    done = run(*files)
    assert done.exit_code == 0, done.output
    assert "only White House" in done.output and "both" in done.output and "only Turkish Presidency" in done.output
    assert "\x1b" not in done.output
    assert all(len(line) <= 100 for line in done.output.splitlines())


def test_a_narrow_terminal_has_one_column(files: list[str]) -> None:
    done = run(*files, width=60)
    assert "= both" in done.output
    assert all(len(line) <= 60 for line in done.output.splitlines())


def test_order_of_the_second_account(files: list[str]) -> None:
    made = run(*files, "--format", "markdown", "--order", "2").output
    assert made.index("Only White House") < made.index("Only Turkish Presidency")
    assert run(*files, "--order", "3").exit_code == 2


def test_json_holds_the_spans(files: list[str]) -> None:
    made = json.loads(run(*files, "--json").output)
    assert [a["side"] for a in made["accounts"]] == ["US", "TR"]
    assert {p["span"]["quote"] for p in made["points"] if p["kind"] == "length"}
    assert made["contradictions"][0]["relation"] == "contradicts"


def test_an_entry_of_a_register(register: str) -> None:
    with memcon.register.open(register) as found:
        entry = next(e for e in found.engagements() if e.reports == 2)
    done = run(entry.id, "--register", register)
    assert done.exit_code == 0, done.output
    assert "President of Ukraine and White House compared" in done.output or "White House and President of Ukraine compared" in done.output


def test_an_entry_with_one_report_is_told(register: str) -> None:
    with memcon.register.open(register) as found:
        entry = next(e for e in found.engagements() if e.reports == 1 and e.main)
    done = run(entry.id, "--register", register)
    assert done.exit_code != 0
    assert "one report only" in done.output


def test_themes_over_time(register: str) -> None:
    done = run("--topics", "UA", "US", "--register", register)
    assert done.exit_code == 0, done.output
    lines = {line[:20].strip(): line.split() for line in done.output.split("First and last")[0].splitlines()}
    assert lines["readouts"][-2:] == ["1/1", "1/0"]
    assert lines["climate"][-2:] == ["0/1", "·"]
    assert lines["food security"][-2:] == ["·", "1/0"]
    made = json.loads(run("--topics", "UA", "United States", "--register", register, "--json").output)
    assert made["sides"] == ["UA", "US"] and made["periods"] == ["2021", "2022"]
    (climate,) = [c for c in made["courses"] if c["theme"] == "climate"]
    assert (climate["side"], climate["first"], climate["gone"]) == ("US", "2021-12-09", None)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--topics", "RU", "US"], "--register"),
        (["one.txt"], "two files"),
        (["--topics", "RU", "--register", "x.db"], "two sides"),
    ],
)
def test_what_is_missing_is_told(args: list[str], told: str) -> None:
    done = run(*args)
    assert done.exit_code == 2
    assert told in done.output


def test_a_missing_file_is_told(files: list[str], tmp_path: Path) -> None:
    done = run(files[0], str(tmp_path / "none.txt"))
    assert done.exit_code != 0
    assert "none.txt" in done.output


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_written_to_a_file(files: list[str], tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    done = run(*files, "--format", form, "--out", str(out))
    assert done.exit_code == 0 and not done.output
    assert "Turkish Presidency" in out.read_text(encoding="utf-8")
