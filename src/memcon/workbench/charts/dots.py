"""Figures over time: a point a claim."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from memcon.register.answers import FigureAnswer
from memcon.register.calendar import days
from memcon.workbench.charts.axis import Axis, Tick, spanning

HEIGHT = 180
_MOST = 1500


@dataclass(frozen=True, slots=True)
class Dot:
    """A claim: `x` in percent, `y` in pixels, `top` where it is a range."""

    x: float
    y: float
    top: float | None
    report: str
    figure: FigureAnswer


@dataclass(frozen=True, slots=True)
class Level:
    """A line at a value."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Dots:
    """The claims of one unit as they are drawn; `logarithmic` where they span more than three powers of ten."""

    unit: str
    dots: tuple[Dot, ...]
    levels: tuple[Level, ...]
    ticks: tuple[Tick, ...]
    logarithmic: bool
    height: int = HEIGHT


def dots(figures: Sequence[FigureAnswer], most: int = 3) -> tuple[Dots, ...]:
    """Draw claims, a chart a unit: those units that stand in most claims."""
    dated = [f for f in figures[:_MOST] if days(f.day) is not None]
    units = [u for u, n in Counter(f.unit for f in dated).most_common(most) if n > 1]
    return tuple(_chart(u, [f for f in dated if f.unit == u]) for u in units)


def _chart(unit: str, figures: Sequence[FigureAnswer]) -> Dots:
    when = [found.begin for f in figures if (found := days(f.day))]
    axis = spanning(min(when), max(when))
    values = [v for f in figures for v in (f.value, f.high) if v is not None]
    scale = _Scale(min(values), max(values))
    drawn = tuple(
        Dot(_middle(axis, day), scale.at(f.value), scale.at(f.high) if f.high is not None else None, f.report, f)
        for day, f in zip(when, figures, strict=True)
    )
    return Dots(unit, drawn, tuple(Level(scale.at(v), short(v)) for v in scale.levels()), axis.ticks(8), scale.logarithmic)


def _middle(axis: Axis, day: int) -> float:
    return axis.at(day + 0.5)


class _Scale:
    """Values to pixels, from nought up or by powers of ten."""

    def __init__(self, low: float, high: float) -> None:
        self.logarithmic = low > 0 and high / low > 1000
        self._low = log10(low) if self.logarithmic else min(low, 0.0)
        self._high = log10(high) if self.logarithmic else max(high, 0.0)
        if self._high == self._low:
            self._high = self._low + 1

    def at(self, value: float) -> float:
        place = (log10(value) if self.logarithmic else value) - self._low
        return round(HEIGHT - 8 - (HEIGHT - 16) * place / (self._high - self._low), 1)

    def levels(self) -> list[float]:
        if self.logarithmic:
            first, last = floor(self._low), floor(self._high)
            step = max((last - first) // 4, 1)
            return [10.0**n for n in range(first, last + 1, step) if n >= self._low - 0.001]
        reach = self._high - self._low
        rough = 10 ** floor(log10(reach))
        step = next(rough * m for m in (0.2, 0.25, 0.5, 1, 2, 2.5) if reach / (rough * m) <= 5)
        first = int(self._low // step)
        return [n * step for n in range(first, int(self._high // step) + 1) if n * step >= self._low]


def short(value: float) -> str:
    """Write a number for an axis.

    >>> short(690_600_000_000), short(2.5), short(1000)
    ('690.6bn', '2.5', '1,000')
    """
    for size, name in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return f"{value / size:,.1f}".removesuffix(".0") + name
    return f"{value:,.0f}" if value == int(value) else f"{value:g}"
