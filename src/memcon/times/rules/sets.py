"""Times that come again: "every year", "each Thursday", "twice a month", "daily", "Tuesday nights"."""

from fractions import Fraction

from memcon.times.counting import count
from memcon.times.lengths import Length
from memcon.times.meaning import Meaning
from memcon.times.rule import Match, Rule
from memcon.times.rules.relative import unit_of
from memcon.times.vagueness import Vague


def each_unit(match: Match) -> Meaning | None:
    """Read "every year", "each of the months", "every two weeks"."""
    number = count(match, "count") if match.has("count") else Fraction(1)
    return _often(Length(number, unit_of(match)).value(), match)


def each_day(match: Match) -> Meaning | None:
    """Read "each Thursday", "every July", "every morning"."""
    if match.has("month"):
        return _often(f"XXXX-{int(match.value('month')):02}", match)
    if match.has("part") and not match.has("day"):
        return _often(f"XXXX-XX-XXT{match.value('part')}", match)
    part = f"T{match.value('part')}" if match.has("part") else ""
    return _often(f"XXXX-WXX-{match.value('day', 'weekday')}{part}", match)


def days(match: Match) -> Meaning | None:
    """Read "Mondays", "Tuesday nights", "mornings"."""
    if match.has("plural"):
        return _often(f"XXXX-WXX-{match.value('plural', 'weekdays')}", match)
    return _often(f"XXXX-WXX-{match.value('day', 'weekday')}T{match.value('parts')}", match)


def regular(match: Match) -> Meaning | None:
    """Read "daily", "annual"."""
    return Vague(match.value("word", "regular"), "SET", quant="EVERY", granularity="set")


def times_a(match: Match) -> Meaning | None:
    """Read "twice a month", "three times per year"."""
    return Vague(Length(Fraction(1), unit_of(match)).value(), "SET", match.value("often", "times_a"), "EVERY", "set")


def _often(value: str, match: Match) -> Vague:
    quant = "EACH" if match.has("each") else "EVERY"
    return Vague(value, "SET", quant=quant, granularity="set")


RULES = (
    Rule("each-unit", "(?:each=each|every) (?:count=<count>|other)? (?:one=<unit>|unit=<units>)", each_unit),
    Rule("each-day", "(?:each=each|every) (?:day=<weekday>|month=<month>|(?:day=<weekday>)? part=<part>)", each_day),
    Rule("weekdays", "(?:plural=<weekdays>|day=<weekday> parts=<parts>)", days),
    Rule("regular", "word=<regular> (?!<meeting_like>)", regular),
    Rule("times-a", "often=<times_a> (?:a|an|per|each|every) one=<unit>", times_a),
)
