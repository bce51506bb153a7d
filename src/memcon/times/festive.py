"""Holidays and named days: by date, by weekday of a month, by Easter, or by the list of a calendar that is not reckoned here."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from memcon.times import calendar
from memcon.times.calendar import Place
from memcon.times.lexicon import table

_FAST, _FEAST = "ramadan", "eid al-fitr"
"""The keys of the fast that lasts a month and of the feast that ends it."""


@dataclass(frozen=True, slots=True)
class Feast:
    """A day that comes every year; `how` is fixed, nth, easter, orthodox or listed, `key` the table's key."""

    how: str
    key: str

    def in_year(self, year: int) -> Place:
        """Give its day in a year, the first where it has two.

        Raises:
            ValueError: no table gives a day for that year.

        >>> Feast("nth", "11 4 4").in_year(2021).value, Feast("easter", "0").in_year(2024).value
        ('2021-11-25', '2024-03-31')
        """
        if self.how == "fixed":
            month, day = (int(n) for n in self.key.split("-"))
            return calendar.day(date(year, month, day))
        if self.how == "easter":
            return calendar.day(easter(year) + timedelta(int(self.key)))
        if self.how == "orthodox":
            return calendar.day(orthodox_easter(year) + timedelta(int(self.key)))
        if self.how == "listed":
            days = self.all_in(year)
            if not days:
                raise ValueError(f"no day of {self.key} is listed for {year}")
            return days[0]
        return calendar.day(_nth(year, *(int(n) for n in self.key.split())))

    def all_in(self, year: int) -> list[Place]:
        """Give all its days in a year: a feast of the moon may come twice, or not at all where it is not listed."""
        if self.how != "listed":
            return [self.in_year(year)]
        return [_listed(self.key, day) for day in _days(self.key) if day.year == year]


@cache
def _days(key: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(day) for day in table("feasts")["days"][key])


def _listed(key: str, day: date) -> Place:
    """Give a listed day; what begins when the moon is seen is about then, and Ramadan lasts until its feast."""
    place = calendar.day(day)
    if key == _FAST:
        end = next((d for d in _days(_FEAST) if d > day), day + timedelta(30))
        last = end - timedelta(1)
        return Place("fast", day, end, f"{day}/{last}", f"{day}~/{last}~")
    return replace(place, edtf=f"{place.edtf}~") if key in table("feasts")["sighted"]["keys"] else place


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    last = calendar.month(year, month).end - timedelta(1)
    return last - timedelta((last.isoweekday() - weekday) % 7 + 7 * (-number - 1))


def easter(year: int) -> date:
    """Give Western Easter of a year (the anonymous Gregorian algorithm, Nature 13, 1876)."""
    golden, hundreds, rest = year % 19, year // 100, year % 100
    shift = (hundreds - (hundreds + 8) // 25 + 1) // 3
    epact = (19 * golden + hundreds - hundreds // 4 - shift + 15) % 30
    weekday = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Give Orthodox Easter of a year as a Gregorian date (Meeus, Astronomical Algorithms, chapter 8, for the Julian calendar).

    >>> orthodox_easter(2023), orthodox_easter(2024)
    (datetime.date(2023, 4, 16), datetime.date(2024, 5, 5))
    """
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(behind)
