"""Finds whose words a paragraph is that opens with a speaker's label: "President of Latvia Edgars Rinkevics: Thank you."

A transcript with several labels is read by `statements`; a report that quotes one turn of it has a single one.
"""

from bisect import bisect_right
from typing import TYPE_CHECKING

from memcon.record import Report, Span

if TYPE_CHECKING:
    from memcon.actors import Cast

_LONGEST = 90
"""Characters of the longest label."""


class Labels:
    """The paragraphs of a report that open with a person's label, and who that is."""

    def __init__(self, report: Report, cast: "Cast") -> None:
        self._blocks: list[tuple[Span, tuple[str, ...]]] = []
        for block in report.blocks:
            colon = block.span.quote[:_LONGEST].find(":")
            if block.kind != "paragraph" or colon < 1:
                continue
            mention = cast.mention_at(block.span.start, block.span.start + colon)
            whole = mention is not None and mention.span.start == block.span.start and mention.span.end == block.span.start + colon
            if mention is not None and whole and all(cast.actor(a).kind == "person" for a in mention.actors):
                self._blocks.append((block.span, mention.actors))
        self._starts = [span.start for span, _ in self._blocks]

    def of(self, span: Span) -> tuple[str, ...]:
        """Give the actors who speak the paragraph of a span, nobody where no label opens it."""
        i = bisect_right(self._starts, span.start) - 1
        return self._blocks[i][1] if i >= 0 and self._blocks[i][0].holds(span) else ()
