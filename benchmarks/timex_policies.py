"""How often a policy of resolution is right, beside the others that were weighed: for docs/times.md.

Counted over the expressions of TimeBank, AQUAINT and MEANTIME that Memcon finds and the annotators marked, where both have
a value of the same form; the sets are those that the policies were chosen on.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.timex import documents, find, scorer
from memcon.record import Timex
from memcon.times import calendar

SETS = ("timebank", "aquaint", "meantime")
_BARE = {"weekday": "bare weekday", "month-day": "day of a month, no year", "day-month": "day of a month, no year", "month": "month alone"}
_CHOICES: dict[str, tuple[str, ...]] = {
    "bare weekday": ("Memcon", "the last on or before publication", "the next"),
    "day of a month, no year": ("Memcon", "nearest", "past", "same year"),
    "month alone": ("Memcon", "nearest", "past", "same year"),
}


def pairs(data: Path) -> Iterator[tuple[Timex, Any, date]]:
    """Give each time that was found and marked, with the annotators' and the day of publication."""
    module = scorer(data)
    for name in (n for n in SETS if (data / n).is_dir()):
        gold = {d.name: d for d in module.load_gold(data / name)}
        for document, text, created in documents(data / name):
            found = {module.Timex(t.span.start, t.span.end, t.type, t.value): t for t in find(text, created)}
            for marked, mine in module.pair(gold[document].timexes, list(found)):
                if created and len(created) >= 10:
                    yield found[mine], marked, date.fromisoformat(created[:10])


def policies(data: Path) -> str:
    """Give the table of the policies for dates that the words leave open."""
    right: dict[tuple[str, str], int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    for time, marked, published in pairs(data):
        kind = _BARE.get(time.rule)
        bare = len(time.span.quote.split()) == (1 if kind != "day of a month, no year" else 2)
        if kind is None or not bare or time.anchor_from != "publication" or len(marked.value) != len(time.value) or not marked.value[:4].isdigit():
            continue
        total[kind] += 1
        for choice in _CHOICES[kind]:
            right[kind, choice] += _choose(choice, time, published) == marked.value
    rows = ["| expression | policy | right |", "| --- | --- | --- |"]
    for kind, choices in _CHOICES.items():
        rows += [f"| {kind} ({total[kind]}) | {c} | {right[kind, c] / max(total[kind], 1):.2f} |" for c in choices]
    return "\n".join(rows)


def _choose(choice: str, time: Timex, published: date) -> str:
    """Give the value that a policy would choose."""
    if choice == "Memcon" or time.begin is None:
        return time.value
    begin = date.fromisoformat(time.begin)
    if time.rule == "weekday":
        ahead = begin > published
        weeks = {"the last on or before publication": -1 if ahead else 0, "the next": 0 if ahead else 1}[choice]
        return str(calendar.moved(begin, "week", weeks))
    years = [p for y in range(-1, 2) if (p := calendar.moved(begin.replace(year=published.year), "year", y)) is not None]
    pick: dict[str, Callable[[], date]] = {
        "nearest": lambda: min(years, key=lambda d: abs((d - published).days)),
        "past": lambda: max(d for d in years if d <= published),
        "same year": lambda: years[1],
    }
    return pick[choice]().isoformat()[: len(time.value)]


_KINDS = {
    "full dates": ("month-day-year", "day-month-year", "month-year", "numeric-date"),
    "years, decades, centuries": ("year", "decade", "decade-word", "century", "year-words", "year-short", "year-over-two", "year-era", "fiscal-year", "year-end", "turn"),
    "dates without a year": ("month-day", "day-month", "month", "day-of-list"),
    "weekdays and weeks": ("weekday", "weekday-day", "nth-weekday", "week-number"),
    "quarters, halves, compared periods": ("quarter", "quarter-code", "half", "half-code", "period-compared", "period-of-year", "quarter-of-year", "latest-period"),
    "told from publication": ("today", "day-beyond", "this-unit", "latest-unit", "season", "holiday", "named-day", "recent", "some-day"),
    "told from another date": ("distance", "distance-event", "that-unit", "unit-before", "nth-unit", "unit-of-date", "eve"),
    "times of day": ("clock", "clock-hour", "clock-military", "clock-named", "clock-spoken", "part-of-day"),
    "durations": ("duration", "duration-placed", "duration-range", "duration-open", "unit-ended"),
    "sets": ("each-unit", "each-day", "weekdays", "regular", "times-a"),
    "not measured": ("vague", "vague-adjective"),
}
"""The rules by kind."""


def kinds(data: Path) -> str:
    """Give the table of the kinds: how many are found and marked, and how many of them have the annotators' span and value."""
    names = {rule: kind for kind, rules in _KINDS.items() for rule in rules}
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for time, marked, _ in pairs(data):
        row = counts[names.get(time.rule, "other")]
        row[0] += 1
        row[1] += (time.span.start, time.span.end) == (marked.start, marked.end)
        row[2] += time.value == marked.value
    lines = ["| kind | found and marked | same span | same value |", "| --- | --- | --- | --- |"]
    order = [*_KINDS, "other"]
    return "\n".join([*lines, *(f"| {k} | {n} | {s / n:.2f} | {v / n:.2f} |" for k in order for n, s, v in [counts[k]] if n)])
