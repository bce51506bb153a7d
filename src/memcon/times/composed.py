"""Meanings made of others: one with a modifier, the day before one, a numbered part of a larger one."""

from dataclasses import dataclass
from datetime import timedelta

from memcon.times import calendar
from memcon.times.calendar import Place
from memcon.times.context import Context
from memcon.times.meaning import Meaning
from memcon.times.reading import Reading, modified, placed, unplaced

_MIDDLE = {"week": 3}
"""Days from the begin of a unit to its middle one, which decides to what larger unit it belongs."""


@dataclass(frozen=True, slots=True)
class Modified:
    """A time with a modifier ("early March", "nearly two years")."""

    inner: Meaning
    mod: str

    def resolve(self, context: Context) -> Reading:
        """Give the time, its modifier noted."""
        return modified(self.inner.resolve(context), self.mod)


@dataclass(frozen=True, slots=True)
class Eve:
    """The day before a day ("the eve of May 9")."""

    outer: Meaning | None = None

    def resolve(self, context: Context) -> Reading:
        """Give the day before."""
        of = self.outer.resolve(context) if self.outer is not None else None
        before = calendar.moved(of.place.begin, "day", -1) if of is not None and of.place is not None else None
        if of is None or before is None:
            return unplaced(calendar.unknown("day"), "day")
        return placed(calendar.day(before), context.publication if of.anchor else None)


@dataclass(frozen=True, slots=True)
class Nth:
    """The `number`th `unit` of a larger time (-1: the last): "the last week of March", "the week of March 6" (0)."""

    unit: str
    number: int
    outer: Meaning | None = None

    def resolve(self, context: Context) -> Reading:
        """Give the place; the weeks of a month are those that have most of their days in it."""
        outer = self.outer.resolve(context) if self.outer is not None else None
        if outer is None or outer.place is None:
            return unplaced(calendar.unknown(self.unit), self.unit)
        place = self._in(outer.place)
        return unplaced(calendar.unknown(self.unit), self.unit) if place is None else placed(place, context.publication if outer.anchor else None)

    def _in(self, outer: Place) -> Place | None:
        if self.number == 0:
            return calendar.holding(self.unit, outer.begin)
        middle = timedelta(_MIDDLE.get(self.unit, 0))
        if self.number < 0:
            last = calendar.holding(self.unit, outer.end - timedelta(1))
            return last if last.begin + middle < outer.end else calendar.holding(self.unit, last.begin - timedelta(1))
        first = calendar.holding(self.unit, outer.begin)
        skipped = first.begin + middle < outer.begin
        begin = calendar.moved(first.begin, self.unit, self.number - 1 + skipped)
        return None if begin is None or begin + middle >= outer.end else calendar.holding(self.unit, begin)
