"""Accounts out of the database, as they are compared."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, bindparam, func, or_, select

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


def _with_two_sides(when: ColumnElement[bool]) -> Select[int]:
    c = participants.c
    sides = c.side.in_(bindparam("sides", expanding=True))
    return select(c.account).where(sides, when).group_by(c.account).having(func.count(c.side.distinct()) >= 2)


def _covers(grain: str, reach: int) -> ColumnElement[bool]:
    c = participants.c
    return and_(c.grain == grain, c.begin.between(bindparam("begin") - reach, bindparam("end") + 1))


_DAY = _covers("day", 1)
_SHARP = _with_two_sides(_DAY)
_VAGUE = _with_two_sides(or_(_DAY, *(_covers(grain, reach) for grain, reach in _REACH.items())))
_begins = participants.c.begin.between(bindparam("first"), bindparam("last"))
_ends = accounts.c.end.between(bindparam("least"), bindparam("most"))
_SAME = _with_two_sides(and_(participants.c.grain == bindparam("grain"), _begins, _ends)).join(
    accounts, accounts.c.number == participants.c.account
)


def near(conn: Connection, telling: Telling, vague: bool) -> set[int]:
    """Give the accounts with two sides of `telling` that may be on its days: those of a day's precision, or the vaguer ones too."""
    window = telling.window
    if window is None or window.length > _LONGEST or len(telling.sides) < 2:
        return set()
    asked = {"sides": sorted(telling.sides), "begin": window.begin, "end": window.end}
    return {n for n in conn.scalars(_VAGUE if vague else _SHARP, asked) if n != telling.number}


def same_date(conn: Connection, telling: Telling, window: Days) -> set[int]:
    """Give the accounts with two sides of `telling` and the very same days, or, of a span, overlapping spans."""
    asked: dict[str, object] = {"sides": sorted(telling.sides), "grain": telling.grain}
    if telling.grain == "span":
        asked |= {"first": window.begin - _REACH["span"], "last": window.end, "least": window.begin, "most": window.end + _REACH["span"]}
    else:
        asked |= {"first": window.begin, "last": window.begin, "least": window.end, "most": window.end}
    return {n for n in conn.scalars(_SAME, asked) if n != telling.number}


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


