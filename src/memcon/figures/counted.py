"""Finds the noun that a number counts, by the surface alone: "400 drones", "12 new long-range missiles"."""

from collections.abc import Sequence
from functools import lru_cache

from memcon.figures.lexicon import table, words
from memcon.figures.tokens import Token

_REACH = 5
"""Words between a number and its noun at most: "three large state-owned Russian energy companies"."""


@lru_cache(maxsize=65536)
def is_plural_word(word: str) -> bool:
    """Tell whether a word looks like a plural noun."""
    endings: tuple[str, ...] = tuple(table("nouns")["singular"]["endings"])
    if len(word) < 4 or not word.endswith("s") or word.endswith(endings) or word in words("nouns", "singular"):
        return word in words("nouns", "plurals")
    return True


def counted_noun(found: Sequence[Token], i: int) -> int | None:
    """Give the index of the noun counted by the number that ends before token `i`, None where the surface shows none."""
    if i + 1 < len(found) and found[i].word == "-" and found[i].glued and found[i + 1].glued and found[i + 1].kind == "word":
        # "a 27-nation bloc" counts nations.
        return i + 1
    best: int | None = None
    for j in range(i, min(i + _REACH, len(found))):
        token = found[j]
        part = token.word == "-" or (token.kind == "number" and token.glued and j > i)  # "500,000 COVID-19 vaccines"
        if token.broke or (token.kind != "word" and not part) or token.word in words("nouns", "stops"):
            break
        if is_plural_word(token.word):
            best = j
        elif best is not None:
            break
    return best


def is_plural(found: Sequence[Token], i: int) -> bool:
    """Tell whether a counted plural follows at once, at most one adjective between ("2,000 Russian soldiers")."""
    noun = counted_noun(found, i)
    return noun is not None and noun - i <= 2
