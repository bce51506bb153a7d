"""iCalendar, read back by the icalendar library."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import memcon.register
from memcon.register.register import Register
from register.making import ASSAD, BIDEN, PUTIN, ZELENSKY, record, told

from .conftest import exported

icalendar = pytest.importorskip("icalendar")


def events(register: Register) -> tuple[dict[str, Any], tuple[str, ...]]:
    data, outcome = exported(register, "ical")
    calendar = icalendar.Calendar.from_ical(data)
    assert all(len(line) <= 75 for line in data.split(b"\r\n")) and not calendar.errors
    found = list(calendar.walk("VEVENT"))
    assert len(found) == outcome.written and all("DTSTAMP" in e for e in found)
    return {str(e["UID"]): e for e in found}, outcome.left_out


def test_a_day_is_all_day_and_vaguer_dates_are_counted(register: Register) -> None:
    found, left_out = events(register)
    assert left_out == ("1 engagements left out: without a day",)
    (met,) = register.engagements(between=["RU", "SY"])
    event = found[f"{met.id}@memcon"]
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2021, 9, 13), date(2021, 9, 14))
    assert event["DTSTART"].params["VALUE"] == "DATE" and event["STATUS"] == "CONFIRMED"
    assert event["SUMMARY"].startswith("Meeting: ") and event["LOCATION"] == "Moscow, RU"
    assert "TASS" in event["DESCRIPTION"] and event.decoded("DTSTAMP") == datetime(2021, 9, 14, tzinfo=UTC)
    assert {str(e["STATUS"]) for e in found.values()} == {"CONFIRMED", "TENTATIVE"}


def test_clock_times_stays_and_what_is_no_event(tmp_path: Path) -> None:
    with memcon.register.open(tmp_path / "r.db") as register:
        register.add(record(
            "day-1",
            told("call", [BIDEN, PUTIN], "2022-02-12T16:04Z"), told("call", [BIDEN, ZELENSKY], "2022-02-13T09:30"),
            told("visit", [PUTIN, ASSAD], "2022-03-01/2022-03-03"), told("meeting", [ZELENSKY, ("Boris Johnson", "GB")], "2022-04-01/2022-04-03"),
            told("visit", [("Olaf Scholz", "DE"), BIDEN], "2022-05-02/2022-05-08"), told("meeting", [("Li Keqiang", "CN"), BIDEN], "2022-06-01", "denied"),
            told("meeting", [("Rishi Sunak", "GB"), PUTIN], "2022-06-01~"), told("summit", [("Narendra Modi", "IN"), PUTIN], "2022-07-01", "cancelled"),
        ))  # fmt: skip
        found, left_out = events(register)
    spans = sorted((str(e.decoded("DTSTART")), str(e.decoded("DTEND")) if "DTEND" in e else None, str(e["STATUS"])) for e in found.values())
    assert spans == [
        ("2022-02-12 16:04:00+00:00", None, "CONFIRMED"),
        ("2022-02-13 09:30:00", None, "CONFIRMED"),
        ("2022-03-01", "2022-03-04", "CONFIRMED"),
        ("2022-07-01", "2022-07-02", "CANCELLED"),
    ]
    assert left_out == ("1 engagements left out: denied", "3 engagements left out: without a day")
