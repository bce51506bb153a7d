"""Where sentences begin, told by full stops and capitals; enough to say which date was named just before."""

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
        elif source.codes[i + 1 : i + 2] == "¶":
            continue
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
