"""The dateline: where, when and for whom a wire report was filed.

Forms: "MOSCOW, September 14. /TASS/.", "SEOUL, Jan. 4 (Yonhap) --", "WASHINGTON (Reuters) -", "NAIROBI, Kenya (AP) _",
"Tel Aviv, Israel CNN —", "KYIV, March 5, 2024.", "BEIJING —", "(Reuters) -", "BAKU. Sept 14 (Interfax) -", "Baku, September 14, AZERTAC", "London, United Kingdom | AFP | 14 September 2021".
"""

import re
from dataclasses import dataclass
from functools import cache

from memcon.reading.days import Day, day_of, pattern
from memcon.reading.lexicon import table
from memcon.record import Dateline, span_of

_REACH = 700
"""How far into the body a dateline may begin: behind a deck, an agency's notes and a byline."""
_CAPITALS = r"[A-Z][A-Z'’.\-]{0,25}[A-Z.](?:[ /](?:[A-Z][A-Z'’.\-]{0,25}[A-Z.]|[A-Z])){0,4}"
_TITLE_WORD = r"[A-ZÀ-Þ][\w'’.\-]{0,25}"
_SMALL = r"(?:(?:el|al|an|de|del|la|las|los|der|den|am|do|da|sur|upon|of)[- ])?"
_CITY = rf"{_TITLE_WORD}(?:[ -]{_SMALL}{_TITLE_WORD}){{0,2}}"
_REGION = rf"(?:,\s?(?:{_TITLE_WORD})(?:\s(?:{_TITLE_WORD}|of|and|the)){{0,3}}|\s\[{_TITLE_WORD}(?:\s{_TITLE_WORD})?\])"
_DASH = r"(?:--|[-–—_])"
_CLOSE = rf"\s{{0,2}}[.,:]?\s{{0,2}}(?:{_DASH}{{1,2}}|:)?\s{{0,2}}"


@dataclass(frozen=True, slots=True)
class Found:
    """A dateline and the day in it; `agency` is the agency's canonical name, None for none or an unknown one."""

    dateline: Dateline
    day: Day | None
    agency: str | None


@cache
def agencies() -> dict[str, str]:
    """Give the canonical name of each form of an agency."""
    return {form: entry["name"] for entry in table("agencies")["agency"] for form in entry["forms"]}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    forms = "|".join(re.escape(f) for f in sorted(agencies(), key=lambda f: (-len(f), f)))
    bare = "|".join(re.escape(f) for entry in table("agencies")["agency"] if entry.get("bare") for f in entry["forms"])
    day = pattern()
    signed = rf"[(/\[]\s?(?P<agency>(?:{forms})(?:[ /-](?:{forms}))?)\s?[)/\]]"
    unknown = r"[(/\[](?P<agency>[A-Z][\w .&-]{1,30})[)/\]]"
    when = rf"(?:[.,]?\s{{1,2}}\(?{day}\)?)"
    city = rf"(?P<place>(?:{_CAPITALS}|{_CITY})(?:{_REGION})?)"
    loud = rf"(?P<place>{_CAPITALS}(?:{_REGION})?)"
    known = rf"(?P<agency>{forms})"
    shapes = (
        rf"{city}{when}?[.,]?\s{{0,2}}{signed}{_CLOSE}",
        rf"{loud}{when}[.,]?\s{{0,2}}{unknown}{_CLOSE}",
        rf"{city}{when}[.,]?\s{{1,2}}{known}\s{{0,2}}(?:{_DASH}{{1,2}}|[.:]|(?=\n))\s{{0,2}}",
        rf"{loud}{when}\s{{0,2}}{_DASH}{{1,2}}\s{{0,2}}{known}\s{{0,2}}[.,:-]\s{{0,2}}",
        rf"{city}\s?\|\s?{known}\s?\|\s?{day}",
        rf"(?:{city},?\s)?(?P<agency>{bare})\s{{0,2}}{_DASH}\s{{0,2}}",
        rf"{loud}{when}(?:\s{{0,2}}(?:--|—)\s{{0,2}}|\s{{0,2}}[-–_]\s{{1,2}}|\s?[.:]\s{{1,2}})",
        rf"{loud}\s{{1,2}}{_DASH}{{1,2}}\s{{1,2}}(?=[\"“‘']?[A-Z0-9])",
        rf"{day}\s{{0,2}}{signed}{_CLOSE}",
        rf"{signed}\s{{0,2}}(?:{_DASH}{{1,2}}\s{{0,2}}|(?=[\"“‘']?[A-Z]))",
    )
    return tuple(re.compile(shape) for shape in shapes)


@cache
def _glued() -> re.Pattern[str]:
    """The dateline in the middle of a line: capitals, a day, a known agency and a dash, all of them."""
    forms = "|".join(re.escape(f) for f in sorted(agencies(), key=lambda f: (-len(f), f)))
    return re.compile(
        rf"(?<![A-Z])(?P<place>{_CAPITALS}(?:{_REGION})?)(?:[.,]\s{{1,2}}{pattern()})"
        rf"[.,]?\s{{0,2}}[(/\[](?P<agency>{forms})[)/\]]{_CLOSE}"
    )


def find(text: str, start: int) -> Found | None:
    """Find the dateline of the body that begins at `start`.

    It stands at the beginning of one of the first lines, or within the first one where notes, headline and byline were
    run together ("By Ann Lee SEOUL, Jan. 4 (Yonhap) -- ").
    """
    limit = min(len(text), start + _REACH)
    at = start
    while 0 <= at < limit:
        while at < limit and text[at].isspace():
            at += 1
        for shape in _patterns():
            match = shape.match(text, at, min(len(text), at + 160))
            if match and not _empty(text, match):
                return _found(text, match)
        at = text.find("\n", at, limit) + 1 or limit
    glued = _glued().search(text, start, limit)
    return _found(text, glued) if glued else None


def _empty(text: str, match: re.Match[str]) -> bool:
    """Tell whether nothing follows: then it is a line of its own kind ("LONDON —" under a picture), not a dateline."""
    return not text[match.end() : match.end() + 200].strip()


def _found(text: str, match: re.Match[str]) -> Found:
    groups = match.groupdict()
    day = day_of(match) if any(groups.get(f"d{n}") for n in "1234") else None
    name = groups.get("agency")

    def part(group: str) -> tuple[int, int] | None:
        return match.span(group) if groups.get(group) else None

    place, agency = part("place"), part("agency")
    if place and text[place[1] - 1] == "." and text[place[1] - 3 : place[1] - 2] != ".":
        place = (place[0], place[1] - 1)  # "BAKU. Sept 14", but "WASHINGTON, D.C."
    line = Dateline(
        span=span_of(text, match.start(), match.end()),
        place=span_of(text, *place) if place else None,
        day=span_of(text, day.start, day.end) if day else None,
        agency=span_of(text, *agency) if agency else None,
    )
    return Found(line, day, agencies().get(name) if name else None)


