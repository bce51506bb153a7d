"""Pairs quotation marks of every kind, also unbalanced ones and those that are re-opened at each paragraph.

Newspapers open every paragraph of a long quotation and close only the last; wires write `''` for a double mark and
forget marks. So a mark that has no partner never stops the pairing: its quotation runs to the end of its paragraph.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MAX_DEPTH = 6
"""Marks that are nested deeper are read as plain text, so that ten thousand opening marks cost no more than a few."""

_CLOSER = {"“": "”", "„": "”“", "‟": "”", "«": "»", "‹": "›", "‘": "’", "‚": "’‘", "‛": "’", '"': '"', "''": "''", "'": "'", "＂": "＂"}
_CLOSES = frozenset("”»›’")
_STRAIGHT = frozenset({'"', "''", "'", "＂"})
_SINGLE = frozenset({"'", "‘", "’", "‚", "‛", "‹", "›"})
_MARK = re.compile("''|``|[\"“”„‟«»‹›‘’‚‛'＂]")
_ELIDED = re.compile(r"(?:\d0s|tis|twas|til|em|cause|n)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch in quotation marks.

    `start`/`end` are offsets with the marks, `inner_start`/`inner_end` without them; `level` is 0 for the outermost,
    `closed` is false where the closing mark is missing, `continues` is true where an unclosed quotation of the
    paragraph before is taken up again.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    single: bool
    level: int
    closed: bool
    continues: bool = False


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    inner: int
    level: int
    continues: bool


def pair(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Quote]:
    """Find the quotations of a text, sorted by start; inner ones follow the one that they stand in.

    Args:
        text: the report's text.
        paragraphs: offsets of its paragraphs; no quotation crosses the end of one.

    The time is linear in the length of the text, whatever its marks.
    """
    found: list[Quote] = []
    left_open = False
    for begin, end in paragraphs:
        quotes, left_open = _pair_paragraph(text, begin, end, left_open)
        found += quotes
    return found


def main_quotes(text: str, quotes: Iterable[Quote]) -> Iterator[Quote]:
    """Give the outermost quotations that may be speech: those in double marks, and those of three words or more in single ones.

    British papers and headlines write 'We have a basis for a truce'; a word or two in single marks is a name or a term.
    """
    for q in quotes:
        if q.level == 0 and (not q.single or (q.closed and len(text[q.inner_start : min(q.inner_end, q.inner_start + 200)].split()) > 2)):
            yield q


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Give the offsets of the lines of a text that hold anything: the paragraphs, where no layout is known."""
    for line in re.finditer(r"[^\n]+", text):
        if not line[0].isspace():
            yield line.start(), line.end()


def _pair_paragraph(text: str, begin: int, end: int, left_open: bool) -> tuple[list[Quote], bool]:
    """Pair the marks of one paragraph; tell also whether its last double quotation was left open."""
    open_: list[_Open] = []
    done: list[Quote] = []
    first = True
    marks = list(_MARK.finditer(text, begin, end))
    ends = [m.start() for m in _SINGLE_END.finditer(text, begin, end)]
    for number, match in enumerate(marks):
        mark, start, after = match[0], match.start(), match.end()
        if mark in _SINGLE and not _is_single_mark(text, start, after, begin, end, open_, ends):
            continue
        at_start = first and not text[begin:start].strip()
        first = False
        again = _reopened(open_, mark, text, start, after, begin, end)
        if again is not None:
            done.append(_quote(open_[again], _stripped(text, open_[again].inner, start), start, closed=False))
            del open_[again:]
            open_.append(_Open(mark, start, after, len(open_), True))
            continue
        if _nests(open_, marks, number, text, begin, end):
            open_.append(_Open(mark, start, after, len(open_), False))
            continue
        place = _partner(open_, mark, text, start, after, begin, end)
        if place is not None:
            for lost in open_[place + 1 :]:
                if mark not in _SINGLE and lost.mark not in _SINGLE:
                    done.append(_quote(lost, start, start, closed=False))
            done.append(_quote(open_[place], start, after, closed=True))
            del open_[place:]
        elif mark not in _CLOSES and len(open_) < MAX_DEPTH:
            open_.append(_Open(mark, start, after, len(open_), at_start and left_open))
    doubles = [o for o in open_ if o.mark not in _SINGLE]
    done += [_quote(o, end, end, closed=False) for o in doubles[:1]]
    done.sort(key=lambda q: (q.start, -q.end))
    return [q for q in done if q.inner_start < q.inner_end], bool(doubles)


