"""How far a place's clocks were from UTC on a day, by the tz database that is installed with Memcon (not the system's)."""

from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo


@cache
def _zone(name: str) -> ZoneInfo:
    """Load a zone from the `tzdata` package, so that the answer does not hang on the machine."""
    region, _, city = name.rpartition("/")
    with files(f"tzdata.zoneinfo.{region.replace('/', '.')}").joinpath(city).open("rb") as file:
        return ZoneInfo.from_file(file, name)


def offset(name: str, when: datetime) -> timedelta:
    """Give the offset of a zone by its IANA name at a local time.

    >>> offset("Europe/Kyiv", datetime(2022, 5, 12, 14)), offset("Europe/Moscow", datetime(2012, 1, 1))
    (datetime.timedelta(seconds=10800), datetime.timedelta(seconds=14400))
    """
    return when.replace(tzinfo=_zone(name)).utcoffset() or timedelta(0)
