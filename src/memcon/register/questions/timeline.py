"""Engagements in the order of time, counted by day, month or year."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection, select

from memcon.register.answers import Entry, Period, Stretch
from memcon.register.calendar import iso
from memcon.register.questions.engagements import Asked, conditions
from memcon.register.questions.telling import entries_of
from memcon.register.tables import entries

_LENGTH = {"day": 10, "month": 7, "year": 4}
_LONGEST = {"day": 1, "month": 31, "year": 366}
"""How many days a date may cover to be counted in one stretch."""


def find(conn: Connection, asked: Asked, by: Period = "year", whole: bool = False) -> tuple[Stretch, ...]:
    """Give the stretches that hold something, in order; with `whole` also the entries of each.

    A date that is vaguer than the stretch is not counted.
    """
    columns = (entries.c.number, entries.c.kind, entries.c.begin, entries.c.end)
    query = select(*columns).where(*conditions(conn, asked), entries.c.begin.is_not(None))
    found: dict[str, list[tuple[int, str]]] = {}
    for row in conn.execute(query.order_by(entries.c.begin, entries.c.end, entries.c.code)):
        first, last = iso(row.begin)[: _LENGTH[by]], iso(row.end)[: _LENGTH[by]]
        if first == last or row.end - row.begin < _LONGEST[by]:
            found.setdefault(first, []).append((row.number, row.kind))
    told: Sequence[Entry] = ()
    if whole:
        told = entries_of(conn, [n for mine in found.values() for n, _ in mine])
    known = iter(told)
    return tuple(
        Stretch(
            period,
            len(mine),
            tuple(sorted(Counter(k for _, k in mine).items())),
            tuple(next(known) for _ in mine) if whole else (),
        )
        for period, mine in sorted(found.items())
    )
