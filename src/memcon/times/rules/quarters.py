"""Quarters and halves: "the third quarter", "third-quarter", "Q3 2021", "the first half of 2021", "the year-earlier period"."""

from memcon.times import calendar
from memcon.times.distances import Same
from memcon.times.meaning import Fixed, Meaning
from memcon.times.recurring import Recurring
from memcon.times.rule import Match, Rule

_FISCAL = "(?:fiscal|financial)"


def ordinal(match: Match) -> int:
    """Give the number of an ordinal, in letters or digits."""
    return match.number("nth") if match.has("nth") else int(match.value("word", "ordinal"))


def quarter(match: Match) -> Meaning | None:
    """Read a quarter by its number; the last or final one is the fourth."""
    number = 4 if match.has("final") else ordinal(match)
    if not 1 <= number <= 4:
        return None
    if match.has("year"):
        return Fixed(calendar.quarter(match.number("year"), number))
    return Recurring("quarter", number)


def code(match: Match) -> Meaning | None:
    """Read Q3, with or without its year."""
    text = match.words("code")
    number = int(text[-1])
    if not 1 <= number <= 4:
        return None
    return Fixed(calendar.quarter(match.number("year"), number)) if match.has("year") else Recurring("quarter", number)


def half_code(match: Match) -> Meaning | None:
    """Read H2 2016."""
    number = int(match.words("code")[-1])
    return Fixed(calendar.half(match.number("year"), number)) if number in (1, 2) else None


def half(match: Match) -> Meaning | None:
    """Read a half year; the last or latter one is the second."""
    number = 2 if match.has("final") else ordinal(match)
    if number not in (1, 2):
        return None
    if match.has("year"):
        return Fixed(calendar.half(match.number("year"), number))
    return Recurring("half", number)


def compared(match: Match) -> Meaning | None:
    """Read the period a year before the one in question: "the year-earlier quarter", "the same period last year"."""
    return Same(next((u for u in ("quarter", "month") if match.has(u)), "period"), -1, pointed=match.has("month"))


def in_year(match: Match) -> Meaning | None:
    """Read "the 1988 period": the quarter in question, of that year."""
    return Same("quarter" if match.has("quarter") else "period", year=match.number("year"))


def of_year(match: Match) -> Meaning | None:
    """Read "the 1988 third quarter"."""
    number = ordinal(match)
    return Fixed(calendar.quarter(match.number("year"), number)) if 1 <= number <= 4 else None


_ORDINAL = "(?:nth=<nth>|word=<ordinal>)"

RULES = (
    Rule("quarter", f"(?:the)? (?:{_FISCAL} -?)? (?:{_ORDINAL}|final=(?:final|last)) (?:{_FISCAL})? -? quarter (?:of|in|,)? (?:fiscal)? year=<year>", quarter),
    Rule("quarter", f"(?:the)? (?:{_FISCAL} -?)? {_ORDINAL} (?:{_FISCAL})? (?:quarter|quarters)", quarter),
    Rule("quarter", f"(?:{_FISCAL} -?)? {_ORDINAL} - quarter", quarter),
    Rule("quarter", "the final=final quarter", quarter),
    Rule("quarter-code", "code=(Q <hour>) (?:of|,)? year=<year>", code),
    Rule("quarter-code", "code=(Q <hour>)", code),
    Rule("quarter-of-year", f"(?:the)? year=<year> {_ORDINAL} -? quarter", of_year),
    Rule("half-code", "code=(H <hour>) (?:of|,)? year=<year>", half_code),
    Rule("half", f"(?:the)? (?:{_ORDINAL}|final=(?:last|latter)) half of (?:the year)? year=<year>", half),
    Rule("half", f"the (?:{_ORDINAL}|final=(?:latter)) half of the year", half),
    Rule("period-compared", "year - (?:ago|earlier)", compared),
    Rule("period-compared", f"(?:the)? (?:<same>)? year -? (?:ago|earlier) (?:{_ORDINAL} -?)? (?:quarter=quarter|period)", compared),
    Rule("period-compared", "(?:the)? last year ' s quarter=quarter", compared),
    Rule("period-of-year", "the year=<year> (?:quarter=quarter|period)", in_year),
    Rule("period-compared", "(?:the)? <same> (?:quarter=quarter|month=month|period) (?:of|in)? (?:last year|the previous year|the last year|a year ago|a year earlier|a year before|the year before)", compared),
)
