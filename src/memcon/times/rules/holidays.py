"""Holidays and named days: "Christmas", "Thanksgiving Day", "Good Friday", "9/11", "New Year's Eve 2010"."""

from datetime import date

from memcon.times import calendar
from memcon.times.composed import Nth
from memcon.times.festive import Feast
from memcon.times.lexicon import table
from memcon.times.meaning import Fixed, Meaning
from memcon.times.recurring import Recurring
from memcon.times.rule import Match, Rule
from memcon.times.rules.partial import WHICH, which_of


def holiday(match: Match) -> Meaning | None:
    """Read a day that comes every year, in its year where one is named."""
    how = next(h for h in ("fixed", "nth", "easter", "orthodox", "listed") if match.has(h))
    feast = Feast(how, match.value(how, f"holiday_{how}"))
    if match.has("year"):
        try:
            return Fixed(feast.in_year(match.number("year")))
        except ValueError:
            return None
    day = Recurring("holiday", which=which_of(match), feast=feast)
    return Nth(match.words("week").lower(), 0, day) if match.has("week") else day


def once(match: Match) -> Meaning | None:
    """Read a day of history."""
    return Fixed(calendar.day(date.fromisoformat(match.value("day", "holiday_once"))))


def digits(match: Match) -> Meaning | None:
    """Read "9/11"; other fractions are no dates."""
    for day, forms in table("holidays")["digits_once"].items():
        if match.words("digits") in forms:
            return Fixed(calendar.day(date.fromisoformat(day)))
    return None


_NAMES = "(?:fixed=<holiday_fixed>|nth=<holiday_nth>|easter=<holiday_easter>|orthodox=<holiday_orthodox>|listed=<holiday_listed>) (?!<holiday_place>)"

RULES = (
    Rule("holiday", f"{WHICH}? {_NAMES} (?:,|of)? year=<year>", holiday),
    Rule("holiday", f"{WHICH}? {_NAMES} (?:week=(?:week|weekend))?", holiday),
    Rule("named-day", "day=<holiday_once>", once),
    Rule("named-day", "digits=<fraction>", digits),
)
