"""Dates without a year: "September 14", "14 September", "Tuesday", "November"."""

from memcon.times.festive import Feast
from memcon.times.lexicon import lexicon
from memcon.times.meaning import Fixed, Meaning
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


def nth_weekday(match: Match) -> Meaning | None:
    """Read "the first Tuesday of November"."""
    number = -1 if match.has("last") else match.number("nth") if match.has("nth") else int(match.value("ordinal"))
    if number > 4:
        return None
    feast = Feast("nth", f"{match.value('month')} {falls_on(match)} {number}")
    if match.has("year"):
        return Fixed(feast.in_year(match.number("year")))
    return Recurring("holiday", feast=feast)


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
    first, last = match.span("month")
    word, classes = match.source.codes[first:last], lexicon().classes
    before = match.source.codes[match.first - 1] if match.first else ""
    for kind, cues in (("month_doubtful", "before_month"), ("month_short", "before_short")):
        if word in classes[kind] and not match.has("which") and before not in classes[cues]:
            return None
    if not any(word in classes[kind] for kind in ("month_full", "month_doubtful", "month_short")):
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
    Rule("nth-weekday", "the (?:ordinal=<ordinal>|nth=<nth>|last=last) dow=<weekday> (?:of|in) month=<month> (?:,? year=<year>)?", nth_weekday),
)
