"""Dates told by their distance: yesterday, last week, two years ago, a day earlier."""

from dataclasses import dataclass

from memcon.times import calendar
from memcon.times.context import Context
from memcon.times.reading import Reading, placed, unplaced


@dataclass(frozen=True, slots=True)
class Shift:
    """The `unit` that lies `count` units after (negative: before) the one of publication."""

    unit: str
    count: int

    def resolve(self, context: Context) -> Reading:
        """Give the place; without an anchor there is none."""
        anchor = context.published(self.unit)
        if anchor is not None and (begin := calendar.moved(anchor.place.begin, self.unit, self.count)) is not None:
            return placed(calendar.holding(self.unit, begin), anchor)
        return unplaced(calendar.unknown(self.unit), self.unit)
