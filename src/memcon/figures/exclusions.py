"""Tells amounts that are no figures by the words around them: lengths of time, dates, ages, labels, idioms."""

from collections.abc import Sequence

from memcon.figures.amounts import Amount
from memcon.figures.counted import counted_noun, is_plural
from memcon.figures.lexicon import phrases, words
from memcon.figures.tokens import Token


def excluded(found: Sequence[Token], amount: Amount) -> str | None:
    """Give why an amount is no figure, None where it may be one."""
    if not abs(amount.value) < 1e18:
        return "too large"
    if _word(found, amount.last) == "=" or _word(found, amount.first - 1) == "=":
        return "rate of exchange"
    if amount.kind == "money" or amount.kind == "percent":
        return None
    for name, holds in _RULES:
        if holds(found, amount):
            return name
    return None


def _word(found: Sequence[Token], i: int) -> str:
    return found[i].word if 0 <= i < len(found) else ""


def _is_duration(found: Sequence[Token], amount: Amount) -> bool:
    """Tell "four years", "a 20-minute call", "five long years", "30 consecutive days", "hundreds of years"."""
    i = amount.last
    noun = counted_noun(found, i)
    if noun is not None and found[noun].word in words("exclusions", "time", "units"):
        return True
    if _word(found, i) in ("-", "of", "or") and i + 1 < len(found):
        i += 1
    for _ in range(3):
        if _word(found, i) in words("exclusions", "time", "units"):
            return True
        if _word(found, i) not in words("exclusions", "time", "between"):
            return False
        i += 1
    return False


def _is_clock(found: Sequence[Token], amount: Amount) -> bool:
    return amount.kind == "count" and _word(found, amount.last) in words("exclusions", "time", "clock")


def _is_day(found: Sequence[Token], amount: Amount) -> bool:
    """Tell a day beside a month: "March 5", "5 March", "the 5 May talks"; "may" is a month in capitals only."""
    if amount.kind != "count" or not amount.numeral.digits or not 1 <= amount.value <= 31:
        return False
    if amount.last + 2 < len(found) and found[amount.last].word in ("to", "and", "-", "–", ",") and found[amount.last + 1].kind == "number":
        # "17 to 19 June"
        after = found[amount.last + 2]
        if after.word in words("exclusions", "time", "months") and after.raw[0].isupper():
            return True
    for i in (amount.first - 1, amount.last, amount.first - 2):
        if _word(found, i) in words("exclusions", "time", "months") and found[i].raw[0].isupper():
            return i != amount.first - 2 or found[amount.first - 1].word in (".", "and", ",")
    if [t.kind for t in found[max(0, amount.first - 3) : amount.first]] == ["word", "number", "word"]:
        # "June 9 and 10"
        return found[amount.first - 1].word in ("and", "to") and found[amount.first - 3].word in words("exclusions", "time", "months")
    return False


def _is_year(found: Sequence[Token], amount: Amount) -> bool:
    """Tell a year from a count: "in 2014", "2014 elections" against "2014 people"."""
    token = found[amount.first]
    if amount.kind != "count" or not (token.whole and len(token.raw) == 4 and amount.last == amount.first + 1 and 1400 <= amount.value < 2101):
        return False
    before = _word(found, amount.first - 1)
    if before in words("exclusions", "time", "before_year") or before in words("exclusions", "time", "months") or before in ("-", "–", "'"):
        return True
    if before == "," and amount.first > 2 and found[amount.first - 3].word in words("exclusions", "time", "months"):
        return True
    return not is_plural(found, amount.last)


def _is_age(found: Sequence[Token], amount: Amount) -> bool:
    """Tell an age: "aged 55", "at the age of 56", "a 20-year-old", "Mary Barra, 51, will"."""
    if amount.kind != "count":
        return False
    before = [_word(found, amount.first - 2), _word(found, amount.first - 1)]
    if before[1] in words("exclusions", "age", "before") or (before[1] == "of" and before[0] in words("exclusions", "age", "of")):
        return True
    if before[0] in ("he", "she") and before[1] in ("was", "is", "turned") and counted_noun(found, amount.last) is None and amount.value < 120:
        return True
    between_commas = before[1] == "," and _word(found, amount.last) in (",", ".") and amount.first > 1 and found[amount.first - 2].kind == "word"
    return between_commas and amount.numeral.digits and 1 <= amount.value < 120 and amount.value == int(amount.value)


def _is_label(found: Sequence[Token], amount: Amount) -> bool:
    """Tell a number that names: "Resolution 2231", "Article 5", "phase two", "No. 7"."""
    if amount.kind != "count" or amount.numeral.scaled or amount.first == 0:
        return False
    before = found[amount.first - 1]
    if before.word == "." and amount.first > 1 and found[amount.first - 2].word in words("exclusions", "labels", "abbreviated"):
        return True
    if before.kind != "word" or found[amount.first].broke:
        return False
    if before.word in words("exclusions", "labels", "makers"):
        return True
    return before.word in words("exclusions", "labels") and not is_plural(found, amount.last)


