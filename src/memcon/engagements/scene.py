"""What the rules of this room look at: the parsed text with the findings of the rooms before, indexed by token."""

import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, Protocol

from memcon.record import Actor, Block, Mention, Report, Span, Statement, Timex, span_of

Token = Any
"""A spaCy token (spaCy ships no types that `mypy --strict` accepts)."""


class Cast(Protocol):
    """What this room needs of `memcon.actors.Cast`."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All actors of the report."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions, sorted by place."""

    def actor(self, id: str) -> Actor:
        """Give the actor of this id."""


class Scene:
    """One report as this room sees it.

    `mentions_of[i]` are the mentions that cover token `i`, the longest first; `times_of(sentence)` the time expressions
    of a sentence; `block_of(offset)` the block of the layout in which an offset lies; `lists` keeps the coordinations of each
    sentence once `lists.py` has read them, `costs` and `above` what `reach.py` has worked out.
    """

    def __init__(
        self, doc: Any, report: Report, cast: Cast, times: Sequence[Timex], statements: Sequence[Statement]
    ) -> None:
        self.doc = doc
        self.report = report
        self.text = report.text
        self.cast = cast
        self.times = tuple(times)
        self.statements = tuple(statements)
        self.actors = {a.id: a for a in cast.actors}
        self.mentions_of: list[list[Mention]] = [[] for _ in range(len(doc))]
        starts = [t.idx for t in doc]
        for mention in cast.mentions:
            if not mention.actors:
                continue
            first = max(bisect.bisect_right(starts, mention.span.start) - 1, 0)
            for i in range(first, len(doc)):
                if starts[i] >= mention.span.end:
                    break
                self.mentions_of[i].append(mention)
        for covering in self.mentions_of:
            covering.sort(key=lambda m: (m.span.start - m.span.end, m.span.start))
        self.lists: dict[int, Any] = {}
        self.attending: dict[int, Any] = {}
        self.costs: dict[tuple[int, int, int], float | None] = {}
        self.above: dict[int, dict[int, tuple[float, int]]] = {}
        self._starts = starts
        self._block_starts = [b.span.start for b in report.blocks]
        self._time_starts = [t.span.start for t in self.times]

    @property
    def published(self) -> str:
        """The day, month or year of publication, "" where it is not known."""
        return self.report.published.value if self.report.published else ""

    def behind(self, span: Span) -> int:
        """Give the index of the token behind a span."""
        return int(self.token_at(max(span.end - 1, span.start)).i) + 1

    @cached_property
    def states(self) -> tuple[str, ...]:
        """The codes of the states that the report is about, the most often meant first."""
        told = Counter(c for m in self.cast.mentions for a in m.actors if (c := self.actors[a].country))
        return tuple(sorted(told, key=lambda c: (-told[c], c)))

    def token_at(self, offset: int) -> Token:
        """Give the token at a code point offset."""
        return self.doc[max(bisect.bisect_right(self._starts, offset) - 1, 0)]

    def block_of(self, offset: int) -> Block | None:
        """Give the block in which an offset lies, None between blocks."""
        i = bisect.bisect_right(self._block_starts, offset) - 1
        if i < 0 or self.report.blocks[i].span.end <= offset:
            return None
        return self.report.blocks[i]

    def times_of(self, start: int, end: int) -> Iterator[Timex]:
        """Give the time expressions that begin in a stretch of the text."""
        i = bisect.bisect_left(self._time_starts, start)
        while i < len(self.times) and self._time_starts[i] < end:
            yield self.times[i]
            i += 1

    def span(self, start: int, end: int) -> Span:
        """Cut a span out of the text."""
        return span_of(self.text, start, end)

    def statement_at(self, offset: int) -> Statement | None:
        """Give the innermost statement in whose content an offset lies."""
        best: Statement | None = None
        size = 0
        for statement in self.statements:
            for content in statement.content:
                if content.start <= offset < content.end and (best is None or content.end - content.start < size):
                    best, size = statement, content.end - content.start
        return best
