"""Cuts the surroundings of a cue into the rows that the span model labels.

Each token of the cue's own sentence is a row. Of the sentences around it, only those that may hold more of a content
are taken (the next ones, and the ones in front as far as a quotation runs), and there each stretch inside or outside
quotation marks is one row, since such a stretch is content as a whole or not at all.
"""

from dataclasses import dataclass

from memcon.statements.parsed import Parsed

LEFT, RIGHT = 60, 110
"""So many tokens of the cue's sentence are looked at before and behind the cue."""
_BEFORE, _AFTER = 6, 12
"""So many rows of other sentences at most, before and behind."""


@dataclass(slots=True)
class Window:
    """The rows of one cue: first and last token (inclusive) and distance in sentences of each."""

    anchor: int
    first: list[int]
    last: list[int]
    away: list[int]


def window(parsed: Parsed, anchor: int) -> Window:
    """Cut the rows around the cue whose main token is `anchor`."""
    sent = parsed.sent[anchor]
    begin = max(parsed.first[sent], anchor - LEFT)
    end = min(parsed.last[sent], anchor + RIGHT)
    before: list[tuple[int, int, int]] = []
    if begin == parsed.first[sent]:
        before = _other(parsed, sent, -1, _BEFORE)
    after: list[tuple[int, int, int]] = []
    if end == parsed.last[sent]:
        after = _other(parsed, sent, 1, _AFTER)
    own = list(range(begin, end + 1))
    return Window(
        anchor,
        [b[0] for b in before] + own + [a[0] for a in after],
        [b[1] for b in before] + own + [a[1] for a in after],
        [b[2] for b in before] + [0] * len(own) + [a[2] for a in after],
    )


def _other(parsed: Parsed, sent: int, step: int, most: int) -> list[tuple[int, int, int]]:
    """Give the rows (first, last, distance) of the sentences on one side, in the order of the text."""
    rows: list[tuple[int, int, int]] = []
    at = sent + step
    while 0 <= at < len(parsed.first) and len(rows) < most:
        pieces = runs(parsed, parsed.first[at], parsed.last[at])
        quoted = any(parsed.quote[p[0]] != -1 for p in pieces)
        if not quoted and abs(at - sent) > 1:
            break
        new = [(f, last, at - sent) for f, last in pieces]
        rows = new + rows if step < 0 else rows + new
        if not quoted:
            break
        at += step
    return rows[-most:] if step < 0 else rows[:most]


def runs(parsed: Parsed, first: int, last: int) -> list[tuple[int, int]]:
    """Cut a stretch of tokens where a quotation begins or ends."""
    pieces: list[tuple[int, int]] = []
    begin = first
    for i in range(first + 1, last + 1):
        if parsed.quote[i] != parsed.quote[i - 1]:
            pieces.append((begin, i - 1))
            begin = i
    pieces.append((begin, last))
    return pieces
