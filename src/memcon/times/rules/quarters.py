"""Quarters and halves: "the third quarter", "third-quarter", "Q3 2021", "1H23", "the first half of 2021", "the year-earlier period"."""

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
        place = calendar.quarter(match.number("year"), number)
        return Fixed(calendar.fiscal(place) if match.has("fiscal") else place)
    return Recurring("quarter", number)


def code(match: Match) -> Meaning | None:
    """Read Q3 and 3Q, H2 and 1H, with or without a year, of four digits or two ("Q3 FY2022", "1H23")."""
    number, letter = match.number("code"), match.words("code").strip("0123456789 ").upper()
    if not 1 <= number <= (4 if letter == "Q" else 2):
        return None
    if not match.has("year") and not match.has("two"):
        return Recurring("quarter", number) if letter == "Q" else None
    if match.has("two") and not match.has("fiscal") and _apart(match):
        return None
    year = match.number("year") if match.has("year") else 2000 + match.number("two")
    place = calendar.quarter(year, number) if letter == "Q" else calendar.half(year, number)
    return Fixed(calendar.fiscal(place) if match.has("fiscal") else place)


def _apart(match: Match) -> bool:
    """Tell whether white space stands before two digits, so that they are no year ("Q1 20 percent lower")."""
    return match.source.text[match.source.begins[match.span("two")[0]] - 1].isspace()


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


_YEAR = "(?:(?:of|,|-|/)? (?:fiscal=(?:fiscal|FY))? (?:year=<year>|two=(?:<short_year>|<two_digits>)))"
_ORDINAL = "(?:nth=<nth>|word=<ordinal>)"

RULES = (
    Rule("quarter", f"(?:the)? (?:{_FISCAL} -?)? (?:{_ORDINAL}|final=(?:final|last)) (?:{_FISCAL})? -? quarter (?:of|in|,)? (?:fiscal=(?:fiscal (?:year)?|FY))? year=<year>", quarter),
    Rule("quarter", f"(?:the)? (?:{_FISCAL} -?)? {_ORDINAL} (?:{_FISCAL})? (?:quarter|quarters)", quarter),
    Rule("quarter", f"(?:{_FISCAL} -?)? {_ORDINAL} - quarter", quarter),
    Rule("quarter", "the final=final quarter", quarter),
    Rule("quarter-code", f"code=(Q <hour>|<hour> Q) {_YEAR}", code),
    Rule("quarter-code", "code=(Q <hour>|<hour> Q) (?!<two_digits>)", code),
    Rule("quarter-of-year", f"(?:the)? year=<year> {_ORDINAL} -? quarter", of_year),
    Rule("half-code", f"code=(H <hour>|<hour> H) {_YEAR}", code),
    Rule("half", f"(?:the)? (?:{_ORDINAL}|final=(?:last|latter)) half of (?:the year)? year=<year>", half),
    Rule("half", f"the (?:{_ORDINAL}|final=(?:latter)) half of the year", half),
    Rule("period-compared", "year - (?:ago|earlier)", compared),
    Rule("period-compared", f"(?:the)? (?:<same>)? year -? (?:ago|earlier) (?:{_ORDINAL} -?)? (?:quarter=quarter|period)", compared),
    Rule("period-compared", "(?:the)? last year ' s quarter=quarter", compared),
    Rule("period-of-year", "the year=<year> (?:quarter=quarter|period)", in_year),
    Rule("period-compared", "(?:the)? <same> (?:quarter=quarter|month=month|period) (?:of|in)? (?:last year|the previous year|the last year|a year ago|a year earlier|a year before|the year before)", compared),
)
