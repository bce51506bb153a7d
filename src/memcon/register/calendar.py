"""EDTF dates as intervals of days, so that dates of different precision can be compared.

A day is its proleptic Gregorian ordinal (`datetime.date.toordinal`), ends are inclusive.
"""

import calendar as months
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

Grain = Literal["day", "span", "month", "coarse", "none"]
"""How precise a date is: a day, a span of up to ten days, up to 45 days, longer, unknown."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T[0-9:.Z+-]*)?")
_PARTS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 14),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip
"""First and last month of what the month's place may also hold (ISO 8601-2); month 13 is the next January."""
_SPAN = 10
_MONTH = 45


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The days `begin` to `end`, both inclusive, as ordinals."""

    begin: int
    end: int

    @property
    def length(self) -> int:
        """How many days it covers."""
        return self.end - self.begin + 1

    def gap(self, other: "Days") -> int:
        """Give the days between two intervals, 0 where they overlap; next-door days have a gap of 1."""
        return max(other.begin - self.end, self.begin - other.end, 0)

    def grain(self) -> Grain:
        """Tell how precise it is."""
        if self.length == 1:
            return "day"
        return "span" if self.length <= _SPAN else "month" if self.length <= _MONTH else "coarse"


@lru_cache(maxsize=16384)
def days(edtf: str | None) -> Days | None:
    """Give the days of an EDTF date; None where it is None, open at an end, or not understood.

    >>> days("2021-09-13"), days("2021-02").length, days("202X").length, days("2021-09-13/..")
    (Days(begin=738046, end=738046), 28, 3652, None)
    """
    if not edtf:
        return None
    text = edtf.strip("[]{} ").rstrip("~?%")
    if "/" in text or ".." in text:
        first, _, last = text.replace("..", "/", 1).partition("/") if "/" not in text else text.partition("/")
        begin, end = days(first.strip(". ")), days(last.strip(". "))
        return Days(begin.begin, end.end) if begin and end and begin.begin <= end.end else None
    if "," in text:
        parts = [days(part.strip()) for part in text.split(",")]
        known = [part for part in parts if part]
        return Days(min(p.begin for p in known), max(p.end for p in known)) if known else None
    return _plain(text)


def _plain(text: str) -> Days | None:
    if re.fullmatch(r"\d{2}(\d|X)X", text):
        low, high = int(text.replace("X", "0")), int(text.replace("X", "9"))
        return Days(date(max(low, 1), 1, 1).toordinal(), date(high, 12, 31).toordinal())
    match = _DATE.fullmatch(text)
    if match is None or match[1] == "0000":
        return None
    year = int(match[1])
    if match[2] in (None, "XX"):
        return Days(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
    month = int(match[2])
    first, last = _PARTS.get(month, (month, month))
    if not 1 <= first <= 12:
        return None
    if match[3] in (None, "XX"):
        return Days(date(year, first, 1).toordinal(), _last(year, last))
    try:
        day = date(year, month, int(match[3])).toordinal()
    except ValueError:
        return None
    return Days(day, day)


def _last(year: int, month: int) -> int:
    if month > 12:
        year, month = year + 1, month - 12
    return date(year, month, months.monthrange(year, month)[1]).toordinal()


def iso(day: int) -> str:
    """Give an ordinal as an ISO day."""
    return date.fromordinal(day).isoformat()
