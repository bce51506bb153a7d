"""Full dates: "5 March 2024", "March 5, 2024", "Tuesday, March 5, 2024", "2024-03-05", "05.03.2024", "3/5/2024", "March 2024"."""

import re
from datetime import date

from memcon.times import calendar
from memcon.times.meaning import Fixed, Meaning, Slashed
from memcon.times.rule import Match, Rule

DAYNAME = "(?:(?:dow=<weekday>|dow=<weekday_short> .?) ,? (?:the)?)?"


def on(year: int, month: int, day: int) -> Meaning | None:
    """Give a day, None where the calendar lacks it."""
    try:
        return Fixed(calendar.day(date(year, month, day)))
    except ValueError:
        return None


def day_number(match: Match) -> int:
    """Give the day of a month, in digits or as an ordinal."""
    if match.has("day"):
        return match.number("day")
    return match.number("nth") if match.has("nth") else int(match.value("ordinal"))


def full(match: Match) -> Meaning | None:
    """Read day, month and year."""
    return on(match.number("year"), int(match.value("month")), day_number(match))


def numeric(match: Match) -> Meaning | None:
    """Read digits: ISO order, day.month.year, and month/day/year or day/month/year, as far as they are dates."""
    parts = [int(p) for p in re.findall(r"\d+", match.words("date"))[:3]]
    if match.has("iso"):
        return on(parts[0], parts[1], parts[2])
    if match.has("dotted"):
        return on(parts[2], parts[1], parts[0])
    year = parts[2] if parts[2] > 99 else parts[2] + (1900 if parts[2] > 50 else 2000)
    american, british = on(year, parts[0], parts[1]), on(year, parts[1], parts[0])
    if isinstance(american, Fixed) and isinstance(british, Fixed) and american != british:
        return Slashed(american.place, british.place)
    return american or british


def month(match: Match) -> Meaning | None:
    """Read month and year."""
    return Fixed(calendar.month(match.number("year"), int(match.value("month"))))


RULES = (
    Rule("month-day-year", f"{DAYNAME} month=<month> .? (?:day=<day>|nth=<day_nth>) ,? (?:of)? year=<year>", full),
    Rule("day-month-year", f"{DAYNAME} (?:(?:the)? nth=<day_nth> (?:of|day of)?|day=<day>) month=<month> .? ,? year=<year>", full),
    Rule("numeric-date", "date=(iso=<iso>|slash=<slash>|dotted=<dotted>)", numeric),
    Rule("month-year", "month=<month> .? ,? (?:of)? year=<year>", month),
)
