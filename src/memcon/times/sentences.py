"""Where sentences begin, told by full stops and capitals; enough to say which date was named just before."""

import re
from functools import cache

from memcon.times.lexicon import lexicon
from memcon.times.rule import Tokens


def sentences(source: Tokens) -> list[int]:
    """Give the number of the sentence of each token.

    A full stop ends a sentence where a capital, a quotation mark or a digit follows and no abbreviation ("Mr.", "Nov.", an
    initial) precedes.
    """
    numbers, number = [], 0
    text, begins, ends = source.text, source.begins, source.ends
    for i, code in enumerate(source.codes):
        numbers.append(number)
        if code == "¶":
            number += 1
        elif code in ".!?" and i + 1 < len(begins):
            after = text[begins[i + 1]]
            if (after.isupper() or after in "\"“'‘") and not (code == "." and i and _abbreviation(source, i - 1)):
                number += 1
        elif text[ends[i] - 1] == "." and i + 1 < len(begins) and text[begins[i + 1]].isupper() and source.codes[i + 1] in "wW":
            number += 1
    return numbers


def _abbreviation(source: Tokens, i: int) -> bool:
    word = source.words(i, i + 1)
    return len(word) == 1 or source.codes[i] in lexicon().classes["abbreviation"]


def last_cues(source: Tokens, numbers: list[int]) -> list[bool]:
    """Tell for each token whether a word of the future ("will", "is due to") stands before it in its sentence, or one of a term right before it."""
    ends = {m.end() for m in _cue().finditer(source.codes)}
    terms = lexicon().classes["term"]
    told, cued = [], -1
    for i, number in enumerate(numbers):
        if i in ends and i:
            cued = numbers[i - 1]
        told.append(cued == number or (i > 0 and source.codes[i - 1] in terms))
    return told


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(lexicon().pattern("future_cue"))