def _quote(opened: _Open, inner_end: int, end: int, *, closed: bool) -> Quote:
    return Quote(opened.start, end, opened.inner, inner_end, opened.mark in _SINGLE, opened.level, closed, opened.continues)


def _reopened(open_: list[_Open], mark: str, text: str, start: int, after: int, begin: int, end: int) -> int | None:
    """Find the open double mark that this one takes up again, where the line break between two paragraphs was lost.

    `"We will go on. "It is our duty."`: an opening mark behind the end of a sentence, while a quotation is open.
    """
    if mark in _SINGLE or mark in _CLOSES or not _looks_opening(text, start, after, begin, end):
        return None
    before = start - 1
    while before > begin and text[before].isspace():
        before -= 1
    if before == start - 1 or text[before] not in ".?!…":
        return None
    return next((i for i in range(len(open_) - 1, -1, -1) if open_[i].mark == mark), None)


def _nests(open_: list[_Open], marks: list[re.Match[str]], number: int, text: str, begin: int, end: int) -> bool:
    """Tell whether a straight mark opens a quotation inside one with the same marks.

    `"We will work in the field of "green" energy," he said.`: it looks as if it opened, and two marks that look as if they
    closed follow it. Three such marks in a row cannot be read in another way.
    """
    mark = marks[number][0]
    if mark not in _STRAIGHT or mark in _SINGLE or not open_ or open_[-1].mark != mark or len(open_) >= MAX_DEPTH:
        return False
    if not _looks_opening(text, marks[number].start(), marks[number].end(), begin, end):
        return False
    following = [m for m in marks[number + 1 : number + 6] if m[0] == mark][:2]
    return len(following) == 2 and not any(_looks_opening(text, m.start(), m.end(), begin, end) for m in following)


def _stripped(text: str, begin: int, end: int) -> int:
    """Give the end of a stretch without the white space behind it."""
    while end > begin and text[end - 1].isspace():
        end -= 1
    return end


def _partner(open_: list[_Open], mark: str, text: str, start: int, after: int, begin: int, end: int) -> int | None:
    """Find the open mark that this one closes, the innermost first."""
    for place in range(len(open_) - 1, -1, -1):
        opened = open_[place].mark
        if mark in _CLOSER.get(opened, ""):
            if mark in _STRAIGHT and place < len(open_) - 1 and _looks_opening(text, start, after, begin, end):
                return None
            return place
    if mark in _CLOSES and mark not in _SINGLE:
        # “We agree," he said: the closing mark is of another kind than the opening one.
        return next((i for i in range(len(open_) - 1, -1, -1) if open_[i].mark not in _SINGLE), None)
    if mark in ('"', "''") and open_ and not _looks_opening(text, start, after, begin, end):
        return next((i for i in range(len(open_) - 1, -1, -1) if open_[i].mark not in _SINGLE), None)
    return None


def _looks_opening(text: str, start: int, after: int, begin: int, end: int) -> bool:
    before = text[start - 1] if start > begin else " "
    behind = text[after] if after < end else " "
    return (before.isspace() or before in "([{—–-/“‘\"'") and not behind.isspace() and behind not in ",.;"


def _is_single_mark(text: str, start: int, after: int, begin: int, end: int, open_: list[_Open], ends: list[int]) -> bool:
    """Tell a single quotation mark from an apostrophe ("Russia's", "the leaders' talks", "the '90s")."""
    mark = text[start:after]
    if mark in "‹›‚‛":
        return True
    before = text[start - 1] if start > begin else " "
    behind = text[after] if after < end else " "
    if before.isalnum() and behind.isalnum():
        return False
    inside = any(o.mark in _SINGLE for o in open_)
    if mark in "‘'" and not inside:
        opening = not before.isalnum() and not behind.isspace() and (behind.isalnum() or behind in "[(“\"…")
        return opening and before not in ".,!?;" and not _ELIDED.match(text, after, end) and _closes_later(after, ends)
    if mark in "’'" and inside:
        return not behind.isalnum() and not before.isspace()
    return mark == "‘"


_SINGLE_END = re.compile(r"(?<=[\w.,!?…;)%])['’](?![\w'’])")
_REACH = 600


def _closes_later(after: int, ends: list[int]) -> bool:
    """Tell whether a single mark that may close stands within reach: a lone one is an apostrophe."""
    at = bisect_left(ends, after)
    return at < len(ends) and ends[at] < after + _REACH
