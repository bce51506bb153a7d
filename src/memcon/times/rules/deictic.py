"""Dates told from the day of publication: today, yesterday, last week, this year, next month."""

from memcon.times.meaning import Meaning
from memcon.times.rule import Match, Rule
from memcon.times.shifts import Shift

_STEP = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}


def day(match: Match) -> Meaning:
    """Read today, yesterday, tomorrow and the days beyond."""
    return Shift("day", int(match.value("day", "day_word" if match.has("day") else "day_phrase")))


def day_beyond(match: Match) -> Meaning:
    """Read the day before yesterday and the one after tomorrow."""
    return Shift("day", int(match.value("day", "day_phrase")))


def unit(match: Match) -> Meaning | None:
    """Read last, this or next week, month, quarter, year."""
    step = _STEP.get(match.value("which"))
    return None if step is None else Shift(match.value("unit", "calendar_unit"), step)


RULES = (
    Rule("today", "day=<day_word>", day),
    Rule("day-beyond", "day=<day_phrase>", day_beyond),
    Rule("this-unit", "the? which=<which> unit=<calendar_unit>", unit),
)
