"""Reads ranks: "fifth largest", "the world's second-biggest", "the second strike since June"; meetings are numbered, not ranked."""

from collections.abc import Sequence

from memcon.figures.lexicon import values, words
from memcon.figures.tokens import Token

_BESIDE = ("most", "least")


def rank_at(found: Sequence[Token], i: int) -> tuple[float, int] | None:
    """Read an ordinal with a superlative at token `i`; gives the rank and the index behind it."""
    ordinals = values("numbers", "ordinals")
    if found[i].word in ordinals:
        value, j = ordinals[found[i].word], i + 1
    elif found[i].kind == "number" and found[i].whole and len(found[i].raw) < 5 and _is_ending(found, i + 1):
        value, j = found[i].number, i + 2
    else:
        return None
    if j < len(found) and found[j].word == "-" and found[j].glued:
        j += 1
    if j >= len(found) or found[j].broke:
        return None
    word = found[j].word
    if word in _BESIDE and j + 1 < len(found) and found[j + 1].kind == "word":
        return value, j + 2
    if len(word) > 5 and word.endswith("est") and word not in words("nouns", "superlatives", "not"):
        return value, j + 1
    return (value, i + 1) if j == i + 1 and _counts_since(found, j) else None


def _counts_since(found: Sequence[Token], i: int) -> bool:
    """Tell "the second strike since June", which counts strikes, from "the second round of talks", which numbers one."""
    for j in range(i, min(i + 8, len(found))):
        token = found[j]
        if token.broke or token.kind != "word" or token.word in words("exclusions", "ordinals", "not"):
            return False
        if token.word == "since":
            return j > i
    return False


def _is_ending(found: Sequence[Token], i: int) -> bool:
    return i < len(found) and found[i].glued and found[i].word in ("st", "nd", "rd", "th")
