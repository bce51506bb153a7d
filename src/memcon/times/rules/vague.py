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


RULES = (
    Rule("vague", "words=<vague>", vague),
    Rule("vague-adjective", "words=<vague_adjective>", adjective),
)
