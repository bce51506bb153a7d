"""Reads a number: in digits, in words, with its scale; "hundreds of thousands", "half a million", "two and a half"."""

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.figures.lexicon import phrases, values, words
from memcon.figures.tokens import Token


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that stands at tokens `first` to `last` (exclusive).

    `digits` tells that it is written in digits, `scaled` that a scale belongs to it ("3.5 million"), `vague` that the
    words give only its order ("thousands").
    """

    first: int
    last: int
    value: float
    digits: bool = False
    scaled: bool = False
    vague: bool = False


def numeral_at(found: Sequence[Token], i: int) -> Numeral | None:
    """Read the number that starts at token `i`, None where none does."""
    token = found[i]
    if token.kind == "number":
        return _in_digits(found, i)
    if token.kind != "word":
        return None
    return _part_of_scale(found, i) or _several(found, i) or _in_words(found, i) or _vague(found, i) or _article(found, i)


def _joined(found: Sequence[Token], i: int) -> int:
    """Give the index of the word that goes on after token `i - 1`: a hyphen close to both may stand between them."""
    if i + 1 < len(found) and found[i].word == "-" and found[i].glued and found[i + 1].glued:
        return i + 1
    return i


def _scale(found: Sequence[Token], i: int, glued: bool) -> tuple[float, int] | None:
    """Read a scale at token `i`, also behind a hyphen; one letter counts only where it is close to the digits."""
    j = _joined(found, i)
    if j >= len(found) or found[j].broke:
        return None
    word = found[j].word
    if word in values("numbers", "scales") and word not in ("score", "dozen"):
        return values("numbers", "scales")[word], j + 1
    if glued and found[j].glued and j == i and word in values("numbers", "glued") and not _is_metres(found, j):
        return values("numbers", "glued")[word], j + 1
    return None


def _is_metres(found: Sequence[Token], i: int) -> bool:
    """Tell "a 30m high wall" from "30m refugees"."""
    after = found[i + 1].word if i + 1 < len(found) else ""
    return found[i].word == "m" and after in words("units", "metres", "before")


def _in_digits(found: Sequence[Token], i: int) -> Numeral:
    value, last, scaled = found[i].number, i + 1, False
    if half := _and_a_half(found, last):
        value, last = value + half[0], half[1]
    if scale := _scale(found, last, glued=True):
        value, last, scaled = value * scale[0], scale[1], True
        # "1.5 thousand million", "2 lakh crore".
        if again := _scale(found, last, glued=False):
            value, last = value * again[0], again[1]
    # The product of 1.4 and 10^9 is rounded as a reader would write it.
    return Numeral(i, last, float(f"{value:.12g}"), digits=True, scaled=scaled)


def _and_a_half(found: Sequence[Token], i: int) -> tuple[float, int] | None:
    following = [t.word for t in found[i : i + 3]]
    if following == ["and", "a", "half"]:
        return 0.5, i + 3
    if following[:2] == ["and", "half"]:
        return 0.5, i + 2
    if following == ["and", "a", "quarter"]:
        return 0.25, i + 3
    return None


def _in_words(found: Sequence[Token], i: int) -> Numeral | None:
    """Read "two hundred and fifty thousand": tens before units, each scale times what came before it."""
    cardinals, scales = values("numbers", "cardinals"), values("numbers", "scales")
    if found[i].word not in cardinals:
        return None
    total, current, room, j, last, scaled = 0.0, 0.0, 1000.0, i, i, False
    while j < len(found) and not (j > i and found[j].broke):
        word = found[j].word
        if word in cardinals and cardinals[word] < room:
            current += cardinals[word]
            room = 10.0 if cardinals[word] >= 20 else 0.0
        elif word in scales and current and j > i:
            current, scaled = current * scales[word], True
            if scales[word] == 100:
                room = 100.0
            else:
                total, current, room = total + current, 0.0, 1000.0 if scales[word] > 100 else 0.0
        else:
            break
        last = j + 1
        j = _joined(found, last)
        if scaled and j + 1 < len(found) and found[j].word == "and" and cardinals.get(found[j + 1].word, 1000.0) < min(room, 100.0):
            j += 1
    value = total + current
    if half := _and_a_half(found, last):
        value, last = value + half[0], half[1]
        if scale := _scale(found, last, glued=False):
            value, last, scaled = value * scale[0], scale[1], True
    return Numeral(i, last, value, scaled=scaled)


def _vague(found: Sequence[Token], i: int) -> Numeral | None:
    """Read "thousands", "tens of thousands", "hundreds of thousands of"."""
    plurals = values("numbers", "plurals")
    if found[i].word not in plurals:
        return None
    value, last = plurals[found[i].word], i + 1
    while last + 1 < len(found) and found[last].word == "of" and plurals.get(found[last + 1].word, 0.0) >= 100:
        value, last = value * plurals[found[last + 1].word], last + 2
    if found[i].word == "tens" and last == i + 1:
        return None
    if [t.word for t in found[last : last + 2]] == ["and", found[i].word]:
        # "thousands and thousands"
        last += 2
    return Numeral(i, last, value, scaled=True, vague=True)


def _several(found: Sequence[Token], i: int) -> Numeral | None:
    """Read "several hundred", "a few thousand": more than one of the scale."""
    head = phrases("numbers", "several").after(found, i)
    if head is None or head[1] >= len(found):
        return None
    scales = values("numbers", "scales")
    last = head[1]
    if found[last].word not in scales or found[last].broke:
        return None
    value, last = scales[found[last].word], last + 1
    if last < len(found) and scales.get(found[last].word, 0.0) >= 1000:
        value, last = value * scales[found[last].word], last + 1
    return Numeral(i, last, value, scaled=True, vague=True)


def _article(found: Sequence[Token], i: int) -> Numeral | None:
    """Read "a hundred thousand", "a dozen", "a score of"."""
    scales = values("numbers", "scales")
    if found[i].word not in ("a", "an") or i + 1 >= len(found) or found[i + 1].word not in scales:
        return None
    if found[i + 1].word == "score" and (i + 2 >= len(found) or found[i + 2].word != "of"):
        return None
    value, last = scales[found[i + 1].word], i + 2
    while last < len(found) and scales.get(found[last].word, 0.0) >= 1000:
        value, last = value * scales[found[last].word], last + 1
    return Numeral(i, last, value, scaled=True)


def _part_of_scale(found: Sequence[Token], i: int) -> Numeral | None:
    """Read "half a million", "half-a-billion", "a quarter of a million"."""
    j = i + 1 if found[i].word in ("a", "three") else i
    if j >= len(found) or found[j].word not in ("half", "quarter", "quarters"):
        return None
    share = {"half": 0.5, "quarter": 0.25, "quarters": 0.75}[found[j].word]
    j = _joined(found, j + 1)
    if j < len(found) and found[j].word == "of":
        j += 1
    if j < len(found) and found[j].word in ("a", "an"):
        j = _joined(found, j + 1)
    if j < len(found) and found[j].word in ("percent", "per", "percentage", "point") and j > i + 1:
        # "half a percent", "half a percentage point".
        return Numeral(i, j, share)
    scales = values("numbers", "scales")
    if j >= len(found) or scales.get(found[j].word, 0.0) < 12 or found[j].word == "score":
        return None
    return Numeral(i, j + 1, share * scales[found[j].word], scaled=True)
