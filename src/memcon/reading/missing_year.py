"""The year of a day that is written without one ("MOSCOW, September 14.").

Witnesses, of which none is enough alone: the years that the text names (it is written in the latest that it looks back
on, or in the next); the weekdays ("on Tuesday" mostly is the day itself, else the one before it); days that have a
weekday and a number ("Friday, August 5"); who is in office. Where two years are about as likely, none is given.
"""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from memcon.reading import incumbents
from memcon.reading.days import Day, days_in, weekdays
from memcon.record import Publication, Span, span_of

_YEAR = re.compile(r"(?<![\w$€£.,/-])((?:19|20)\d\d)(?![\w%/]|[.,]\d|-\d{3,})")
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_AHEAD = re.compile(r"\b(?:by|until|till|through|before|in time for|for|coming|next)(?: the)?(?: (?:end|year|summer|autumn|spring|middle)(?: of)?)? $")
_TO_COME = re.compile(r"(?: [a-z]+)? (?:will|would|shall|is to|are to)\b")
_EARLIEST = 1980
_ENOUGH, _LEAD = 1.75, 0.7
_READ = 100_000


@dataclass(slots=True)
class Witness:
    """What speaks for a year: points, the reasons in words, and the words of the text."""

    points: float = 0.0
    said: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def add(self, points: float, said: str, spans: list[Span]) -> None:
        """Take a reason down."""
        self.points += points
        self.said.append(said)
        self.spans += spans


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the text has: years looked back on, plain weekdays, numbered weekdays, incumbents."""

    years: dict[int, list[Span]]
    weekdays: dict[int, list[Span]]
    numbered: list[tuple[Day, Span]]
    incumbents: list[incumbents.Incumbent]


@cache
def _weekday() -> re.Pattern[str]:
    names = "|".join(sorted((w for w in weekdays() if w.istitle() and len(w) > 5), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?:{names})\b")


def infer(text: str, day: Day, notes: list[str]) -> Publication | None:
    """Infer the year of `day`; where the text does not tell enough, `notes` says so and nothing is given."""
    evidence = gather(text, day)
    written = span_of(text, day.start, day.end)
    scored = sorted(((_weigh(day, y, evidence), y) for y in _candidates(evidence)), key=lambda s: (-s[0].points, -s[1]))
    scored = [s for s in scored if day.in_year(s[1]) is not None]
    rival = scored[1][0].points if len(scored) > 1 else 0.0
    if not scored or scored[0][0].points < _ENOUGH or scored[0][0].points - rival < _LEAD:
        why = "the text tells too little of the year" if scored else "the text names no year"
        notes.append(f"{written.quote!r} has no year, and {why}; give the day of publication with published (--published)")
        return None
    best, year = scored[0]
    value = day.in_year(year)
    assert value is not None
    reason = f"{written.quote} has no year; it is {year} because " + ", and ".join(best.said)
    return Publication(value.isoformat(), "inferred", reason, (written, *sorted(set(best.spans))))


def gather(text: str, day: Day) -> Evidence:
    """Collect the witnesses of a text."""
    text = text[:_READ]
    years: dict[int, list[Span]] = {}
    for match in _YEAR.finditer(text):
        ahead = _AHEAD.search(text[max(0, match.start() - 40) : match.start()].lower()) or _TO_COME.match(text, match.end())
        if not ahead:
            years.setdefault(int(match.group(1)), []).append(span_of(text, *match.span(1)))
    names: dict[int, list[Span]] = {}
    numbered = [
        (d, span_of(text, d.start, d.end))
        for d in days_in(text)
        if d.weekday is not None and d.year is None and d.start != day.start
    ]
    taken = {d.start for d, _ in numbered}
    for match in _weekday().finditer(text):
        if match.start() not in taken:
            names.setdefault(weekdays()[match.group()], []).append(span_of(text, *match.span()))
    return Evidence(years, names, numbered, incumbents.named(text))


def _candidates(evidence: Evidence) -> range:
    """Give the years that may be: from the latest that the text looks back on, as far as the table of offices goes."""
    if evidence.years:
        latest = max(evidence.years)
        last = max(latest + 1, incumbents.horizon()) if evidence.incumbents else latest + 1
        return range(max(latest, _EARLIEST), last + 1)
    return range(_EARLIEST, incumbents.horizon() + 1) if evidence.incumbents else range(0)


def _weigh(day: Day, year: int, evidence: Evidence) -> Witness:
    witness = Witness()
    that = day.in_year(year)
    if that is None:
        return witness
    _by_years(year, evidence, witness)
    _by_weekdays(day, that, evidence, witness)
    for other, span in evidence.numbered:
        there = other.in_year(year)
        if there is not None and there.isoweekday() == other.weekday:
            witness.add(1.0, f"{span.quote} fits it", [span])
        else:
            witness.points -= 1.0
    _by_offices(that, evidence, witness)
    return witness


def _by_years(year: int, evidence: Evidence, witness: Witness) -> None:
    if not evidence.years:
        return
    latest = max(evidence.years)
    if year == latest:
        others = [str(y) for y in sorted(evidence.years, reverse=True) if y < latest][:2]
        besides = f" (besides {' and '.join(others)})" if others else ""
        witness.add(1.5, f"the text names {year}{besides}", evidence.years[year][:2])
    elif year == latest + 1:
        witness.add(0.75, f"the text looks back on {latest}", evidence.years[latest][:2])
    else:
        witness.points -= min(0.3, 0.1 * (year - latest))


def _by_weekdays(day: Day, that: date, evidence: Evidence, witness: Witness) -> None:
    """Weigh the weekdays: a report mostly names its own day, else the day before.

    >>> from memcon.reading.days import days_in
    >>> text = "September 14. It was published on Tuesday, after the first half of 2021."
    >>> infer(text, days_in(text)[0], []).value
    '2021-09-14'
    """
    if day.weekday is not None:
        if day.weekday == that.isoweekday():
            witness.add(2.5, f"that day is a {_NAMES[day.weekday - 1]}", [])
        else:
            witness.points -= 3.0
        return
    total = sum(map(len, evidence.weekdays.values()))
    if not total:
        return
    eve = (that - timedelta(days=1)).isoweekday()
    own, before = evidence.weekdays.get(that.isoweekday(), []), evidence.weekdays.get(eve, [])
    if own:
        witness.add(0.5 + len(own) / total, f"that day is the {own[0].quote} of the text", own[:1])
    elif before:
        witness.add(0.5 * len(before) / total, f"the {before[0].quote} of the text is the day before it", before[:1])
    else:
        witness.points -= 0.75


def _by_offices(that: date, evidence: Evidence, witness: Witness) -> None:
    """Weigh who is in office: one who is not yet, or no longer, speaks against the year more than one who is for it."""
    inside = [i for i in evidence.incumbents if any(t.holds(that) for t in i.terms)]
    outside = [i for i in evidence.incumbents if i not in inside]
    witness.points -= 1.5 * len(outside)
    if inside:
        said = " and ".join(i.span.quote for i in inside[:2])
        verb = "was" if len(inside) == 1 else "were"
        witness.add(min(1.5, 0.75 * len(inside)), f"{said} {verb} in office", [i.span for i in inside[:2]])
