"""Takes transcripts and interviews: a line that opens with a speaker's label is that speaker's turn.

"PRESIDENT BIDEN: Thank you.", "Q  Mr. President, ...", "Vladimir Putin: Good afternoon.", "JOURNALIST: ...". A text
is a transcript where at least two of its paragraphs open so; a single "Note:" or "MOSCOW:" makes none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LABEL = re.compile(
    r"[ \t]*(?:(?P<q>(?:Q|A|QUESTION|ANSWER|Question|Answer)(?=[:.]|[ \t]{1,3}))|"
    r"(?P<who>(?:[A-Z][\w.’'\-]{0,20}|\([^()\n]{1,40}\))(?:[ \t]+(?:[A-Z][\w.’'\-]{0,20}|of|the|and|for|de|al|bin|\([^()\n]{1,40}\))){0,9})(?=[ \t]?:))"
    r"[ \t]?[:.]?[ \t]*"
)
_NOT_LABELS = frozenset({"note", "update", "background", "photo", "related", "read more", "watch", "subject", "date", "contact", "summary", "source", "topic",
                         "video", "breaking", "attn", "see also", "more", "ps", "where", "when", "what", "who"})


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until the next one speaks: offsets of the label's words and of the spoken paragraphs."""

    label: tuple[int, int]
    spoken: tuple[tuple[int, int], ...]


def turns(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Turn]:
    """Find the turns of a transcript; an empty list where the text is none.

    Args:
        text: the report's text.
        paragraphs: offsets of its paragraphs (of what a reader reads, without furniture), in order.
    """
    labels = [_label(text, begin, end) for begin, end in paragraphs]
    known = [text[m[0] : m[1]] for m in labels if m]
    repeated = len(known) - len(set(known))
    if len(known) < 2 or (repeated == 0 and len(known) * 3 < len(paragraphs)) or (repeated and len(known) * 12 < len(paragraphs)):
        return []
    found: list[Turn] = []
    label: tuple[int, int] | None = None
    spoken: list[tuple[int, int]] = []
    for (begin, end), match in zip(paragraphs, labels, strict=True):
        if match:
            if label and spoken:
                found.append(Turn(label, tuple(spoken)))
            label, spoken, begin = (match[0], match[1]), [], match[2]
        if label and text[begin:end].strip():
            spoken.append((begin, end))
    if label and spoken:
        found.append(Turn(label, tuple(spoken)))
    return found


def _label(text: str, begin: int, end: int) -> tuple[int, int, int] | None:
    """Give start and end of the label's words and the start of what is said."""
    match = _LABEL.match(text, begin, end)
    if match is None:
        return None
    group = "q" if match["q"] else "who"
    if match["q"] and text[match.end(group)] not in ":." and text[match.end(group) : match.end()].strip(" "):
        return None
    if match["q"] == "A" and text[match.end(group)] not in ":.":
        return None
    if match[group].lower() in _NOT_LABELS:
        return None
    return match.start(group), match.end(group), match.end()
