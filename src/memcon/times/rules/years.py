"""Years, decades, centuries: "1994", "the year 2000", "nineteen ninety-six", "fiscal 1989", "the 1990s", "the 20th century"."""

import re

from memcon.times import calendar
from memcon.times.composed import Modified
from memcon.times.lexicon import lexicon
from memcon.times.meaning import Fixed, Meaning
from memcon.times.rule import Match, Rule
from memcon.times.shifts import Shift

_FIRST, _LAST = 1300, 2100
_MONEY = "$£€¥#©№"
_NUMBERS, _BIG = frozenset("ABCDEFGYHJLK"), frozenset("GYHJL")
_COUNTED = re.compile(r"\s(?:people|troops|men|women|children|km|miles|feet|tons|tonnes|barrels|hours|meters|metres)\b|\s?%")


def year(match: Match) -> Meaning | None:
    """Read a year in digits, unless it is an amount ("$1990", "2000 troops")."""
    number = match.number("year")
    text, begin, end = match.source.text, match.source.begins[match.first], match.source.ends[match.last - 1]
    if not _FIRST <= number <= _LAST or text[max(begin - 2, 0) : begin].strip()[-1:] in set(_MONEY) or _COUNTED.match(text, end):
        return None
    if _digits_beside(match):
        return None
    return Fixed(calendar.year(number))


def _digits_beside(match: Match) -> bool:
    """Tell whether another number stands beside, as in a telephone number ("6261 1555")."""
    codes = match.source.codes
    return (match.first > 0 and codes[match.first - 1] in _NUMBERS) or codes[match.last : match.last + 1] in _BIG


def fiscal(match: Match) -> Meaning | None:
    """Read a fiscal year by its number; TIMEX3 writes it as the year."""
    if match.has("two"):
        return Fixed(calendar.fiscal(calendar.year(_century(match.number("two")))))
    return Fixed(calendar.fiscal(calendar.year(match.number("year"))))


def two_years(match: Match) -> Meaning | None:
    """Read "2022-23", a season or fiscal year over two calendar years; "2022-24" is none."""
    year, following = match.number("year"), match.number("next")
    return Fixed(calendar.two_years(year)) if _FIRST <= year < _LAST and following in ((year + 1) % 100, year + 1) else None


def _century(number: int) -> int:
    """Give the year of two digits."""
    return number + (2000 if number < 30 else 1900)


def era(match: Match) -> Meaning | None:
    """Read "AD 988", "988 CE"."""
    return Fixed(calendar.year(match.number("year"))) if 0 < match.number("year") <= _LAST else None


def short(match: Match) -> Meaning | None:
    """Read '82."""
    return Fixed(calendar.year(_century(match.number("year"))))


def spelled(match: Match) -> Meaning | None:
    """Read a year in words: "nineteen ninety-six", "two thousand"."""
    cardinal, scale = lexicon().classes["cardinal"], lexicon().classes["scale"]
    numbers = [int(cardinal.get(c) or scale.get(c) or 0) for c in match.source.codes[slice(*match.span("words"))]]
    numbers = [n for n in numbers if n]
    if 1000 in numbers:
        value = 2000 + sum(numbers[2:])
    else:
        rest = [n for n in numbers[1:] if n != 100]
        value = numbers[0] * 100 + sum(rest)
    return Fixed(calendar.year(value)) if _FIRST <= value <= _LAST else None


def decade(match: Match) -> Meaning | None:
    """Read a decade in digits; two digits are of the twentieth century, and without "the" or an apostrophe, or after "his", ages."""
    words = match.words("decade")
    before = match.source.codes[max(match.first - 2, 0) : match.first]
    if len(re.sub(r"\D", "", words)) < 4 and any(code in lexicon().classes["possessive"] for code in before):
        return None
    digits = re.sub(r"\D", "", words)
    if len(digits) < 4 and words[0].isdigit() and match.last - match.first == 1:
        return None
    return Fixed(calendar.decade(int(digits) if len(digits) == 4 else 1900 + int(digits)))


def decade_after(match: Match) -> Meaning | None:
    """Read "80s" after a word that makes it a decade ("the 70s and 80s", "the early 80s")."""
    digits = re.sub(r"\D", "", match.words("decade"))
    before = match.source.codes[max(match.first - 4, 0) : match.first]
    if len(digits) != 2 or any(code in lexicon().classes["possessive"] for code in before):
        return None
    return Fixed(calendar.decade(1900 + int(digits)))


def decade_word(match: Match) -> Meaning | None:
    """Read a decade in words."""
    return Fixed(calendar.decade(int(match.value("word", "decade_word"))))


def century(match: Match) -> Meaning | None:
    """Read a century by its number."""
    if match.has("nth"):
        number = match.number("nth")
    else:
        number = sum(int(lexicon().classes["cardinal"].get(c) or lexicon().classes["ordinal"].get(c) or 0) for c in match.source.codes[slice(*match.span("word"))])
    return Fixed(calendar.century((number - 1) * 100)) if 1 < number < 25 else None


def year_end(match: Match) -> Meaning | None:
    """Read "year-end": the end of the year of publication."""
    return Modified(Shift("year", 0), "END")


RULES = (
    Rule("year", "(?:the year)? year=<year> (?!-<known>|-<any>)", year),
    Rule("year", "year=<year>", year),
    Rule("fiscal-year", "(?:the)? (?:fiscal (?:year)?|financial year|FY ') (?:year=<year>|two=<short_year>)|FY (?:year=<year>|two=<two_digits>)", fiscal),
    Rule("fiscal-year", "(?:the)? (?:fiscal (?:year)?|financial year|FY) year=<year> (?:-|–|/) next=(?:<two_digits>|<year>)", two_years),
    Rule("year-over-two", "year=<year> (?:-|–|/) next=<two_digits> (?!-|/|<units>)", two_years),
    Rule("year-era", "(?:AD|A . D .) year=<integer>|year=<integer> (?:AD|CE|A . D .?)", era),
    Rule("year-short", "(?<=<before_year>) year=<short_year>", short),
    Rule("year-words", "(?:the year)? words=<year_words>", spelled),
    Rule("decade", "(?:the)? (?:mid -?)? decade=<decade>", decade),
    Rule("decade", "(?<=(?:and|or|-|early|late|mid)) decade=<decade>", decade_after),
    Rule("year-end", "(?:(?:the)? year ' s end|(?:the)? year -? end)", year_end),
    Rule("decade-word", "the word=<decade_word>", decade_word),
    Rule("century", "(?:the)? (?:nth=<nth>|word=((?:twenty -)? <ordinal>)) (?:-)? (?:century|centuries)", century),
)
