"""Finds the time expressions of a text and resolves them in order."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from memcon.record import Timex, span_of
from memcon.times import calendar
from memcon.times.ahead import expected, planned
from memcon.times.calendar import Place
from memcon.times.composed import Eve
from memcon.times.context import Context, Past
from memcon.times.distances import compares
from memcon.times.events import Events
from memcon.times.hours import share_days, spread_hours
from memcon.times.joining import is_bare, join
from memcon.times.lexicon import lexicon
from memcon.times.listing import spread
from memcon.times.meaning import Fixed
from memcon.times.modifying import modify
from memcon.times.reading import Anchor, Reading
from memcon.times.rule import Found, Tokens, apply, tokenise
from memcon.times.rules import all_rules
from memcon.times.sentences import sentences

_MANY, _MOST = 8, 0.6
"""How many years of the past a history names, and which share of all years that it names they are."""
_NOW = frozenset({"today", "weekday", "this-unit"})
"""The rules of times that are told from publication in news."""
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/")
_ANCHOR = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def place_of(anchor: str) -> Place:
    """Give the place of an anchor: a year, month or day in ISO form; a clock time after it is left out.

    Raises:
        ValueError: it is none of these, or no such day exists.
    """
    match = _ANCHOR.match(anchor)
    if match is None:
        raise ValueError(f"anchor {anchor!r}: give a day, month or year, as in 2021-09-14, 2021-09 or 2021")
    year, month, day = match.groups()
    if day:
        return calendar.day(date(int(year), int(month), int(day)))
    return calendar.month(int(year), int(month)) if month else calendar.year(int(year))


def find_in(text: str, publication: Anchor | None, breaks: Sequence[int] = (), title: int = 0) -> tuple[Timex, ...]:
    """Give the time expressions of a text, sorted, with ids t1, t2 and so on.

    `breaks` are the offsets at which its paragraphs begin, `title` that at which its headline ends.
    """
    rules = all_rules()
    source = tokenise(text, lexicon(), breaks)
    found = share_days(join(spread_hours(spread(apply(rules, source), source), source), source), source)
    found = modify([f for f in found if not is_bare(f.meaning)], source)
    places = [f.meaning.place for f in found if isinstance(f.meaning, Fixed)]
    context = Context(
        publication,
        history=is_history(found, publication),
        day_first=is_day_first(found, source),
        years=frozenset(p.begin.year for p in places),
        dated=frozenset(p.begin.year for p in places if p.unit == "day"),
    )
    numbers = sentences(source)
    events = Events(source, numbers)
    times: list[Timex] = []
    expects, plans = expected(source, numbers), planned(source, numbers, title)
    for item, following in zip_longest(found, found[1:]):
        context.sentence = numbers[item.first]
        context.expects = expects[item.first]
        context.plans = plans[item.first] and source.codes[item.last : item.last + 1] != "'"
        reading = item.meaning.resolve(context)
        if (told := events.distance(item, following, context)) is not None:
            reading, item = told, replace(item, rule="distance-event")
        if item.meaning == Eve():
            if (told := events.eve(item, following, context)) is None:
                continue
            reading = told
        events.tell(item, reading)
        context.past.append(Past(reading, context.sentence, item.last, compares(item.meaning)))
        times.append(_timex(f"t{len(times) + 1}", item, reading, source))
    return tuple(times)


def is_history(found: list[Found], publication: Anchor | None) -> bool:
    """Tell whether a text is a history: most of the years that it names lie well before its publication, and they outnumber "today" and weekdays.

    In a history "in May" means the May of the year that it is telling of, in news the one nearest to publication.
    """
    if publication is None:
        return False
    years = [f.meaning.place.begin.year for f in found if isinstance(f.meaning, Fixed)]
    past = sum(year < publication.place.begin.year - 1 for year in years)
    now = sum(f.rule in _NOW for f in found)
    return past >= _MANY and past >= _MOST * len(years) and past > now


def is_day_first(found: list[Found], source: Tokens) -> bool:
    """Tell whether a text writes the day before the month, as its dates show that can be read in one order only."""
    votes = 0
    for item in found:
        if item.rule.startswith("month-day"):
            votes -= 1
        elif item.rule.startswith("day-month"):
            votes += 1
        elif item.rule == "numeric-date" and isinstance(item.meaning, Fixed) and (parts := _SLASHED.match(source.words(item.first, item.last))):
            votes += 1 if int(parts[1]) > 12 else -1 if int(parts[2]) > 12 else 0
    return votes > 0


def _timex(id: str, item: Found, reading: Reading, source: Tokens) -> Timex:
    return Timex(
        id=id,
        span=span_of(source.text, source.begins[item.first], source.ends[item.last - 1]),
        type=reading.type,
        value=reading.value,
        edtf=reading.edtf,
        begin=reading.begin,
        end=reading.end,
        granularity=reading.granularity,
        rule=item.rule,
        mod=reading.mod,
        anchor=reading.anchor,
        anchor_from=reading.anchor_from,
        alternatives=reading.alternatives,
        freq=reading.freq,
        quant=reading.quant,
        zone=reading.zone,
    )


