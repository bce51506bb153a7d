"""The days that the opening of a readout gives for its engagement, by a rule of its own.

Kept apart from `memcon.times`, since it judges what that room gives: only "today", "yesterday", weekdays, and a month with
its day are read, and only in the first two sentences.
"""

import datetime
import re

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile(rf"\b({'|'.join(_MONTHS)}|{'|'.join(m[:3] for m in _MONTHS)})\.? (\d{{1,2}})(?:st|nd|rd|th)?(?:\s*(?:-|–|and|to)\s*(\d{{1,2}}))?\b(?!\d)")
_RELATIVE = {"today": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "tonight": 0, "yesterday": 1, "last night": 1}
REACH = 10
"""A readout comes out within so many days; a day further off belongs to another event."""


def opening(body: str) -> str:
    """Give the first two sentences, or 600 characters of them."""
    flat = " ".join(body.split())[:600]
    return " ".join(re.split(r"(?<=[a-z0-9)][.!?])(?<!Mr\.)(?<!Ms\.)(?<!Dr\.) (?=[A-Z])", flat)[:2])


def days(body: str, published: str) -> set[str]:
    """Give the days (ISO) that the engagement may be dated to: those told in the opening, else that of publication.

    Where the opening says "today" or "yesterday", that alone counts ("spoke today to congratulate him on the June 4 vote").
    """
    text, anchor = opening(body), datetime.date.fromisoformat(published)
    found = {anchor - datetime.timedelta(days=back) for word, back in _RELATIVE.items() if re.search(rf"\b{word}\b", text, re.I)}
    if found:
        return {d.isoformat() for d in found}
    for word in re.findall(rf"\b(?:{'|'.join(_WEEKDAYS)})\b", text):
        found.add(anchor - datetime.timedelta(days=(anchor.weekday() - _WEEKDAYS.index(word)) % 7))
    for month, first, last in _DAY.findall(text):
        number = next(i for i, m in enumerate(_MONTHS, 1) if m.startswith(month[:3]))
        for day in range(int(first), int(last or first) + 1):
            found |= {d for d in (_date(anchor.year, number, day), _date(anchor.year - 1, number, day)) if d is not None}
    near = {d.isoformat() for d in found if 0 <= (anchor - d).days <= REACH}
    return near or {published}


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def fits(date: str | None, allowed: set[str]) -> bool:
    """Tell whether an EDTF date is one of the allowed days, or an interval of at most a week that begins and ends with allowed ones."""
    if date is None:
        return False
    return all(part.rstrip("~?") in allowed for part in date.split("/"))
