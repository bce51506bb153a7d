"""Durations: "five years", "10-hour", "the past two months", "a minute and a half", "the next 12 to 18 months"."""

from fractions import Fraction

from memcon.times.counting import count
from memcon.times.lengths import Length
from memcon.times.lexicon import lexicon
from memcon.times.meaning import Meaning
from memcon.times.rule import Match, Rule
from memcon.times.rules.relative import UNIT, counted, unit_of
from memcon.times.vagueness import Vague


def plain(match: Match) -> Meaning | None:
    """Read a number and a unit; with "of" after it, where it lies is told by what follows ("the last two years of his rule")."""
    lies = match.value("lies", "place_of_length") if match.has("lies") else None
    held = match.source.codes[match.last : match.last + 1] == lexicon().learn("of")
    number = counted(match)
    if unit_of(match) == "quarter" and held:
        return None
    if match.has("one") and match.words("count").lower() in ("a", "about") and unit_of(match) in _DOUBTFUL:
        return None
    if held:
        lies = {"past": "last", "next": None}.get(lies or "", lies)
    return Length(number, unit_of(match), lies)


def half(match: Match) -> Meaning | None:
    """Read "half-hour", "a half century"; half years and months are rather parts of a calendar."""
    unit = unit_of(match)
    return Length(Fraction(1, 2), unit) if unit in ("hour", "day", "decade", "century") else None


def ranged(match: Match) -> Meaning | None:
    """Read "two to three weeks" by its lower bound; placed ("the next 12 to 18 months") it is left open."""
    return Length(None if match.has("lies") else count(match, "low"), unit_of(match))


def open_ended(match: Match) -> Meaning | None:
    """Read units without a number: "the past years" is the vague past, "weeks" a number of weeks that is left open."""
    return Length(None, match.value("unit", "open_units"))


def recent(match: Match) -> Meaning | None:
    """Read "recent years", "coming months"; what is nearer ("recent weeks") keeps its unit."""
    if match.has("next"):
        return Vague("FUTURE_REF")
    unit = unit_of(match)
    return Length(None, unit, "past") if unit in ("week", "month", "quarter") else Vague("PAST_REF")


_DOUBTFUL = frozenset({"second", "quarter", "night", "weekend"})
"""Units that with "a" alone are rather something else ("a second meeting", "about a quarter of the seats")."""
_LIES = "(?:(?:the|these|its|his|her|their|our)? lies=<place_of_length>)"

RULES = (
    Rule("duration", "count=<count> - (?:<between> -)? one=<unit> (?!- old) (?:- long)?", plain),
    Rule("duration", "(?:a)? half -? one=<unit>", half),
    Rule("duration", "one=<unit> - long", lambda m: Length(Fraction(1), unit_of(m))),
    Rule("duration", f"(?:the)? count=<count> (?:<between> -?)? {UNIT} (?:half=(?:and a half))? (?:long)? (?!old|of age)", plain),
    Rule("duration-placed", f"{_LIES} count=<count> (?:<between>)? {UNIT} (?:half=(?:and a half))?", plain),
    Rule("duration-range", f"{_LIES}? low=<count> (?:to|or|-|–) high=<count> (?:<between>)? {UNIT}", ranged),
    Rule("recent", "(?:the)? (?:past=(?:recent|past|last)|next=(?:coming|upcoming|next|future)) unit=<units>", recent),
    Rule("duration-open", "unit=<open_units> (?!old|<open_stop>) (?:-? long)?", open_ended),
)
