"""The same questions have the same answers on SQLite and on PostgreSQL."""

from collections.abc import Iterator

import pytest

import memcon.register
from memcon.record import Record, from_json, to_json
from memcon.register import QuestionError, RegisterError
from memcon.register.keeping import backup, dump, verify
from memcon.register.register import Register

from .making import ASSAD, BIDEN, PUTIN, ZELENSKY, record, told

LAVROV, BLINKEN = ("Sergey Lavrov", "RU"), ("Antony Blinken", "US")
XI = ("Xi Jinping", "CN")


def reports() -> list[Record]:
    return [
        record("tass-1", told("meeting", [PUTIN, ASSAD], "2021-09-13", place=("Moscow", "RU")), published="2021-09-14", publisher="TASS",
               said=[("Vladimir Putin", "said", "the grain deals with Damascus are growing")],
               figures=[("3.5 times", 3.5, "times", "Vladimir Putin")]),
        record("sana-1", told("meeting", [("Putin", "RU"), ("Bashar Assad", "SY")], "2021-09-13", place=("Moscow", "RU")), published="2021-09-13"),
        record("wire-1", told("call", [BIDEN, PUTIN], "2021-12-07"), told("call", [BIDEN, ZELENSKY], "2021-12-09", main=False), published="2021-12-09"),
        record("wire-2", told("call", [("Joseph R. Biden, Jr.", "US"), PUTIN], "2021-12-30", "planned"), published="2021-12-29"),
        record("wire-3", told("meeting", [LAVROV, BLINKEN], "2022-01-21", place=("Geneva", "CH")), published="2022-01-21",
               said=[("Sergei Lavrov" if False else "Sergey Lavrov", "warned", "a grain deal needs guarantees")]),
        record("wire-4", told("meeting", [("Sergei Lavrov", "RU"), ("Wang Yi", "CN")], "2022-03-30"), published="2022-03-30",
               said=[("Sergei Lavrov", "urged", "the world order must change")]),
        record("weak-1", told("contact", [XI, PUTIN], "2022-02-04", confidence=0.1), published="2022-02-05"),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def register(shared_place: str) -> Iterator[Register]:
    with memcon.register.open(shared_place) as found:
        for one in reports():
            found.add(one)
        yield found


@pytest.fixture
def fresh(place: str) -> Iterator[Register]:
    """Give a register that a test may change."""
    with memcon.register.open(place) as found:
        for one in reports()[:3]:
            found.add(one)
        yield found


def test_engagements_by_parties_time_kind_status(register: Register) -> None:
    (met,) = register.engagements(between=["RU", "SY"])
    assert (met.kind, met.date, met.city, met.reports) == ("meeting", "2021-09-13", "Moscow", 2)
    assert sorted(a.report for a in met.accounts) == ["sana-1", "tass-1"]
    assert all(a.main and a.evidence for a in met.accounts)
    assert [e.date for e in register.engagements(between=["Joe Biden", "Russia"])] == ["2021-12-07", "2021-12-30"]
    assert [e.date for e in register.engagements(between=["RU", "US"], since="2021-12-08", until="2022", kind=["call"])] == ["2021-12-30"]
    assert [e.status for e in register.engagements(status=["planned"])] == ["planned"]
    assert [e.date for e in register.engagements(main=False)] == ["2021-12-09"]
    assert len(register.engagements(everything=True)) == 1 + len(register.engagements())
    assert register.count_engagements() == len(register.engagements())
    assert len(register.engagements(limit=2, offset=1)) == 2


def test_last_tells_when_and_how_often(register: Register) -> None:
    found = register.last("US", "RU")
    by = {r.family: r for r in found.rhythms}
    assert (found.a, found.b) == ("United States", "Russia")
    assert (by["all"].count, by["all"].last, by["all"].longest_gap) == (2, "2022-01-21", 45)
    assert by["call"].last == "2021-12-07" and by["call"].next and by["call"].next.date == "2021-12-30"
    assert by["meeting"].per_year == ((2022, 1),)
    assert by["message"].entry is None


def test_who_knows_one_person_however_spelt(register: Register) -> None:
    found = register.who("Serguei Lavrov")
    assert found.party.name == "Sergei Lavrov" or found.party.name == "Sergey Lavrov"
    assert dict(found.spellings) == {"Sergei Lavrov": 1, "Sergey Lavrov": 1}
    assert {p.party.name for p in found.partners} == {"Antony Blinken", "Wang Yi"}
    assert found.engagements == 2 and found.statements == 2
    assert register.who("RU").engagements == 5
    assert register.who("Putin").party.actor == register.who("Vladimir Putin").party.actor


def test_statements_by_speaker_and_words(register: Register) -> None:
    assert [s.report for s in register.statements(by="RU")] == ["wire-4", "wire-3", "tass-1"]
    (said,) = register.statements(by="Sergey Lavrov", match='"grain deal"')
    text = register.record(said.report).report.text
    assert [m.quote for m in said.matches] == ["grain deal"]
    assert all(text[s.start : s.end] == s.quote for s in (*said.content, *said.matches))
    assert {s.report for s in register.statements(match="grain")} == {"tass-1", "wire-3"}
    assert register.statements(match="grain -guarantees")[0].report == "tass-1"
    assert {s.report for s in register.statements(match="guarant* OR order")} == {"wire-3", "wire-4"}


def test_figures_by_what_and_whom(register: Register) -> None:
    (one,) = register.figures(what="trade", of=["RU", "SY"])
    assert (one.value, one.unit, [c.name for c in one.claimants]) == (3.5, "times", ["Vladimir Putin"])
    assert register.figures(of=["CN"]) == ()
    assert register.figures(by="Putin") == (one,)


def test_search_finds_words_and_marks_them(register: Register) -> None:
    found = register.search("damascus grain")
    assert [h.report for h in found] == ["tass-1"]
    text = register.record("tass-1").report.text
    assert {text[m.start : m.end].lower() for m in found[0].matches} == {"grain", "damascus"}
    assert {h.report for h in register.search("lavrov", until="2022-02")} == {"wire-3"}
    with pytest.raises(QuestionError, match="nothing to look for"):
        register.search('"" -x')


@pytest.mark.parametrize("question", ['" OR (', "a NEAR b", "NOT", "'; DROP TABLE reports; --", "*", "col:umn^2", "x AND AND", "\x00 war"])
def test_no_question_is_an_error_of_the_database(register: Register, question: str) -> None:
    try:
        register.search(question)
        register.statements(match=question)
    except QuestionError:
        pass


def test_entry_by_any_of_its_ids(register: Register) -> None:
    (met,) = register.engagements(between=["RU", "SY"])
    for id in (met.id, *(a.id for a in met.accounts), "tass-1", "sana-1/e1"):
        assert register.entry(id).id == met.id
    with pytest.raises(QuestionError, match="no entry 'nothing'"):
        register.entry("nothing")


def test_timeline_and_network_count(register: Register) -> None:
    assert [(s.period, s.total) for s in register.timeline(between=["RU"])] == [("2021", 3), ("2022", 2)]
    (month, *_) = register.timeline(between=["SY"], by="month", entries=True)
    assert month.period == "2021-09" and month.entries[0].kind == "meeting"
    links = {(k.a, k.b): k.count for k in register.network().links}
    assert links == {("RU", "US"): 2, ("RU", "SY"): 1, ("US", "UA"): 1, ("CN", "RU"): 1} or links == {
        ("RU", "US"): 2, ("RU", "SY"): 1, ("UA", "US"): 1, ("CN", "RU"): 1}  # fmt: skip
    persons = register.network(of=["Lavrov"], persons=True)
    assert {n.name for n in persons.nodes} >= {"Antony Blinken", "Wang Yi"}


def test_nobody_of_that_name_is_told(register: Register) -> None:
    with pytest.raises(QuestionError, match="nobody called 'Prester John'"):
        register.engagements(between=["Prester John"])
    with pytest.raises(QuestionError, match="is no date"):
        register.engagements(since="yesterday")


def test_a_register_is_sound_and_its_copy_the_same(register: Register, tmp_path: object) -> None:
    with register.reading() as conn:
        assert list(verify(conn)) == []
    to = f"{tmp_path}/copy.db"
    assert backup(register, to) > 50
    with memcon.register.open(to) as copy:
        assert list(dump(copy.engine)) == list(dump(register.engine))
        assert [h.report for h in copy.search("damascus grain")] == ["tass-1"]
    with pytest.raises(RegisterError, match="there is a register at"):
        backup(register, to)


def test_twice_is_once_and_a_correction_supersedes(fresh: Register) -> None:
    before = list(dump(fresh.engine))
    assert [fresh.add(one) for one in reports()[:3]] == ["same"] * 3
    assert list(dump(fresh.engine)) == before
    text = fresh.record("wire-1").report.text + " Corrected: the second call was on another day."
    corrected = record("wire-1", told("call", [BIDEN, PUTIN], "2021-12-07"), told("call", [BIDEN, ZELENSKY], "2021-12-10", main=False),
                       published="2021-12-09", text=text)  # fmt: skip
    ids = {a.engagement: a.id for e in fresh.engagements() for a in e.accounts if a.report == "wire-1"}
    assert fresh.add(corrected) == "superseded"
    assert fresh.add(corrected) == "same" and fresh.add(reports()[2]) == "same"
    assert fresh.record("wire-1") == corrected and fresh.record("wire-1", 1) == reports()[2]
    assert [e.date for e in fresh.engagements(between=["US", "UA"])] == ["2021-12-10"]
    assert {a.engagement: a.id for e in fresh.engagements() for a in e.accounts if a.report == "wire-1"} == ids
    with fresh.reading() as conn:
        assert list(verify(conn)) == []


def test_another_report_of_the_same_name_is_no_correction(fresh: Register) -> None:
    other = record("tass-1", told("call", [XI, BIDEN], "2023-01-01"), text="Xi Jinping and Joe Biden spoke by telephone about quite other things.")
    assert fresh.add(other) == "added"
    assert len(fresh.engagements(between=["RU", "SY"])) == 1
    (call,) = fresh.engagements(between=["CN", "US"])
    assert call.accounts[0].report.startswith("tass-1~")


def test_the_record_is_kept_whole(register: Register) -> None:
    assert [from_json(to_json(register.record(r.report.id))) for r in reports()] == reports()


def test_a_page_of_statements_is_the_beginning_of_all(register: Register) -> None:
    whole = register.statements(by="RU")
    assert [register.statements(by="RU", limit=1, offset=n)[0] for n in range(len(whole))] == list(whole)
    assert register.statements(by="RU", limit=9) == whole
