"""The rows that follow from records: texts, casts, statements, figures, accounts; one statement a table for a whole batch."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, func, select

from memcon.reading.status import standing
from memcon.record import Record
from memcon.register import actor_rows, rows, search_index
from memcon.register.tables import (
    accounts,
    casts,
    concerns,
    figures,
    participants,
    statements,
    texts,
    voices,
)

Codes = Mapping[str, tuple[str, int]]
"""The codes and numbers that the accounts of a new reading take over, by their ids in its record."""


@dataclass(frozen=True, slots=True)
class Entering:
    """A record that enters the register, its row of `reports`, and what its accounts inherit from an older version."""

    record: Record
    row: rows.Row
    codes: Codes = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The number of its report."""
        number: int = self.row["number"]
        return number

    @property
    def day(self) -> int | None:
        """The day of publication."""
        day: int | None = self.row["day"]
        return day


@dataclass(frozen=True, slots=True)
class _Known:
    """A record whose actors have their numbers."""

    of: Entering
    numbers: Mapping[str, int]


def next_number(conn: Connection, of: Table) -> int:
    """Give the number after the highest."""
    return (conn.scalar(select(func.max(of.c.number))) or 0) + 1


def derive(conn: Connection, entering: Sequence[Entering]) -> set[int]:
    """Write all rows that follow from records; give the accounts' numbers.

    Of a wire item that its agency withdrew ("KILL") nothing follows: it is kept and can be found, but tells of nothing.
    """
    _insert(conn, texts, (_text_row(e) for e in entering))
    search_index.put(conn, texts, [e.number for e in entering])
    telling = [e for e in entering if not standing(e.record.report.notes).withdrawn]
    numbers = actor_rows.enter(conn, [e.record.actors for e in telling])
    known = [_Known(e, n) for e, n in zip(telling, numbers, strict=True)]
    _insert(conn, casts, (r for k in known for r in rows.cast_rows(k.of.record, k.of.number, k.numbers, k.of.day)))
    _said(conn, known)
    _claimed(conn, known)
    return _told(conn, known)


def _text_row(entering: Entering) -> rows.Row:
    report = entering.record.report
    return {"number": entering.number, "title": report.title.quote if report.title else "", "text": report.text}


def _insert(conn: Connection, of: Table, values: Iterable[rows.Row]) -> None:
    if found := list(values):
        conn.execute(of.insert(), found)


def _said(conn: Connection, known: Sequence[_Known]) -> None:
    if not any(k.of.record.statements for k in known):
        return
    first = next_number(conn, statements)
    found = list(enumerate(((s, k) for k in known for s in k.of.record.statements), first))
    _insert(conn, statements, (rows.statement_row(s, n, k.of.number, k.of.day) for n, (s, k) in found))
    _insert(conn, voices, (r for n, (s, k) in found for r in rows.voice_rows(s, n, k.numbers, k.of.day)))
    search_index.put(conn, statements, [n for n, _ in found])


def _claimed(conn: Connection, known: Sequence[_Known]) -> None:
    if not any(k.of.record.figures for k in known):
        return
    first = next_number(conn, figures)
    found = list(enumerate(((f, k) for k in known for f in k.of.record.figures), first))
    _insert(conn, figures, (rows.figure_row(f, n, k.of.number, k.of.day) for n, (f, k) in found))
    _insert(conn, concerns, (r for n, (f, k) in found for r in rows.concern_rows(k.of.record, f, n, k.numbers)))
    search_index.put(conn, figures, [n for n, _ in found])


def _told(conn: Connection, known: Sequence[_Known]) -> set[int]:
    inherited = [n + 1 for k in known for _, n in k.of.codes.values()]
    fresh = _counting(max([next_number(conn, accounts), *inherited]))
    named = [
        (k, e, *(k.of.codes.get(e.id) or (rows.code(k.of.row["id"], k.of.record.report.sha256, e), next(fresh))))
        for k in known
        for e in k.of.record.engagements
    ]
    _insert(conn, accounts, (rows.account_row(k.of.record, e, n, k.of.number, code) for k, e, code, n in named))
    _insert(conn, participants, (r for k, e, _, n in named for r in rows.participant_rows(k.of.record, e, n, k.numbers, k.of.day)))
    return {n for _, _, _, n in named}


def _counting(number: int) -> Iterator[int]:
    while True:
        yield number
        number += 1
