"""The layout of a report: what each stretch of its text is.

Lines are first grouped into paragraphs (a line break is a wrap where the lines are of one width, or where the next goes
on in lower case), then each is named by the patterns of `data/layout.toml`, by its place and by its shape. The blocks
cover everything but white space, in order, without overlap.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from memcon.reading import dateline as datelines
from memcon.reading.days import days_in
from memcon.reading.lexicon import table
from memcon.record import Block, BlockKind, span_of

_ENDS = re.compile(r"[.!?:;…][\"”’'»)\]]{0,3}$|[,]$")
_LONGEST_HEADING = 120
_LONGEST_TITLE = 250


@dataclass(slots=True)
class Layout:
    """The blocks of a text, the dateline and where the title is; `release` are the lines that date a release."""

    blocks: list[Block] = field(default_factory=list)
    dateline: datelines.Found | None = None
    title: tuple[int, int] | None = None
    release: list[tuple[int, int]] = field(default_factory=list)


@cache
def _compiled(section: str, key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in table("layout")[section].get(key, ()))


def fits(section: str, line: str) -> bool:
    """Tell whether a whole line fits a pattern of a section of `data/layout.toml`."""
    return any(p.fullmatch(line) for p in _compiled(section, "line"))


def paragraphs(text: str, start: int) -> list[tuple[int, int]]:
    """Group the lines from `start` on into paragraphs (start, end), without white space at their edges."""
    found: list[tuple[int, int]] = []
    chunk: list[tuple[int, int]] = []
    at = start
    while at <= len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        span = span_of(text, at, end)
        if span.quote:
            chunk.append((span.start, span.end))
        if (not span.quote or end == len(text)) and chunk:
            found.extend(_unwrap(text, chunk))
            chunk = []
        at = end + 1
    return found


def _unwrap(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the lines of a chunk that are one wrapped paragraph."""
    widths = [e - s for s, e in lines]
    widest = max(widths)
    block = len(lines) > 2 and widest <= 100 and all(w >= 0.6 * widest for w in widths[:-1])
    joined = [lines[0]]
    for start, end in lines[1:]:
        before = text[joined[-1][0] : joined[-1][1]]
        wrapped = block or (text[start].islower() and not _ENDS.search(before))
        if wrapped:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def find(text: str, title_end: int | None, deck_end: int | None = None) -> Layout:
    """Lay out a text.

    `title_end` is where a known title ends (it stands at the beginning), None where the format gives none: then the
    first line is the title if it has the shape of one. `deck_end` likewise for a known deck under it.
    """
    layout = Layout()
    body = 0
    if title_end:
        _add(layout, text, "title", 0, title_end)
        layout.title, body = (0, title_end), title_end
        if deck_end:
            _add(layout, text, "deck", title_end, deck_end)
            body = deck_end
    parts = paragraphs(text, body)
    if title_end is None and len(parts) > 1 and _is_title(text, parts[0]):
        layout.title = parts.pop(0)
        _add(layout, text, "title", *layout.title)
        body = layout.title[1]
    layout.dateline = datelines.find(text, body)
    line = layout.dateline.dateline.span if layout.dateline else None
    for n, (start, end) in enumerate(parts):
        if line and start <= line.start < end:
            _before(layout, text, start, line.start)
            _add(layout, text, "dateline", line.start, line.end)
            if line.end < end:
                _tail(layout, text, line.end, end)
            continue
        before_dateline = line is not None and end <= line.start
        _part(layout, text, start, end, n, len(parts), before_dateline)
    return layout


def _add(layout: Layout, text: str, kind: BlockKind, start: int, end: int) -> None:
    span = span_of(text, start, end)
    if span.quote:
        layout.blocks.append(Block(kind, span))


def _is_title(text: str, part: tuple[int, int]) -> bool:
    line = text[part[0] : part[1]]
    if len(line) > _LONGEST_TITLE or "\n" in line or line[-1] in ".,;:" or fits("furniture", line) or fits("desk", line):
        return False
    found = datelines.find(text, part[0])
    return found is None or found.dateline.span.start >= part[1]


def _part(layout: Layout, text: str, start: int, end: int, n: int, count: int, before_dateline: bool) -> None:
    line = text[start:end]
    kind = _kind(layout, text, start, end, n, count, before_dateline)
    if kind == "paragraph":
        start = _head(layout, text, start, end)
        _tail(layout, text, start, end)
        return
    if days_in(line) and len(line) < 120 and kind in ("furniture", "dateline"):
        layout.release.append((start, end))
    _add(layout, text, kind, start, end)


def _kind(
    layout: Layout, text: str, start: int, end: int, n: int, count: int, before_dateline: bool
) -> BlockKind:
    line = text[start:end]
    if fits("desk", line):
        return "desk"
    if fits("furniture", line) or fits("byline", line):
        return "furniture"
    if n < 8 and is_release_date(line):
        return "dateline"
    if "\n" in line or _ENDS.search(line) or len(line) > _LONGEST_TITLE:
        return "paragraph"
    under_title = layout.title is not None and all(b.kind in ("title", "desk", "furniture") for b in layout.blocks)
    if under_title and count > n + 1 and len(line) > 25 and (before_dateline or len(line.split()) > 5):
        return "deck"
    if len(line) <= _LONGEST_HEADING and n + 1 < count and (line[0].isupper() or line[0].isdigit()):
        return "heading"
    return "paragraph"


def is_release_date(line: str) -> bool:
    """Tell whether a line says no more than when it was released: "Thursday, May 7, 2015", "FA176 7 December 2001"."""
    if len(line) > 100:
        return False
    days = days_in(line)
    if len(days) != 1:
        return False
    rest = (line[: days[0].start] + " " + line[days[0].end :]).lower()
    known = set(table("layout")["release"]["words"])
    return all(w in known or len(w) < 2 or any(c.isdigit() for c in w) for w in re.findall(r"\w+", rest))


def _before(layout: Layout, text: str, start: int, end: int) -> None:
    """Name what stands before a dateline on its line: notes, a repeated headline, a byline."""
    at = _head(layout, text, start, end)
    byline = None
    for pattern in _compiled("byline", "head"):
        for match in pattern.finditer(text, at, end + 1):
            byline = match.span()
    middle = byline[0] if byline else end
    _add(layout, text, "furniture", at, middle)
    if byline:
        _add(layout, text, "furniture", byline[0], end)


def _head(layout: Layout, text: str, start: int, end: int) -> int:
    """Cut an agency's notes off the beginning of a line; gives where the rest begins."""
    cut = True
    while cut and start < end:
        cut = False
        for pattern in _compiled("desk", "head"):
            match = pattern.match(text, start, end)
            if match:
                _add(layout, text, "desk", start, match.end())
                start, cut = match.end(), True
                while start < end and text[start].isspace():
                    start += 1
    return start


def _tail(layout: Layout, text: str, start: int, end: int) -> None:
    """Add a paragraph without the furniture at its end ("... on Friday. ann@example.com (END)")."""
    tails: list[tuple[int, int]] = []
    cut = True
    while cut and start < end:
        cut = False
        window = max(start, end - 420)
        for pattern in _compiled("furniture", "tail"):
            for match in pattern.finditer(text, window, end):
                if match.end() == end:
                    tails.append(match.span())
                    end, cut = span_of(text, start, match.start()).end, True
                    break
    _add(layout, text, "paragraph", start, end)
    for span in reversed(tails):
        _add(layout, text, "furniture", *span)
