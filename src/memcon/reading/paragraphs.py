"""Lines → paragraphs.

A line break ends a paragraph, unless it is a wrap: the lines of a stretch are of one width, or the next goes on in lower
case. Scanned press releases break inside sentences even with blank lines between; those are joined as well.
"""

import re

from memcon.record import span_of

ENDS = re.compile(r"(?:[.!?:;…][\"”’'»)\]*]{0,4}|[,–—-])$")
"""How a line of running text ends (a headline or heading does not)."""
_WIDEST_WRAP = 100
_FEWEST_WRAPPED = 3
_SCANNED = 30
"""A line of a scan that breaks off is at least so long."""

Part = tuple[int, int]


def find(text: str, start: int) -> list[Part]:
    """Give the paragraphs from `start` on as (start, end), without white space at their edges."""
    found: list[Part] = []
    chunk: list[Part] = []
    at = start
    while at <= len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        span = span_of(text, at, end)
        if span.quote:
            chunk.append((span.start, span.end))
        if chunk and (not span.quote or end == len(text)):
            _take(text, found, _unwrap(text, chunk))
            chunk = []
        at = end + 1
    return found


def _unwrap(text: str, lines: list[Part]) -> list[Part]:
    """Join the lines of a stretch without blank lines that are one wrapped paragraph."""
    widths = [e - s for s, e in lines]
    widest = max(widths)
    block = len(lines) >= _FEWEST_WRAPPED and widest <= _WIDEST_WRAP and all(w >= 0.6 * widest for w in widths[:-1])
    joined = [lines[0]]
    for start, end in lines[1:]:
        if block or (text[start].islower() and not ENDS.search(text[max(0, joined[-1][1] - 8) : joined[-1][1]])):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _take(text: str, found: list[Part], more: list[Part]) -> None:
    """Add paragraphs; the first is joined to the last one where a sentence goes on across the blank line."""
    if found:
        (start, end), (first, last) = found[-1], more[0]
        if text[first].islower() and end - start > _SCANNED and not ENDS.search(text[max(0, end - 8) : end]):
            found[-1] = (start, last)
            more = more[1:]
    found.extend(more)
