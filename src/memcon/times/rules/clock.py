"""Times of day: "10:30 a.m. Moscow time", "1600 GMT", "5 o'clock", "noon", "this morning", "last night", "Friday evening"."""

import re
from dataclasses import replace

from memcon.times.clocks import Clock, PartOfDay
from memcon.times.distances import Next, Same
from memcon.times.lexicon import lexicon
from memcon.times.meaning import Meaning
from memcon.times.rule import Match, Rule
from memcon.times.shifts import Shift

_ZONE = "(?:zone=<zone>|region=<zone_city>|local=<zone_local>) (?:sign=(?:<plus>|-) hours=<hour>)?"
ZONE = f"(?:{_ZONE}|\\( {_ZONE} \\))"


def clock(match: Match) -> Meaning | None:
    """Read an hour of the clock."""
    parts = _parts(match)
    hour = parts[0]
    if match.has("half") and not 1 <= hour <= 12 and not (match.has("clock") and hour <= 24):
        return None
    if not (match.has("half") or match.has("zone") or match.has("region") or match.has("local") or match.has("hour") or match.has("word") or _told(match)):
        return None
    if match.has("half") and hour <= 12:
        hour = hour % 12 + (12 if _afternoon(match) else 0)
    if hour > 24 or (len(parts) > 1 and parts[1] > 59):
        return None
    return _zoned(match, hour, parts[1] if len(parts) > 1 else (0 if match.has("half") else None), parts[2] if len(parts) > 2 else None)


def _parts(match: Match) -> list[int]:
    """Give hour, minute and second, as many as are told."""
    if match.has("word"):
        return [int(match.value("word", "cardinal"))]
    return [int(p) for p in re.findall(r"\d+", match.words("clock"))] if match.has("clock") else [match.number("hour")]


def _told(match: Match) -> bool:
    """Tell whether a word before bare digits ("at 10:30") or a day beside them says that they are a time of day."""
    return match.first > 0 and match.source.codes[match.first - 1] in lexicon().classes["before_clock"]


def spoken(match: Match) -> Meaning | None:
    """Read "half past eight", "a quarter to nine", "ten minutes past six"; with nothing that says which half of the day, both are kept."""
    hour = match.number("hour") if match.has("hour") else int(match.value("word", "cardinal"))
    minutes = 30 if match.has("thirty") else 15 if match.has("fifteen") else match.number("minutes") if match.has("minutes") else _cardinal(match, "few")
    if not 1 <= hour <= 12 or minutes > 30:
        return None
    hour, minute = (hour, minutes) if match.has("past") else ((hour - 2) % 12 + 1, 60 - minutes)
    if match.has("half"):
        hour = hour % 12 + (12 if _afternoon(match) else 0)
    return replace(_zoned(match, hour, minute), doubtful=not match.has("half"))


def _cardinal(match: Match, name: str) -> int:
    first, last = match.span(name)
    return sum(int(lexicon().classes["cardinal"].get(code, 0)) for code in match.source.codes[first:last])


def military(match: Match) -> Meaning | None:
    """Read four digits with a zone."""
    number = match.number("four")
    hour, minute = divmod(number, 100)
    return _zoned(match, hour, minute) if hour <= 24 and minute < 60 else None


def named(match: Match) -> Meaning | None:
    """Read noon and midnight."""
    hour, minute = match.value("name", "named_hour").split(":")
    return _zoned(match, int(hour), int(minute))


def _afternoon(match: Match) -> bool:
    return match.words("half").lower().startswith(("p", "in the a", "in the e", "at n"))


def _zoned(match: Match, hour: int, minute: int | None, second: int | None = None) -> Clock:
    if match.has("local"):
        return Clock(hour, minute, second, match.words("local"))
    if match.has("region"):
        return Clock(hour, minute, second, match.words("region"), region=match.value("region", "zone_city"))
    if not match.has("zone"):
        return Clock(hour, minute, second)
    offset = int(match.value("zone"))
    words = match.words("zone")
    if match.has("hours"):
        ahead = match.number("hours") * (-60 if match.words("sign") == "-" else 60)
        offset, words = offset + ahead, f"{words} {match.words('sign')}{match.words('hours')}"
    return Clock(hour, minute, second, words, offset)


def part(match: Match) -> Meaning | None:
    """Read "this morning", "last night", "tomorrow evening"."""
    code = match.value("part") if match.has("part") else "NI"
    if match.has("early"):
        return PartOfDay("MO", bare=True, hours="EARLY")
    if match.has("last"):
        return PartOfDay(code, Shift("day", -1))
    if match.has("word"):
        return PartOfDay(code, Shift("day", int(match.value("word", "day_word"))))
    if match.has("next") or match.has("before"):
        return PartOfDay(code, Next("day", 1 if match.has("next") else -1))
    if match.has("same"):
        return PartOfDay(code, Same("day"))
    if match.has("this"):
        return PartOfDay(code, Shift("day", 0))
    return PartOfDay(code, bare=not match.has("the"))


def hour_of_part(match: Match) -> Meaning | None:
    """Read "4 in the morning"."""
    return clock(match)


_SPOKEN = (
    "(?:thirty=half past=past|(?:a)? fifteen=quarter (?:past=past|to)|(?:minutes=<day>|few=<cardinal>) minutes (?:past=(?:past|after)|to|before)"
    "|(?<=at) few=(?:five|ten|twenty|twenty-five) (?:past=past|to))"
)
_HALF = "half=(?:<meridiem>|<meridiem_word>|in the <part>|at night)"

RULES = (
    Rule("clock", f"clock=<clock> ,? (?:{_HALF})? {ZONE}?", clock),
    Rule("clock-hour", f"(?:hour=<hour>|word=<cardinal>) (?:o ' clock)? {_HALF} {ZONE}?", clock),
    Rule("clock-hour", f"(?:hour=<hour>|word=<cardinal>) o ' clock {ZONE}?", clock),
    Rule("clock-spoken", f"{_SPOKEN} (?:hour=<hour>|word=<cardinal>) (?:o ' clock)? {_HALF}? {ZONE}?", spoken),
    Rule("clock-military", f"four=<four_digits> (?:hours)? {ZONE}", military),
    Rule("clock-named", f"name=<named_hour> {ZONE}?", named),
    Rule("part-of-day", "(?:this=this|last=last|word=<day_word>|the=the) part=<part>", part),
    Rule("part-of-day", "the=mid -? part=(morning|afternoon)", part),
    Rule("part-of-day", "part=<part>", part),
    Rule("part-of-day", "(?:(?:the|that)? (?:next=(?:next|following)|before=previous)|same=(?:that|the same)) part=<part>", part),
    Rule("part-of-day", "(?:mid|early|late) -? part=<part>", part),
    Rule("part-of-day", "(?:the)? (?:early|wee|small) early=hours", part),
    Rule("part-of-day", "this=(?:tonight)|(?:last=overnight)", part),
)
