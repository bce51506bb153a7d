"""Lines that say when and where a release was made: "26 April 2023", "CANBERRA, 12th October 1966", "Rome, Italy / 5:48 P.M."."""

import re
from functools import cache

from memcon.reading.days import Day, days_in
from memcon.reading.lexicon import table
from memcon.reading.paragraphs import ENDS, Part
from memcon.record import Dateline, span_of

_LONGEST = 100
_LONGEST_HEAD = 220
_LONGEST_VENUE = 80
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")


@cache
def _known() -> frozenset[str]:
    return frozenset(table("layout")["release"]["words"])


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(table("layout")["venue"]["clock"])


def day_of(text: str, part: Part) -> Day | None:
    """Give the day of a line that says no more than when, and perhaps where, a release was made; None for any other."""
    if part[1] - part[0] > _LONGEST:
        return None
    days = days_in(text, *part)
    if not 1 <= len(days) <= 2:
        return None
    rest = f"{text[part[0] : days[0].start]} {text[days[-1].end : part[1]]}"
    if len(days) == 2:
        rest += text[days[0].end : days[1].start]
    words = [w for w in _WORD.findall(rest) if len(w) > 1 and w.lower().rstrip(".") not in _known()]
    place = len(words) <= 3 and all(w[0].isupper() for w in words) and part[1] - part[0] < 60
    return days[0] if not words or place else None


def day_of_head(text: str, part: Part) -> Day | None:
    """Give the day in a letterhead: "FA176  7 December 2001", "MINISTER FOR TRADE  Friday September 6, 2013"."""
    if part[1] - part[0] > _LONGEST_HEAD:
        return None
    days = [d for d in days_in(text, *part) if d.year is not None]
    if len(days) != 1:
        return None
    words = _WORD.findall(text[part[0] : days[0].start] + " " + text[days[0].end : part[1]])
    small = [w for w in words if w[0].islower() and w not in ("the", "of", "for", "and", "on")]
    return days[0] if not small else None


def dateline_of(text: str, part: Part, day: Day) -> Dateline:
    """Make the dateline of such a line; the place is what stands before the day in capitals ("Kyiv, 24 March 2023")."""
    before = re.search(r"((?:[A-ZÀ-Þ][\w.'’-]{1,25}[, ]{0,2}){1,4})$", text[part[0] : day.start])
    place = None
    if before and before.group(1).rstrip(", ").lower() not in _known():
        span = span_of(text, part[0] + before.start(), part[0] + before.end())
        quote = span.quote.rstrip(",. ")
        if quote and not any(c.isdigit() for c in quote) and not any(w.lower().rstrip(".,") in _known() for w in quote.split()):
            place = span_of(text, span.start, span.start + len(quote))
    return Dateline(span_of(text, *part), place, span_of(text, day.start, day.end))


def is_place(line: str) -> bool:
    """Tell whether a line is the name of a place and no more: "The Kremlin, Moscow", "ANKARA", "Beijing, China".

    >>> is_place("Novo-Ogaryovo, Moscow Region"), is_place("Situation in Syria"), is_place("Background")
    (True, False, False)
    """
    words = line.replace(",", " ").split()
    if not 1 <= len(words) <= 6 or ENDS.search(line) or any(c.isdigit() for c in line):
        return False
    capital = all(w[0].isupper() or w in ("of", "the") for w in words)
    return capital and ("," in line or (line.isupper() and len(words) <= 3))


def venue(text: str, parts: list[Part]) -> tuple[int, Dateline] | None:
    """Find the lines that open a transcript: the venue, the city, the clock ("East Room", "Rome, Italy", "5:48 P.M. CEST").

    Gives how many of the first parts they are, and the dateline made of them.
    """
    for n, part in enumerate(parts[:6]):
        line = text[part[0] : part[1]]
        if _clock().fullmatch(line):
            if n == 0:
                return None
            city = next((p for p in reversed(parts[:n]) if "," in text[p[0] : p[1]]), parts[n - 1])
            return n + 1, Dateline(span_of(text, parts[0][0], part[1]), place=span_of(text, *city))
        if len(line) > _LONGEST_VENUE or ENDS.search(line) or "\n" in line:
            return None
    return None
