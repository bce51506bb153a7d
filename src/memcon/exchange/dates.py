"""EDTF dates in the forms of other formats, never more precise than they are."""

import re

from memcon.register.calendar import days, iso

_PLAIN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d(T[0-9:]+(Z|[+-]\d\d:\d\d)?)?)?)?")


def bounds(edtf: str | None) -> tuple[str, str] | tuple[None, None]:
    """Give the first and the last possible day (ISO), None and None where the date places none.

    >>> bounds("2021-09")
    ('2021-09-01', '2021-09-30')
    """
    found = days(edtf)
    return (iso(found.begin), iso(found.end)) if found else (None, None)


def plain(edtf: str | None) -> tuple[str | None, str | None]:
    """Give a begin and an end as ISO 8601 at the precision of the date; None where ISO 8601 cannot say it.

    >>> plain("2021-09"), plain("2021-09-13/2021-09-15"), plain("2021-09~"), plain("2021-21")
    (('2021-09', None), ('2021-09-13', '2021-09-15'), (None, None), (None, None))
    """
    if edtf is None:
        return None, None
    begin, _, end = edtf.partition("/")
    return (begin if _PLAIN.fullmatch(begin) else None), (end if end and _PLAIN.fullmatch(end) else None)
