"""An axis of time: where a day stands, and which years or months are written under it."""

from dataclasses import dataclass
from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis: `at` is a percentage of the width; a `minor` one has no room on a small screen."""

    at: float
    label: str
    minor: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `begin` to `end` (ordinals, both inclusive) over a width of 100 percent."""

    begin: int
    end: int

    def at(self, day: float) -> float:
        """Give the place of a day's beginning."""
        return round(100 * (day - self.begin) / (self.end + 1 - self.begin), 3)

    def ticks(self, most: int = 10) -> tuple[Tick, ...]:
        """Give years, or months where the axis is short."""
        first, last = date.fromordinal(self.begin), date.fromordinal(self.end)
        if self.end - self.begin < 800:
            return self._months(first, last, most)
        years = last.year - first.year + 1
        step = next((s for s in _STEPS if years / s <= most), 200)
        shown = [y for y in range(-(-first.year // step) * step, last.year + 1, step) if date(y, 1, 1).toordinal() >= self.begin]
        return tuple(Tick(self.at(date(y, 1, 1).toordinal()), str(y), n % 2 == 1) for n, y in enumerate(shown))

    def _months(self, first: date, last: date, most: int) -> tuple[Tick, ...]:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        step = next((s for s in (1, 2, 3, 6, 12) if months / s <= most), 12)
        found: list[tuple[int, str]] = []
        for n in range(first.month - 1, first.month - 1 + months):
            year, month = first.year + n // 12, n % 12 + 1
            day = date(year, month, 1).toordinal()
            if n % step == 0 and day >= self.begin:
                found.append((day, f"{MONTHS[month - 1]} {year}" if month == 1 or not found else MONTHS[month - 1]))
        return tuple(Tick(self.at(day), label, n % 2 == 1) for n, (day, label) in enumerate(found))


def spanning(first: int, last: int) -> Axis:
    """Give an axis that holds two days, with a little room at its ends."""
    room = max((last - first) // 40, 3)
    return Axis(max(first - room, 1), last + room)
