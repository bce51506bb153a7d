"""Whether two accounts tell of one engagement, and why.

Each field gives points or forbids the join; the sum is held against a threshold. The points were set by hand on the
development groups and are the same for all documents. `docs/register.md` tells the rule in words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from memcon.register.places import same_city
from memcon.register.spelling import alike
from memcon.register.tellings import FAMILIES, Telling

THRESHOLD = 6.0
Verdict = Literal["same", "close", "open", "differs", "forbids"]


@dataclass(frozen=True, slots=True)
class Point:
    """How one field of two accounts compares, in words, and what it counts."""

    field: str
    verdict: Verdict
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two accounts compare: `score` is the sum of the points, `forbidden` where they cannot be one engagement."""

    points: tuple[Point, ...]
    score: float
    forbidden: bool

    @property
    def joins(self) -> bool:
        """Whether they agree well enough to be one engagement."""
        return not self.forbidden and self.score >= THRESHOLD


def compare(a: Telling, b: Telling) -> Agreement:
    """Compare two accounts field by field; the order of the two does not matter for score and verdicts."""
    points = tuple(_points(a, b))
    score = round(sum(p.weight for p in points), 2)
    return Agreement(points, score, any(p.verdict == "forbids" for p in points))


def _points(a: Telling, b: Telling) -> Iterator[Point]:
    if a.report == b.report:
        yield Point("report", "forbids", "one report tells of both as different engagements", 0)
    if "habitual" in (a.status, b.status):
        yield Point("status", "forbids", "a habit is no one occasion", 0)
    yield _date(a, b)
    yield _kind(a, b)
    yield from _parties(a, b)
    yield from _place(a, b)


def _date(a: Telling, b: Telling) -> Point:
    if a.window is None or b.window is None:
        return Point("date", "open", "one has no date", 0)
    gap = a.window.gap(b.window)
    shown = f"{a.date or 'soon'} and {b.date or 'soon'}"
    if gap > 1:
        return Point("date", "forbids", f"{shown} are {gap} days apart", 0)
    if gap == 1:
        return Point("date", "close", f"{shown} are a day apart", 0.5)
    if a.window == b.window:
        return Point("date", "same", f"both {a.date or 'soon'}", 2)
    vague = {a.grain, b.grain} & {"month", "coarse", "none"}
    return Point("date", "close", f"{shown} overlap", 0.5 if vague else 1.5)


def _kind(a: Telling, b: Telling) -> Point:
    one, two = FAMILIES[a.kind], FAMILIES[b.kind]
    shown = f"{a.kind} and {b.kind}"
    if a.kind == b.kind:
        return Point("kind", "same", f"both {a.kind}", 1)
    if one == two:
        return Point("kind", "close", f"{shown} are of one family", 0.5)
    if "message" in (a.kind, b.kind):
        return Point("kind", "forbids", f"{shown}", 0)
    if "open" in (one, two):
        return Point("kind", "open", f"{shown} may be one", 0.25)
    if {a.kind, b.kind} == {"meeting", "video_call"}:
        return Point("kind", "differs", "a meeting may be by video link", -0.5)
    return Point("kind", "forbids", f"{shown}", 0)


def _parties(a: Telling, b: Telling) -> Iterator[Point]:
    for side in sorted(a.sides & b.sides):
        ours, theirs = a.persons(side), b.persons(side)
        if not ours or not theirs:
            yield Point("parties", "close", f"{side}: one names no person", 1.5)
        elif any(alike(x, y) for x in ours for y in theirs):
            yield Point("parties", "same", f"{side}: {_words(a, side)}", 3)
        else:
            yield Point("parties", "forbids", f"{side}: {_words(a, side)} is not {_words(b, side)}", 0)
    if len(a.sides & b.sides) < 2:
        yield Point("parties", "forbids", "fewer than two parties agree", 0)
    yield from _extra(a, b, a.sides ^ b.sides)


def _extra(a: Telling, b: Telling, extra: frozenset[str]) -> Iterator[Point]:
    """Charge for parties that only one of the two names: a talk of three is not a talk of two of them."""
    summits = (a.kind == "summit") + (b.kind == "summit")
    for side in sorted(extra):
        named = side in a.named or side in b.named
        cost = 0.25 if summits == 2 else 4.5 if named and not summits else 1.0 if named or summits else 0.5
        yield Point("parties", "differs", f"only one names {side}", -cost)


def _place(a: Telling, b: Telling) -> Iterator[Point]:
    if "remote" in (FAMILIES[a.kind], FAMILIES[b.kind]) or not a.country or not b.country:
        return
    if a.country != b.country:
        yield Point("place", "differs", f"{a.country} and {b.country}", -3)
    elif a.city and b.city and not same_city(a.city, b.city):
        yield Point("place", "differs", f"{a.city} and {b.city}", -1)
    else:
        yield Point("place", "same", f"both {a.city or b.city or a.country}", 1 if a.city and b.city else 0.5)


def _words(telling: Telling, side: str) -> str:
    return " and ".join(p.words for p in telling.parties if p.side == side and p.person)
