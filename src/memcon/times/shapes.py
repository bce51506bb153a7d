"""Cuts text into tokens and gives each token that is no known word a letter for its shape."""

import re

_TOKEN = re.compile(
    r"(?P<break>\n[^\S\n]*\n\s*)"
    r"|(?P<link>(?:https?://|www\.)[^\s<>]+)"
    r"|(?P<iso>(?<![-/\w])\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-]))"
    r"|(?P<ymd>(?<![-/\w.])\d{4}(?:/\d{1,2}/|\.\d{1,2}\.)\d{1,2}(?!\w|[/.]\d))"
    r"|(?P<slash>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\w/]))"
    r"|(?P<dotted>\d{1,2}\.\d{1,2}\.\d{4}(?!\w|\.\d))"
    r"|(?P<clock>\d{1,2}[:.]\d{2}(?::\d{2})?(?=\s?[ap]\.?m)|\d{1,2}:\d{2}(?::\d{2})?(?![\w:]))"
    r"|(?P<fraction>\d{1,3}/\d{1,3}(?![\w/])|[¼½¾])"
    r"|(?P<decade>(?:\d{3}|['’]?\d)0['’]?s(?!\w))"
    r"|(?P<short>['’]\d\d(?!\w))"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th)(?!\w))"
    r"|(?P<number>\d+(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+\.\d+|\d+)"
    r"|(?P<meridiem>[ap]\.\s?m\.?(?!\w)|[AP]\.\s?M\.?(?!\w))"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[^\w\s]|_)",
    re.IGNORECASE,
)
"""One token; white space stands between tokens. No part can match in more than one way, so the scan is linear."""

SHAPES = {
    "break": "¶", "link": "W", "iso": "I", "ymd": "I", "slash": "S", "dotted": "O", "clock": "T", "fraction": "q", "decade": "d", "short": "e",
}  # fmt: skip
"""The letters of the kinds of token that need no look at the value."""

NUMBERS = {
    "hour": "ABC", "minute": "ABCDE", "day": "BCD", "month_number": "B", "two_digits": "ABCDEF", "year": "Y", "four_digits": "YH",
    "integer": "ABCDEFGYHJL", "small": "ABCDEFG", "decimal": "K", "digits": "ABCDEFGYHJLK", "nth": "op", "day_nth": "o",
    "clock": "T", "iso": "I", "ymd": "I", "slash": "S", "dotted": "O", "fraction": "q", "decade": "d", "short_year": "e", "meridiem": "m",
    "other": "wW", "any": "wW",
}  # fmt: skip
"""Classes of shapes that the rules name."""


def tokens(text: str) -> list[tuple[int, int, str, str]]:
    """Cut a text into tokens: begin, end, words, kind."""
    return [(m.start(), m.end(), m.group(), m.lastgroup or "") for m in _TOKEN.finditer(text)]


def pieces(form: str) -> list[str]:
    """Cut a form of a table or rule as a text is cut."""
    return [m.group() for m in _TOKEN.finditer(form)]


def shape(word: str) -> str:
    """Give the letter of a word that no table knows.

    >>> [shape(w) for w in ("Minsk", "spoke", "1994", "31", "3rd", "10:30", "2.5")]
    ['W', 'w', 'Y', 'D', 'o', 'T', 'K']
    """
    match = _TOKEN.match(word)
    kind = match.lastgroup if match else "mark"
    return letter(word, kind or "mark")


def letter(word: str, kind: str) -> str:
    """Give the letter of a token of a kind."""
    if kind in SHAPES:
        return SHAPES[kind]
    if kind == "number":
        return _number(word)
    if kind == "ordinal":
        return "o" if int(re.sub(r"\D", "", word)) <= 31 else "p"
    if kind == "meridiem":
        return "m"
    if kind == "word":
        return "W" if word[0].isupper() else "w"
    return {"–": "–", "—": "—", "’": "'", "‘": "'", "“": '"', "”": '"'}.get(word, word[0])


def _number(word: str) -> str:
    if "," in word:
        return "L"
    if "." in word:
        return "K"
    size = len(word)
    if size > 4:
        return "J"
    value = int(word)
    if size == 4:
        return "Y" if 1000 <= value <= 2199 else "H"
    if size == 3:
        return "G"
    for limit, code in ((0, "A"), (12, "B"), (24, "C"), (31, "D"), (59, "E")):
        if value <= limit:
            return code
    return "F"
