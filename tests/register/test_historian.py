"""The Office of the Historian's registers become accounts, and reports are held against them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import memcon.register
from memcon.errors import DataError
from memcon.record import spans_in
from memcon.register import historian
from memcon.register.importing import import_historian
from memcon.register.keeping import dump
from memcon.register.register import Register

from .making import record, told

TRIP = """<trip role="secretary" who="x"><id>{id}</id><role>secretary</role><name>{name}</name><start-date>{begin}</start-date>
<end-date>{end}</end-date><country id="{slug}">{land}</country><locale>{locale}</locale><remarks>{remarks}</remarks></trip>"""
VISIT = """<visit><id>7</id><start-date>1999-04-08</start-date><end-date>1999-04-09</end-date><visitor>Premier Zhu Rongji</visitor>
<from id="china">China</from><description>Official Working Visit.</description></visit>"""


def trip(id: int, name: str, begin: str, end: str, slug: str, land: str, locale: str, remarks: str) -> str:
    return TRIP.format(id=id, name=name, begin=begin, end=end, slug=slug, land=land, locale=locale, remarks=remarks)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    trips = [
        trip(1, "Warren Minor Christopher", "1993-12-05", "1993-12-06", "syria", "Syria", "Damascus",
             "Met with President Hafez al-Assad and Foreign Minister Farouk\n    al-Shara; discussed the peace process."),
        trip(2, "Warren Minor Christopher", "1994-04-30", "1994-05-01", "syria", "Syria", "Damascus", "Met with President Assad."),
        trip(3, "Warren Minor Christopher", "1994-04-30", "1994-05-01", "syria", "Syria", "Damascus", "Discussed withdrawal."),
        trip(4, "Warren Minor Christopher", "1994-07-18", "1994-07-20", "czechoslovakia", "Czechoslovakia", "Prague, Brno",
             "Met with President Bill Clinton of the United States."),
        trip(5, "Antony John Blinken", "2023-05-21", "2023-05-22", "papua-new-guinea", "Papua New Guinea", "Port Moresby",
             "Met with Governor General Bob B. Dadae and President Biden."),
    ]  # fmt: skip
    (tmp_path / "travels" / "secretary-travels").mkdir(parents=True)
    (tmp_path / "visits").mkdir()
    (tmp_path / "travels" / "secretary-travels" / "christopher.xml").write_text(f"<trips>{''.join(trips)}</trips>")
    (tmp_path / "visits" / "1990.xml").write_text(f"<visits>{VISIT}</visits>")
    return tmp_path


def test_an_entry_becomes_a_record_with_exact_spans(folder: Path) -> None:
    trips = {t.id: t for t in historian.trips(folder)}
    found = historian.record(trips["historian-travels-1"])
    text = found.report.text
    assert all(text[s.start : s.end] == s.quote for s in spans_in(found))
    (visit,) = found.engagements
    assert (visit.kind, visit.date, visit.place and visit.place.city) == ("visit", "1993-12-05/1993-12-06", "Damascus")
    people = [(a.name, a.country) for a in found.actors]
    assert people == [("Warren Minor Christopher", "US"), ("Hafez al-Assad", "SY"), ("Farouk al-Shara", "SY")]
    prague = historian.record(trips["historian-travels-4"])
    assert [(a.name, a.country) for a in prague.actors][1:] == [("Bill Clinton", "US"), ("Czechoslovakia", "CS")]
    assert prague.engagements[0].place and prague.engagements[0].place.city is None
    moresby = historian.record(trips["historian-travels-5"])
    assert [(a.name, a.country) for a in moresby.actors][1:] == [("Bob B. Dadae", "PG"), ("Biden", "US")]
    zhu = historian.record(trips["historian-visits-7"])
    assert [(a.name, a.country) for a in zhu.actors] == [("Zhu Rongji", "CN"), ("United States", "US")]


@pytest.fixture
def register(folder: Path, place: str) -> Iterator[Register]:
    with memcon.register.open(place) as found:
        imported = import_historian(found, folder)
        assert (imported.added, imported.known) == (6, 0)
        assert imported.duplicates == (("historian-travels-3", "historian-travels-2"),)
        yield found


def test_twice_is_once_and_what_was_keyed_twice_counts_once(register: Register, folder: Path) -> None:
    before = list(dump(register.engine))
    again = import_historian(register, folder)
    assert (again.added, again.known) == (0, 6)
    assert list(dump(register.engine)) == before
    entry = register.entry("historian-travels-3")
    assert (entry.reports, entry.independent) == (2, 1)
    assert {a.source.publisher for a in entry.accounts} == {"US Office of the Historian"}


def test_reports_are_held_against_the_register(register: Register) -> None:
    christopher = ("Warren Christopher", "US")
    register.add(record("wire-1", told("meeting", [christopher, ("Hafez al-Assad", "SY")], "1993-12-05", place=("Damascus", "SY")),
                        published="1993-12-06"))  # fmt: skip
    register.add(record("wire-2", told("visit", [christopher, ("Farouk al-Shara", "SY")], "1994-05-04", place=("Damascus", "SY")),
                        published="1994-05-04"))  # fmt: skip
    register.add(record("wire-3", told("visit", [christopher, ("Yitzhak Rabin", "IL")], "1994-02-01", place=("Jerusalem", "IL")),
                        published="1994-02-01"))  # fmt: skip
    found = register.reconcile()
    assert [sorted(a.report for a in e.accounts) for e in found.confirmed] == [["historian-travels-1", "wire-1"]]
    assert [(a.accounts[0].report, b.accounts[0].report) for a, b in found.differ if b] == [("historian-travels-2", "wire-2")]
    assert sorted(e.accounts[0].report for e in found.missing_here) == ["historian-travels-4", "historian-travels-5", "historian-visits-7"]
    assert [e.accounts[0].report for e in found.missing_there] == ["wire-3"]
    assert register.reconcile(since="1995").confirmed == ()


def test_vague_dates_differ_from_nothing_and_others_are_not_looked_for(register: Register) -> None:
    """Zhu's visit is confirmed by talks of the same days; "in 1994" differs from nothing; two foreigners are no matter of the register."""
    zhu, clinton = ("Zhu Rongji", "CN"), ("Bill Clinton", "US")
    register.add(record("wire-1", told("meeting", [zhu, clinton], "1999-04-08", place=("Washington", "US")), published="1999-04-08"))
    register.add(record("wire-2", told("meeting", [("Warren Christopher", "US"), ("Hafez al-Assad", "SY")], "1994"), published="1999-04-08"))
    register.add(record("wire-3", told("meeting", [zhu, ("Vladimir Putin", "RU")], "1999-06-01", place=("Moscow", "RU")), published="1999-06-01"))
    found = register.reconcile()
    assert "historian-visits-7" in {a.report for e in found.confirmed for a in e.accounts}
    assert found.differ == ()
    assert not [e for e in found.missing_there if e.accounts[0].report == "wire-3"]


def test_a_folder_or_file_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no travels or visits are here"):
        list(historian.trips(tmp_path))
    (tmp_path / "visits").mkdir()
    (tmp_path / "visits" / "1990.xml").write_text("<visits><visit><id>7</id></visit></visits>")
    with pytest.raises(DataError, match="no <visitor>"):
        list(historian.trips(tmp_path))
    (tmp_path / "visits" / "1990.xml").write_text("<visits><visit>")
    with pytest.raises(DataError, match="this is not XML"):
        list(historian.trips(tmp_path))
