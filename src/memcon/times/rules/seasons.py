"""Seasons: "last fall", "the summer of 1994", "spring 2020"."""

from memcon.times import calendar
from memcon.times.meaning import Fixed, Meaning
from memcon.times.recurring import Recurring
from memcon.times.rule import Match, Rule
from memcon.times.rules.partial import WHICH, which_of


def season(match: Match) -> Meaning | None:
    """Read a season with a word that says which."""
    return Recurring("season", code=match.value("season"), which=which_of(match))


def of_year(match: Match) -> Meaning | None:
    """Read a season of a year."""
    return Fixed(calendar.season(match.number("year"), match.value("season")))


RULES = (
    Rule("season-year", "(?:the)? season=<season> (?:of|in|,)? year=<year>", of_year),
    Rule("season", f"{WHICH} season=<season>", season),
    Rule("season", "(?:the|this) season=<season>", season),
    Rule("season", "season=<season_clear>", lambda m: Recurring("season", code=m.value("season", "season_clear"))),
)
