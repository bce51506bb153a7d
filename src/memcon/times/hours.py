"""Hours in ranges and in two zones: "from 9 to 11 p.m.", "at 14:00 (11:00 GMT) on Friday"."""

import re
from dataclasses import replace
from functools import cache

from memcon.times.clocks import Clock
from memcon.times.joining import is_day
from memcon.times.lexicon import lexicon
from memcon.times.patterns import compile_pattern
from memcon.times.rule import Found, Tokens

_FIRST = "(?:from|between|at|,) (?:<hour>|<clock>) (?:to|and|until|till|-|–|—)"
_RANGE = "(?:and|to|until|till|-|–|—)"
_BOTH = f"(?:\\(|/|or|,|{_RANGE})"
_DAY = "(?:\\))? ,? (?:on)?"
_CLOSE = 6
"""How many tokens before an hour the first of its range may begin."""


def spread_hours(found: list[Found], source: Tokens) -> list[Found]:
    """Give the times with the first hour of a range, which has the half of the day and the zone of the second."""
    out: list[Found] = []
    for item in found:
        if isinstance(item.meaning, Clock):
            if out and isinstance(out[-1].meaning, Clock) and _linked(out[-1], item, source, _RANGE):
                out[-1] = replace(out[-1], meaning=_like(out[-1].meaning, item.meaning, _of_24(out[-1], source) and not _of_24(item, source)))
            floor = max(out[-1].last if out else 0, item.first - _CLOSE)
            first = _first(item, item.meaning, source, floor)
            if first is not None:
                out.append(first)
        out.append(item)
    return out


def _first(item: Found, clock: Clock, source: Tokens, floor: int) -> Found | None:
    for begin in range(floor, item.first - 2):
        hit = _pattern(_FIRST).fullmatch(source.codes, begin, item.first)
        if hit is None:
            continue
        hour, minute = (int(n) for n in [*re.findall(r"\d+", source.words(begin + 1, begin + 2)), "0"][:2])
        if not 0 < hour <= 24 or minute > 59:
            return None
        return Found(begin + 1, begin + 2, item.rule, _like(Clock(hour, minute), clock, not _of_24(item, source)))
    return None


def _like(first: Clock, second: Clock, halved: bool) -> Clock:
    """Give the first hour of a range with the zone of the second where it has none, and in its half of the day where that is told once for both."""
    late = halved and first.hour < 12 and first.hour + 12 <= second.hour
    zoned = first if first.zone is not None else replace(first, zone=second.zone, offset=second.offset, region=second.region)
    return replace(zoned, hour=first.hour + 12 * late)


def _of_24(item: Found, source: Tokens) -> bool:
    """Tell whether an hour is told on the clock of 24 hours: neither a.m. nor p.m. nor a part of the day is in its words."""
    codes = source.codes[item.first : item.last]
    classes = lexicon().classes
    return not any(code == "m" or code in classes["meridiem_word"] or code in classes["part"] for code in codes)


def share_days(found: list[Found], source: Tokens) -> list[Found]:
    """Give the hours of a range or of two zones the day that only one of them has: "at 14:00 (11:00 GMT) on Friday"."""
    for i in range(len(found) - 1):
        left, right = found[i], found[i + 1]
        if not (isinstance(left.meaning, Clock) and isinstance(right.meaning, Clock)) or not _linked(left, right, source, _BOTH):
            continue
        following = found[i + 2] if i + 2 < len(found) else None
        if right.meaning.day is None and left.meaning.day is None and following is not None and is_day(following.meaning) and _linked(right, following, source, _DAY):
            found[i + 1] = right = replace(right, meaning=replace(right.meaning, day=following.meaning))
        if isinstance(right.meaning, Clock):
            day = left.meaning.day or right.meaning.day
            found[i] = replace(left, meaning=replace(left.meaning, day=day))
            found[i + 1] = replace(right, meaning=replace(right.meaning, day=right.meaning.day or day))
    return found


def _linked(left: Found, right: Found, source: Tokens, pattern: str) -> bool:
    return _pattern(pattern).fullmatch(source.codes, left.last, right.first) is not None


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return compile_pattern(pattern, lexicon())
