"""What analysts decide outranks what was read, can be taken back, and survives reading again."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

import memcon.register
from memcon.record import Record
from memcon.register import QuestionError, adding
from memcon.register.answers import Judgement
from memcon.register.keeping import dump, verify
from memcon.register.register import Register

from .making import ASSAD, PUTIN, record, told

NOW = "2022-01-01T12:00:00+00:00"


def reports() -> list[Record]:
    return [
        record("a", told("meeting", [PUTIN, ASSAD], "2021-09-13"), published="2021-09-13"),
        record("b", told("meeting", [PUTIN, ASSAD], "2021-09-13"), published="2021-09-14"),
        record("c", told("meeting", [PUTIN, ASSAD], "2021-11-02"), published="2021-11-02"),
        record("d", told("call", [("Ramzan Kadyrov", "RU"), ASSAD], "2021-12-01"), published="2021-12-01"),
        record("e", told("call", [("R. Kadyrov", "RU"), ASSAD], "2021-12-01"), published="2021-12-02"),
    ]


@pytest.fixture
def register(place: str) -> Iterator[Register]:
    with memcon.register.open(place) as found:
        for one in reports():
            found.add(one)
        yield found
        with found.reading() as conn:
            assert list(verify(conn)) == []


def judge(register: Register, act: str, target: str, **more: str | None) -> Judgement:
    return register.judge(act, target, who="ana", at=NOW, **more)  # type: ignore[arg-type]


def groups(register: Register) -> set[frozenset[str]]:
    return {frozenset(a.report for a in e.accounts) for e in register.engagements(everything=True)}


BEFORE = {frozenset("ab"), frozenset("c"), frozenset("de")}


def test_merge_split_and_undo(register: Register) -> None:
    assert groups(register) == BEFORE
    merged = judge(register, "merge", "a", other="c", note="the second was misdated")
    assert groups(register) == {frozenset("abc"), frozenset("de")}
    entry = register.entry("a")
    assert [a.why.judged for a in entry.accounts if a.why and a.report == "c"] == [True]
    split = judge(register, "split", "b")
    assert groups(register) == {frozenset("ac"), frozenset("b"), frozenset("de")}
    judge(register, "undo", str(merged.number))
    assert groups(register) == {frozenset("a"), frozenset("b"), frozenset("c"), frozenset("de")}
    again = judge(register, "undo", str(split.number))
    assert groups(register) == BEFORE
    judge(register, "undo", str(again.number))
    assert groups(register) == {frozenset("a"), frozenset("b"), frozenset("c"), frozenset("de")}
    assert [(j.act, j.undone) for j in register.judgements()] == [
        ("merge", True), ("split", False), ("undo", False), ("undo", True), ("undo", False)]  # fmt: skip


def test_a_split_holds_against_new_reports(register: Register) -> None:
    judge(register, "split", "b")
    register.add(record("f", told("meeting", [PUTIN, ASSAD], "2021-09-13"), published="2021-09-15"))
    joined = {frozenset(a.report for a in e.accounts) for e in register.engagements(between=["SY", "RU"], kind=["meeting"])}
    assert frozenset("b") in joined or frozenset("bf") in joined
    assert not any({"a", "b"} <= group for group in joined)


def test_correct_reject_accept_comment(register: Register) -> None:
    first = judge(register, "correct", "a", field="date", value="2021-09-12")
    assert (first.before, first.after) == ('"2021-09-13"', '"2021-09-12"')
    assert register.entry("a").date == "2021-09-12"
    judge(register, "correct", "b", field="date", value="2021-09-11")
    assert register.entry("a").date == "2021-09-11"
    judge(register, "undo", "2")
    assert register.entry("a").date == "2021-09-12"
    judge(register, "reject", "c", note="a rumour")
    assert len(register.engagements()) == 2 and len(register.engagements(everything=True)) == 3
    judge(register, "accept", "c")
    assert len(register.engagements()) == 3
    judge(register, "comment", "c", note="see also the readout")
    assert [j.note for j in register.entry("c").judgements] == ["a rumour", None, "see also the readout"]


WRONG = [
    ("correct", "a", {"field": "mood", "value": "good"}, "'mood' cannot be corrected"),
    ("correct", "a", {"field": "kind", "value": "party"}, "'party' is no kind"),
    ("correct", "a", {"field": "date", "value": "Tuesday"}, "'Tuesday' is no date"),
    ("merge", "a", {"other": "b"}, "are one entry already"),
    ("split", "c", {}, "stands alone"),
    ("undo", "7", {}, "no judgement '7'"),
    ("reject", "zzz", {}, "no entry 'zzz'"),
    ("praise", "a", {}, "'praise' is no judgement"),
]


def test_what_cannot_be_judged_is_told(register: Register) -> None:
    for act, target, more, said in WRONG:
        with pytest.raises(QuestionError, match=said):
            judge(register, act, target, **more)
    assert register.judgements() == ()


def test_actors_are_split_and_merged_and_that_is_undone(register: Register) -> None:
    profile = register.who("Ramzan Kadyrov")
    assert len(profile.spellings) == 2 and len(profile.merged) == 2
    apart = judge(register, "other_actor", profile.merged[0], other=profile.merged[1])
    assert len(register.who("Ramzan Kadyrov").merged) == 1
    assert groups(register) == {frozenset("ab"), frozenset("c"), frozenset("d"), frozenset("e")}
    judge(register, "undo", str(apart.number))
    assert groups(register) == BEFORE
    register.add(record("g", told("call", [("Haji Akhmat", "RU"), ASSAD], "2021-12-01"), published="2021-12-03"))
    assert frozenset("g") in groups(register)
    judge(register, "same_actor", "Haji Akhmat", other="Ramzan Kadyrov")
    assert groups(register) == {frozenset("ab"), frozenset("c"), frozenset("deg")}
    assert {s for s, _ in register.who("Haji Akhmat").spellings} == {"Haji Akhmat", "Ramzan Kadyrov", "R. Kadyrov"}


def test_judgements_survive_reading_again(register: Register) -> None:
    judge(register, "correct", "a", field="city", value="Sochi")
    judge(register, "merge", "a", other="c")
    judge(register, "reject", "d")
    before = groups(register)
    newer = []
    for one in reports():
        shifted = tuple(replace(e, id="e9", confidence=0.7) for e in one.engagements)
        newer.append(replace(one, engagements=shifted))
    newer[3] = replace(newer[3], engagements=())
    for number, one in enumerate(newer, 1):
        with register.writing() as conn:
            assert adding.replace(conn, number, one)
    assert groups(register) == before
    assert register.entry("a").city == "Sochi" and register.entry("a").confidence == 0.7
    assert [a.kept for e in register.engagements(everything=True) for a in e.accounts if a.report == "d"] == [True]
    assert all(not j.undone for j in register.judgements())
    assert list(dump(register.engine))
