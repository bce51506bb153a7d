"""What two accounts have in common, field by field with its points, and the days of a date: every branch with what it must give."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from memcon.register.agreement import THRESHOLD, compare
from memcon.register.calendar import Days, days, iso


def shown(edtf: str | None) -> tuple[str, str] | None:
    found = days(edtf)
    return (iso(found.begin), iso(found.end)) if found else None


@pytest.mark.parametrize(
    ("edtf", "want"),
    [
        ("2021-09-13", ("2021-09-13", "2021-09-13")), ("2021-09-13T10:30Z", ("2021-09-13", "2021-09-13")), ("2021-09-13~", ("2021-09-13", "2021-09-13")),
        ("2021-02", ("2021-02-01", "2021-02-28")), ("2024-02?", ("2024-02-01", "2024-02-29")), ("2021-12", ("2021-12-01", "2021-12-31")), ("2021", ("2021-01-01", "2021-12-31")),
        ("2021-XX", ("2021-01-01", "2021-12-31")), ("2021-02-XX", ("2021-02-01", "2021-02-28")), ("202X", ("2020-01-01", "2029-12-31")), ("19XX", ("1900-01-01", "1999-12-31")), ("000X", ("0001-01-01", "0009-12-31")),
        ("2021-09-13/2021-09-15", ("2021-09-13", "2021-09-15")), ("2021-09-13..2021-09-15", ("2021-09-13", "2021-09-15")), ("[2021-09-13..2021-09-15]", ("2021-09-13", "2021-09-15")), ("2020/2022", ("2020-01-01", "2022-12-31")),
        ("[2021-09-13, 2021-09-20]", ("2021-09-13", "2021-09-20")), ("{2021-09-20,2021-09-13,x}", ("2021-09-13", "2021-09-20")), ("[x, y]", None), ("2021-09-15/2021-09-15", ("2021-09-15", "2021-09-15")),
        ("2021-21", ("2021-03-01", "2021-05-31")), ("2021-22", ("2021-06-01", "2021-08-31")), ("2021-23", ("2021-09-01", "2021-11-30")), ("2021-24", ("2021-12-01", "2022-02-28")), ("2023-28", ("2023-12-01", "2024-02-29")),
        ("2021-25", ("2021-03-01", "2021-05-31")), ("2021-26", ("2021-06-01", "2021-08-31")), ("2021-27", ("2021-09-01", "2021-11-30")),
        ("2021-33", ("2021-01-01", "2021-03-31")), ("2021-34", ("2021-04-01", "2021-06-30")), ("2021-35", ("2021-07-01", "2021-09-30")), ("2021-36", ("2021-10-01", "2021-12-31")),
        ("2021-37", ("2021-01-01", "2021-04-30")), ("2021-38", ("2021-05-01", "2021-08-31")), ("2021-39", ("2021-09-01", "2021-12-31")), ("2021-40", ("2021-01-01", "2021-06-30")), ("2021-41", ("2021-07-01", "2021-12-31")),
        (None, None), ("", None), ("soon", None), ("2021-09-13/..", None), ("../2021", None), ("2021-09-15/2021-09-13", None), ("0000", None), ("0000-05", None), ("2021-13", None), ("2021-00", None), ("2021-02-30", None), ("2021-21-05", None), ("20210913", None),
    ],
)  # fmt: skip
def test_the_days_of_a_date(edtf: str | None, want: tuple[str, str] | None) -> None:
    assert shown(edtf) == want


def test_intervals_of_days() -> None:
    first = Days(10, 12)
    assert first.length == 3 and first.gap(Days(12, 20)) == 0 and first.gap(Days(13, 20)) == 1 and first.gap(Days(1, 8)) == 2 and first.gap(Days(11, 11)) == 0
    assert [Days(1, n).grain() for n in (1, 2, 10, 11, 45, 46)] == ["day", "span", "span", "month", "month", "coarse"]
    assert sorted([Days(2, 3), Days(1, 9)]) == [Days(1, 9), Days(2, 3)]


def account(report: str, **but: Any) -> Any:
    """Describe an account by what is compared: Russia and Syria meet in Moscow on 13 September 2021."""
    told: dict[str, Any] = {"report": report, "status": "held", "kind": "meeting", "date": "2021-09-13", "country": "RU", "city": "Moscow", "people": {"RU": "Vladimir Putin", "SY": "Bashar al-Assad"}, "named": frozenset()}
    told |= but
    window = days(told["date"])
    people = told.pop("people")
    parties = [SimpleNamespace(side=side, person=bool(name), words=name or side, key=name) for side, name in people.items()]
    return SimpleNamespace(**told, window=window, grain=window.grain() if window else "none", sides=frozenset(people), parties=parties, persons=lambda side: [p.key for p in parties if p.side == side and p.person])


@pytest.fixture(autouse=True)
def plain_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Persons are alike where their names are; how names are compared is tested with the names."""
    monkeypatch.setattr("memcon.register.agreement.alike", lambda one, two: one == two)


def field(name: str, **but: Any) -> list[tuple[str, float]]:
    ours, theirs = account("a", **but.pop("both", {})), account("b", **(but.pop("also", {}) | but))
    found, turned = compare(ours, theirs), compare(theirs, ours)
    assert (found.score, found.forbidden, found.joins) == (turned.score, turned.forbidden, turned.joins)
    return [(p.verdict, p.weight) for p in found.points if p.field == name]


