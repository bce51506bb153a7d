"""Joins times that stand beside each other into one: a clock time and its day, a month and its year, a weekday and its date."""

from dataclasses import replace
from functools import cache

from memcon.times.clocks import Clock, PartOfDay
from memcon.times.composed import Eve, Nth
from memcon.times.distances import Distance, Next, Same
from memcon.times.lexicon import lexicon
from memcon.times.meaning import Fixed, Meaning, Slashed
from memcon.times.recurring import Recurring
from memcon.times.rule import Found, Tokens
from memcon.times.shifts import Shift

_SIZES = ("day", "weekday", "holiday", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century")
_YEARS = frozenset({"year"})


@cache
def _codes(name: str) -> frozenset[str]:
    return frozenset(lexicon().classes[name])


def join(found: list[Found], source: Tokens) -> list[Found]:
    """Give the times with neighbours joined, each at most three times over ("10 p.m. EST, Friday, Nov. 6")."""
    out: list[Found] = []
    for item in found:
        out.append(item)
        while len(out) > 1 and (both := _joined(out[-2], out[-1], source)) is not None:
            out[-2:] = [both]
    return out


def _joined(left: Found, right: Found, source: Tokens) -> Found | None:
    gap = source.codes[left.last : right.first]
    if len(gap) > 4:
        return None
    meaning = _timed(left.meaning, right.meaning, gap) or _held(left.meaning, right.meaning, gap)
    if meaning is None:
        return None
    rule = right.rule if isinstance(right.meaning, Clock | PartOfDay) else left.rule
    return Found(left.first, right.last, rule, meaning)


def _timed(left: Meaning, right: Meaning, gap: str) -> Meaning | None:
    """Join a time of day with its day, in either order."""
    if isinstance(left, Clock | PartOfDay) and left.day is None and is_day(right) and (not gap or gap in _codes("clock_then_day")):
        return replace(left, day=right)
    if not is_day(left) or not isinstance(right, Clock | PartOfDay) or right.day is not None:
        return None
    close = not gap or (isinstance(right, Clock) and gap in _codes("day_then_clock"))
    return replace(right, day=left) if close else None


def _held(left: Meaning, right: Meaning, gap: str) -> Meaning | None:
    """Join a date with the larger time that holds it ("July last year", "this year's third quarter", "the Friday of last week")."""
    inside = not gap or gap in _codes("part_then_whole")
    if isinstance(left, Recurring) and left.outer is None and left.which is None and inside and _holds(right, left):
        return replace(left, outer=right)
    if isinstance(left, Same) and left.unit == "week" and gap in _codes("week_of") and (is_day(right) or unit_of(right) == "month"):
        return Nth("week", 0, right)
    if isinstance(left, Eve) and left.outer is None and gap in _codes("eve_of") and is_day(right):
        return Eve(right)
    if isinstance(left, Same) and left.unit == "day" and gap == lexicon().learn("of") and is_day(right):
        return right
    if not gap and isinstance(right, Distance) and right.sign < 0 and right.unit == "year" and right.count == 1:
        return _year_before(left)
    if isinstance(left, Nth) and gap == lexicon().learn("of") and unit_of(right) in ("month", "year", "quarter"):
        return replace(left, outer=right)
    if isinstance(right, Recurring) and right.outer is None and gap in (_possessive(), lexicon().learn("the")) and _holds(left, right):
        return replace(right, outer=left)
    return None


def _year_before(left: Meaning) -> Meaning | None:
    """Join "a year ago" with the period before it ("the quarter a year ago", "October a year earlier")."""
    if isinstance(left, Same) and left.unit in ("quarter", "month") and not left.years:
        return replace(left, years=-1)
    if isinstance(left, Recurring) and left.outer is None and left.which is None and left.unit in ("quarter", "half", "month", "season"):
        return replace(left, outer=Shift("year", -1))
    return None


def _possessive() -> str:
    return "'" + lexicon().learn("s")


def _holds(outer: Meaning, inner: Recurring) -> bool:
    """Tell whether a meaning may be the year (or week) that holds a date."""
    unit = unit_of(outer)
    if inner.unit == "weekday":
        return unit == "week"
    return unit == "year" and inner.unit != "weekday"


def is_bare(meaning: Meaning) -> bool:
    """Tell whether a meaning needs a neighbour that it has not got."""
    if isinstance(meaning, Nth):
        return meaning.outer is None
    return isinstance(meaning, PartOfDay) and meaning.bare and meaning.day is None


def is_day(meaning: Meaning) -> bool:
    """Tell whether a meaning is a day."""
    return unit_of(meaning) in ("day", "weekday", "holiday")


def unit_of(meaning: Meaning) -> str | None:
    """Give the unit of the place that a meaning comes to, None for those that come to none."""
    if isinstance(meaning, Fixed):
        return meaning.place.unit
    if isinstance(meaning, Eve | Slashed):
        return "day"
    if isinstance(meaning, Recurring | Shift | Next | Same | Nth):
        return meaning.unit
    return None
