"""Times told by their distance: "two years ago", "a day earlier", "three months later", "six weeks from now"."""

from fractions import Fraction

from memcon.times.counting import count
from memcon.times.distances import Distance
from memcon.times.meaning import Meaning
from memcon.times.rule import Match, Rule

UNIT = "(?:one=<unit>|unit=<units>)"


def unit_of(match: Match) -> str:
    """Give the unit, told in the singular or plural."""
    return match.value("unit", "units") if match.has("unit") else match.value("one", "unit")


def counted(match: Match) -> Fraction | None:
    """Give the number before a unit, with "and a half" after it; None where it is open or there is none."""
    number = count(match, "count") if match.has("count") else None
    return number + Fraction(1, 2) if number is not None and match.has("half") else number


def away(match: Match) -> Meaning | None:
    """Read a number, a unit and the word that gives the direction."""
    sign = -1 if match.has("ago") or match.has("earlier") else 1
    base = "publication" if match.has("ago") or match.has("now") else "reference"
    return Distance(counted(match), unit_of(match), sign, base)


RULES = (
    Rule(
        "distance",
        f"(?:count=<count>)? (?:<between>)? {UNIT} (?:half=(?:and a half))? (?:or so)? (?:ago=<ago>|now=<from_now>|earlier=earlier|later=later)",
        away,
    ),
)
