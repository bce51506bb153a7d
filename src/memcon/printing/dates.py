"""EDTF dates in words, as precise as they are and no more."""

import re

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PARTS = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of",
    40: "first half of", 41: "second half of",
}  # fmt: skip
"""What the month's place may also hold (ISO 8601-2, table of sub-year groupings)."""
_DATE = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d|XX))?(?:T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:?\d\d)?)?")
_HEDGES = {"~": "about {}", "?": "{} (uncertain)", "%": "about {} (uncertain)"}


def words(edtf: str) -> str:
    """Say an EDTF date in words; what is not known here is given back as it is.

    >>> words("2021-09-13"), words("2021-01/2021-06"), words("2021-09~"), words("../2022-02-24")
    ('13 September 2021', 'January to June 2021', 'about September 2021', 'until 24 February 2022')
    """
    if "/" in edtf:
        begin, _, end = edtf.partition("/")
        return _interval(begin, end)
    if edtf[:1] in "[{" and edtf[-1:] in "]}":
        return " or ".join(words(part.strip()) for part in edtf[1:-1].split(","))
    if edtf[-1:] in _HEDGES:
        return _HEDGES[edtf[-1]].format(words(edtf[:-1]))
    return _date(edtf)


def _interval(begin: str, end: str) -> str:
    if begin in ("", ".."):
        return f"until {words(end)}"
    if end in ("", ".."):
        return f"from {words(begin)} on"
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", begin) and begin[:4] == end[:4] and len(begin) == len(end):
        if len(begin) == 10 and begin[:7] == end[:7]:
            return f"{int(begin[8:])} to {words(end)}"
        return f"{words(begin).rsplit(' ', 1)[0]} to {words(end)}"
    return f"{words(begin)} to {words(end)}"


def _date(edtf: str) -> str:
    if match := re.fullmatch(r"(\d{3})X", edtf):
        return f"{match[1]}0s"
    if match := re.fullmatch(r"(\d\d)XX", edtf):
        return f"{match[1]}00s (century)"
    match = _DATE.fullmatch(edtf)
    if match is None:
        return edtf
    year, month, day, clock, zone = match.groups()
    said = _month(year, month)
    if said is None:
        return edtf
    if day == "XX":
        said = f"a day in {said}"
    elif day:
        said = f"{int(day)} {said}"
    time = f", {clock}{' UTC' if zone == 'Z' else f' {zone}' if zone else ''}" if clock else ""
    return said + time


def _month(year: str, month: str | None) -> str | None:
    if month is None:
        return year
    number = int(month)
    if 1 <= number <= 12:
        return f"{_MONTHS[number - 1]} {year}"
    return f"{_PARTS[number]} {year}" if number in _PARTS else None
