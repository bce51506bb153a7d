"""Times told by how far they lie from another one: "two years ago", "a day earlier", "three months later"."""

from dataclasses import dataclass
from fractions import Fraction

from memcon.times import calendar
from memcon.times.calendar import Place
from memcon.times.context import COMPARED, Context
from memcon.times.lengths import Length
from memcon.times.meaning import Meaning
from memcon.times.reading import Anchor, Reading, placed, unplaced

_GRAIN = {"decade": "year", "century": "decade", "night": "day", "fortnight": "week", "weekend": "weekend"}
_FINE = frozenset({"quarter", "half", "month", "season", "day", "week"})
_FAR = 5
"""How many sentences back that may lie which "that month" or "the day" points to."""
_CURRENT = frozenset({"week", "weekend", "month", "year"})
"""Units that, named by "the" alone, are rather those of publication than of a date in the text."""


@dataclass(frozen=True, slots=True)
class Distance:
    """The time `count` units before (`sign` -1) or after another.

    `base` says which other: "publication" ("ago", "from now") or "reference" ("earlier", "later": the date named last).
    """

    count: Fraction | None
    unit: str
    sign: int
    base: str = "publication"

    def resolve(self, context: Context) -> Reading:
        """Give the place at the precision of the unit; of "a year ago" at that of the date which is compared."""
        if self.count is None:
            return unplaced("PAST_REF" if self.sign < 0 else "FUTURE_REF", self.unit)
        anchor = self._anchor(context)
        if self.unit not in calendar.MONTHS and self.unit not in calendar.DAYS:
            return unplaced(Length(self.count, self.unit).value(), self.unit, "DURATION")
        return unplaced(calendar.unknown(self.unit), self.unit) if anchor is None else self.from_anchor(anchor)

    def from_anchor(self, anchor: Anchor) -> Reading:
        """Give the place that lies so far from another one."""
        place = self._move(anchor) if self.unit in calendar.MONTHS or self.unit in calendar.DAYS else None
        return unplaced(calendar.unknown(self.unit), self.unit) if place is None else placed(place, anchor)

    def _anchor(self, context: Context) -> Anchor | None:
        if self.base == "reference" and context.latest(within=None if context.history else 2) is not None:
            return context.narrated(_GRAIN.get(self.unit, self.unit), within=2)
        if self.unit == "year" and self.count == 1 and (compared := context.compared(within=1)) is not None:
            return compared
        return context.published(_GRAIN.get(self.unit, self.unit))

    def _move(self, anchor: Anchor) -> Place | None:
        assert self.count is not None
        whole = int(self.count)
        begin = calendar.moved(anchor.place.begin, self.unit, self.sign * whole)
        if begin is not None and self.count % 1 and self.unit in calendar.MONTHS:
            begin = calendar.moved(begin, "month", int(self.sign * (self.count % 1) * calendar.MONTHS[self.unit]))
        if begin is None:
            return None
        kept = anchor.by != "publication" and anchor.by != "dateline" and self.count == 1 and anchor.place.unit in _FINE
        grain = anchor.place.unit if kept and self.unit != "day" else _GRAIN.get(self.unit, self.unit)
        try:
            return calendar.holding(grain, begin)
        except (ValueError, OverflowError):
            return None


def compares(meaning: object) -> bool:
    """Tell whether a meaning names a time only to compare with it: "from $2 million a year earlier"."""
    if isinstance(meaning, Same):
        return meaning.years != 0 or meaning.year is not None
    return isinstance(meaning, Distance) and meaning.unit == "year" and meaning.count == 1


_HALF_QUARTER = 45
"""Days back from the end of a company's quarter to a day that lies in the calendar quarter with most of it."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The quarter that ended on a day ("the quarter ended July 31"): the one named before, else the calendar quarter with most of its days."""

    day: Meaning

    def resolve(self, context: Context) -> Reading:
        """Give the quarter."""
        if (named := context.latest(frozenset({"quarter"}))) is not None:
            return placed(named.place, named)
        end = self.day.resolve(context)
        inside = None if end.place is None else calendar.moved(end.place.begin, "day", -_HALF_QUARTER)
        if inside is None:
            return unplaced(calendar.unknown("quarter"), "quarter")
        known = context.publication if end.anchor else None
        return placed(calendar.holding("quarter", inside), known)


@dataclass(frozen=True, slots=True)
class Next:
    """The `unit` that is `count` after the one of the date named last ("the following week", "the next day")."""

    unit: str
    count: int

    def resolve(self, context: Context) -> Reading:
        """Give the place."""
        anchor = context.narrated(self.unit, within=2) or (None if context.history else context.published(self.unit))
        if anchor is None or (begin := calendar.moved(anchor.place.begin, self.unit, self.count)) is None:
            return unplaced(calendar.unknown(self.unit), self.unit)
        return placed(calendar.holding(self.unit, begin), anchor)


@dataclass(frozen=True, slots=True)
class Same:
    """The unit that was named before ("that day", "the same month", "the quarter"), `years` off or in another `year`.

    `over` asks for one that has ended ("the latest quarter"); `pointed` says that a word points back ("that month", "the
    same year"), so that it is never the one of publication where a date was named.
    """

    unit: str
    years: int = 0
    year: int | None = None
    over: bool = False
    pointed: bool = False

    def resolve(self, context: Context) -> Reading:
        """Give the latest place of the unit, else the unit that holds the latest finer date, else that of publication."""
        anchor = self._anchor(context)
        if anchor is None:
            return unplaced(calendar.unknown(self.unit), self.unit)
        unit = anchor.place.unit if self.unit == "period" else self.unit
        if unit not in calendar.MONTHS and unit not in calendar.DAYS:
            return unplaced(calendar.unknown(unit), unit)
        years = self.years if self.year is None else self.year - anchor.place.begin.year
        begin = calendar.moved(anchor.place.begin, "year", years)
        return unplaced(calendar.unknown(unit), unit) if begin is None else placed(calendar.holding(unit, begin), anchor)

    def _anchor(self, context: Context) -> Anchor | None:
        published = context.published("quarter" if self.unit == "period" else self.unit)
        if (self.pointed or context.history) and self.unit != "period" and (told := context.narrated(self.unit, within=_FAR)) is not None:
            return told
        if self.over and self.unit == "year" and (compared := context.compared(within=1)) is not None:
            return compared
        if self.unit in _CURRENT:
            return published if published is None or self.unit != "weekend" else _weekend(published)
        if self.unit in ("period", "quarter"):
            units = COMPARED if self.unit == "period" else frozenset({"quarter"})
            named = context.compared() if self.unit == "period" and not self.over else context.latest(units)
            ahead = self.over and named is not None and published is not None and named.place.end > published.place.end
            return _last_quarter(published) if named is None or ahead else named
        if self.unit == "day":
            return context.day(_FAR) or published
        return context.latest(frozenset({self.unit})) or context.named(self.unit, within=2) or published


def _last_quarter(published: Anchor | None) -> Anchor | None:
    """Give the last full quarter before publication: the one that reports are about."""
    if published is None or (begin := calendar.moved(published.place.begin, "quarter", -1)) is None:
        return None
    return Anchor(calendar.holding("quarter", begin), published.by)


def _weekend(published: Anchor) -> Anchor:
    """Give the weekend nearest to publication: from Monday to Wednesday the last, then the coming one."""
    nearest = calendar.moved(published.place.begin, "day", -3) if published.place.begin.isoweekday() <= 3 else None
    return Anchor(calendar.holding("weekend", nearest or published.place.begin), published.by)
