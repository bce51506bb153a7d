"""The year of a day that is written without one ("MOSCOW, September 14.").

Witnesses are the years that the text names, its weekdays ("on Tuesday" mostly is the day itself, else the one before
it), days with a weekday and a number ("Friday, August 5"), days with a year, who is in office, and "this year" set
against a year. Each gives every year that may be a probability (`data/witnesses.toml`); they are multiplied, and a year
is given only where it is probable enough. None of them knows today's date.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from memcon.reading import incumbents
from memcon.reading.days import Day
from memcon.reading.evidence import Evidence, gather
from memcon.reading.lexicon import table
from memcon.record import Publication, Span, span_of

_EARLIEST = 1980
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(slots=True)
class Witness:
    """What speaks for a year: the logarithm of its likelihood, the reasons in words, and the words of the text."""

    log: float = 0.0
    said: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def add(self, probability: float, said: str = "", spans: Iterable[Span] = ()) -> None:
        """Take down a probability and, where it speaks for the year, the reason."""
        self.log += math.log(probability)
        if said:
            self.said.append(said)
            self.spans += spans


def infer(text: str, day: Day, notes: list[str]) -> Publication | None:
    """Infer the year of `day`; where the text does not tell enough, `notes` says so and nothing is given."""
    evidence = gather(text, day)
    written = span_of(text, day.start, day.end)
    weighed = {that.year: _weigh(that, evidence) for that in _candidates(day, evidence)}
    year, probability = _best(weighed)
    if probability < table("witnesses")["enough"]:
        why = f"the text tells too little of it (likeliest is {year})" if probability > 0.4 else "the text does not tell it"
        notes.append(f"{written.quote!r} has no year, and {why}; give the day of publication with published (--published)")
        return None
    best = weighed[year]
    value = date(year, day.month, day.day).isoformat()
    said = [*best.said[:-2], " and ".join(best.said[-2:])]
    reason = f"{written.quote} has no year; it is {year} because {', '.join(said)}"
    return Publication(value, "inferred", reason, (written, *sorted(set(best.spans))))


def _candidates(day: Day, evidence: Evidence) -> list[date]:
    """Give the day in each year that may be: as far as the table of offices goes, or the years named go, and one more."""
    if not evidence:
        return []
    named = [*evidence.years, *(d.year for d, _ in evidence.full)]
    last = max(incumbents.horizon(), *named) + 1 if named else incumbents.horizon() + 1
    first = min([_EARLIEST, *(y for y in named if y > 1900)])
    return [that for year in range(first, last + 1) if (that := day.in_year(year)) is not None]


def _best(weighed: dict[int, Witness]) -> tuple[int, float]:
    """Give the likeliest year and its probability among all, 0 where there is no reason in words for it."""
    if not weighed:
        return 0, 0.0
    top = max(w.log for w in weighed.values())
    total = sum(math.exp(w.log - top) for w in weighed.values())
    year = max(weighed, key=lambda y: (weighed[y].log, y))
    return year, 1 / total if weighed[year].said else 0.0


def _weigh(that: date, evidence: Evidence) -> Witness:
    witness = Witness()
    prior = table("witnesses")["prior"]
    if not _EARLIEST <= that.year <= incumbents.horizon():
        witness.add(prior["earlier"] if that.year < _EARLIEST else prior["beyond"])
    _by_years(that, evidence, witness)
    _by_contrast(that, evidence, witness)
    _by_full_dates(that, evidence, witness)
    _by_weekdays(that, evidence, witness)
    _by_numbered(that, evidence, witness)
    _by_offices(that, evidence, witness)
    return witness


def _by_years(that: date, evidence: Evidence, witness: Witness) -> None:
    if not evidence.years:
        return
    latest = max(evidence.years)
    odds = table("witnesses")["latest_year"]["dated" if latest in evidence.dated else "bare"]
    offset = latest - that.year
    probability = odds.get(str(offset), odds["later"] if offset > 0 else odds["earlier"])
    others = [str(y) for y in sorted(evidence.years, reverse=True) if y < latest][:2]
    if offset == 0:
        besides = f" (besides {' and '.join(others)})" if others else ""
        witness.add(probability, f"the text names {latest}{besides}", evidence.years[latest][:2])
    elif offset in (-1, -2) and not evidence.contrasts:
        witness.add(probability, f"the text looks back on {latest}", evidence.years[latest][:2])
    else:
        witness.add(probability)


def _by_contrast(that: date, evidence: Evidence, witness: Witness) -> None:
    odds = table("witnesses")["contrast"]
    for year, span in evidence.contrasts[:1]:
        if year == that.year - 1:
            witness.add(odds["before"], f"the text sets {year} against this year", [span])
        else:
            witness.add(odds["same"] if year == that.year else odds["other"])


def _by_full_dates(that: date, evidence: Evidence, witness: Witness) -> None:
    if not evidence.full:
        return
    odds = table("witnesses")["full_date"]
    near = [span for day, span in evidence.full if -odds["after"] <= (that - day).days <= odds["before"]]
    if near:
        witness.add(odds["near"] / odds["chance"], f"the text writes {near[0].quote}", near[:1])
    else:
        witness.add((1 - odds["near"]) / (1 - odds["chance"]))


def _by_weekdays(that: date, evidence: Evidence, witness: Witness) -> None:
    """Weigh the plain weekdays in their order: the first tells most.

    >>> from memcon.reading.days import days_in
    >>> text = "September 14. It was published on Tuesday, after the first half of 2021. He went there in January 2020."
    >>> infer(text, days_in(text)[0], []).value
    '2021-09-14'
    """
    odds = table("witnesses")["weekday"]
    own: Span | None = None
    eve: Span | None = None
    for n, (weekday, span) in enumerate(islice(evidence.weekdays, odds["most"])):
        offset = (weekday - that.isoweekday()) % 7
        weight = odds["lead"] if n == 0 else odds["weight"]
        witness.log += weight * math.log(7 * odds["first" if n == 0 else "other"][offset])
        own = span if offset == 0 and own is None else own
        eve = span if offset == 6 and eve is None else eve
    if own is not None:
        witness.add(1.0, f"that day is the {own.quote} of the text", [own])
    elif eve is not None:
        witness.add(1.0, f"the {eve.quote} of the text is the day before it", [eve])


def _by_numbered(that: date, evidence: Evidence, witness: Witness) -> None:
    agrees = table("witnesses")["numbered"]["agrees"]
    for other, span in evidence.numbered[: table("witnesses")["numbered"]["most"]]:
        there = other.in_year(that.year)
        if there is not None and there.isoweekday() == other.weekday:
            words = f"that day is a {_NAMES[there.isoweekday() - 1]}" if there == that else f"{span.quote} fits it"
            witness.add(agrees, words, [span])
        else:
            witness.add(1 - agrees)


def _by_offices(that: date, evidence: Evidence, witness: Witness) -> None:
    """Weigh who is in office: one who is not yet, or no longer, speaks against the year."""
    held = table("witnesses")["office"]["held"]
    inside = []
    for incumbent in evidence.incumbents[: table("witnesses")["office"]["most"]]:
        if any(term.holds(that) for term in incumbent.terms):
            inside.append(incumbent)
            witness.add(held)
        else:
            witness.add(1 - held)
    if inside:
        witness.add(1.0, f"{inside[0].span.quote} was in office then", [i.span for i in inside[:2]])
