"""Times of day: an hour of the clock or a part of the day, joined with its day and zone."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone

from memcon.times.context import Context
from memcon.times.lexicon import table
from memcon.times.meaning import Meaning
from memcon.times.offsets import offset
from memcon.times.reading import Reading, placed

_NEAR, _NEARER = 5, 2
"""How many sentences back a history, and how many another text, may have named the day of an hour of the clock."""


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour of the clock (24 for the midnight at which the day ends).

    `zone` is the zone as the text writes it, `offset` its minutes from UTC, `region` the IANA name of one told by its city;
    a `doubtful` hour ("half past eight") may as well be twelve hours later.
    """

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    offset: int | None = None
    region: str | None = None
    day: Meaning | None = None
    doubtful: bool = False

    def resolve(self, context: Context) -> Reading:
        """Give the time on its day; where none is joined to it, on the day named last, at most two sentences back, else on that of publication."""
        on = day_of(self.day, context)
        minute = "" if self.minute is None else f":{self.minute:02}"
        tail = f"T{self.hour:02}{minute}" + (f":{self.second:02}" if self.second is not None else "")
        value = tail + ("Z" if self.offset == 0 else "")
        unit = "hour" if self.minute is None else "minute"
        if on is None or on.place is None:
            known = on.value if on is not None and on.value.startswith("XXXX") else "XXXX-XX-XX"
            return Reading("TIME", known + value, unit, zone=self.zone)
        begin = datetime.combine(on.place.begin, datetime.min.time()) + timedelta(
            hours=self.hour, minutes=self.minute or 0, seconds=self.second or 0
        )
        if self.region is not None:
            begin = begin.replace(tzinfo=timezone(offset(self.region, begin)))
        elif self.offset is not None:
            begin = begin.replace(tzinfo=timezone(timedelta(minutes=self.offset)))
        end = begin + (timedelta(hours=1) if self.minute is None else timedelta(minutes=1))
        when, until = _iso(begin), _iso(end)
        others = tuple(_iso(begin + (date.fromisoformat(d) - on.place.begin)) for d in on.alternatives if len(d) == 10)
        if self.doubtful:
            others = (_iso(begin + timedelta(hours=12)), *others)
        return replace(
            on,
            type="TIME",
            value=on.place.value + value,
            granularity=unit,
            edtf=when,
            begin=when,
            end=until,
            alternatives=others,
            zone=self.zone,
        )


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A part of a day by its TIMEX3 code; a `bare` one ("morning") is a time only beside its day, `hours` another stretch than the code's."""

    code: str
    day: Meaning | None = None
    bare: bool = False
    hours: str | None = None

    def resolve(self, context: Context) -> Reading:
        """Give the part on its day, found as for `Clock`."""
        on = day_of(self.day, context)
        if on is None or on.place is None:
            known = on.value if on is not None and on.value.startswith("XXXX") else "XXXX-XX-XX"
            return Reading("TIME", f"{known}T{self.code}", "part of day")
        first, length = (int(n) for n in table("parts_of_day")["part_hours"][self.hours or self.code])
        begin = datetime.combine(on.place.begin, datetime.min.time()) + timedelta(hours=first)
        end = begin + timedelta(hours=length)
        return replace(
            on,
            type="TIME",
            value=f"{on.place.value}T{self.code}",
            granularity="part of day",
            edtf=on.place.edtf,
            begin=_iso(begin),
            end=_iso(end),
        )


def day_of(day: Meaning | None, context: Context) -> Reading | None:
    """Give the day on which a time of day lies, None where nothing tells."""
    if day is not None:
        found = day.resolve(context)
        return found if found.place is None or found.place.unit == "day" else None
    anchor = context.day(within=_NEAR if context.history else _NEARER)
    anchor = anchor or context.publication
    return placed(anchor.place, anchor) if anchor is not None and anchor.place.unit == "day" else None


def _iso(when: datetime) -> str:
    """Write a moment as EDTF level 0 wants it, with Z for UTC."""
    return when.isoformat(timespec="seconds").replace("+00:00", "Z")
