"""Turns: the time about the first day of a century, decade or year ("at the turn of the century")."""

from dataclasses import dataclass

from memcon.times import calendar
from memcon.times.calendar import Place
from memcon.times.context import Context
from memcon.times.reading import Reading, modified, placed, unplaced

_AHEAD = {"year": 0.5, "decade": 2, "century": 5, "millennium": 20}
"""How many years ahead of publication a turn may lie; one further ahead is rather the one that is past."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn of a `unit`; `number` is that of a century that is named ("the turn of the 20th century" is about 1900)."""

    unit: str
    number: int = 0

    def resolve(self, context: Context) -> Reading:
        """Give the first year (of a year: the first month), which is about when it was; the turn before or after is the alternative."""
        if self.number:
            return modified(placed(calendar.year((self.number - 1) * 100)), "APPROX") if 1 < self.number < 22 else unplaced("XX", self.unit)
        anchor = context.published("year")
        if anchor is None:
            return unplaced(calendar.unknown(self.unit), self.unit)
        own = calendar.holding(self.unit, anchor.place.begin)
        begins = [own.begin.year, own.begin.year + calendar.MONTHS[self.unit] // 12]
        now = anchor.place.begin.year + (anchor.place.begin.month - 1) / 12
        chosen, other = (begins[1], begins[0]) if begins[1] - now <= _AHEAD[self.unit] else (begins[0], begins[1])
        places = [self._place(year) for year in (chosen, other) if year < 9999]
        return modified(placed(places[0], anchor, tuple(p.edtf for p in places[1:] if other < chosen)), "APPROX")

    def _place(self, year: int) -> Place:
        return calendar.month(year, 1) if self.unit == "year" else calendar.year(year)
