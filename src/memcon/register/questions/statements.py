"""Who said what to whom, about what."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from memcon.record import Statement
from memcon.register import meaning, search_index
from memcon.register.answers import PartyAnswer, StatementAnswer
from memcon.register.calendar import iso
from memcon.register.meaning import Meant
from memcon.register.questions.engagements import given
from memcon.register.questions.matches import matches_in
from memcon.register.questions.telling import source, source_columns
from memcon.register.tables import actors, reports, statements, voices


@dataclass(frozen=True, slots=True)
class Asked:
    """The question, as `Register.statements` takes it."""

    by: str | None = None
    to: str | None = None
    about: str | None = None
    match: str | None = None
    since: str | None = None
    until: str | None = None
    stance: tuple[str, ...] = ()
    limit: int | None = None
    offset: int = 0


def find(conn: Connection, asked: Asked) -> tuple[StatementAnswer, ...]:
    """Answer, the newest first."""
    query = (
        select(statements, *source_columns())
        .join(reports, reports.c.number == statements.c.report)
        .where(*conditions(conn, asked))
        .order_by(statements.c.day.is_(None), statements.c.day.desc(), reports.c.id, statements.c.number)
        .offset(asked.offset)
    )
    if asked.limit is not None:
        query = query.limit(asked.limit)
    rows = conn.execute(query).all()
    people = _voices(conn, [r.number for r in rows])
    words = [w for w in (asked.about, asked.match) if w]
    return tuple(_answer(r, people, words) for r in rows)


def count(conn: Connection, asked: Asked) -> int:
    """Count the statements."""
    if asked == Asked(by=asked.by) and asked.by:  # Out of the index alone, which a speaker of many words needs.
        mine = _by(meaning.find(conn, asked.by), "speaker").distinct().subquery()
        return conn.scalar(select(func.count()).select_from(mine)) or 0
    query = select(func.count()).select_from(statements).where(*conditions(conn, asked))
    return conn.scalar(query) or 0


def conditions(conn: Connection, asked: Asked) -> list[ColumnElement[bool]]:
    """Give the conditions on `statements` that a question makes."""
    found: list[ColumnElement[bool]] = []
    for role, words in (("speaker", asked.by), ("addressee", asked.to)):
        if words:
            found.append(statements.c.number.in_(_by(meaning.find(conn, words), role)))
    for words in (asked.about, asked.match):
        if words:
            found.append(search_index.matching(conn, statements, words))
    if asked.since:
        found.append(statements.c.day >= given(asked.since).begin)
    if asked.until:
        found.append(statements.c.day <= given(asked.until).end)
    if asked.stance:
        found.append(statements.c.stance.in_(asked.stance))
    return found


def _newest(conn: Connection, asked: Asked) -> list[ColumnElement[bool]]:
    """Limit a question that asks for a speaker alone to the days of the newest statements that are wanted, so that not all are sorted."""
    if asked != Asked(by=asked.by, limit=asked.limit, offset=asked.offset) or not asked.by or asked.limit is None:
        return []
    mine = _by(meaning.find(conn, asked.by), "speaker").with_only_columns(voices.c.statement, voices.c.day).distinct()
    ranked = mine.where(voices.c.day.is_not(None)).order_by(voices.c.day.desc()).limit(1).offset(asked.limit + asked.offset - 1)
    first = conn.scalar(select(ranked.subquery().c.day))
    return [] if first is None else [statements.c.day >= first]


def _by(meant: Meant, role: str) -> Select[tuple[int]]:
    """Give the statements by a person, or by anybody who acts for a country."""
    query = select(voices.c.statement).where(voices.c.role == role)
    if meant.side is not None and meant.kind == "state":
        mine = select(actors.c.number).where(actors.c.country == meant.side)
        return query.where(voices.c.actor.in_(mine))
    return query.where(voices.c.actor.in_(meant.numbers))


def _voices(conn: Connection, numbers: Collection[int]) -> Mapping[tuple[int, str], list[PartyAnswer]]:
    from memcon.register.loading import chunks

    found: dict[tuple[int, str], list[PartyAnswer]] = {}
    for part in chunks(numbers):
        query = (
            select(voices.c.statement, voices.c.role, actors.c.name, actors.c.country, actors.c.kind, actors.c.key)
            .join(actors, actors.c.number == voices.c.actor)
            .where(voices.c.statement.in_(part))
            .order_by(voices.c.statement, actors.c.key)
        )
        for r in conn.execute(query):
            found.setdefault((r.statement, r.role), []).append(PartyAnswer(r.name, r.country, r.kind, r.key))
    return found


def _answer(
    row: Row[Any], people: Mapping[tuple[int, str], Sequence[PartyAnswer]], words: Sequence[str]
) -> StatementAnswer:
    said = msgspec.json.decode(row.said, type=Statement)
    return StatementAnswer(
        report=row.source_id,
        statement=row.id,
        day=iso(row.day) if row.day is not None else None,
        speakers=tuple(people.get((row.number, "speaker"), ())),
        addressees=tuple(people.get((row.number, "addressee"), ())),
        cue=said.cue,
        content=said.content,
        type=said.type,
        stance=said.stance,
        channel=said.channel,
        confidence=said.confidence,
        source=source(row),
        matches=tuple(m for w in words for c in said.content for m in matches_in(c.quote, w, c.start)),
    )
