"""Fixtures that an analyst could write: a report and the engagements that it tells of.

    # why the case is there
    published: 2021-09-14
    title: Putin holds talks with Assad
    MOSCOW, September 14. ...

    => meeting held 2021-09-13 main Vladimir Putin (RU), Bashar al-Assad (SY) @ Kremlin, Moscow, RU

Cases are parted by a line of dashes; `=> none` says that there is no engagement. `main` or `background` and the place
behind `@` (site, city, country, "-" for what is not known; `@ -` for no place at all) may be left out, and are then not
looked at. The cases of `wanted.txt` are what a careful reader expects and the room does not give yet.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from memcon.record import Engagement, Place, Record

FOLDER = Path(__file__).with_name("fixtures")
WANTED = "wanted"
_LINE = re.compile(
    r"(?P<kind>\w+) (?P<status>\w+) (?P<date>\S+) (?:(?P<rank>main|background) )?(?P<names>[^@]+?)(?: @ (?P<place>.+))?"
)


@dataclass(frozen=True)
class Case:
    """A report with the lines that say what it tells of."""

    given: dict[str, str]
    text: str
    expected: tuple[str, ...]


def cases(wanted: bool) -> list[object]:
    found: list[object] = []
    for path in sorted(FOLDER.glob("*.txt")):
        if (path.stem == WANTED) != wanted:
            continue
        for n, part in enumerate(re.split(r"(?m)^-{5,}\n", path.read_text(encoding="utf-8")), 1):
            found.append(pytest.param(read(part), id=f"{path.stem}-{n}"))
    return found


def read(part: str) -> Case:
    given = dict(re.findall(r"(?m)^(published|title|publisher): (.*)$", part))
    text = re.sub(r"(?m)^(?:published: |title: |publisher: |=> |#).*\n?", "", part).strip()
    expected = tuple(re.findall(r"(?m)^=> (.*)$", part))
    assert text and expected, f"no text or nothing expected: {part!r}"
    return Case(given, text, () if expected == ("none",) else expected)


def where(place: Place | None) -> str:
    return "-" if place is None else ", ".join(part or "-" for part in (place.name, place.city, place.country))


def told(record: Record, e: Engagement, like: str) -> str:
    """Write an engagement with no more than what the line `like` looks at."""
    shape = _LINE.fullmatch(like)
    people = [record.actor(p.actor) for p in e.participants]
    parts = [e.kind, e.status, str(e.date)]
    if shape and shape["rank"]:
        parts.append("main" if e.main else "background")
    parts.append(", ".join(sorted(f"{a.name} ({a.country})" for a in people)))
    if shape and shape["place"]:
        parts.append("@ " + where(e.place))
    return " ".join(parts)


def in_order(line: str) -> str:
    """Write the names of an expected line in the order of the alphabet."""
    shape = _LINE.fullmatch(line)
    assert shape, f"not a line of a fixture: {line!r}"
    names = ", ".join(sorted(re.split(r"(?<=\)), ", shape["names"])))
    parts = [shape["kind"], shape["status"], shape["date"], shape["rank"], names, shape["place"] and "@ " + shape["place"]]
    return " ".join(p for p in parts if p)


def compare(record: Record, expected: tuple[str, ...]) -> None:
    """Compare one to one: each expected line with the engagement that it fits, the others in full."""
    left = list(record.engagements)
    missing = []
    for line in map(in_order, expected):
        same = next((e for e in left if told(record, e, line) == line), None)
        if same is None:
            missing.append(line)
        else:
            left.remove(same)
    full = "meeting held None main x (US) @ x"
    assert ([told(record, e, full) for e in left], missing) == ([], [])


@pytest.mark.parametrize("case", cases(wanted=False))
def test_a_report_gives_the_engagements_that_an_analyst_expects(case: Case, record_of: Callable[..., Record]) -> None:
    compare(record_of(case.text, **case.given), case.expected)


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="a careful reader expects it; the room does not give it yet")
@pytest.mark.parametrize("case", cases(wanted=True))
def test_a_report_gives_what_is_still_wanted(case: Case, record_of: Callable[..., Record]) -> None:
    compare(record_of(case.text, **case.given), case.expected)
