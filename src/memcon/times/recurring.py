"""Dates that come again and again: weekdays, days of a month, months, quarters, halves, seasons.

Which of them is meant is decided by policies that were measured on TimeBank, AQUAINT and MEANTIME (docs/times.md): a bare
weekday is the last one on or before publication, or tomorrow's where the sentence looks ahead; anything else is the nearest,
and no further ahead than four months, or two where nothing in the sentence looks ahead (a quarter or half has begun then).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from memcon.times import calendar
from memcon.times.calendar import Place
from memcon.times.context import Context
from memcon.times.festive import Feast
from memcon.times.meaning import Meaning
from memcon.times.reading import Anchor, Reading, placed, unplaced

_YEARS = 4
"""How many years back a date may lie that stands with its weekday."""
_DATED = frozenset({"day", "month", "quarter", "season", "half", "year"})
_AT_HAND = 10
"""How many days from publication a date is at hand, so that even in a history it is one of the history only right after another."""
_CLOSE = 2
"""How many sentences back that other may stand."""
_TURN = 270
"""How many days before the date named last a date of a history may lie before it is taken for one of the next year."""
_AHEAD = 4
"""How many months ahead a date without a year may lie where a sentence looks ahead, and half as many where it does not; one
further ahead is rather taken for the one that is past."""
_PLANNED = 6
"""How many months ahead it may lie in the words of a plan ("will visit Tokyo in October"); there the coming one goes before the past one."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """A date without its year (or week): `unit` with its `number` ("month" 5, "calendar week" 7), `day` for a day of a month, `code` for a season.

    `which` is the word that says which one is meant (last, past, previous, this, next, coming, following), None for none;
    `outer` what holds it ("of last year"); `falls_on` is the ISO number of the weekday that stands beside it; `within` is how
    many days after the day before it in its list or range a weekday lies ("from Monday to Wednesday"), 0 where it is in none.
    """

    unit: str
    number: int = 0
    day: int = 0
    code: str = ""
    which: str | None = None
    outer: Meaning | None = None
    feast: Feast | None = None
    falls_on: int | None = None
    within: int = 0

    def resolve(self, context: Context) -> Reading:
        """Give the one that is meant; without an anchor its TIMEX3 value has X for the year and it has no place."""
        if self.outer is not None:
            return self._inside(context)
        anchor = context.publication
        if self.which == "previous" and self.unit == "weekday":
            anchor = context.named("day", within=2) or anchor
        if anchor is None and self.unit != "weekday" and self.which is None and (inferred := self._inferred(context)) is not None:
            return inferred
        if anchor is None or (self.unit == "weekday" and anchor.place.unit != "day"):
            return unplaced(self.open_value(), self.unit)
        places = list(self.around(anchor.place.begin))
        if (following := self._following(context)) is not None:
            return placed(following, anchor, tuple(p.edtf for p in self._others(places, following, anchor)))
        at_hand = any(_distance(p, anchor.place.begin) <= _AT_HAND for p in places)
        if context.history and (told := self._told(context, within=_CLOSE if at_hand else None)) is not None:
            return told
        chosen = self._choose(places, anchor, context)
        if chosen is None:
            return unplaced(self.open_value(), self.unit)
        return placed(chosen, anchor, tuple(p.edtf for p in self._others(places, chosen, anchor)))

    def _inferred(self, context: Context) -> Reading | None:
        """Give the one of the year that a text without a publication date tells, None where it leaves several.

        With its weekday ("Tuesday, September 14") it is that of the only year named in which it agrees, or of the only one next to
        that of a full date; without a weekday it is that of the full dates, if they and all years named are of one year.
        """
        named, dated = sorted(context.years), sorted(context.dated)
        if self.falls_on is None:
            years = named if named == dated else []
        else:
            near = sorted({year + step for year in dated for step in (-1, 1) if 0 < year + step < 9999})
            years = [year for year in named if self._agrees(year)] or [year for year in near if self._agrees(year)]
        place = self.in_year(years[0]) if len(years) == 1 else None
        return None if place is None else placed(place, Anchor(calendar.year(years[0]), "text"))

    def _agrees(self, year: int) -> bool:
        place = self.in_year(year)
        return place is not None and place.begin.isoweekday() == self.falls_on

    def _told(self, context: Context, within: int | None) -> Reading | None:
        """Give the one of the year that a history is telling of: that of the date named last, or the year after at a turn of the year."""
        named = context.told(_DATED, within)
        if named is None or self.unit == "weekday":
            return None
        if self.which is not None:
            return self._stepped(named)
        place = self.in_year(named.place.begin.year)
        if place is not None and named.place.unit != "year" and (named.place.begin - place.begin).days > _TURN:
            place = self.in_year(named.place.begin.year + 1)
        return None if place is None else placed(place, named)

    def _following(self, context: Context) -> Place | None:
        """Give the weekday that follows the one before it in its list or range, None where that is too far away."""
        before = context.past[-1].reading.place if self.within and context.past else None
        if before is None or before.unit != "day":
            return None
        days = (self.number - before.begin.isoweekday() - 1) % 7 + 1
        day = calendar.moved(before.begin, "day", days) if days <= self.within else None
        return None if day is None else calendar.day(day)

    def _stepped(self, named: Anchor) -> Reading | None:
        """Give the one before ("the previous April") or after ("the next spring") the date that a history is telling of."""
        places = list(self.around(named.place.begin))
        if self.which in ("previous", "last", "past"):
            return next((placed(p, named) for p in reversed(places) if p.end <= named.place.begin), None)
        if self.which in ("next", "following"):
            return next((placed(p, named) for p in places if p.begin >= named.place.end), None)
        return None

    def _inside(self, context: Context) -> Reading:
        assert self.outer is not None
        outer = self.outer.resolve(context)
        if outer.place is None:
            return unplaced(self.open_value(), self.unit)
        place = self._held_by(outer.place)
        if place is None:
            return unplaced(self.open_value(), self.unit)
        anchor = Anchor(context.publication.place, "publication") if context.publication and outer.anchor else None
        return placed(place, anchor)

    def _held_by(self, outer: Place) -> Place | None:
        """Give the one inside a larger place: of a year, or the weekday of a week."""
        if self.unit == "weekday":
            day = outer.begin + timedelta((self.number - outer.begin.isoweekday()) % 7)
            return calendar.day(day) if day < outer.end else None
        if outer.unit in ("month", "quarter", "season", "half", "year", "day"):
            place = self.in_year(outer.begin.year)
            return place if place is not None and (outer.unit != "month" or place.begin < outer.end) else None
        return None

    def in_year(self, year: int) -> Place | None:
        """Give the one of a year, None where it has none (February 29)."""
        try:
            if self.feast is not None:
                return self.feast.in_year(year)
            if self.day:
                return calendar.day(date(year, self.number, self.day))
            if self.unit == "month":
                return calendar.month(year, self.number)
            if self.unit == "quarter":
                return calendar.quarter(year, self.number)
            if self.unit == "calendar week":
                return calendar.week(date.fromisocalendar(year, self.number, 1))
            if self.unit == "half":
                return calendar.half(year, self.number)
            return calendar.season(year, self.code)
        except ValueError:
            return None

    def around(self, when: date) -> Iterator[Place]:
        """Give those around a day, in order."""
        if self.unit == "weekday":
            first = when - timedelta((when.weekday() + 1 - self.number) % 7)
            for weeks in (-1, 0, 1, 2):
                if (moved := calendar.moved(first, "week", weeks)) is not None:
                    yield calendar.day(moved)
            return
        reach = 4 if (self.number, self.day) == (2, 29) else 1
        for year in range(max(when.year - reach, 1), min(when.year + reach, 9998) + 1):
            if self.feast is not None:
                yield from self.feast.all_in(year)
            elif (place := self.in_year(year)) is not None:
                yield place

    def _choose(self, places: list[Place], anchor: Anchor, context: Context) -> Place | None:
        begin, end = anchor.place.begin, anchor.place.end
        if self.falls_on is not None and (agreed := self._agreeing(begin)) is not None:
            return agreed
        inside = [p for p in places if begin <= p.begin and p.end <= end]
        if anchor.place.unit != "day" and self.which is None and inside:
            return inside[0] if len(inside) == 1 else None
        before = [p for p in places if p.end <= begin]
        after = [p for p in places if p.begin >= end]
        if self.which in ("last", "past", "previous"):
            return before[-1] if before else None
        if self.which in ("next", "coming", "upcoming", "following"):
            return after[0] if after else None
        if self.which == "this":
            return self._this(places, begin)
        if self.unit == "weekday":
            held = [p for p in places if p.begin <= begin]
            if context.plans:
                return next((p for p in places if p.begin >= begin), None)
            tomorrow = [p for p in places if p.begin == end]
            return tomorrow[0] if tomorrow and context.expects else held[-1] if held else None
        if self.unit in ("quarter", "half") and not context.expects:
            begun = [p for p in places if p.begin <= begin]
            return begun[-1] if begun else None
        reach = _PLANNED if context.plans else _AHEAD if context.expects else _AHEAD // 2
        soon = calendar.moved(begin, "month", reach) or end
        ahead = [p for p in places if begin < p.end and p.begin <= soon]
        behind = [p for p in places if p.end <= begin]
        return min(ahead, key=lambda p: _distance(p, begin)) if ahead and (context.plans or not _nearer(behind, ahead, begin)) else behind[-1] if behind else None

    def _agreeing(self, begin: date) -> Place | None:
        """Give the nearest of the last years, or the next, whose weekday is the one named: "Thursday, May 12" is of 2022."""
        years = range(max(begin.year - _YEARS, 1), min(begin.year + 1, 9998) + 1)
        places = (p for year in years if self._agrees(year) and (p := self.in_year(year)) is not None)
        return min(places, key=lambda p: _distance(p, begin), default=None)

    def _this(self, places: list[Place], begin: date) -> Place | None:
        unit = "week" if self.unit == "weekday" else "year"
        own = calendar.holding(unit, begin)
        return next((p for p in places if own.begin <= p.begin < own.end), None)

    def _others(self, places: list[Place], chosen: Place, anchor: Anchor) -> list[Place]:
        """Give other readings: for a weekday the next one, for "next Thursday" the one of next week, else the second nearest."""
        begin = anchor.place.begin
        if self.unit == "weekday" and self.which in (None, "next"):
            if self.which is None and chosen.begin > begin:
                return [p for p in places if p.begin <= begin][-1:]
            return [p for p in places if p.begin > max(begin, chosen.begin)][:1]
        if self.which is None:
            limit = 2 * _distance(chosen, begin)
            return sorted((p for p in places if p != chosen and _distance(p, begin) <= limit), key=lambda p: _distance(p, begin))[:1]
        return []

    def open_value(self) -> str:
        """Give the TIMEX3 value without the year."""
        if self.feast is not None:
            return f"XXXX-{self.feast.key}" if self.feast.how == "fixed" else "XXXX-XX-XX"
        if self.unit == "weekday":
            return f"XXXX-WXX-{self.number}"
        if self.day:
            return f"XXXX-{self.number:02}-{self.day:02}"
        if self.unit == "calendar week":
            return f"XXXX-W{self.number:02}"
        tail = {"month": f"{self.number:02}", "quarter": f"Q{self.number}", "half": f"H{self.number}"}
        return f"XXXX-{tail.get(self.unit, self.code)}"


def _nearer(behind: list[Place], ahead: list[Place], when: date) -> bool:
    return bool(behind) and _distance(behind[-1], when) <= min(_distance(p, when) for p in ahead)


def _distance(place: Place, when: date) -> int:
    if place.begin <= when < place.end:
        return 0
    return (when - place.end).days + 1 if place.end <= when else (place.begin - when).days


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of a month that is not named, with its weekday: "Friday the 4th"."""

    day: int
    falls_on: int

    def resolve(self, context: Context) -> Reading:
        """Give the nearest such day within half a year of publication."""
        anchor = context.publication
        if anchor is not None:
            first = anchor.place.begin.replace(day=1)
            months = (calendar.moved(first, "month", n) for n in range(-6, 7))
            days = [m.replace(day=self.day) for m in months if m is not None and self.day <= (calendar.month(m.year, m.month).end - m).days]
            agreed = [calendar.day(d) for d in days if d.isoweekday() == self.falls_on]
            if agreed:
                return placed(min(agreed, key=lambda p: _distance(p, anchor.place.begin)), anchor)
        return unplaced(f"XXXX-XX-{self.day:02}", "day")
