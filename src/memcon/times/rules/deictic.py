"""Dates told from the day of publication: today, the day before yesterday, last week, this year, next month."""

from fractions import Fraction

from memcon.times.composed import Nth
from memcon.times.distances import Next, Same
from memcon.times.lengths import Length
from memcon.times.lexicon import lexicon
from memcon.times.meaning import Meaning
from memcon.times.rule import Match, Rule
from memcon.times.shifts import Shift
from memcon.times.vagueness import Vague

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
    if what in ("hour", "minute", "second", "night"):
        return None
    if which == "previous":
        return Next(what, -1)
    if which == "following" or (which == "next" and what == "day"):
        return Next(what, 1)
    if what == "day":
        return None
    if which in ("past", "next", "coming") and what in ("decade", "century"):
        return Length(Fraction(1), what, "past" if which == "past" else "next")
    return Shift(what, _STEP[which])


def anaphor(match: Match) -> Meaning | None:
    """Read "that day", "the same week", "the quarter"."""
    pointed = match.has("that") or match.has("same")
    return Same(match.value("unit"), pointed=pointed)


def latest(match: Match) -> Meaning | None:
    """Read "the latest quarter", "the full year", "the fiscal year"; "the decade" alone is none."""
    if match.has("period"):
        return Same("period", over=True)
    if match.last - match.first == 2 and match.value("unit", "calendar_unit") not in lexicon().classes["anaphor_unit"].values():
        return None
    return Same(match.value("unit", "calendar_unit"), over=match.has("over") or match.has("whole"))


def before(match: Match) -> Meaning | None:
    """Read "the day before", "the year previous", with nothing after it that would say before what."""
    return Next(match.value("unit", "calendar_day_unit"), -1)


def numbered(match: Match) -> Meaning | None:
    """Read "the last week" or "the third weekend" of what follows."""
    if match.has("last"):
        return Nth(match.value("unit", "nth_unit"), -1)
    return Nth(match.value("unit", "nth_unit"), match.number("nth") if match.has("nth") else int(match.value("ordinal")))


def ended(match: Match) -> Meaning | None:
    """Read "the year" in "the year ended March 31": a duration, since it need not be a calendar year."""
    return Length(Fraction(1), "year")


def some_day(match: Match) -> Meaning | None:
    """Read "one day" after a verb that looks ahead ("will one day be"); elsewhere it is a length."""
    return Vague("FUTURE_REF")


_NOT_THAT = "(?! <that_follows>)"

RULES = (
    Rule("today", "day=<day_word>", day),
    Rule("some-day", "(?<=<modal>) one day", some_day),
    Rule("day-beyond", "day=<day_phrase>", day_beyond),
    Rule("nth-unit", "the (?:ordinal=<ordinal>|nth=<nth>|last=(?:last|final)) unit=<nth_unit> (?=of)", numbered),
    Rule("this-unit", "(?:the|this)? which=<which> (?:fiscal|financial|calendar|full)? unit=<unit>", unit),
    Rule("unit-ended", "the (?:fiscal|financial)? unit=year (?=ended|ending|that ended)", ended),
    Rule("latest-unit", f"the (?:over=(?:latest|most recent)|whole=(?:full|entire|whole))? (?:fiscal|financial)? unit=<calendar_unit> {_NOT_THAT}", latest),
    Rule("unit-of-date", "the unit=week (?=<week_of> (?:the)? (?:<month>|<day> <month>|<weekday>|<day_nth>))", lambda m: Same("week")),
    Rule("unit-of-date", "the unit=(?:day|week|month) (?=of (?:<month>|<day> <month>|<weekday>))", lambda m: Same(m.words("unit").lower())),
    Rule("latest-period", "the (?:latest|most recent) period=period", latest),
    Rule("that-unit", f"the unit=<anaphor_unit> {_NOT_THAT}|that=(?:that|that very) (?:<same>)? unit=<anaphor_unit>", anaphor),
    Rule("unit-before", "the unit=<calendar_day_unit> (?:before|previous|earlier) (?=,|.|;|¶|and|but|$)", before),
    Rule("that-unit", "(?:that|the) same=<same> unit=<unit>", anaphor),
    Rule("that-unit", "that=that unit=<calendar_unit>", anaphor),
)
