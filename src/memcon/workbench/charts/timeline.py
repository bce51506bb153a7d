"""A timeline of contacts: a lane a kind, a bar as long as a date is vague."""

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.printing.dates import words
from memcon.register.calendar import Days, days
from memcon.workbench.asking.drawn import Contact
from memcon.workbench.charts.axis import Axis, Tick, spanning

LANES = ("summit", "meeting", "visit", "call", "video_call", "message", "contact")
HEIGHT = 26
_BINS = 150
_VAGUE = 15
_SEEN = 0.6
"""A date of more days than this, and of more percent of the width, is a bar; a shorter one is a point."""
_VAGUEST = 400
"""A date of more days than this says too little to be drawn."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One contact, or `count` of them that stand too close to be told apart; `x`, `left`, `width` are percentages."""

    x: float
    y: int
    left: float
    width: float
    kind: str
    status: str
    count: int
    id: str
    title: str
    here: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A kind and where its line stands."""

    kind: str
    y: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """A timeline as it is drawn; `left_out` counts contacts without a date precise enough."""

    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    height: int
    left_out: int


def timeline(entries: Sequence[Contact], here: str | None = None) -> Timeline | None:
    """Draw contacts; `here` is the id of one that stands out. None where nothing can be drawn."""
    dated = [(e, f"{words(e.date)}: {', '.join(e.names)}", d) for e in entries if e.date and (d := days(e.date)) and d.length <= _VAGUEST]
    if not dated:
        return None
    axis = spanning(min(d.begin for _, _, d in dated), max(d.end for _, _, d in dated))
    kinds = [k for k in LANES if any(e.kind == k for e, _, _ in dated)]
    lanes = {k: Lane(k, HEIGHT * n + HEIGHT // 2) for n, k in enumerate(kinds)}
    found: dict[tuple[object, ...], Mark] = {}
    for entry, title, when in dated:
        mark = _mark(axis, lanes[entry.kind].y, entry, title, when, entry.id == here)
        key = (mark.kind, mark.status == "held", mark.here, mark.width > 0, round(mark.x * _BINS / 100))
        known = found.get(key)
        found[key] = mark if known is None else _joined(known, mark)
    marks = sorted(found.values(), key=lambda m: (m.here, m.x, m.id))
    return Timeline(tuple(lanes.values()), tuple(marks), axis.ticks(), HEIGHT * len(kinds), len(entries) - len(dated))


def _mark(axis: Axis, y: int, entry: Contact, title: str, when: Days, here: bool) -> Mark:
    left, right = axis.at(when.begin), axis.at(when.end + 1)
    vague = when.length > _VAGUE and right - left > _SEEN
    return Mark(round((left + right) / 2, 3), y, left, round(right - left, 3) if vague else 0, entry.kind, entry.status, 1, entry.id, title, here)


def _joined(one: Mark, two: Mark) -> Mark:
    """Draw two contacts as one mark; the page of it is the first one's."""
    count = one.count + two.count
    title = one.title.partition("\n")[0]
    right = max(one.left + one.width, two.left + two.width)
    left = min(one.left, two.left)
    return Mark(one.x, one.y, left, right - left if one.width else 0, one.kind, one.status, count, one.id, f"{title}\nand {count - 1} more near this day", one.here)
