"""Calendar days in text: "September 14", "14 Sept. 2021", "Tuesday, May 7, 2015", "2021-09-14"."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from memcon.reading.lexicon import table


@dataclass(frozen=True, slots=True)
class Day:
    """A day as the text writes it at `start:end`; `year` is None where it is not written, `weekday` is ISO (Monday 1)."""

    start: int
    end: int
    month: int
    day: int
    year: int | None = None
    weekday: int | None = None

    def iso(self) -> str | None:
        """Give the day as YYYY-MM-DD, None where the year is missing."""
        return None if self.year is None else f"{self.year:04}-{self.month:02}-{self.day:02}"

    def in_year(self, year: int) -> date | None:
        """Give the day in a year, None where that year lacks it (February 29)."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def _forms(kind: str) -> dict[str, int]:
    found = {}
    for number, forms in table("calendar")[kind].items():
        for form in forms:
            found[form] = found[form.upper()] = int(number)
    return found


@cache
def months() -> dict[str, int]:
    """Give the number of each month's form."""
    return _forms("months")


@cache
def weekdays() -> dict[str, int]:
    """Give the ISO number of each weekday's form."""
    return _forms("weekdays")


def _any(forms: dict[str, int]) -> str:
    return "|".join(sorted(forms, key=lambda f: (-len(f), f)))


@cache
def pattern() -> str:
    """Give the pattern of a day (its groups are named; use it once in a pattern)."""
    month, ordinal, year = rf"(?:{_any(months())})\.?", r"(?:st|nd|rd|th)?", r"(?:19|20)\d\d(?!\d)"
    return (
        rf"(?:(?P<weekday>{_any(weekdays())})\.?,?\s{{1,3}})?(?:"
        rf"(?P<m1>{month})\s{{1,3}}(?P<d1>[0-3]?\d){ordinal}(?!\d|:\d)(?:,?\s{{1,3}}(?P<y1>{year}))?"
        rf"|(?P<d2>[0-3]?\d){ordinal}(?:\s{{1,3}}of)?\s{{1,3}}(?P<m2>{month})(?![a-z])(?:,?\s{{1,3}}(?P<y2>{year}))?"
        rf"|(?P<y3>{year})-(?P<m3>[01]\d)-(?P<d3>[0-3]\d)(?!\d)"
        rf"|(?P<d4>[0-3]?\d)\.(?P<m4>[01]?\d)\.(?P<y4>{year}))"
    )


@cache
def _finder() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w./-]){pattern()}")


def day_of(match: re.Match[str]) -> Day | None:
    """Give the day of a match of `pattern`, None where no calendar has it (April 31)."""
    parts = match.groupdict()
    for n in "1234":
        if parts[f"d{n}"]:
            break
    month_name, year = parts[f"m{n}"].rstrip("."), parts[f"y{n}"]
    month = int(month_name) if month_name.isdigit() else months()[month_name]
    weekday = weekdays()[parts["weekday"]] if parts["weekday"] else None
    start = match.start("weekday") if weekday else min(match.start(f"{p}{n}") for p in "dmy" if parts[f"{p}{n}"])
    end = max(match.end(f"{p}{n}") for p in "dmy" if parts[f"{p}{n}"])
    found = Day(start, end, month, int(parts[f"d{n}"]), int(year) if year else None, weekday)
    return found if 1 <= month <= 12 and found.in_year(found.year or 2000) else None


def days_in(text: str, start: int = 0, end: int | None = None) -> list[Day]:
    """Give the days that `text[start:end]` writes, in order; offsets are into the whole text.

    >>> [d.iso() for d in days_in("Kyiv, 5 March 2024, and on 31 April 2024")]
    ['2024-03-05']
    """
    found = _finder().finditer(text, start, len(text) if end is None else end)
    return [day for match in found if (day := day_of(match)) is not None]
