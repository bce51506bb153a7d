"""The rules, one family a file."""

from functools import cache

from memcon.times.lexicon import lexicon, table
from memcon.times.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Give the rules of all families, their patterns compiled.

    Names come first, so that they win, but are learned last: "Today" in one must not get a code of its own.
    """
    from memcon.times.rules import (
        clock,
        deictic,
        durations,
        explicit,
        holidays,
        names,
        partial,
        quarters,
        relative,
        seasons,
        sets,
        vague,
        weeks,
        years,
    )

    families = (explicit, partial, deictic, years, quarters, seasons, relative, durations, sets, holidays, clock, weeks, vague)
    rules = tuple(rule for family in families for rule in family.RULES)
    for rule in rules:
        _ = rule.compiled
    lexicon().add("no_time", table("names")["no_time"])
    for rule in names.RULES:
        _ = rule.compiled
    return (*names.RULES, *rules)
