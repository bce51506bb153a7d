"""The rules, one family a file."""

from functools import cache

from memcon.times.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Give the rules of all families, their patterns compiled."""
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
        years,
    )

    families = (names, explicit, partial, deictic, years, quarters, seasons, relative, durations, sets, holidays, clock, vague)
    rules = tuple(rule for family in families for rule in family.RULES)
    for rule in rules:
        _ = rule.compiled
    return rules
