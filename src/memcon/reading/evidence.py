"""What a text has that tells of its year: years, days, weekdays, "this year", and who is in office."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from memcon.reading import incumbents
from memcon.reading.days import Day, days_in, months, weekdays
from memcon.record import Span, span_of

_YEAR = re.compile(r"(?<![\w$€£.,/-])((?:19|20)\d\d)(?![\w%/]|[.,]\d|-\d{3,})")
_AHEAD = re.compile(r"\b(?:by|until|till|through|before|in time for|for|coming|next)(?: the)?(?: (?:end|year|summer|autumn|spring|middle)(?: of)?)? $")
_TO_COME = re.compile(r"(?: [a-z]+)? (?:will|would|shall|is to|are to)\b")
_THIS_YEAR = re.compile(r"\b(?:this|the current|the present) year\b")
_SENTENCE = 200
"""How far apart a year and "this year" may stand to be set against each other, in characters."""
_READ = 100_000


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks of the year. `dated` are years named with a month, half, quarter or season; `weekdays` are plain ones in order; `numbered` have a weekday and a number but no year,
    `full` a year; `contrasts` are years that stand in one sentence with "this year"."""

    years: dict[int, list[Span]]
    dated: frozenset[int]
    weekdays: list[tuple[int, Span]]
    numbered: list[tuple[Day, Span]]
    full: list[tuple[date, Span]]
    contrasts: list[tuple[int, Span]]
    incumbents: list[incumbents.Incumbent]

    def __bool__(self) -> bool:
        """Tell whether there is any that can single out a year: weekdays alone come round every few years."""
        return bool(self.years or self.full or self.incumbents)


def gather(text: str, day: Day) -> Evidence:
    """Collect what speaks of the year of a text whose own `day` has none."""
    text = text[:_READ]
    days = days_in(text)
    full = [(that, span_of(text, d.start, d.end)) for d in days if d.year is not None and (that := d.in_year(d.year)) is not None]
    numbered = [(d, span_of(text, d.start, d.end)) for d in days if d.weekday is not None and d.year is None]
    taken = {d.start for d, _ in numbered}
    plain = [
        (weekdays()[match.group()], span_of(text, *match.span()))
        for match in _weekday().finditer(text)
        if match.start() not in taken
    ]
    years, contrasts = _years(text)
    dated = frozenset(year for year, spans in years.items() if any(_is_dated(text, span.start) for span in spans))
    return Evidence(years, dated, plain, numbered, full, contrasts, incumbents.named(text))


@cache
def _weekday() -> re.Pattern[str]:
    names = "|".join(sorted((w for w in weekdays() if w.istitle() and len(w) > 5), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?:{names})\b")


@cache
def _part_of_year() -> re.Pattern[str]:
    names = "|".join(sorted(months(), key=lambda m: (-len(m), m)))
    seasons = "spring|summer|autumn|fall|winter|early|late|mid-|half of|quarter of|months of|end of|beginning of|start of|middle of"
    return re.compile(rf"(?:(?:\b(?:{names})\.?|{seasons})(?: of)?(?: \d{{1,2}},)? ?)$")


def _is_dated(text: str, start: int) -> bool:
    """Tell whether a year is named with a part of it ("November 2020", "the first half of 2021")."""
    return _part_of_year().search(text[max(0, start - 24) : start]) is not None


def _years(text: str) -> tuple[dict[int, list[Span]], list[tuple[int, Span]]]:
    """Give the years that are not spoken of as to come, and those that are set against this year."""
    years: dict[int, list[Span]] = {}
    contrasts: list[tuple[int, Span]] = []
    current = [match.span() for match in _THIS_YEAR.finditer(text)]
    for match in _YEAR.finditer(text):
        start, end = match.span(1)
        if _AHEAD.search(text[max(0, start - 40) : start].lower()) or _TO_COME.match(text, end):
            continue
        years.setdefault(int(match.group(1)), []).append(span_of(text, start, end))
        for a, b in current:
            between = text[end:a] if end <= a else text[b:start]
            if len(between) < _SENTENCE and not re.search(r"[.!?]\W|\n", between):
                contrasts.append((int(match.group(1)), span_of(text, min(start, a), max(end, b))))
    return years, contrasts
