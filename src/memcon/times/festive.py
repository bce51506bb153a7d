"""Holidays and named days: by date, by weekday of a month, by Easter, or a single day of history."""

from dataclasses import dataclass
from datetime import date, timedelta

from memcon.times import calendar
from memcon.times.calendar import Place


@dataclass(frozen=True, slots=True)
class Feast:
    """A day that comes every year; `how` is fixed, nth, easter or orthodox, `key` the table's key."""

    how: str
    key: str

    def in_year(self, year: int) -> Place:
        """Give its day in a year.

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
        return calendar.day(_nth(year, *(int(n) for n in self.key.split())))


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
