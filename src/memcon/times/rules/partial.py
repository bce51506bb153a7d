"""Dates without a year: "September 14", "14 September", "Tuesday", "November"."""

from memcon.times.lexicon import lexicon
from memcon.times.meaning import Meaning
from memcon.times.recurring import DayOfMonth, Recurring
from memcon.times.rule import Match, Rule
from memcon.times.rules.explicit import DAYNAME, day_number

WHICH = "(?:(?:the|this)? which=<which>)"


def which_of(match: Match) -> str | None:
    """Give the word that says which one."""
    return match.value("which") if match.has("which") else None


def month_day(match: Match) -> Meaning | None:
    """Read a day of a month."""
    day = day_number(match)
    return Recurring("day", int(match.value("month")), day, which=which_of(match), falls_on=falls_on(match)) if 1 <= day <= 31 else None


def falls_on(match: Match) -> int | None:
    """Give the ISO number of the weekday that is named beside a date."""
    if not match.has("dow"):
        return None
    first, last = match.span("dow")
    code, classes = match.source.codes[first:last], lexicon().classes
    return int(classes["weekday"].get(code) or classes["weekday_short"][code])


def day_of_month(match: Match) -> Meaning | None:
    """Read "Friday the 4th"."""
    day = day_number(match)
    return DayOfMonth(day, falls_on(match) or 1) if 1 <= day <= 31 else None


def weekday(match: Match) -> Meaning | None:
    """Read a weekday with or without a word that says which."""
    klass = "weekday" if match.has("day") else "weekday_short"
    return Recurring("weekday", int(match.value("day" if match.has("day") else "short", klass)), which=which_of(match))


def month(match: Match) -> Meaning | None:
    """Read a month with or without a word that says which; doubtful ones ("May") need a word of time before them."""
    word, classes = match.source.codes[match.last - 1], lexicon().classes
    if word not in classes["month_full"] and word not in classes["month_doubtful"]:
        return None
    if not match.has("which") and word in classes["month_doubtful"]:
        before = match.source.codes[match.first - 1] if match.first else ""
        if before not in classes["before_month"]:
            return None
    return Recurring("month", int(match.value("month")), which=which_of(match))


RULES = (
    Rule("month-day", f"{DAYNAME} month=<month> .? (?:day=<day>|nth=<day_nth>) (?!% | ,? (?:million|billion|percent))", month_day),
    Rule("month-day", f"{DAYNAME} month=<month> (?:the)? ordinal=<ordinal>", month_day),
    Rule("month-day", "this? which=<which> <weekday> ,? month=<month> .? (?:day=<day>|nth=<day_nth>|ordinal=<ordinal>)", month_day),
    Rule("day-month", f"{DAYNAME} (?:(?:the)? nth=<day_nth> (?:of|day of)?|day=<day>) month=<month>", month_day),
    Rule("weekday-day", "(?:dow=<weekday>) ,? the nth=<day_nth> (?!of|<month>)", day_of_month),
    Rule("weekday", f"{WHICH}? day=<weekday>", weekday),
    Rule("weekday", f"{WHICH} short=<weekday_short> .?", weekday),
    Rule("month", f"{WHICH}? month=<month>", month),
)
