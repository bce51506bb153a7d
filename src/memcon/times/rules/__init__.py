"""The rules, one family a file."""

from functools import cache

from memcon.times.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Give the rules of all families, their patterns compiled."""
    from memcon.times.rules import deictic, explicit, partial

    rules = (*explicit.RULES, *partial.RULES, *deictic.RULES)
    for rule in rules:
        _ = rule.compiled
    return rules
