"""The arithmetic of dates against the calendar itself, and the span: every branch with what it must give, so that a slip is found."""

import calendar as civil
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.record.span import Span, span_of
from memcon.times import calendar

DAY = date(2021, 9, 14)
HELD = {
    "day": ("2021-09-14", "2021-09-15", "2021-09-14", "2021-09-14"), "night": ("2021-09-14", "2021-09-15", "2021-09-14", "2021-09-14"),
    "weekday": ("2021-09-14", "2021-09-15", "2021-09-14", "2021-09-14"), "week": ("2021-09-13", "2021-09-20", "2021-W37", "2021-09-13/2021-09-19"),
    "fortnight": ("2021-09-13", "2021-09-20", "2021-W37", "2021-09-13/2021-09-19"), "weekend": ("2021-09-18", "2021-09-20", "2021-W37-WE", "2021-09-18/2021-09-19"),
    "month": ("2021-09-01", "2021-10-01", "2021-09", "2021-09"), "quarter": ("2021-07-01", "2021-10-01", "2021-Q3", "2021-35"),
    "half": ("2021-07-01", "2022-01-01", "2021-H2", "2021-41"), "season": ("2021-09-01", "2021-12-01", "2021-FA", "2021-23"),
    "year": ("2021-01-01", "2022-01-01", "2021", "2021"), "decade": ("2020-01-01", "2030-01-01", "202", "202X"),
    "century": ("2000-01-01", "2100-01-01", "20", "20XX"), "millennium": ("2000-01-01", "3000-01-01", "2", "2XXX"),
}  # fmt: skip
NAMES = {"night": "day", "weekday": "day", "fortnight": "week"}


def shown(place: calendar.Place) -> tuple[str, str, str, str]:
    return place.begin.isoformat(), place.end.isoformat(), place.value, place.edtf


@pytest.mark.parametrize("unit", HELD)
def test_what_holds_a_day(unit: str) -> None:
    found = calendar.holding(unit, DAY)
    assert shown(found) == HELD[unit] and found.unit == NAMES.get(unit, unit)


