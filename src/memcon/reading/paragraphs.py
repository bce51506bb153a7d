"""Lines → paragraphs.

A line break ends a paragraph, unless it is a wrap: the lines of a stretch are of one width, or the next goes on in lower
case. Scanned press releases break inside sentences even with blank lines between; those are joined as well.
"""

import re
from functools import cache
from itertools import pairwise

from memcon.reading.lexicon import table
from memcon.record import span_of

ENDS = re.compile(r"(?:[.!?:;…][\"”’'»)\]*]{0,4}|[,–—-])$")
"""How a line of running text ends (a headline or heading does not)."""
_STOPS = re.compile(r"[.!?:;…][\"”’'»)\]*]{0,4}$")
_WIDEST_WRAP = 100
_FEWEST_WRAPPED = 3
_SCANNED = 30
"""A line of a scan that breaks off is at least so long."""
_FEWEST_TORN = 5
_LONG = 120
_LAST_WORD = re.compile(r"(?<![\w-])[a-z]+$")
_SENTENCES = re.compile(r"(?<![A-Z])(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!St)[.!?][\"”’]? [A-Z]")
_ITEM = re.compile(r"[-*•·–—■▪]|\d{1,2}[.)]\s")

Part = tuple[int, int]


def find(text: str, start: int) -> list[Part]:
    """Give the paragraphs from `start` on as (start, end), without white space at their edges."""
    found: list[Part] = []
    chunks: list[Part] = []
    chunk: list[Part] = []
    at = start
    while at <= len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        span = span_of(text, at, end)
        if span.quote:
            chunk.append((span.start, span.end))
        if chunk and (not span.quote or end == len(text)):
            unwrapped = _unwrap(text, chunk)
            chunks.extend(unwrapped)
            _take(text, found, unwrapped)
            chunk = []
        at = end + 1
    return _rejoin(text, found) if _is_scan(text, chunks) else found


def _is_scan(text: str, parts: list[Part]) -> bool:
    """Tell whether a text is a scan with a blank line after every line: many lines break off, and go on in lower case."""
    torn = [n for n, part in enumerate(parts[:-1]) if _is_torn(text, part)]
    small = sum(text[parts[n + 1][0]].islower() for n in torn)
    return len(torn) >= max(_FEWEST_TORN, 0.4 * len(parts)) and small >= 0.3 * len(torn)


def _is_torn(text: str, part: Part) -> bool:
    return _SCANNED < part[1] - part[0] <= _WIDEST_WRAP and not ENDS.search(text[max(0, part[1] - 8) : part[1]]) and not _ITEM.match(text, part[0])


def _rejoin(text: str, parts: list[Part]) -> list[Part]:
    """Join the lines of a scan: each that breaks off goes on in the next."""
    joined = parts[:1]
    for start, end in parts[1:]:
        last = text.rfind("\n", joined[-1][0], joined[-1][1]) + 1 or joined[-1][0]
        if _is_torn(text, (last, joined[-1][1])) and not text[last : joined[-1][1]].isupper():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _unwrap(text: str, lines: list[Part]) -> list[Part]:
    """Join the lines of a stretch without blank lines that are one wrapped paragraph."""
    widest = max(e - s for s, e in lines)
    wrapped = _is_wrapped(text, lines, widest)
    joined = [lines[0]]
    for before, (start, end) in pairwise(lines):
        full = before[1] - before[0] > 0.75 * widest or not _stops(text, before)
        if (wrapped and full) or _breaks_off(text, joined[-1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _stops(text: str, line: Part) -> bool:
    return _STOPS.search(text[max(0, line[1] - 8) : line[1]]) is not None


def _is_wrapped(text: str, lines: list[Part], widest: int) -> bool:
    """Tell whether lines are of one width, as mail and old archives have them, with sentences that run over the breaks."""
    if len(lines) < _FEWEST_WRAPPED or widest > _WIDEST_WRAP:
        return False
    full = all(e - s >= 0.6 * widest or _stops(text, (s, e)) for s, e in lines[:-1])
    return full and 3 * sum(text[s].islower() for s, _ in lines[1:]) >= len(lines) - 1


def _breaks_off(text: str, line: Part, after: int) -> bool:
    """Tell whether a line breaks off: it has no end mark, and goes on in lower case or is running text, not a heading."""
    if _stops(text, line) or _ITEM.match(text, after):
        return False
    running = line[1] - line[0] > _LONG or _SENTENCES.search(text, *line) is not None
    return text[after].islower() or (running and not _ITEM.match(text, line[0]))


def _take(text: str, found: list[Part], more: list[Part]) -> None:
    """Add paragraphs; the first is joined to the last one where a sentence goes on across the blank line."""
    if found:
        (start, end), (first, last) = found[-1], more[0]
        goes_on = text[first].islower() or ends_in_small_word(text[max(start, end - 20) : end])
        if goes_on and end - start > _SCANNED and not ENDS.search(text[max(0, end - 8) : end]):
            found[-1] = (start, last)
            more = more[1:]
    found.extend(more)


@cache
def _small_words() -> frozenset[str]:
    return frozenset(table("layout")["goes_on"]["words"])


def ends_in_small_word(line: str) -> bool:
    """Tell whether a line ends in an article, preposition or the like, so that it goes on.

    >>> ends_in_small_word("for talks with the")
    True
    """
    word = _LAST_WORD.search(line)
    return word is not None and word.group() in _small_words()
