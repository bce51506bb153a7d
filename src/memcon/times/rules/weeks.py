"""Weeks by their number, and the eve and turn of something: "week 42 of 2023", "calendar week 7", "the eve of May 9", "the turn of the century"."""

from datetime import date

from memcon.times import calendar
from memcon.times.composed import Eve
from memcon.times.meaning import Fixed, Meaning
from memcon.times.recurring import Recurring
from memcon.times.rule import Match, Rule
from memcon.times.turning import Turn


def week(match: Match) -> Meaning | None:
    """Read an ISO week by its number; a bare "week 7" may be that of anything, so it needs a year or "calendar"."""
    number = match.number("number")
    if not match.has("year"):
        return Recurring("calendar week", number) if 1 <= number <= 53 else None
    try:
        return Fixed(calendar.week(date.fromisocalendar(match.number("year"), number, 1)))
    except ValueError:
        return None


def eve(match: Match) -> Meaning | None:
    """Read "the eve" of a day that follows."""
    return Eve()


def turn(match: Match) -> Meaning | None:
    """Read "the turn of the century", of the year, of a century by its number."""
    if match.has("nth"):
        return Turn("century", match.number("nth"))
    if match.has("ordinal"):
        return Turn("century", int(match.value("ordinal")))
    return Turn(match.words("unit").lower())


_WEEK = "number=<minute>"

RULES = (
    Rule("week-number", f"(?:the)? (?:calendar|ISO)? (?:week|Week) {_WEEK} (?:of|in|,)? year=<year>", week),
    Rule("week-number", f"(?:calendar|ISO) week {_WEEK}", week),
    Rule("eve", "(?:the)? eve (?=of)", eve),
    Rule("turn", "the turn of the (?:unit=(?:year|decade|century|millennium)|(?:nth=<nth>|ordinal=<ordinal>) -? century)", turn),
)