@pytest.mark.parametrize(
    ("found", "want"),
    [
        (calendar.week(date(2021, 1, 1)), ("2020-12-28", "2021-01-04", "2020-W53", "2020-12-28/2021-01-03")),
        (calendar.week(date(2024, 12, 30)), ("2024-12-30", "2025-01-06", "2025-W01", "2024-12-30/2025-01-05")),
        (calendar.weekend(date(2022, 1, 2)), ("2022-01-01", "2022-01-03", "2021-W52-WE", "2022-01-01/2022-01-02")),
        (calendar.quarter(2022, 1), ("2022-01-01", "2022-04-01", "2022-Q1", "2022-33")),
        (calendar.quarter(2022, 4), ("2022-10-01", "2023-01-01", "2022-Q4", "2022-36")),
        (calendar.half(2022, 1), ("2022-01-01", "2022-07-01", "2022-H1", "2022-40")),
        (calendar.season(2021, "SP"), ("2021-03-01", "2021-06-01", "2021-SP", "2021-21")),
        (calendar.season(2021, "SU"), ("2021-06-01", "2021-09-01", "2021-SU", "2021-22")),
        (calendar.season(2021, "WI"), ("2021-12-01", "2022-03-01", "2021-WI", "2021-24")),
        (calendar.year(987), ("0987-01-01", "0988-01-01", "0987", "0987")),
        (calendar.month(987, 3), ("0987-03-01", "0987-04-01", "0987-03", "0987-03")),
        (calendar.month(2021, 12), ("2021-12-01", "2022-01-01", "2021-12", "2021-12")),
        (calendar.two_years(2022), ("2022-01-01", "2024-01-01", "2022", "2022/2023")),
        (calendar.decade(1989), ("1980-01-01", "1990-01-01", "198", "198X")),
        (calendar.decade(5), ("0001-01-01", "0010-01-01", "000", "000X")),
        (calendar.decade(9995), ("9990-01-01", "9999-01-01", "999", "999X")),
        (calendar.century(1914), ("1900-01-01", "2000-01-01", "19", "19XX")),
        (calendar.century(950), ("0900-01-01", "1000-01-01", "09", "09XX")),
        (calendar.millennium(1914), ("1000-01-01", "2000-01-01", "1", "1XXX")),
        (calendar.stretch(date(2021, 9, 13), date(2021, 9, 16)), ("2021-09-13", "2021-09-16", "", "2021-09-13/2021-09-15")),
        (calendar.year(9999), ("9999-01-01", "9999-12-31", "9999", "9999")),
        (calendar.day(date.max), ("9999-12-31", "9999-12-31", "9999-12-31", "9999-12-31")),
        (calendar.holding("season", date(2022, 1, 5)), ("2021-12-01", "2022-03-01", "2021-WI", "2021-24")),
        (calendar.holding("season", date(2022, 2, 28)), ("2021-12-01", "2022-03-01", "2021-WI", "2021-24")),
        (calendar.holding("season", date(2022, 3, 1)), ("2022-03-01", "2022-06-01", "2022-SP", "2022-21")),
        (calendar.holding("season", date(2022, 12, 1)), ("2022-12-01", "2023-03-01", "2022-WI", "2022-24")),
        (calendar.holding("quarter", date(2022, 3, 31)), ("2022-01-01", "2022-04-01", "2022-Q1", "2022-33")),
        (calendar.holding("quarter", date(2022, 4, 1)), ("2022-04-01", "2022-07-01", "2022-Q2", "2022-34")),
        (calendar.holding("half", date(2022, 6, 30)), ("2022-01-01", "2022-07-01", "2022-H1", "2022-40")),
        (calendar.holding("half", date(2022, 7, 1)), ("2022-07-01", "2023-01-01", "2022-H2", "2022-41")),
    ],
)
def test_places_by_hand(found: calendar.Place, want: tuple[str, str, str, str]) -> None:
    assert shown(found) == want


def test_units_of_the_places() -> None:
    assert [calendar.two_years(2022).unit, calendar.stretch(DAY, date(2021, 9, 20)).unit, calendar.day(DAY).unit] == ["year", "interval", "day"]


def test_fiscal_places_are_about_there() -> None:
    assert calendar.fiscal(calendar.year(2022)).edtf == "2022~" and calendar.fiscal(calendar.year(2022)).value == "2022"
    assert calendar.fiscal(calendar.two_years(2022)).edtf == "2022/2023"


def test_finer() -> None:
    assert calendar.finer("day", "week") and calendar.finer("month", "year") and calendar.finer("century", "millennium")
    assert not calendar.finer("week", "week") and not calendar.finer("year", "month")
    assert not calendar.finer("minute", "week") and not calendar.finer("day", "eternity")
    assert tuple(sorted(calendar.UNITS, key=calendar.UNITS.index)) == calendar.UNITS and len(set(calendar.UNITS)) == 15


