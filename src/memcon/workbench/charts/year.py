"""A year as twelve small months, each day as warm as its engagements are many."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from memcon.register.answers import Stretch

_LEVELS = (1, 2, 4, 8)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day: how many were `held`, how many only `planned`; `level` is 0 to 4."""

    iso: str
    number: int
    held: int
    planned: int
    level: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month: its weeks from Monday on (None outside the month), and how many were held in it."""

    iso: str
    name: str
    weeks: tuple[tuple[DayCell | None, ...], ...]
    held: int


def months(year: int, held: Sequence[Stretch], planned: Sequence[Stretch]) -> tuple[Month, ...]:
    """Draw a year."""
    many = {s.period: s.total for s in held}
    ahead = {s.period: s.total for s in planned}
    found = []
    for month in range(1, 13):
        weeks = []
        for week in calendar.Calendar().monthdatescalendar(year, month) if 1 <= year < 9999 else []:
            weeks.append(tuple(_cell(day, many, ahead) if day.month == month else None for day in week))
        total = sum(c.held for w in weeks for c in w if c)
        found.append(Month(f"{year:04d}-{month:02d}", MONTHS[month - 1], tuple(weeks), total))
    return tuple(found)


def _cell(day: date, many: dict[str, int], ahead: dict[str, int]) -> DayCell:
    iso = day.isoformat()
    held = many.get(iso, 0)
    return DayCell(iso, day.day, held, ahead.get(iso, 0), sum(held >= n for n in _LEVELS))
