"""Tells at a glance whether a quantity can begin at a token: nine of ten words of a text cannot begin one."""

from functools import cache, lru_cache

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
    return token.kind == "number" or _opens(token.word, token.kind == "word")


@lru_cache(maxsize=50_000)
def _opens(word: str, is_word: bool) -> bool:
    return word in _words() or (is_word and word.replace(".", "") in _words())
