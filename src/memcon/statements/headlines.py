"""Leaves out a headline's statement where the report tells of it again below."""

import re
from collections.abc import Sequence

from memcon.record import Span, Statement

_WORD = re.compile(r"\w{4,}")
_SHARE = 0.5
"""From this share of its words on, a headline's content is told again in a body statement of the same speaker."""
_LONGEST = 400


def without_headlines(made: Sequence[Statement], title: Span | None) -> list[Statement]:
    """Leave out the statements of the title that the body repeats; a title longer than `_LONGEST` is none."""
    if title is None or title.end - title.start > _LONGEST:
        return list(made)
    body = [(s, _words(s)) for s in made if not title.holds(s.content[0])]
    return [s for s in made if not (title.holds(s.content[0]) and _is_repeated(s, body))]


def _is_repeated(short: Statement, body: Sequence[tuple[Statement, set[str]]]) -> bool:
    words = _words(short)
    return bool(words) and any(len(words & told) >= _SHARE * len(words) and _same_speaker(short, s) for s, told in body)


def _words(s: Statement) -> set[str]:
    return {w.lower()[:6] for c in s.content for w in _WORD.findall(c.quote)}


def _same_speaker(a: Statement, b: Statement) -> bool:
    if a.speakers and b.speakers:
        return bool(set(a.speakers) & set(b.speakers))
    if a.speaker is None or b.speaker is None:
        return a.speaker is b.speaker
    return bool({w.lower() for w in _WORD.findall(a.speaker.quote)} & {w.lower() for w in _WORD.findall(b.speaker.quote)})
