"""Durations: how long, and where the stretch lies if the words say it ("the past two months")."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from memcon.times import calendar
from memcon.times.context import Context
from memcon.times.meaning import Meaning
from memcon.times.reading import Anchor, Reading

_LETTERS = {"year": "Y", "quarter": "Q", "month": "M", "fortnight": "W", "week": "W", "weekend": "WE", "day": "D", "night": "D"}
_CLOCK = {"hour": "H", "minute": "M", "second": "S"}
_MULTIPLES = {"decade": ("year", 10), "century": ("year", 100), "millennium": ("year", 1000), "fortnight": ("week", 2)}
_SMALLER = {"year": ("month", 12), "week": ("day", 7), "hour": ("minute", 60), "minute": ("second", 60), "day": ("hour", 24)}


_REPORTED = (6, 9)
"""Of how many months from the begin of a year companies and statistics offices report; told alone, they are of the last such year."""


@dataclass(frozen=True, slots=True)
class Length:
    """`count` times `unit`; a count of None is left open ("several years").

    `lies` says where it is: "past" ends and "next" begins at the anchor, "first" begins and "last" ends the time `whole` that
    holds it ("the first nine months of 2022"), None says nothing.
    """

    count: Fraction | None
    unit: str
    lies: str | None = None
    whole: Meaning | None = None

    def resolve(self, context: Context) -> Reading:
        """Give the duration; it has a place where the words and an anchor give it one."""
        anchor = self._anchor(context)
        bounds = self._bounds(anchor)
        if anchor is None or bounds is None:
            return Reading("DURATION", self.value(), self.unit)
        begin, end = bounds
        edtf = calendar.stretch(begin, end).edtf
        return Reading(
            "DURATION", self.value(), self.unit, None, edtf, begin.isoformat(), end.isoformat(), anchor=anchor.place.edtf, anchor_from=anchor.by
        )

    def value(self) -> str:
        """Give the TIMEX3 value.

        >>> Length(Fraction(5, 2), "year").value(), Length(None, "hour").value(), Length(Fraction(2), "decade").value()
        ('P2Y6M', 'PTXH', 'P20Y')
        """
        unit, count = self.unit, self.count
        if unit in _MULTIPLES:
            unit, times = _MULTIPLES[unit]
            count = count * times if count is not None else None
        if count is None:
            return _written([("X", unit)])
        whole, rest = count.numerator // count.denominator, count % 1
        if not rest:
            return _written([(str(whole), unit)])
        if unit in _SMALLER and (rest * _SMALLER[unit][1]).denominator == 1:
            parts = [(str(whole), unit)] if whole else []
            return _written([*parts, (str(rest * _SMALLER[unit][1]), _SMALLER[unit][0])])
        return _written([(f"{float(count):.6g}", unit)])

    def _anchor(self, context: Context) -> Anchor | None:
        if self.whole is not None:
            place = self.whole.resolve(context).place
            return None if place is None else Anchor(place, "text")
        if self.lies in ("past", "next"):
            return context.publication if context.publication is not None and context.publication.place.unit == "day" else None
        if self.lies == "first" and self.unit == "month" and self.count in _REPORTED and (known := context.published("day")) is not None:
            year = known.place.begin.year
            return Anchor(calendar.year(year if known.place.begin.month > self.count else year - 1), known.by)
        return None

    def _bounds(self, anchor: Anchor | None) -> tuple[date, date] | None:
        if anchor is None or self.count is None or self.count.denominator != 1:
            return None
        unit, count = self.unit, int(self.count)
        if unit not in calendar.MONTHS and unit not in calendar.DAYS:
            return None
        if self.lies in ("first", "last"):
            edge = anchor.place.begin if self.lies == "first" else anchor.place.end
            other = calendar.moved(edge, unit, count if self.lies == "first" else -count)
            if other is None or not anchor.place.begin <= other <= anchor.place.end:
                return None
            return (edge, other) if self.lies == "first" else (other, edge)
        edge = anchor.place.end if self.lies == "past" else anchor.place.begin
        other = calendar.moved(edge, unit, -count if self.lies == "past" else count)
        if other is None:
            return None
        return (other, edge) if self.lies == "past" else (edge, other)


def _written(parts: list[tuple[str, str]]) -> str:
    """Write amounts of units as a TIMEX3 duration."""
    days = "".join(f"{n}{_LETTERS[u]}" for n, u in parts if u in _LETTERS)
    clock = "".join(f"{n}{_CLOCK[u]}" for n, u in parts if u in _CLOCK)
    return f"P{days}{'T' if clock else ''}{clock}"
