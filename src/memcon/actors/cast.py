"""The cast of a report: its actors and the words that stand for them."""

import bisect
from dataclasses import dataclass, field

from memcon.record import Actor, Mention


@dataclass(frozen=True, slots=True)
class Cast:
    """All actors of a report in the order of their first mention, and all mentions sorted by place."""

    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    _by_id: dict[str, Actor] = field(init=False, repr=False, compare=False)
    _starts: list[int] = field(init=False, repr=False, compare=False)
    _longest: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {a.id: a for a in self.actors})
        object.__setattr__(self, "_starts", [m.span.start for m in self.mentions])
        object.__setattr__(self, "_longest", max((m.span.end - m.span.start for m in self.mentions), default=0))

    def actor(self, id: str) -> Actor:
        """Give the actor of this id.

        Raises:
            KeyError: no actor of the report has it.
        """
        return self._by_id[id]

    def mention_at(self, start: int, end: int) -> Mention | None:
        """Give the mention that best covers a stretch of the text, offsets in code points.

        An exact one comes first, else the smallest that holds the stretch, else the longest that overlaps it.
        """
        near = self._near(start, end)
        exact = [m for m in near if m.span.start == start and m.span.end == end]
        if exact:
            return exact[0]
        holding = [m for m in near if m.span.start <= start and end <= m.span.end]
        if holding:
            return min(holding, key=lambda m: m.span.end - m.span.start)
        return max(near, key=lambda m: m.span.end - m.span.start, default=None)

    def _near(self, start: int, end: int) -> list[Mention]:
        first = bisect.bisect_left(self._starts, start - self._longest)
        last = bisect.bisect_left(self._starts, max(end, start + 1))
        return [m for m in self.mentions[first:last] if m.span.end > start]
