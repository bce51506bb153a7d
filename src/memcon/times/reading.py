"""What a time expression comes to once it is resolved."""

from dataclasses import dataclass, replace
from typing import Literal

from memcon.record.findings import TimexType
from memcon.times.calendar import Place

AnchorFrom = Literal["publication", "dateline", "earlier date", "previous sentence", "text"]


@dataclass(frozen=True, slots=True)
class Reading:
    """The fields of a `Timex` that its meaning gives; `place` is its stretch of the calendar, for those that come after."""

    type: TimexType
    value: str
    granularity: str
    place: Place | None = None
    edtf: str | None = None
    begin: str | None = None
    end: str | None = None
    mod: str | None = None
    anchor: str | None = None
    anchor_from: AnchorFrom | None = None
    alternatives: tuple[str, ...] = ()
    freq: str | None = None
    quant: str | None = None
    zone: str | None = None


def placed(place: Place, anchor: "Anchor | None" = None, alternatives: tuple[str, ...] = ()) -> Reading:
    """Give the reading of a date that has its place on the calendar."""
    return Reading(
        "DATE",
        place.value,
        place.unit,
        place,
        place.edtf,
        place.begin.isoformat(),
        place.end.isoformat(),
        anchor=anchor.place.edtf if anchor else None,
        anchor_from=anchor.by if anchor else None,
        alternatives=alternatives,
    )


def unplaced(value: str, granularity: str, type: TimexType = "DATE") -> Reading:
    """Give the reading of a time that has no place, for want of an anchor or by its nature."""
    return Reading(type, value, granularity)


def modified(reading: Reading, mod: str | None) -> Reading:
    """Give a reading with a modifier; what is approximate is so in EDTF too."""
    if mod is None:
        return reading
    edtf = reading.edtf
    if mod == "APPROX" and edtf and "/" not in edtf and "T" not in edtf:
        edtf = f"{edtf.rstrip('~')}~"
    return replace(reading, mod=mod, edtf=edtf)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that others are resolved against, and what it was."""

    place: Place
    by: AnchorFrom
