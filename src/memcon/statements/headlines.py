"""Leaves out a headline's statement where the report tells of it again below."""

import re
from collections.abc import Sequence

from memcon.record import Span, Statement

_WORD = re.compile(r"\w{4,}")
_SHARE = 0.5
"""From this share of its words on, a headline's content is told again in a body statement of the same speaker."""


def without_headlines(made: Sequence[Statement], title: Span | None) -> list[Statement]:
    """Leave out the statements of the title that the body repeats."""
    if title is None:
        return list(made)
    inside = [s for s in made if title.holds(s.content[0])]
    body = [s for s in made if not title.holds(s.content[0])]
    return [s for s in made if not (any(s is t for t in inside) and any(_repeats(s, b) for b in body))]


def _repeats(short: Statement, long: Statement) -> bool:
    words = _words(short)
    if not words or not _same_speaker(short, long):
        return False
    return len(words & _words(long)) >= _SHARE * len(words)


def _words(s: Statement) -> set[str]:
    return {w.lower()[:6] for c in s.content for w in _WORD.findall(c.quote)}


def _same_speaker(a: Statement, b: Statement) -> bool:
    if a.speakers and b.speakers:
        return bool(set(a.speakers) & set(b.speakers))
    if a.speaker is None or b.speaker is None:
        return a.speaker is b.speaker
    return bool({w.lower() for w in _WORD.findall(a.speaker.quote)} & {w.lower() for w in _WORD.findall(b.speaker.quote)})
