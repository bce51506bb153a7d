"""Times that are not measured: "now", "recently", "the future"."""

from memcon.times.meaning import Meaning
from memcon.times.rule import Match, Rule
from memcon.times.vagueness import Vague


def vague(match: Match) -> Meaning | None:
    """Read a word of the table."""
    return Vague(match.value("words", "vague"))


def adjective(match: Match) -> Meaning | None:
    """Read "current"."""
    return Vague(match.value("words", "vague_adjective"))


def some_day(match: Match) -> Meaning | None:
    """Read "one day" after a verb that looks ahead ("will one day be"); elsewhere it is a length."""
    return Vague("FUTURE_REF")


RULES = (
    Rule("some-day", "(?<=<modal>) one day", some_day),
    Rule("vague", "words=<vague>", vague),
    Rule("vague-adjective", "words=<vague_adjective>", adjective),
)
