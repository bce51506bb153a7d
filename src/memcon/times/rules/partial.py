"""Dates without a year: "September 14", "14 September", "Tuesday", "November"."""

from memcon.times.meaning import Meaning
from memcon.times.recurring import Recurring
from memcon.times.rule import Match, Rule


def month_day(match: Match) -> Meaning | None:
    """Read a day of a month."""
    day = match.number("day" if match.has("day") else "day2")
    return Recurring("day", int(match.value("month")), day) if 1 <= day <= 31 else None


def weekday(match: Match) -> Meaning | None:
    """Read a weekday with or without a word that says which."""
    which = match.value("which") if match.has("which") else None
    return Recurring("weekday", int(match.value("day", "weekday")), which=which)


def month(match: Match) -> Meaning | None:
    """Read a month with or without a word that says which."""
    which = match.value("which") if match.has("which") else None
    return Recurring("month", int(match.value("month")), which=which)


_DAYNAME = "(?:(?:<weekday>|<weekday_short>) .? ,?)?"

RULES = (
    Rule("month-day", f"{_DAYNAME} month=<month> .? (?:day=<day>(?!<clock>)|day2=<day_nth>)", month_day),
    Rule("day-month", f"{_DAYNAME} (?:the? day2=<day_nth> of?|day=<day>) month=<month>", month_day),
    Rule("weekday", "(?:the? which=<which>)? day=<weekday>", weekday),
    Rule("month", "(?:which=<which>)? month=<month>", month),
)
