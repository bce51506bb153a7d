"""The year of a day that is written without one ("MOSCOW, September 14.").

Witnesses are the weekdays of the text ("on Tuesday": the day itself or one shortly before it), days with both weekday
and number ("Friday, August 5"), and the years that the text names (a report is written in the latest year that it speaks
of as past or present, or in the next one).
"""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache

from memcon.reading.days import Day, days_in, weekdays
from memcon.record import Publication, Span, span_of

_YEAR = re.compile(r"(?<![\w$€£.,/-])((?:19|20)\d\d)(?![\w%/]|[.,]\d|-\d{3,})")
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_AHEAD = re.compile(r"(?:by|until|till|through|before|in time for|for|until the end of|of) $")
_ENOUGH = 2.0


@dataclass(slots=True)
class Witness:
    """What speaks for a year: points and the words."""

    points: float = 0.0
    said: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)


@cache
def _weekday() -> re.Pattern[str]:
    names = "|".join(sorted((w for w in weekdays() if w.istitle() and len(w) > 5), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?:{names})\b")


def infer(text: str, day: Day, notes: list[str]) -> Publication | None:
    """Infer the year of `day`; where the text does not tell enough, `notes` says so and nothing is given."""
    named = [(int(m.group(1)), m.start(1), m.end(1)) for m in _YEAR.finditer(text)]
    written = span_of(text, day.start, day.end).quote
    past = sorted({y for y, start, _ in named if not _ahead(text, start)}) or sorted({y for y, _, _ in named})
    if not past:
        notes.append(f"the text says {written!r} and names no year, so the day of publication is not known; give it with published")
        return None
    latest = past[-1]
    scored = [(year, _score(text, day, year, named, latest)) for year in range(past[0], latest + 2) if day.in_year(year)]
    scored.sort(key=lambda s: (-s[1].points, -s[0]))
    year, best = scored[0]
    rival = scored[1][1].points if len(scored) > 1 else 0.0
    if best.points < _ENOUGH or best.points - rival < 0.5:
        notes.append(f"the year of {written!r} is not certain (it may be {year}), so no day of publication is given")
        return None
    value = day.in_year(year)
    assert value is not None
    reason = f"{written} has no year; {year} because " + " and ".join(best.said)
    spans = (span_of(text, day.start, day.end), *sorted(set(best.spans)))
    return Publication(value.isoformat(), "inferred", reason, spans)


def _ahead(text: str, start: int) -> bool:
    """Tell whether a year is spoken of as to come ("by 2030")."""
    return _AHEAD.search(text[max(0, start - 24) : start].lower()) is not None and "half of" not in text[max(0, start - 24) : start]


def _score(text: str, day: Day, year: int, named: list[tuple[int, int, int]], latest: int) -> Witness:
    witness = Witness()
    _years(text, year, named, latest, witness)
    _weekdays(text, day, year, witness)
    _numbered(text, day, year, witness)
    return witness


def _years(text: str, year: int, named: list[tuple[int, int, int]], latest: int, witness: Witness) -> None:
    spans = [span_of(text, start, end) for y, start, end in named if y == year]
    if year == latest:
        others = sorted({y for y, _, _ in named if y < latest}, reverse=True)[:2]
        witness.points += 1.5
        witness.said.append(f"it is the latest year that the text names{' (besides ' + ', '.join(map(str, others)) + ')' if others else ''}")
        witness.spans += spans[:2]
    elif year == latest + 1:
        witness.points += 0.75
        witness.said.append(f"the text looks back on {latest}")
        witness.spans += [span_of(text, start, end) for y, start, end in named if y == latest][:2]
    elif spans:
        witness.points += 0.25
        witness.said.append("the text names it")
        witness.spans += spans[:2]


def _weekdays(text: str, day: Day, year: int, witness: Witness) -> None:
    """Weigh the plain weekdays: a report names its own day, or the one before, more than any other."""
    that = day.in_year(year)
    assert that is not None
    if day.weekday is not None:
        agrees = day.weekday == that.isoweekday()
        witness.points += 3.0 if agrees else -3.0
        if agrees:
            witness.said.append(f"the day is written as a {_NAMES[day.weekday - 1]}")
        return
    found = list(_weekday().finditer(text))
    own = [m for m in found if m.group() == _NAMES[that.isoweekday() - 1]]
    eve_name = _NAMES[(that - timedelta(days=1)).isoweekday() - 1]
    eve = [m for m in found if m.group() == eve_name]
    if own:
        witness.points += 1.5
        witness.said.append(f"that day is the {own[0].group()} of the text")
        witness.spans.append(span_of(text, *own[0].span()))
    elif eve:
        witness.points += 0.75
        witness.said.append(f"the {eve_name} of the text is the day before it")
        witness.spans.append(span_of(text, *eve[0].span()))


def _numbered(text: str, day: Day, year: int, witness: Witness) -> None:
    """Weigh other days that have a weekday and a number but no year ("Friday, August 5")."""
    for other in days_in(text[:100_000]):
        if other.weekday is None or other.year is not None or other.start == day.start:
            continue
        there = other.in_year(year)
        if there is not None:
            agrees = there.isoweekday() == other.weekday
            witness.points += 1.0 if agrees else -1.0
            if agrees:
                span = span_of(text, other.start, other.end)
                witness.said.append(f"{span.quote} fits it")
                witness.spans.append(span)
