"""Tells numbers that count what is known already: "the two presidents", "both sides of the two countries"."""

from memcon.figures.lexicon import table, words
from memcon.figures.quantity import Quantity
from memcon.figures.tokens import tokens

_BACK = 24
"""Characters before the number in which its determiner stands."""


def is_given(text: str, quantity: Quantity) -> bool:
    """Tell whether a small count is of parties that the reader knows, and so no claim about the world."""
    if quantity.kind != "count" or quantity.high is not None or quantity.comparator is not None:
        return False
    if quantity.value > table("exclusions")["given"]["small_up_to"] or quantity.value != int(quantity.value):
        return False
    if quantity.noun is None and quantity.span.quote.lower().startswith("all "):
        return True
    noun = quantity.noun.quote.lower() if quantity.noun else ""
    before = [t.word for t in tokens(text[max(0, quantity.span.start - _BACK) : quantity.span.start])][-1:]
    if before and before[0] in words("exclusions", "given", "determiners"):
        return True
    return quantity.value == 2 and noun in words("exclusions", "given", "nouns")
