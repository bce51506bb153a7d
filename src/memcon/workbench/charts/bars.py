"""Bars: how many in each year."""

from collections.abc import Sequence
from dataclasses import dataclass

HEIGHT = 120


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: `x` and `width` in percent, `y` and `height` in pixels."""

    x: float
    width: float
    y: float
    height: float
    label: str
    count: int
    named: bool
    minor: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars as they are drawn; `most` is the count of the highest."""

    bars: tuple[Bar, ...]
    most: int
    height: int = HEIGHT


def by_year(counts: Sequence[tuple[int, int]], height: int = HEIGHT) -> Bars | None:
    """Draw counts by year, with the years between in which there were none."""
    if not counts:
        return None
    known = {year: count for year, count in counts if count}
    first, last = min(known), max(known)
    years = range(min(first, last - 9), last + 1)
    most = max(known.values())
    step = next((s for s in (1, 2, 5, 10, 20, 25, 50) if len(years) / s <= 12), 100)
    room = 100 / len(years)
    bars = []
    for n, year in enumerate(years):
        tall = round(height * known.get(year, 0) / most, 1)
        bars.append(Bar(round(n * room, 3), round(room * 0.78, 3), round(height - tall, 1), tall, str(year), known.get(year, 0), year % step == 0, (year // step) % 2 == 1))
    return Bars(tuple(bars), most, height)
