"""Which times stand in words that look ahead: after a word of the future, or within the words of a plan."""

import re
from bisect import bisect_left
from functools import cache

from memcon.times.lexicon import lexicon
from memcon.times.rule import Tokens

_REACH = 30
"""How many tokens after its words a plan may name its day."""


def expected(source: Tokens, numbers: list[int]) -> list[bool]:
    """Tell for each token whether a word of the future ("will", "is due to") stands before it in its sentence, or one of a term right before it."""
    ends = {m.end() for m in _cue("future_cue").finditer(source.codes)}
    terms = lexicon().classes["term"]
    told, cued = [], -1
    for i, number in enumerate(numbers):
        if i in ends and i:
            cued = numbers[i - 1]
        told.append(cued == number or (i > 0 and source.codes[i - 1] in terms))
    return told


def planned(source: Tokens, numbers: list[int], title: int = 0) -> list[bool]:
    """Tell for each token whether the words of a plan ("will visit", "is to meet") stand before it in its sentence, with none between that tells what was said or done.

    Before the offset `title` is a headline, in which "to" and a verb are a plan too ("Putin to meet Xi on Monday").
    """
    ends = {m.end() for m in _cue("plan_cue").finditer(source.codes)}
    headline = bisect_left(source.begins, title)
    ends |= {m.end() for m in _cue("headline_cue").finditer(source.codes, 0, headline)}
    stops = lexicon().classes["plan_stop"]
    told, since = [], -_REACH - 1
    for i, code in enumerate(source.codes):
        if i in ends:
            since = i
        if code in stops or code in ";\"—" or (i and numbers[i] != numbers[i - 1]):
            since = -_REACH - 1
        told.append(i - since <= _REACH)
    return told


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(lexicon().pattern(name))
