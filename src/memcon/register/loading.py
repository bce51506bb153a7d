"""Accounts out of the database, as they are compared."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Row, and_, func, or_, select

from memcon.register.calendar import Days
from memcon.register.spelling import Name
from memcon.register.tables import accounts, actors, participants, reports
from memcon.register.tellings import SOON, Party, Telling

T = TypeVar("T")
_CHUNK = 500
"""How many values one statement names; SQLite before 3.32 takes 999."""


def chunks(values: Iterable[T], size: int = _CHUNK) -> Iterator[list[T]]:
    """Cut values into lists that one statement can hold."""
    rest = iter(values)
    while part := list(islice(rest, size)):
        yield part


def load(conn: Connection, numbers: Collection[int], names: Mapping[str, Name] | None = None) -> list[Telling]:
    """Give the accounts of these numbers, sorted by number; `names` are those under which judged actors are compared."""
    found: list[Telling] = []
    for part in chunks(sorted(numbers)):
        parties = _parties(conn, part, names or {})
        query = (
            select(accounts, reports.c.id.label("report_id"), reports.c.day)
            .join(reports, reports.c.number == accounts.c.report)
            .where(accounts.c.number.in_(part))
            .order_by(accounts.c.number)
        )
        found += [_telling(row, parties.get(row.number, ())) for row in conn.execute(query)]
    return found


def _telling(row: Row[tuple[object, ...]], parties: Collection[Party]) -> Telling:
    return Telling(
        code=row.code,
        number=row.number,
        report=row.report_id,
        kind=row.kind,
        status=row.status,
        main=row.main,
        date=row.date,
        parties=tuple(parties),
        country=row.country,
        city=row.city,
        published=row.day,
        confidence=row.confidence,
    )


def _parties(conn: Connection, numbers: list[int], names: Mapping[str, Name]) -> dict[int, list[Party]]:
    query = (
        select(participants, actors.c.key, actors.c.kind, actors.c.country)
        .join(actors, actors.c.number == participants.c.actor)
        .where(participants.c.account.in_(numbers))
        .order_by(participants.c.account, participants.c.ordinal)
    )
    found: dict[int, list[Party]] = {}
    for row in conn.execute(query):
        party = Party.of(row.key, row.side, row.name, row.kind, row.country)
        if row.key in names:
            party = replace(party, person=names[row.key])
        found.setdefault(row.account, []).append(party)
    return found


_LONGEST = 366
"""Days of the longest window that is looked through: "in the nineties" is told of no one contact."""
_REACH = {"span": 10, "month": 45, "coarse": _LONGEST, "none": SOON + 1}
"""How many days before a day an account may begin whose window ends on it or on the day before: the window's greatest length.

It must not be less, or an account would be found from the one side and not from the other, and the order of adding would count.
"""


def near(conn: Connection, telling: Telling, vague: bool) -> set[int]:
    """Give the accounts with two sides of `telling` that may be on its days: those of a day's precision, or the vaguer ones too."""
    window = telling.window
    if window is None or window.length > _LONGEST or len(telling.sides) < 2:
        return set()
    c = participants.c
    dated = and_(c.grain == "day", c.begin.between(window.begin - 1, window.end + 1))
    if vague:
        spans = [and_(c.grain == g, c.begin.between(window.begin - n, window.end + 1)) for g, n in _REACH.items()]
        dated = or_(dated, *spans)
    query = (
        select(c.account)
        .where(c.side.in_(sorted(telling.sides)), dated)
        .group_by(c.account)
        .having(func.count(c.side.distinct()) >= 2)
    )
    return {n for n in conn.scalars(query) if n != telling.number}


def same_date(conn: Connection, telling: Telling, window: Days) -> set[int]:
    """Give the accounts with two sides of `telling` and the very same days, or, of a span, overlapping spans."""
    c = participants.c
    when = (c.begin == window.begin) & (accounts.c.end == window.end)
    if telling.grain == "span":
        when = c.begin.between(window.begin - _REACH["span"], window.end) & (accounts.c.end >= window.begin)
    query = (
        select(c.account)
        .join(accounts, accounts.c.number == c.account)
        .where(c.side.in_(sorted(telling.sides)), c.grain == telling.grain, when)
        .group_by(c.account)
        .having(func.count(c.side.distinct()) >= 2)
    )
    return {n for n in conn.scalars(query) if n != telling.number}


def siblings(conn: Connection, numbers: Collection[int]) -> set[int]:
    """Give the accounts that stand in the same reports."""
    found: set[int] = set()
    for part in chunks(sorted(numbers)):
        mine = select(accounts.c.report).where(accounts.c.number.in_(part))
        found |= set(conn.scalars(select(accounts.c.number).where(accounts.c.report.in_(mine))))
    return found


def by_codes(conn: Connection, codes: Collection[str]) -> dict[str, int]:
    """Give the numbers of accounts by their codes."""
    found: dict[str, int] = {}
    for part in chunks(sorted(codes)):
        query = select(accounts.c.code, accounts.c.number).where(accounts.c.code.in_(part))
        found |= {row.code: row.number for row in conn.execute(query)}
    return found


