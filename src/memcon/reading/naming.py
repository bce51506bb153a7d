"""What a paragraph of the layout is: a note to editors, furniture, a heading, a deck, or running text."""

import re
from functools import cache

from memcon.reading.lexicon import table
from memcon.reading.paragraphs import ENDS, ends_in_small_word
from memcon.record import Block, BlockKind, Span, span_of

_LONGEST_LINE = 1200
_LONGEST_HEADING = 120
_MOST_WORDS = 14
_LONGEST_DECK = 300
_LONGEST_SIGN_OFF = 30
_LONGEST_TAIL = 420
_MOST_TAILS = 8
_FEWEST_WORDS_OF_DECK = 6


@cache
def pattern(section: str, key: str) -> re.Pattern[str]:
    """Give the patterns of a section of `data/layout.toml` as one; those of `tail` fit at the end only."""
    either = "|".join(f"(?:{p})" for p in table("layout")[section][key])
    return re.compile(rf"(?:{either})\Z" if key == "tail" else either)


def fits(section: str, line: str) -> bool:
    """Tell whether a whole line fits a pattern of a section of `data/layout.toml`."""
    return len(line) <= _LONGEST_LINE and pattern(section, "line").fullmatch(line) is not None


def kind_of(line: str, *, last: bool, deck: bool, title: str | None) -> BlockKind:
    """Name a paragraph by its words and shape.

    `last` says that nothing follows, `deck` that it stands under the title and so may be a deck; `title` is the title,
    because some pages repeat it above the text.
    """
    if fits("desk", line):
        return "desk"
    if fits("furniture", line) or fits("byline", line) or repeats(line, title):
        return "furniture"
    if last and line.isupper() and len(line) < _LONGEST_SIGN_OFF:
        return "furniture"
    if "\n" in line or ENDS.search(line):
        return "paragraph"
    if deck and not last and len(line) <= _LONGEST_DECK and len(line.split()) >= _FEWEST_WORDS_OF_DECK:
        return "deck"
    return "heading" if not last and is_heading(line) else "paragraph"


def is_heading(line: str) -> bool:
    """Tell whether a line without an end mark has the shape of a heading.

    A line of a scan that breaks off ends in a small word ("talks with the") more often than a heading does.
    """
    if len(line) > _LONGEST_HEADING or len(line.split()) > _MOST_WORDS or not (line[0].isupper() or line[0].isdigit()):
        return False
    return not ends_in_small_word(line)


def repeats(line: str, title: str | None) -> bool:
    """Tell whether a line is the title once more, in whatever case and spacing."""
    if title is None or len(title) < 4 or not len(title) / 2 < len(line) < 2 * len(title):
        return False
    return _plain(line) == _plain(title)


def _plain(line: str) -> str:
    return "".join(c for c in line.lower() if c.isalnum())


def heads(text: str, start: int, end: int) -> tuple[list[Span], int]:
    """Cut an agency's notes off the beginning of a line: the notes, and where the rest begins."""
    found: list[Span] = []
    while match := pattern("desk", "head").match(text, start, end):
        found.append(span_of(text, start, match.end()))
        start = match.end()
        while start < end and text[start].isspace():
            start += 1
    return found, start


def tails(text: str, start: int, end: int) -> tuple[list[Span], int]:
    """Cut furniture off the end of a line ("... on Friday. ann@example.com (END)"): it, and where the text ends."""
    found: list[Span] = []
    while start < end and len(found) < _MOST_TAILS:
        match = pattern("furniture", "tail").search(text, max(start, end - _LONGEST_TAIL), end)
        if match is None:
            break
        found.append(span_of(text, *match.span()))
        end = span_of(text, start, match.start()).end
    return found[::-1], end


def without_lists(blocks: list[Block]) -> list[Block]:
    """Turn three and more headings in a row into paragraphs: they are a list, of participants mostly."""
    found = list(blocks)
    n = 0
    while n < len(found):
        m = n
        while m < len(found) and found[m].kind == "heading":
            m += 1
        if m - n >= 3:
            found[n:m] = [Block("paragraph", b.span) for b in found[n:m]]
        n = max(m, n + 1)
    return found
