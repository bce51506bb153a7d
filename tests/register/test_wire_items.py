"""Wire items in the register: a newer version supersedes whatever the order, a kill takes back what was told."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

import memcon.register
from memcon.record import Record
from memcon.register.keeping import verify
from memcon.register.register import Register

from .making import ASSAD, BIDEN, PUTIN, record, told


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with memcon.register.open(tmp_path / "r.db") as found:
        yield found


def item(version: int | None, day: str, *notes: str, format: str = "ninjs", words: str = "") -> Record:
    text = f"Vladimir Putin met Bashar al-Assad. {words * 9}" if words else None
    made = record("urn:1", told("meeting", [PUTIN, ASSAD], day), published="2021-09-14", publisher="Wire", text=text)
    marks = (f"version: {version}",) if version is not None else ()
    raw = hashlib.sha256(f"{version} {notes} {words}".encode()).hexdigest()
    return replace(made, report=replace(made.report, notes=marks + notes, format=format, raw_sha256=raw))


KILL = ("withdrawn: canceled",)


def dates(register: Register) -> list[str | None]:
    with register.reading() as conn:
        assert list(verify(conn)) == []
    return [e.date for e in register.engagements(everything=True)]


@pytest.mark.parametrize("order", list(permutations((1, 2, 3))))
def test_the_newest_version_stands_whatever_the_order(register: Register, order: tuple[int, ...]) -> None:
    made = {n: item(n, f"2021-09-1{n}", words=("alpha ", "beta ", "gamma ")[n - 1]) for n in order}
    for n in order:
        register.add(made[n])
    assert dates(register) == ["2021-09-13"] and register.count() == 1
    assert register.record("urn:1").report.notes == ("version: 3",)
    assert register.add(made[1]) == "same"


@pytest.mark.parametrize("words", ["", "do not use "])
@pytest.mark.parametrize("kill_first", [False, True])
def test_a_kill_takes_back_what_was_told_and_says_so(register: Register, kill_first: bool, words: str) -> None:
    story, kill = item(1, "2021-09-13"), item(2, "2021-09-13", *KILL, words=words)
    for one in (kill, story) if kill_first else (story, kill):
        register.add(one)
    assert dates(register) == [] and register.count() == 1
    assert "withdrawn: canceled" in register.record("urn:1").report.notes
    assert not register.statements() and not register.figures()
    assert [h.report for h in register.search("Assad")] == ["urn:1"]


def test_another_report_of_the_same_engagement_stands(register: Register) -> None:
    register.add(item(1, "2021-09-13"))
    register.add(record("sana-1", told("meeting", [PUTIN, ASSAD], "2021-09-13")))
    register.add(item(2, "2021-09-13", *KILL, words="do not use "))
    (entry,) = register.engagements()
    assert [a.report for a in entry.accounts] == ["sana-1"]


def test_what_an_analyst_judged_is_kept(register: Register) -> None:
    register.add(item(1, "2021-09-13"))
    register.judge("correct", "urn:1", field="city", value="Moscow", who="ana", at="2024-01-01T00:00:00Z")
    register.add(item(2, "2021-09-13", *KILL, words="do not use "))
    (entry,) = register.engagements(everything=True)
    assert entry.city == "Moscow" and [a.kept for a in entry.accounts] == [True]


def test_a_story_that_is_restored_tells_again(register: Register) -> None:
    for one in (item(1, "2021-09-13"), item(2, "2021-09-13", *KILL, words="do not use "), item(3, "2021-09-13", words="restored ")):
        register.add(one)
    assert dates(register) == ["2021-09-13"]


def test_versions_without_a_number_follow_the_order_of_adding(register: Register) -> None:
    register.add(item(None, "2021-09-11", words="alpha "))
    assert register.add(item(None, "2021-09-12", words="beta ")) == "superseded"
    assert dates(register) == ["2021-09-12"]


def test_files_of_one_name_are_still_two_reports(register: Register) -> None:
    register.add(item(1, "2021-09-11", format="text", words="alpha "))
    other = record("urn:1", told("call", [BIDEN, PUTIN], "2021-12-07"), text="Joe Biden called Vladimir Putin about quite other things than these.")
    assert register.add(other) == "added" and register.count() == 2
