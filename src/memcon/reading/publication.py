"""When a report was published, and from what that is known.

In this order: what was given, the metadata, the address of the page, the dateline, a line that dates the release; where
a day lacks its year, the year is inferred (`missing_year`).
"""

import re
from datetime import date
from email.utils import parsedate_to_datetime

from memcon.errors import ReadingError
from memcon.reading import missing_year
from memcon.reading.days import days_in
from memcon.reading.layout import Layout
from memcon.record import Publication, span_of

_GIVEN = re.compile(r"\d{4}-\d\d-\d\d")
_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?=[/\-]|$)|/((?:19|20)\d\d)([01]\d)([0-3]\d)(?=[/\-_.]|$)")


def given(value: str, name: str) -> Publication:
    """Give the publication that the user said.

    Raises:
        ReadingError: it is no day of the calendar.
    """
    if not _GIVEN.fullmatch(value) or _valid(value) is None:
        raise ReadingError(f"{name}: published={value!r} is no day of the calendar; give it as YYYY-MM-DD, like 2021-09-14")
    return Publication(value, "given", "given by the user")


def day_of_metadata(value: str) -> str | None:
    """Give the day of a metadata value, None where it is in no known spelling.

    An ISO time keeps the day that it writes, in its own time zone.

    >>> day_of_metadata("2023-06-18T20:30:00+08:00"), day_of_metadata("Sun, 18 Jun 2023 12:30:00 GMT")
    ('2023-06-18', '2023-06-18')
    """
    value = value.strip()
    if re.match(r"\d{4}([-/.])\d\d\1\d\d(?:$|[T ])", value):
        return _valid(f"{value[:4]}-{value[5:7]}-{value[8:10]}")
    if re.match(r"(?:19|20)\d{6}(?:$|T)", value):
        return _valid(f"{value[:4]}-{value[4:6]}-{value[6:8]}")
    days = [d.iso() for d in days_in(value[:200]) if d.year is not None]
    if days:
        return days[0]
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (TypeError, ValueError, IndexError):
        return None


def day_of_url(url: str) -> str | None:
    """Give the day in the path of a page's address.

    >>> day_of_url("https://example.org/news/2026/2/7/talks")
    '2026-02-07'
    """
    for match in _IN_URL.finditer(url[:2000]):
        year, month, day = match.group(1, 2, 3) if match.group(1) else match.group(4, 5, 6)
        found = _valid(f"{year}-{int(month):02}-{int(day):02}")
        if found:
            return found
    return None


def find(
    text: str, layout: Layout, metadata: str | None, url: str | None, notes: list[str]
) -> Publication | None:
    """Find when a text was published; what cannot be used is told in `notes`."""
    if metadata:
        day = day_of_metadata(metadata)
        if day:
            return Publication(day, "metadata", f"the metadata says {metadata.strip()[:60]}")
        notes.append(f"the metadata's date {metadata.strip()[:60]!r} is in no known form and was not used")
    if url and (day := day_of_url(url)):
        return Publication(day, "metadata", f"the address of the page has {day}")
    return _of_text(text, layout, notes)


def _of_text(text: str, layout: Layout, notes: list[str]) -> Publication | None:
    for day in layout.days:
        value = day.iso()
        if value:
            span = span_of(text, day.start, day.end)
            if day is layout.wire_day:
                return Publication(value, "dateline", f"the dateline says {span.quote}", (span,))
            return Publication(value, "text", f"a line of its own says {span.quote}", (span,))
    return next((found for day in layout.days if (found := missing_year.infer(text, day, notes))), None)


def _valid(value: str) -> str | None:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        return None
