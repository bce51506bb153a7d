"""When two parties last met, spoke, visited, wrote; how often a year; the longest silence."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Row, select

from memcon.register import meaning
from memcon.register.answers import Last, Rhythm
from memcon.register.calendar import iso
from memcon.register.questions.engagements import Asked, conditions
from memcon.register.questions.telling import entries_of
from memcon.register.tables import entries

FAMILIES = (
    ("all", ()),
    ("meeting", ("meeting", "summit", "visit")),
    ("visit", ("visit",)),
    ("call", ("call", "video_call")),
    ("message", ("message",)),
)
"""What is told apart: any contact, in person, visits, calls, in writing."""
_AHEAD = ("planned", "proposed")


def find(conn: Connection, a: str, b: str, until: str | None = None) -> Last:
    """Answer: of each family the latest contact held with a date, and the next one that is announced after it."""
    held = _rows(conn, Asked((a, b), until=until, status=("held",)))
    ahead = _rows(conn, Asked((a, b), status=_AHEAD))
    chosen: list[tuple[str, list[Row[Any]], Row[Any] | None]] = []
    for family, kinds in FAMILIES:
        mine = [r for r in held if not kinds or r.kind in kinds]
        last = mine[-1].end if mine else 0
        coming = next((r for r in ahead if (not kinds or r.kind in kinds) and r.begin > last), None)
        chosen.append((family, mine, coming))
    numbers = sorted({r.number for _, mine, coming in chosen for r in (*mine[-1:], *([coming] if coming else []))})
    known = dict(zip(numbers, entries_of(conn, numbers), strict=True))
    rhythms = tuple(
        Rhythm(
            family=family,
            count=len(mine),
            first=mine[0].date if mine else None,
            last=mine[-1].date if mine else None,
            longest_gap=_gap(mine),
            per_year=per_year(mine),
            entry=known[mine[-1].number] if mine else None,
            next=known[coming.number] if coming else None,
        )
        for family, mine, coming in chosen
    )
    one, two = meaning.all_of(conn, (a, b))
    return Last(one.words, two.words, rhythms)


def _rows(conn: Connection, asked: Asked) -> list[Row[Any]]:
    """Give the dated entries of a question, in the order of their last day."""
    columns = (entries.c.number, entries.c.kind, entries.c.date, entries.c.begin, entries.c.end)
    query = select(*columns).where(*conditions(conn, asked), entries.c.begin.is_not(None))
    return list(conn.execute(query.order_by(entries.c.end, entries.c.begin, entries.c.code)))


def _gap(rows: Sequence[Row[Any]]) -> int | None:
    """Give the longest time in days between two contacts that follow each other."""
    gaps = [max(b.begin - a.end, 0) for a, b in pairwise(rows)]
    return max(gaps) if gaps else None


def per_year(rows: Sequence[Row[Any]]) -> tuple[tuple[int, int], ...]:
    """Count by year; a date that may be in two years counts in the first, one of more than a year in none."""
    years = Counter(int(iso(r.begin)[:4]) for r in rows if r.end - r.begin < 367)
    return tuple(sorted(years.items()))
