"""Which findings of a record lie inside a stretch, looked up and not searched for."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from memcon.record import Span

T = TypeVar("T")


class Within(Generic[T]):
    """Findings by the place of their words."""

    def __init__(self, things: Iterable[T], span: Callable[[T], Span]) -> None:
        self._things = sorted(((span(t).start, span(t).end, n, t) for n, t in enumerate(things)), key=lambda row: row[:3])
        self._starts = [row[0] for row in self._things]

    def inside(self, start: int, end: int) -> list[T]:
        """Give what lies wholly inside `start:end`, in the order of the text."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [t for _, stop, _, t in self._things[first:last] if stop <= end]