def test_the_same_in_all() -> None:
    found = compare(account("a"), account("b"))
    assert (found.score, found.forbidden, found.joins, THRESHOLD) == (10.0, False, True, 6.0)
    assert [(p.field, p.words) for p in found.points] == [("date", "both 2021-09-13"), ("kind", "both meeting"), ("parties", "RU: Vladimir Putin"), ("parties", "SY: Bashar al-Assad"), ("place", "both Moscow")]


def test_one_report_and_habits_forbid() -> None:
    found = compare(account("a"), account("a"))
    assert found.forbidden and not found.joins and found.score == 10.0 and found.points[0].words == "one report tells of both as different engagements"
    assert field("status", status="habitual") == [("forbids", 0)] and field("status", status="planned") == [] and field("report") == []


@pytest.mark.parametrize(
    ("other", "want"),
    [
        ("2021-09-13", ("same", 2)), ("2021-09-12/2021-09-14", ("close", 1.5)), ("2021-09", ("close", 0.5)), ("2021", ("close", 0.5)), ("2021-09-14", ("close", 0.5)), ("2021-09-12", ("close", 0.5)),
        ("2021-09-15", ("forbids", 0)), (None, ("open", 0)),
    ],
)  # fmt: skip
def test_dates(other: str | None, want: tuple[str, float]) -> None:
    assert field("date", date=other) == [want]


def test_the_words_of_dates_and_kinds() -> None:
    said = {p.field: p.words for p in compare(account("a"), account("b", date="2021-09-16", kind="call")).points}
    assert said["date"] == "2021-09-13 and 2021-09-16 are 3 days apart" and said["kind"] == "meeting and call"
    assert {p.field: p.words for p in compare(account("a"), account("b", date="2021-09-14")).points}["date"] == "2021-09-13 and 2021-09-14 are a day apart"


@pytest.mark.parametrize(
    ("one", "two", "want"),
    [
        ("meeting", "meeting", ("same", 1)), ("meeting", "visit", ("close", 0.5)), ("call", "video_call", ("close", 0.5)), ("message", "meeting", ("forbids", 0)), ("message", "contact", ("forbids", 0)),
        ("meeting", "contact", ("open", 0.25)), ("contact", "call", ("open", 0.25)), ("meeting", "video_call", ("differs", -0.5)), ("meeting", "call", ("forbids", 0)), ("visit", "video_call", ("forbids", 0)),
    ],
)  # fmt: skip
def test_kinds(one: str, two: str, want: tuple[str, float]) -> None:
    assert field("kind", both={"kind": one}, kind=two) == [want]


def test_parties() -> None:
    assert field("parties", people={"RU": "Vladimir Putin", "SY": None}) == [("same", 3), ("close", 1.5)]
    assert field("parties", both={"people": {"RU": None, "SY": None}}, people={"RU": None, "SY": "Bashar al-Assad"}) == [("close", 1.5), ("close", 1.5)]
    assert field("parties", people={"RU": "Sergey Lavrov", "SY": "Bashar al-Assad"}) == [("forbids", 0), ("same", 3)]
    assert field("parties", people={"RU": "Vladimir Putin", "IR": None})[:2] == [("same", 3), ("forbids", 0)]


@pytest.mark.parametrize(
    ("kinds", "named", "cost"),
    [
        (("meeting", "meeting"), True, -4.5), (("meeting", "meeting"), False, -0.5), (("summit", "meeting"), True, -1.0), (("summit", "meeting"), False, -1.0),
        (("summit", "summit"), True, -0.25), (("summit", "summit"), False, -0.25),
    ],
)  # fmt: skip
def test_a_party_that_only_one_names(kinds: tuple[str, str], named: bool, cost: float) -> None:
    more = {"RU": "Vladimir Putin", "SY": "Bashar al-Assad", "IR": "Ebrahim Raisi"}
    assert field("parties", both={"kind": kinds[0]}, kind=kinds[1], people=more, named=frozenset({"IR"} if named else ())) == [("same", 3), ("same", 3), ("differs", cost)]


@pytest.mark.parametrize(
    ("but", "want"),
    [
        ({}, [("same", 1)]), ({"city": None}, [("same", 0.5)]), ({"city": "Sochi"}, [("differs", -1)]), ({"country": "SY", "city": "Damascus"}, [("differs", -3)]), ({"country": None}, []),
        ({"kind": "call"}, []), ({"both": {"city": None}, "city": None}, [("same", 0.5)]), ({"both": {"country": None}}, []),
    ],
)  # fmt: skip
def test_places(but: dict[str, Any], want: list[tuple[str, float]]) -> None:
    assert field("place", **but) == want


def test_just_enough_and_just_too_little() -> None:
    """Two states on one day in one kind: 1.5 and 1.5, 2 and 1 are six."""
    bare = {"people": {"RU": None, "SY": None}, "country": None, "city": None}
    assert compare(account("a", **bare), account("b", **bare)).joins
    assert not compare(account("a", **bare), account("b", **bare | {"kind": "visit"})).joins
    assert iso(date(2021, 9, 13).toordinal()) == "2021-09-13"