def test_unknown_places_have_the_shape_of_their_unit() -> None:
    shapes = {"day": "XXXX-XX-XX", "night": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX", "half": "XXXX-HX", "decade": "XXX", "century": "XX", "year": "XXXX", "season": "XXXX"}
    assert {u: calendar.unknown(u) for u in shapes} == shapes


@pytest.mark.parametrize(
    ("unit", "count", "want"),
    [
        ("day", 1, "2021-02-01"), ("night", 1, "2021-02-01"), ("week", 2, "2021-02-14"), ("weekend", -1, "2021-01-24"), ("fortnight", 1, "2021-02-14"), ("weekday", 1, "2021-02-07"),
        ("month", 1, "2021-02-28"), ("month", -1, "2020-12-31"), ("month", 37, "2024-02-29"), ("quarter", 1, "2021-04-30"), ("half", -1, "2020-07-31"), ("season", 1, "2022-01-31"),
        ("year", 3, "2024-01-31"), ("decade", -1, "2011-01-31"), ("century", 1, "2121-01-31"), ("millennium", 1, "3021-01-31"), ("year", 8000, None), ("day", 10**9, None), ("month", -(10**6), None),
        ("year", -2021, None), ("year", -2020, "0001-01-31"), ("year", 7978, "9999-01-31"), ("day", 10**12, None),
    ],
)  # fmt: skip
def test_moving(unit: str, count: int, want: str | None) -> None:
    found = calendar.moved(date(2021, 1, 31), unit, count)
    assert (found.isoformat() if found else None) == want


def test_shifting_keeps_the_unit() -> None:
    assert shown(calendar.shifted(calendar.month(2021, 1), "month", 1) or calendar.day(DAY)) == ("2021-02-01", "2021-03-01", "2021-02", "2021-02")
    assert (calendar.shifted(calendar.quarter(2021, 4), "year", -1) or calendar.day(DAY)).value == "2020-Q4"
    assert calendar.shifted(calendar.year(9000), "year", 1000) is None and calendar.shifted(calendar.decade(1), "decade", -1) is None
    last = calendar.shifted(calendar.week(date(9999, 12, 20)), "week", 1)
    assert last is None or last.end == date.max


@given(st.dates(date(1, 1, 8), date(9990, 1, 1)), st.sampled_from(sorted(HELD)), st.integers(-50, 50))
def test_places_hold_their_days_and_lie_side_by_side(when: date, unit: str, count: int) -> None:
    place = calendar.holding(unit, when)
    if unit != "weekend":
        assert place.begin <= when < place.end
    assert calendar.holding(unit, place.begin) == place
    if unit not in ("decade", "century", "millennium", "weekend"):
        assert calendar.holding(unit, place.end).begin == place.end
    if unit in ("month", "quarter", "half", "year"):
        assert (place.end - place.begin).days == sum(civil.monthrange(place.begin.year, place.begin.month + n)[1] for n in range(calendar.MONTHS[unit]))
    moved = calendar.moved(when, "month", count)
    if moved and 1 < moved.year < 9998:
        assert (moved.year * 12 + moved.month) - (when.year * 12 + when.month) == count
        assert moved.day == min(when.day, civil.monthrange(moved.year, moved.month)[1])
    assert calendar.moved(when, "week", 1) == when + timedelta(7)


def test_a_span_fits_its_quote() -> None:
    assert Span(0, 0, "") and Span(2, 5, "abc")
    for start, end, quote in ((-1, 0, "a"), (3, 2, ""), (0, 2, "a"), (0, 1, "ab"), (5, 4, "")):
        with pytest.raises(ValueError, match=rf"^span {start}:{end} does not fit its quote of {len(quote)} characters$"):
            Span(start, end, quote)


def test_holding_and_meeting() -> None:
    outer, inner, left, right = Span(2, 8, "abcdef"), Span(3, 5, "bc"), Span(0, 2, "xy"), Span(8, 9, "z")
    assert outer.holds(inner) and outer.holds(outer) and not inner.holds(outer) and not outer.holds(left)
    assert not outer.holds(Span(1, 5, "yabc")) and not outer.holds(Span(5, 9, "defz")) and outer.holds(Span(2, 3, "a")) and outer.holds(Span(7, 8, "f"))
    assert outer.meets(inner) and inner.meets(outer) and not outer.meets(left) and not left.meets(outer) and not outer.meets(right) and not right.meets(outer)
    assert outer.meets(Span(7, 9, "fz")) and Span(7, 9, "fz").meets(outer) and sorted([right, left]) == [left, right]


@given(st.text("ab \n\u00a0\u2003", max_size=12), st.data())
def test_a_cut_has_no_white_space_at_its_edges(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = span_of(text, start, end)
    assert start <= found.start <= found.end <= end and text[found.start : found.end] == found.quote == text[start:end].strip()


def test_cuts_by_hand() -> None:
    assert span_of(" a b ", 0, 5) == Span(1, 4, "a b") and span_of("   ", 0, 3) == Span(3, 3, "") and span_of("ab", 1, 1) == Span(1, 1, "")
