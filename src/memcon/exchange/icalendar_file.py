"""iCalendar (RFC 5545): an event for each engagement that has a day."""

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any, BinaryIO

from memcon.exchange.dates import bounds
from memcon.exchange.naming import KINDS, people, tellers, title, where
from memcon.exchange.needing import library
from memcon.exchange.outcome import Outcome
from memcon.exchange.selection import Selection
from memcon.register.answers import Entry

_STATUS = {"held": "CONFIRMED", "planned": "TENTATIVE", "proposed": "TENTATIVE", "cancelled": "CANCELLED"}
"""RFC 5545, 3.8.1.11. What is denied never was, and a habit has no day."""
_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?")
_DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
_STAY = 6
"""Days that a visit or summit lasts at most; an interval as long as a week is how "last week" is written."""


def write(selection: Selection, out: BinaryIO) -> Outcome:
    """Write a calendar.

    The UID is the register's id, so that a calendar that takes the file in again changes its events and does not double them. An event
    is all-day where only the day is known, has a clock time where the report gives one (without a zone: local time of the place).
    A visit or summit of several days lasts these days. Vaguer dates are left out and counted.

    Raises:
        MissingLibrary: icalendar is not installed.
    """
    calendars = library("icalendar", "iCalendar")
    out.write(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Memcon//Register//EN\r\nCALSCALE:GREGORIAN\r\n")
    written = 0
    left: Counter[str] = Counter()
    for entry in selection.entries():
        begin, end = _when(entry)
        if entry.status not in _STATUS:
            left[entry.status] += 1
        elif begin is None:
            left["without a day"] += 1
        else:
            out.write(_event(calendars, entry, begin, end).to_ical())
            written += 1
    out.write(b"END:VCALENDAR\r\n")
    reasons = tuple(f"{n} engagements left out: {reason}" for reason, n in sorted(left.items()))
    return Outcome(written, "events", reasons)


def _when(entry: Entry) -> tuple[date | None, date | None]:
    """Give the begin and, for all-day events, the day after the end."""
    edtf = entry.date or ""
    if _CLOCK.fullmatch(edtf):
        moment = _moment(edtf)
        return moment, None
    first, last = bounds(edtf)
    if first is None or last is None:
        return None, None
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    lasting = entry.kind in ("visit", "summit") and _DAYS.fullmatch(edtf) and (end - begin).days < _STAY
    if (begin == end and edtf == first) or lasting:
        return begin, _after(end)
    return None, None


def _after(day: date) -> date | None:
    return day + timedelta(days=1) if day < date.max else None


def _moment(edtf: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(edtf)
        return moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return None


def _event(calendars: Any, entry: Entry, begin: date, end: date | None) -> Any:
    event = calendars.Event()
    event.add("uid", f"{entry.id}@memcon")
    event.add("dtstamp", _stamp(entry))
    event.add("dtstart", begin)
    if end is not None:
        event.add("dtend", end)
    event.add("summary", title(entry))
    if where(entry):
        event.add("location", where(entry))
    event.add("description", _description(entry))
    event.add("categories", [KINDS[entry.kind]])
    event.add("status", _STATUS[entry.status])
    event.add("transp", "TRANSPARENT")
    url = next((a.source.url for a in entry.accounts if a.source.url and a.source.url.isascii() and a.source.url.isprintable()), None)
    if url:
        event.add("url", url)
    return event


def _stamp(entry: Entry) -> datetime:
    """Give the last day of publication: a calendar asks when an event was made, and no clock may be read."""
    days = [bounds(a.source.published)[1] for a in entry.accounts]
    last = max((d for d in days if d), default="1970-01-01")
    return datetime.fromisoformat(last).replace(tzinfo=UTC)


def _description(entry: Entry) -> str:
    lines = [f"Told by: {tellers(entry)}"]
    for account in entry.accounts:
        if account.reported_by:
            lines.append(f"{account.report}: according to {', '.join(account.reported_by)}")
    if entry.differences:
        lines.append("Accounts differ on: " + ", ".join(d.field for d in entry.differences))
    lines.append(f"Participants: {people(entry.participants)}")
    lines.append(f"Register: {entry.id}, confidence {entry.confidence:.2f}")
    return "\n".join(lines)
