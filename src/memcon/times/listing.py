"""Days in lists and ranges that share a month, a year or a week: "June 3, 4 and 7", "from 3 to 5 May", "April to June 2020", "Monday to Friday"."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

from memcon.times import calendar
from memcon.times.distances import Ended, Same
from memcon.times.joining import is_day, unit_of
from memcon.times.lengths import Length
from memcon.times.lexicon import lexicon
from memcon.times.meaning import Fixed, Meaning
from memcon.times.patterns import compile_pattern
from memcon.times.recurring import Recurring
from memcon.times.rule import Found, Tokens

_LINK = "(?:,? (?:and|or|to|through|until|till) | , | - | – | —)"
_HOLDING = ("month", "quarter", "half", "season", "year", "decade", "century")
"""Units of the times that hold a length at their begin or end."""
_MORE = f"(?:{_LINK} (?:<day>|<day_nth>) (?!<month>|<unit>|<units>|%|<other>|<list_stop>)){{1,6}}"
_LESS = f"(?:(?:<day>|<day_nth>) {_LINK} (?:the)?){{1,6}}"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = lexicon()
    return (
        compile_pattern(_MORE, words),
        compile_pattern(_LESS, words),
        compile_pattern(",? (?:of)? <year>", words),
        compile_pattern(f"{_LINK}", words),
    )


def spread(found: list[Found], source: Tokens) -> list[Found]:
    """Give the times with the other days of their lists, and with the year that the last of a list has."""
    out: list[Found] = []
    for item in found:
        floor = out[-1].last if out else 0
        if item.first < floor:
            continue
        if item.rule.startswith("month-day"):
            out += _following(item, source)
        elif item.rule == "year":
            out += [item, *_until(item, source)]
        elif item.rule.startswith("day-month"):
            out += [*_leading(item, source, floor), item]
        else:
            out.append(item)
    return _held(_quarters(_weekdays(_years(out, source), source), source), source)


def _held(found: list[Found], source: Tokens) -> list[Found]:
    """Give a length at an edge the time that holds it ("the first nine months of 2022")."""
    for i in range(len(found) - 1):
        left, right = found[i], found[i + 1]
        if not isinstance(left.meaning, Length) or left.meaning.lies not in ("first", "last") or unit_of(right.meaning) not in _HOLDING:
            continue
        if _link("of (?:the)?").fullmatch(source.codes, left.last, right.first) is not None:
            found[i] = replace(left, meaning=replace(left.meaning, whole=right.meaning))
    return found


def _quarters(found: list[Found], source: Tokens) -> list[Found]:
    """Give "the quarter" the day on which it ended."""
    for i in range(len(found) - 1):
        left, right = found[i], found[i + 1]
        quarter = isinstance(left.meaning, Same) and left.meaning.unit == "quarter"
        if quarter and is_day(right.meaning) and _link("(?:that)? (?:ended|ending) (?:on)?").fullmatch(source.codes, left.last, right.first):
            found[i] = replace(left, meaning=Ended(right.meaning))
    return found


def _weekdays(found: list[Found], source: Tokens) -> list[Found]:
    """Give a weekday after another in a list or range how far from that it may lie: days of a list stand close to each other."""
    links = (("(?:to|through|until|till|-|–|—)", 6), (",? (?:and|or) (?:on)?", 3), (",", 1))
    for i in range(1, len(found)):
        left, right = found[i - 1], found[i]
        if _weekday(left) and _weekday(right) and isinstance(right.meaning, Recurring) and right.meaning.which is None:
            gap = source.codes[left.last : right.first]
            within = next((days for link, days in links if _link(link).fullmatch(gap)), 0)
            if within:
                found[i] = replace(right, meaning=replace(right.meaning, within=within))
    return found


def _weekday(item: Found) -> bool:
    return isinstance(item.meaning, Recurring) and item.meaning.unit == "weekday"


@cache
def _link(pattern: str) -> re.Pattern[str]:
    return compile_pattern(pattern, lexicon())


def _following(item: Found, source: Tokens) -> list[Found]:
    """Give "June 3" and, for "June 3, 4 and 7", the other days; a year after them holds for all."""
    more, _, year, _ = _patterns()
    hit = more.match(source.codes, item.last)
    if hit is None:
        return [item]
    last = hit.end()
    tail = year.match(source.codes, last)
    whole = int(source.words(tail.end() - 1, tail.end())) if tail is not None else None
    items = [item, *_days(item, source, item.last, last)]
    if whole is not None and tail is not None:
        items = [replace(i, meaning=_in_year(i.meaning, whole)) for i in items]
        items[-1] = replace(items[-1], last=tail.end())
    return items


def _until(item: Found, source: Tokens) -> list[Found]:
    """Give the 18 of "1914-18"."""
    first, last = item.last, item.last + 2
    if _link("(?:-|–) <two_digits> (?!-|–|/|<units>|%)").match(source.codes, first) is None or not isinstance(item.meaning, Fixed):
        return []
    if source.ends[first - 1] != source.begins[first] or source.ends[first] != source.begins[first + 1]:
        return []
    begin, short = item.meaning.place.begin.year, source.words(first + 1, last)
    year = begin - begin % 100 + int(short)
    return [Found(first + 1, last, "year", Fixed(calendar.year(year)))] if len(short) == 2 and begin < year else []


def _leading(item: Found, source: Tokens, floor: int) -> list[Found]:
    """Give the days before "5 May" in "from 3 to 5 May"."""
    _, less, _, _ = _patterns()
    for first in range(max(floor, item.first - 12), item.first):
        hit = less.match(source.codes, first, item.first)
        if hit is not None and hit.end() == item.first and (first == 0 or source.codes[first - 1] not in ":$./"):
            return _days(item, source, first, item.first)
    return []


def _days(item: Found, source: Tokens, first: int, last: int) -> list[Found]:
    found = []
    for i in range(first, last):
        digits = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", source.words(i, i + 1))
        meaning = _on(item.meaning, int(digits[1])) if digits else None
        if meaning is not None:
            found.append(Found(i, i + 1, "day-of-list", meaning))
    return found


def _on(meaning: Meaning, day: int) -> Meaning | None:
    """Give the same month's day `day`."""
    if isinstance(meaning, Recurring) and 1 <= day <= 31:
        return replace(meaning, day=day)
    if isinstance(meaning, Fixed):
        try:
            return Fixed(calendar.day(meaning.place.begin.replace(day=day)))
        except ValueError:
            return None
    return None


def _in_year(meaning: Meaning, year: int) -> Meaning:
    if isinstance(meaning, Recurring):
        try:
            return Fixed(calendar.day(date(year, meaning.number, meaning.day)))
        except ValueError:
            return meaning
    return meaning


def _years(found: list[Found], source: Tokens) -> list[Found]:
    """Give a date without a year that of the next in its list: "April to June 2020", "3 May and 5 June 2021"."""
    *_, link = _patterns()
    for i in range(len(found) - 2, -1, -1):
        left, right = found[i], found[i + 1]
        if not (isinstance(left.meaning, Recurring) and isinstance(right.meaning, Fixed)) or left.meaning.outer is not None:
            continue
        if right.meaning.place.unit not in ("day", "month", "quarter") or left.meaning.unit not in ("day", "month", "quarter"):
            continue
        if link.fullmatch(source.codes, left.last, right.first) is not None:
            place = left.meaning.in_year(right.meaning.place.begin.year)
            if place is not None and place.begin > right.meaning.place.begin:
                place = left.meaning.in_year(right.meaning.place.begin.year - 1)
            if place is not None:
                found[i] = replace(left, meaning=Fixed(place))
    return found
