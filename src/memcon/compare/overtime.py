"""Which themes each side's readouts mention over the years: a matrix of theme, time and side."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.actors.tables import fold, short_names, states
from memcon.compare.sides import side
from memcon.compare.themes import names, themes
from memcon.record import Record
from memcon.register.errors import QuestionError

if TYPE_CHECKING:
    from memcon.register.register import Register


@dataclass(frozen=True, slots=True)
class Readouts:
    """The readouts of a side in a period: their report ids in the order of their dates."""

    side: str
    period: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A theme that a side's readouts of a period mention: the ids of those reports."""

    theme: str
    side: str
    period: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """A theme's course with one side: the days of its first and last mention, and of the first readout after that without it."""

    theme: str
    side: str
    first: str
    last: str
    gone: str | None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Themes by time and side; `sides` are ISO 3166-1 alpha-2 codes, periods EDTF ("2021", "2021-34" for a quarter, "2021-12")."""

    sides: tuple[str, str]
    periods: tuple[str, ...]
    readouts: tuple[Readouts, ...]
    mentioned: tuple[Mentioned, ...]
    courses: tuple[Course, ...]

    def count(self, theme: str, side: str, period: str) -> int:
        """Give in how many readouts of a side and period a theme is mentioned."""
        return sum(len(m.reports) for m in self.mentioned if (m.theme, m.side, m.period) == (theme, side, period))


@dataclass(frozen=True, slots=True)
class _Readout:
    day: str
    report: str
    side: str
    themes: tuple[str, ...]


def matrix(register: "Register", sides: tuple[str, str], by: str = "year", since: str | None = None, until: str | None = None) -> Matrix:
    """Give the matrix of two sides over the engagements that both took part in.

    `sides` are countries by code or name; `by` is "year", "quarter" or "month"; a readout counts in the period of its publication, or
    of the engagement where that is not known.

    Raises:
        QuestionError: a side is no country.
    """
    a, b = (_code(s) for s in sides)
    found = sorted(_readouts(register, (a, b), since, until), key=lambda r: (r.day, r.report))
    periods = tuple(sorted({_period(r.day, by) for r in found}, key=lambda p: (p[:4], p)))
    readouts, mentioned, courses = [], [], []
    for code in (a, b):
        mine = [r for r in found if r.side == code]
        for period in periods:
            there = [r for r in mine if _period(r.day, by) == period]
            readouts.append(Readouts(code, period, tuple(r.report for r in there)))
            for theme in names():
                if ids := tuple(r.report for r in there if theme in r.themes):
                    mentioned.append(Mentioned(theme, code, period, ids))
        courses += [c for theme in names() if (c := _course(theme, code, mine))]
    return Matrix((a, b), periods, tuple(readouts), tuple(mentioned), tuple(courses))


def _code(words: str) -> str:
    if words.upper() in {*short_names(), "EU", "UN"}:
        return words.upper()
    code = {fold(n): c for n, c in states().items()}.get(fold(words))
    if code is None:
        raise QuestionError(f"{words!r} is no country; give a code or a name, as in --topics RU US")
    return code


def _readouts(register: "Register", sides: tuple[str, str], since: str | None, until: str | None) -> Iterator[_Readout]:
    seen: set[str] = set()
    for entry in register.engagements(between=sides, since=since, until=until):
        for account in entry.accounts:
            code = side(account.source.publisher)
            day = account.source.published or entry.date
            if code in sides and account.report not in seen and account.main and day and account.copy_of is None:
                seen.add(account.report)
                yield _Readout(day, account.report, str(code), _themes(register.record(account.report)))


def _themes(record: Record) -> tuple[str, ...]:
    text = record.report.text
    spans = [b.span for b in record.report.body()]
    found = {t for s in spans for t in themes(text, s.start, s.end)}
    return tuple(t for t in names() if t in found)


def _period(day: str, by: str) -> str:
    """Give the EDTF of a day's year, quarter (33 to 36) or month; a coarser day stays as it is.

    >>> _period("2021-12-07", "quarter"), _period("2021", "month")
    ('2021-36', '2021')
    """
    year, month = day[:4], day[5:7]
    if by == "year" or not month.isdigit() or not 1 <= int(month) <= 12:
        return year
    return day[:7] if by == "month" else f"{year}-{33 + (int(month) - 1) // 3}"


def _course(theme: str, code: str, mine: list[_Readout]) -> Course | None:
    days = [r.day for r in mine if theme in r.themes]
    if not days:
        return None
    after = [r.day for r in mine if r.day > days[-1]]
    return Course(theme, code, days[0], days[-1], after[0] if after else None)
