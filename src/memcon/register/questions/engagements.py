"""Which engagements: between whom, when, of which kind and status."""


from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from memcon.engagements import FLOOR
from memcon.register import meaning
from memcon.register.answers import Entry
from memcon.register.calendar import Days, days
from memcon.register.errors import QuestionError
from memcon.register.questions.telling import entries_of
from memcon.register.tables import entries, parties


@dataclass(frozen=True, slots=True)
class Asked:
    """The question, as `Register.engagements` takes it."""

    between: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    main: bool | None = None
    everything: bool = False
    limit: int | None = None
    offset: int = 0


def find(conn: Connection, asked: Asked) -> tuple[Entry, ...]:
    """Answer the question, the earliest engagement first, undated ones last."""
    query = (
        select(entries.c.number)
        .where(*conditions(conn, asked))
        .order_by(entries.c.begin.is_(None), entries.c.begin, entries.c.end, entries.c.code)
    )
    if asked.limit is not None:
        query = query.limit(asked.limit)
    return entries_of(conn, conn.scalars(query.offset(asked.offset)).all())


def count(conn: Connection, asked: Asked) -> int:
    """Count the engagements."""
    return conn.scalar(select(func.count()).select_from(entries).where(*conditions(conn, asked))) or 0


def conditions(conn: Connection, asked: Asked) -> list[ColumnElement[bool]]:
    """Give the conditions on `entries` that a question makes."""
    found: list[ColumnElement[bool]] = []
    for meant in meaning.all_of(conn, asked.between):
        found.append(entries.c.number.in_(select(parties.c.entry).where(meant.of(parties))))
    found += period(asked.since, asked.until)
    if asked.kind:
        found.append(entries.c.kind.in_(asked.kind))
    if asked.status:
        found.append(entries.c.status.in_(asked.status))
    if asked.main is not None:
        found.append(entries.c.main.is_(asked.main))
    return found if asked.everything else [*found, *shown()]


def shown() -> list[ColumnElement[bool]]:
    """Give the conditions that hide what was rejected and what is of low confidence."""
    return [entries.c.rejected.is_(False), entries.c.confidence >= FLOOR]


def period(since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    """Give the conditions that a date overlaps a period."""
    found: list[ColumnElement[bool]] = []
    if since:
        found.append(entries.c.end >= given(since).begin)
    if until:
        found.append(entries.c.begin <= given(until).end)
    return found


def given(edtf: str) -> Days:
    """Give the days of a date that a question names.

    Raises:
        QuestionError: it is no date.
    """
    found = days(edtf)
    if found is None:
        raise QuestionError(f"{edtf!r} is no date; give a year, a month or a day, as in 2021, 2021-09 or 2021-09-13")
    return found


