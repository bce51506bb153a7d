"""Which figures were claimed: the claims side by side over time."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, select

from memcon.record import Figure
from memcon.register import meaning, search_index
from memcon.register.answers import FigureAnswer, PartyAnswer
from memcon.register.calendar import iso
from memcon.register.loading import chunks
from memcon.register.questions.engagements import given
from memcon.register.questions.telling import source, source_columns
from memcon.register.tables import actors, concerns, figures, reports


@dataclass(frozen=True, slots=True)
class Asked:
    """The question, as `Register.figures` takes it."""

    what: str | None = None
    of: tuple[str, ...] = ()
    by: str | None = None
    unit: str | None = None
    since: str | None = None
    until: str | None = None
    limit: int | None = None
    offset: int = 0


def find(conn: Connection, asked: Asked) -> tuple[FigureAnswer, ...]:
    """Answer, by the day of the report, the earliest first."""
    query = (
        select(figures, *source_columns())
        .join(reports, reports.c.number == figures.c.report)
        .where(*conditions(conn, asked))
        .order_by(figures.c.day.is_(None), figures.c.day, reports.c.id, figures.c.number)
        .offset(asked.offset)
    )
    if asked.limit is not None:
        query = query.limit(asked.limit)
    rows = conn.execute(query).all()
    numbers = [r.number for r in rows]
    claimants, about = _concerns(conn, numbers)
    return tuple(_answer(r, claimants.get(r.number, ()), about.get(r.number, ())) for r in rows)


def conditions(conn: Connection, asked: Asked) -> list[ColumnElement[bool]]:
    """Give the conditions on `figures` that a question makes."""
    found: list[ColumnElement[bool]] = []
    if asked.what:
        found.append(search_index.matching(conn, figures, asked.what))
    for meant in meaning.all_of(conn, asked.of):
        found.append(figures.c.number.in_(select(concerns.c.figure).where(meant.of(concerns))))
    if asked.by:
        meant = meaning.find(conn, asked.by)
        mine = select(concerns.c.figure).where(meant.of(concerns), concerns.c.role == "claimant")
        found.append(figures.c.number.in_(mine))
    if asked.unit:
        found.append(figures.c.unit == asked.unit)
    if asked.since:
        found.append(figures.c.day >= given(asked.since).begin)
    if asked.until:
        found.append(figures.c.day <= given(asked.until).end)
    return found


def _concerns(
    conn: Connection, numbers: Collection[int]
) -> tuple[Mapping[int, list[PartyAnswer]], Mapping[int, list[str]]]:
    claimants: dict[int, list[PartyAnswer]] = {}
    about: dict[int, list[str]] = {}
    for part in chunks(numbers):
        query = (
            select(concerns, actors.c.name, actors.c.country, actors.c.kind, actors.c.key)
            .join(actors, actors.c.number == concerns.c.actor)
            .where(concerns.c.figure.in_(part))
            .order_by(concerns.c.figure, actors.c.key)
        )
        for r in conn.execute(query):
            if r.role == "claimant":
                claimants.setdefault(r.figure, []).append(PartyAnswer(r.name, r.country, r.kind, r.key))
            elif r.name not in about.setdefault(r.figure, []):
                about[r.figure].append(r.name)
    return claimants, about


def _answer(row: Row[Any], claimants: Collection[PartyAnswer], about: Collection[str]) -> FigureAnswer:
    figure = msgspec.json.decode(row.claimed, type=Figure)
    return FigureAnswer(
        report=row.source_id,
        figure=row.id,
        day=iso(row.day) if row.day is not None else None,
        value=figure.value,
        high=figure.high,
        unit=figure.unit,
        comparator=figure.comparator,
        change=figure.change,
        what=figure.what,
        period=figure.period,
        claimants=tuple(claimants),
        about=tuple(about),
        span=figure.span,
        evidence=figure.evidence,
        confidence=figure.confidence,
        source=source(row),
    )
