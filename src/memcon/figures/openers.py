"""Tells at a glance whether a quantity can begin at a token: nine of ten words of a text cannot begin one."""

from functools import cache

from memcon.figures.lexicon import table, values
from memcon.figures.tokens import Token


@cache
def _words() -> frozenset[str]:
    numbers, currencies = table("numbers"), table("currencies")
    found = {"a", "an", "half", "quarter", "between", "twice", "-", "−"}
    for part in ("cardinals", "plurals", "ordinals", "fractions"):
        found |= set(numbers[part])
    found |= {phrase.split()[0] for phrase in numbers["several"]["words"]}
    found |= set(values("changes", "factors"))
    found |= set(currencies["signs"]) | set(currencies["before_dollar"]) | set(currencies["before_pound"])
    found |= {code.lower() for code in currencies["codes"]["list"]} | set(currencies["codes"]["also"])
    return frozenset(found)


def opens(token: Token) -> bool:
    """Tell whether a quantity may begin at a token."""
    return token.kind == "number" or token.word in _words() or (token.kind == "word" and token.word.replace(".", "") in _words())
