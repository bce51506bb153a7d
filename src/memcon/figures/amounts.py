"""Reads one amount: a number with its currency, percent sign or unit on either side."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from memcon.figures.lexicon import Phrases, mapped, phrases, table, values, words
from memcon.figures.numerals import Numeral, numeral_at
from memcon.figures.quantity import QuantityKind
from memcon.figures.tokens import Token


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and its unit over the tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    numeral: Numeral
    value: float
    unit: str | None
    kind: QuantityKind


@cache
def _codes() -> dict[str, str]:
    """Give currency codes by the words that stand for them: ISO codes in capitals, house codes in lower case."""
    codes = table("currencies")["codes"]
    return {code: code for code in codes["list"]} | dict(codes["also"])


@cache
def _names() -> Phrases[str]:
    return mapped("currencies", "names")


def amount_at(found: Sequence[Token], i: int) -> Amount | None:
    """Read the amount that starts at token `i`, None where none does."""
    prefix = _currency_before(found, i)
    start = prefix[1] if prefix else i
    if start >= len(found) or (start > i and found[start].broke):
        return None
    sign, start = _minus(found, start)
    numeral = numeral_at(found, start) if start < len(found) else None
    if numeral is None:
        return None
    value, last = sign * numeral.value, numeral.last
    if prefix is not None and not (found[i].raw in words("currencies", "codes") and value < table("currencies")["codes"]["words_from"]):
        named = _currency_after(found, numeral)
        return Amount(i, named[1] if named else last, numeral, value, prefix[0], "money")
    if prefix is not None:
        i = start
    unit = _unit_after(found, numeral)
    if unit is not None:
        return Amount(i, unit[2], numeral, value, unit[0], unit[1])
    return Amount(i, last, numeral, value, None, "count")


def _minus(found: Sequence[Token], i: int) -> tuple[float, int]:
    """Read a minus sign close before digits and away from what comes before it: "to -36", not "COVID-19"."""
    if found[i].word in ("-", "−") and not found[i].glued and i + 1 < len(found) and found[i + 1].glued and found[i + 1].kind == "number":
        return -1.0, i + 1
    return 1.0, i


def _currency_before(found: Sequence[Token], i: int) -> tuple[str, int] | None:
    """Read "$", "US$", "USD", "GB £", "dlrs" before a number; gives the code and the index of the number."""
    signs = table("currencies")["signs"]
    token = found[i]
    if token.raw in signs:
        return signs[token.raw], i + 1
    following = found[i + 1] if i + 1 < len(found) else None
    if token.kind != "word" or following is None or following.broke:
        return None
    if following.raw in ("$", "£"):
        before = table("currencies")["before_dollar" if following.raw == "$" else "before_pound"]
        if token.word.replace(".", "") in before and (following.glued or len(token.word) > 1):
            return before[token.word.replace(".", "")], i + 2
    code = _codes().get(token.raw) or _codes().get(token.word if token.word in ("dlrs", "dlr", "rs", "kč") else "") or (
        "CNY" if token.raw == "RMB" else None
    )
    skip = 2 if following.word == "." and following.glued and token.word == "rs" else 1
    if code is not None and i + skip < len(found) and _opens_number(found[i + skip]):
        return code, i + skip
    return None


def _opens_number(token: Token) -> bool:
    return token.kind == "number" or token.word in values("numbers", "cardinals") or token.word in ("half", "several")


def _currency_after(found: Sequence[Token], numeral: Numeral) -> tuple[str, int] | None:
    """Read a currency's name or code behind a number: "5.6 trillion won", "100 million EUR", "1-billion-dollar"."""
    i = _behind_hyphen(found, numeral.last)
    if numeral.vague and i + 1 < len(found) and found[i].word == "of":
        i += 1
    if i + 1 < len(found) and found[i].word == "(" and found[i + 1].raw in _codes():
        return _codes()[found[i + 1].raw], i + 2
    if i >= len(found) or found[i].broke:
        return None
    if found[i].raw in _codes() and found[i].raw.isupper():
        return _codes()[found[i].raw], i + 1
    if found[i].raw in table("currencies")["signs"] and not (i + 1 < len(found) and found[i + 1].kind == "number" and found[i + 1].glued):
        return table("currencies")["signs"][found[i].raw], i + 1
    named = _names().after(found, i)
    if named is not None and named[1] < len(found) and found[named[1]].word in table("currencies")["not_before"].get(found[named[1] - 1].word, ()):
        return None
    if named is None or numeral.value < values("currencies", "at_least").get(found[named[1] - 1].word, 0.0):
        return None
    if found[named[1] - 1].word == "pounds" and named[1] == i + 1 and not numeral.scaled and _is_weight(found, named[1]):
        return None
    return named


def _is_weight(found: Sequence[Token], i: int) -> bool:
    """Tell a weight of pounds from money: "500 pounds of flour", "500 pounds (225 kilograms)"."""
    if i < len(found) and found[i].word in words("units", "pounds", "weight_before"):
        return True
    bracket = [t.word for t in found[i : i + 4]]
    return bracket[:1] == ["("] and any(w in words("units", "pounds", "bracketed") for w in bracket)


def _behind_hyphen(found: Sequence[Token], i: int) -> int:
    if i + 1 < len(found) and found[i].word == "-" and found[i].glued and found[i + 1].glued:
        return i + 1
    return i


def _unit_after(found: Sequence[Token], numeral: Numeral) -> tuple[str, QuantityKind, int] | None:
    """Read what stands behind the number: percent, a currency, "times", a unit of measure; gives its end."""
    i = _behind_hyphen(found, numeral.last)
    if i >= len(found) or found[i].broke:
        return None
    if (percent := mapped("units", "percent").after(found, i)) and (found[i].word != "points" or i == numeral.last):
        return percent[0], "unit" if percent[0] == "points" else "percent", percent[1]
    if money := _currency_after(found, numeral):
        return money[0], "money", money[1]
    if numeral.vague and found[i].word == "of":
        points = i + 1 < len(found) and found[i + 1].word == "points"
        return ("points", "unit", i + 2) if points else None
    if (times := mapped("units", "times").after(found, i)) and _is_times(found, i, numeral):
        return times[0], "times", times[1]
    if unit := mapped("units", "units").after(found, i):
        return unit[0], "unit", unit[1]
    if phrases("units", "marks").after(found, i):
        return "points", "unit", i + 1
    return None


def _is_times(found: Sequence[Token], i: int, numeral: Numeral) -> bool:
    """Tell a factor or a count of occasions from other uses: "3x" only in digits, "time" never alone."""
    return found[i].word not in ("time", "x") or (found[i].word == "x" and found[i].glued and numeral.digits)