def _is_name(found: Sequence[Token], amount: Amount) -> bool:
    """Tell a number in a name: "Nord Stream 2", "iPhone 4", "the new 787 Dreamliner", "Normandy Four"."""
    if amount.kind != "count" or amount.numeral.scaled or found[amount.first].broke:
        return False
    before = found[amount.first - 1] if amount.first else None
    named = before is not None and before.kind == "word" and _is_capital(before) and not _starts_sentence(found, amount.first - 1)
    plural = is_plural(found, amount.last)
    if not amount.numeral.digits:
        return named and _is_capital(found[amount.first]) and not plural
    if not found[amount.first].whole:
        return False
    if named and not plural and before is not None and not _is_time(before):
        return True
    after = found[amount.last] if amount.last < len(found) else None
    if after is None or after.kind != "word" or after.glued or counted_noun(found, amount.last) is not None:
        return False
    if _is_capital(after) and not _is_time(after):
        # "24 A320s" and "60 Boeing 787 aircraft" count models.
        follows = found[amount.last + 1] if amount.last + 1 < len(found) else after
        return not (follows.kind == "number" or after.word in words("exclusions", "labels", "makers"))
    # "the 60 needed" is a count, "its 777 airliner" a model.
    verbal = after.word in words("nouns", "stops") or after.word.endswith("ed")
    return before is not None and before.word in words("exclusions", "labels", "before_model") and not verbal


def _is_capital(token: Token) -> bool:
    """Tell a name's word: "Stream", "iPhone"."""
    return token.kind == "word" and token.raw != token.raw.lower()


def _is_time(token: Token) -> bool:
    """Tell "Friday" and "May" from names: "the index fell 406 Friday"."""
    return token.word in words("exclusions", "time", "months") or token.word.endswith("day")


def _is_street(found: Sequence[Token], amount: Amount) -> bool:
    """Tell an address: "10 Downing Street", "1600 Pennsylvania Avenue"."""
    nearby = [found[i] for i in range(amount.last, min(amount.last + 4, len(found)))]
    for n, token in enumerate(nearby):
        if not token.raw[0].isupper():
            return False
        if token.word in words("exclusions", "streets"):
            return amount.kind == "count" and n < 4
    return False


def _is_idiom(found: Sequence[Token], amount: Amount) -> bool:
    """Tell a fixed phrase ("Group of Seven", "at one", "two-state"), looked up around the number."""
    longest = phrases("exclusions", "idioms", "phrases")
    for back in range(4):
        i = amount.first - back
        if i < 0:
            break
        bare = [t for t in found[i : i + 9] if t.word not in ("-", "‑", "/")]
        hit = longest.after(bare, 0)
        if hit is not None and bare[hit[1] - 1].end > found[amount.first].start:
            return True
    return False


def _is_one(found: Sequence[Token], amount: Amount) -> bool:
    """Tell "one" and "zero" as pronouns or articles: they count only with a scale or a unit."""
    token = found[amount.numeral.first]
    return amount.kind in ("count", "times") and amount.numeral.last == amount.numeral.first + 1 and token.word in ("one", "zero")


def _is_part_of_word(found: Sequence[Token], amount: Amount) -> bool:
    """Tell number words in compounds: "two-state solution", "three-way", "one-on-one", "twenty-first", "four-star"; "27-nation" counts."""
    i = amount.last
    before = amount.first > 0 and found[amount.first - 1].word == "-" and found[amount.first].glued and found[amount.first - 1].glued
    if before and not amount.numeral.digits:
        return True
    if amount.kind != "count" or i + 1 >= len(found) or found[i].word != "-" or not found[i].glued or not found[i + 1].glued:
        return False
    after = found[i + 1].word
    return not amount.numeral.digits or after in ("year", "day", "month", "week", "hour", "minute") or found[i + 1].kind == "number"


def _is_ordinal(found: Sequence[Token], amount: Amount) -> bool:
    return amount.numeral.digits and _word(found, amount.last) in ("st", "nd", "rd", "th", "s") and found[amount.last].glued


def _starts_sentence(found: Sequence[Token], i: int) -> bool:
    return i == 0 or found[i].broke or found[i - 1].word in (".", "!", "?", "\"", "“", "”", ":")


_RULES = (
    ("duration", _is_duration),
    ("clock", _is_clock),
    ("day", _is_day),
    ("year", _is_year),
    ("age", _is_age),
    ("street", _is_street),
    ("label", _is_label),
    ("name", _is_name),
    ("idiom", _is_idiom),
    ("one", _is_one),
    ("compound", _is_part_of_word),
    ("ordinal", _is_ordinal),
)

