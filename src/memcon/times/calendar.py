"""Places on the calendar: days, weeks, months, quarters and what else has a begin, an end and a name.

A `Place` is a half-open interval of days with its TIMEX3 value and its EDTF form. Weeks are ISO 8601 weeks; seasons are
the meteorological ones of the northern half of the globe; the winter of a year begins in its December.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

SEASONS = {"SP": (3, 21), "SU": (6, 22), "FA": (9, 23), "WI": (12, 24)}
"""First month and EDTF code of a season (EDTF level 1)."""
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000, "season": 12}
"""Length in months of the units that are made of months; a season comes again after a year."""
DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14, "weekday": 7}
"""Length in days of the units that are made of days."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the calendar: [`begin`, `end`), its unit, its TIMEX3 value and its EDTF form."""

    unit: str
    begin: date
    end: date
    value: str
    edtf: str


def day(when: date) -> Place:
    """Give a day."""
    return Place("day", when, _plus(when, 1), when.isoformat(), when.isoformat())


def week(when: date) -> Place:
    """Give the ISO week that holds a day; EDTF has no weeks, so it is an interval there."""
    year, number, _ = when.isocalendar()
    monday = when - timedelta(when.weekday())
    return Place("week", monday, _plus(monday, 7), f"{year:04}-W{number:02}", f"{monday}/{_plus(monday, 6)}")


def weekend(when: date) -> Place:
    """Give the weekend (Saturday and Sunday) of the week that holds a day."""
    inside = week(when)
    saturday = _plus(inside.begin, 5)
    return Place("weekend", saturday, inside.end, f"{inside.value}-WE", f"{saturday}/{_plus(saturday, 1)}")


def months(year: int, month: int, length: int, unit: str, value: str, edtf: str) -> Place:
    """Give a stretch of months."""
    return Place(unit, date(year, month, 1), _month_after(year, month, length), value, edtf)


def month(year: int, number: int) -> Place:
    """Give a month."""
    name = f"{year:04}-{number:02}"
    return months(year, number, 1, "month", name, name)


def quarter(year: int, number: int) -> Place:
    """Give a quarter (EDTF level 2 calls it 33 to 36)."""
    return months(year, 3 * number - 2, 3, "quarter", f"{year:04}-Q{number}", f"{year:04}-{32 + number}")


def half(year: int, number: int) -> Place:
    """Give a half year (EDTF level 2 calls it 40 and 41)."""
    return months(year, 6 * number - 5, 6, "half", f"{year:04}-H{number}", f"{year:04}-{39 + number}")


def season(year: int, code: str) -> Place:
    """Give a season by its TIMEX3 code."""
    first, edtf = SEASONS[code]
    return months(year, first, 3, "season", f"{year:04}-{code}", f"{year:04}-{edtf}")


def year(number: int) -> Place:
    """Give a year."""
    return months(number, 1, 12, "year", f"{number:04}", f"{number:04}")


def two_years(first: int) -> Place:
    """Give a year that runs over two calendar years ("2022-23"): within them, its first year in TIMEX3, an interval in EDTF."""
    return Place("year", date(first, 1, 1), date(first + 2, 1, 1), f"{first:04}", f"{first:04}/{first + 1:04}")


def fiscal(place: Place) -> Place:
    """Give a year, half or quarter as a fiscal one: which days those are the words do not say, so it is about there."""
    return place if "/" in place.edtf else replace(place, edtf=f"{place.edtf}~")


def decade(number: int) -> Place:
    """Give the decade that holds a year: 198 in TIMEX3, 198X in EDTF."""
    tens = number // 10
    return _years(tens * 10, 10, "decade", f"{tens:03}", f"{tens:03}X")


def century(number: int) -> Place:
    """Give the century that holds a year by its first two digits: 19 in TIMEX3, 19XX in EDTF."""
    hundreds = number // 100
    return _years(hundreds * 100, 100, "century", f"{hundreds:02}", f"{hundreds:02}XX")


def millennium(number: int) -> Place:
    """Give the millennium that holds a year."""
    thousands = number // 1000
    return _years(thousands * 1000, 1000, "millennium", f"{thousands}", f"{thousands}XXX")


def _years(first: int, length: int, unit: str, value: str, edtf: str) -> Place:
    return Place(unit, date(max(first, 1), 1, 1), date(min(first + length, 9999), 1, 1), value, edtf)


_HOLDING: dict[str, Callable[[date], Place]] = {
    "day": day,
    "night": day,
    "weekday": day,
    "week": week,
    "fortnight": week,
    "weekend": weekend,
    "month": lambda d: month(d.year, d.month),
    "quarter": lambda d: quarter(d.year, (d.month + 2) // 3),
    "half": lambda d: half(d.year, (d.month + 5) // 6),
    "season": lambda d: _season_of(d),
    "year": lambda d: year(d.year),
    "decade": lambda d: decade(d.year),
    "century": lambda d: century(d.year),
    "millennium": lambda d: millennium(d.year),
}


UNITS = ("day", "weekday", "night", "holiday", "weekend", "week", "fortnight", "month", "quarter", "season", "half", "year", "decade", "century", "millennium")
"""The units, the smallest first."""


def finer(unit: str, other: str) -> bool:
    """Tell whether a unit is smaller than another, so that the other does not say which one is meant."""
    return unit in UNITS and other in UNITS and UNITS.index(unit) < UNITS.index(other)


_UNKNOWN = {
    "day": "XXXX-XX-XX", "night": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "decade": "XXX", "century": "XX",
}  # fmt: skip


def unknown(unit: str) -> str:
    """Give the TIMEX3 value of a place of which nothing is known but its unit."""
    return _UNKNOWN.get(unit, "XXXX")


def holding(unit: str, when: date) -> Place:
    """Give the place of a unit that holds a day.

    >>> holding("quarter", date(2021, 9, 14)).value
    '2021-Q3'
    """
    return _HOLDING[unit](when)


def _season_of(when: date) -> Place:
    codes = ("WI", "SP", "SU", "FA")
    number = when.month % 12 // 3
    return season(when.year - (when.month < 3), codes[number])


def moved(when: date, unit: str, count: int) -> date | None:
    """Give the day `count` units later, the last of its month where that month is shorter; None beyond the calendar."""
    try:
        if unit in DAYS:
            return when + timedelta(DAYS[unit] * count)
        total = when.year * 12 + when.month - 1 + MONTHS[unit] * count
        at_year, at_month = divmod(total, 12)
        return date(at_year, at_month + 1, min(when.day, monthrange(at_year, at_month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def shifted(place: Place, unit: str, count: int) -> Place | None:
    """Give the place of the same unit `count` units later; None beyond the calendar."""
    begin = moved(place.begin, unit, count)
    try:
        return None if begin is None else holding(place.unit, begin)
    except (ValueError, OverflowError):
        return None


def stretch(begin: date, end: date) -> Place:
    """Give the days from `begin` until the day before `end`, in EDTF an interval."""
    return Place("interval", begin, end, "", f"{begin}/{_plus(end, -1)}")


def _plus(when: date, days: int) -> date:
    return date.max if when == date.max and days > 0 else when + timedelta(days)


def _month_after(at_year: int, at_month: int, length: int) -> date:
    years, index = divmod(at_month - 1 + length, 12)
    return date(at_year + years, index + 1, 1) if at_year + years <= 9999 else date.max
