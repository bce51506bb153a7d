"""The commands that keep and question a register."""

import csv
import io
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import memcon.register
from memcon.cli import group

from .test_contract import reports


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    found = str(tmp_path_factory.mktemp("cli") / "register.db")
    with memcon.register.open(found) as register:
        for one in reports():
            register.add(one)
        register.log_unread("wire/broken.bin", "this is no text")
    return found


def run(place: str, *words: str) -> Result:
    return CliRunner().invoke(group, [*words, "--register", place])


QUESTIONS = [
    ("engagements", "--between", "RU", "SY", "--since", "2020", "--kind", "meeting", "--status", "held"),
    ("engagements", "Sergey Lavrov"),
    ("last", "RU", "US"),
    ("who", "Sergey Lavrov"),
    ("statements", "--by", "RU", "--match", '"grain deal"'),
    ("statements", "--about", "grain"),
    ("figures", "--what", "trade", "--of", "RU", "SY"),
    ("search", "grain"),
    ("entry", "tass-1"),
    ("timeline", "RU", "--by", "month"),
    ("network", "RU"),
    ("network", "--persons"),
    ("log",),
]


@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_each_question_answers_in_every_form(place: str, words: tuple[str, ...]) -> None:
    shown = run(place, *words)
    assert shown.exit_code == 0 and shown.output.strip()
    assert json.loads(run(place, *words, "--json").output)
    rows = list(csv.DictReader(io.StringIO(run(place, *words, "--csv").output)))
    assert rows and all(None not in row for row in rows)


def test_an_engagement_lists_its_accounts_by_the_reports_own_ids(place: str) -> None:
    (entry,) = json.loads(run(place, "engagements", "--between", "RU", "SY", "--json").output)
    assert {(a["report"], a["main"]) for a in entry["accounts"]} == {("tass-1", True), ("sana-1", True)}
    assert entry["reports"] == entry["independent"] == 2
    assert all(a["evidence"][0]["quote"] for a in entry["accounts"])


def test_nothing_found_is_an_empty_list(place: str) -> None:
    assert json.loads(run(place, "engagements", "--between", "SY", "UA", "--json").output) == []
    assert "no engagement fits" in run(place, "engagements", "--between", "SY", "UA").output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("engagements", "--between", "RU", "Prester John"), "nobody called 'Prester John'"),
        (("engagements", "--since", "yesterday"), "'yesterday' is no date"),
        (("entry", "nothing"), "no entry 'nothing'"),
        (("judge", "merge", "tass-1"), "takes 2 targets"),
        (("judge", "correct", "tass-1", "--field", "mood"), "cannot be corrected"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(place: str, words: tuple[str, ...], said: str) -> None:
    found = run(place, *words)
    assert found.exit_code != 0 and said in found.output and "Traceback" not in found.output


def test_a_register_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    found = run(str(tmp_path / "none.db"), "engagements")
    assert found.exit_code == 1 and "there is no register at" in found.output
    assert not list(tmp_path.iterdir())


def test_judge_verify_backup(place: str, tmp_path: Path) -> None:
    copy = str(tmp_path / "copy.db")
    assert "copied" in run(place, "backup", copy).output
    assert run(copy, "judge", "correct", "tass-1", "--field", "city", "--value", "Sochi", "--who", "ana").exit_code == 0
    assert json.loads(run(copy, "entry", "tass-1", "--json").output)["city"] == "Sochi"
    assert run(copy, "judge", "undo", "1", "--who", "ben").exit_code == 0
    listed = json.loads(run(copy, "judge", "list", "--json").output)
    assert [(j["act"], j["who"], j["undone"]) for j in listed] == [("correct", "ana", True), ("undo", "ben", False)]
    assert "all is well" in run(copy, "verify").output
    with memcon.register.open(copy) as register, register.writing() as conn:
        conn.exec_driver_sql("UPDATE statements SET said = replace(said, '\"start\":', '\"start\":1')")
    damaged = run(copy, "verify")
    assert damaged.exit_code == 1 and "does not fit" in damaged.output


CALL = (
    "Putin, Biden talk by phone\n\nMOSCOW, December 7, 2021. Russian President Vladimir Putin spoke by telephone with US President "
    'Joe Biden on Tuesday. "The talks were useful," Putin said.\n'
)
MEETING = (
    "Lavrov, Blinken meet in Geneva\n\nGENEVA, January 21, 2022. Russian Foreign Minister Sergey Lavrov met US Secretary of State "
    "Antony Blinken in Geneva on Friday.\n"
)


@pytest.mark.parametrize("workers", [1, pytest.param(2, marks=pytest.mark.skipif(
    not os.environ.get("MEMCON_SLOW"), reason="loads the model in two more processes; set MEMCON_SLOW=1"))])  # fmt: skip
def test_documents_are_added_known_and_logged(tmp_path: Path, workers: int) -> None:
    place, folder = str(tmp_path / "register.db"), tmp_path / "in"
    folder.mkdir()
    for n in range(4 * workers):
        (folder / f"meeting-{n}.txt").write_text(MEETING.replace("GENEVA", f"GENEVA, no. {n}," if n else "GENEVA"), encoding="utf-8")
    (folder / "call.txt").write_text(CALL, encoding="utf-8")
    (folder / "empty.txt").write_text(" ", encoding="utf-8")
    total = 4 * workers + 1
    first = run(place, "add", str(folder), "--json", "--workers", str(workers))
    told = json.loads(first.stdout)
    assert first.exit_code == 2
    assert (told["added"], told["known"], told["reports"], len(told["failed"])) == (total, 0, total, 1)
    assert "empty.txt" in run(place, "log").output
    (folder / "empty.txt").unlink()
    again = json.loads(run(place, "add", str(folder), "--json").stdout)
    assert (again["added"], again["known"], again["failed"]) == (0, total, [])
    (call,) = json.loads(run(place, "engagements", "--between", "RU", "US", "--kind", "call", "--json").output)
    assert (call["date"], call["status"], call["accounts"][0]["report"]) == ("2021-12-07", "held", "call")
    assert f"{total} reports read again, 0 of them differ" in run(place, "reread", "--workers", "1").output
