"""Numbers in front of units: "five", "2 1/2", "twenty-one", "a couple of", "several", "half a"."""

from fractions import Fraction

from memcon.times.lexicon import lexicon
from memcon.times.rule import Match

_SIGNS = {"¼": Fraction(1, 4), "½": Fraction(1, 2), "¾": Fraction(3, 4)}
_CEILING = 10_000_000


def count(match: Match, name: str) -> Fraction | None:
    """Give the number that the words of a name tell, None where they leave it open ("several").

    >>> from memcon.times import find_times
    >>> [t.value for t in find_times("It took two and a half years, then several months.")]
    ['P2Y6M', 'PXM']
    """
    first, last = match.span(name)
    codes = match.source.codes[first:last]
    vague = lexicon().classes["vague_number"].get(codes)
    if vague is not None:
        return None if vague == "X" else Fraction(vague)
    words = [match.source.words(i, i + 1).lower() for i in range(first, last)]
    return _sum(words, codes)


def _sum(words: list[str], codes: str) -> Fraction | None:
    classes = lexicon().classes
    total, current = Fraction(0), Fraction(0)
    for word, code in zip(words, codes, strict=True):
        if code in classes["cardinal"]:
            current += int(classes["cardinal"][code])
        elif code in classes["scale"]:
            current = (current or Fraction(1)) * int(classes["scale"][code])
            if current >= 1000:
                total, current = total + current, Fraction(0)
        elif word[0].isdigit() or word in _SIGNS:
            current += _digits(word)
        elif word == "half":
            current += Fraction(1, 2)
    value = total + current
    if "half" not in words and value == 0 and words and words[0] in ("a", "an", "another"):
        value = Fraction(1)
    return value if 0 < value < _CEILING else None


def _digits(word: str) -> Fraction:
    if word in _SIGNS:
        return _SIGNS[word]
    try:
        return Fraction(word.replace(",", "")) if len(word) < 12 else Fraction(_CEILING)
    except (ValueError, ZeroDivisionError):
        return Fraction(0)
