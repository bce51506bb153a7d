"""Dates told from the day of publication: today, the day before yesterday, last week, this year, next month."""

from memcon.times.distances import Next, Same
from memcon.times.meaning import Meaning
from memcon.times.rule import Match, Rule
from memcon.times.shifts import Shift

_STEP = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def day(match: Match) -> Meaning:
    """Read today, yesterday, tomorrow."""
    return Shift("day", int(match.value("day", "day_word")))


def day_beyond(match: Match) -> Meaning:
    """Read the day before yesterday and the one after tomorrow."""
    return Shift("day", int(match.value("day", "day_phrase")))


def unit(match: Match) -> Meaning | None:
    """Read last, this, next, previous, following week, month, quarter, year, day."""
    which, what = match.value("which"), match.value("unit")
    if which == "previous":
        return Next(what, -1)
    if which == "following" or (which == "next" and what == "day"):
        return Next(what, 1)
    if what in ("day", "hour", "minute", "second"):
        return None
    return Shift(what, _STEP[which])


def anaphor(match: Match) -> Meaning | None:
    """Read "that day", "the same week", "the quarter"."""
    return Same(match.value("unit"))


RULES = (
    Rule("today", "day=<day_word>", day),
    Rule("day-beyond", "day=<day_phrase>", day_beyond),
    Rule("this-unit", "(?:the|this)? which=<which> (?:fiscal|financial|calendar|full)? unit=<unit>", unit),
    Rule("that-unit", "(?:that|the|that very) (?:<same>)? unit=<anaphor_unit>", anaphor),
    Rule("that-unit", "(?:that|the) <same> unit=<unit>", anaphor),
    Rule("that-unit", "that unit=<calendar_unit>", anaphor),
)
