"""Contacts as a timeline needs them: no accounts, no differences, so thousands are read in a moment."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, select

from memcon.register.questions.engagements import Asked, conditions
from memcon.register.tables import entries, parties


@dataclass(frozen=True, slots=True)
class Contact:
    """An engagement by id, with its kind, status, date (EDTF) and the names of its first parties."""

    id: str
    kind: str
    status: str
    date: str | None
    names: tuple[str, ...]


def contacts(conn: Connection, where: list[ColumnElement[bool]] | Asked, most: int = 2000) -> tuple[Contact, ...]:
    """Give the contacts that a question asks for, the newest first, those without a date last."""
    conditioned = conditions(conn, where) if isinstance(where, Asked) else where
    columns = (entries.c.number, entries.c.code, entries.c.kind, entries.c.status, entries.c.date)
    query = select(*columns).where(*conditioned).order_by(entries.c.begin.is_(None), entries.c.begin.desc(), entries.c.code).limit(most)
    rows = conn.execute(query).all()
    inner = query.with_only_columns(entries.c.number).subquery()
    named = select(parties.c.entry, parties.c.name).where(parties.c.entry.in_(select(inner.c.number)), parties.c.ordinal < 3).order_by(parties.c.entry, parties.c.ordinal)
    names: dict[int, list[str]] = {}
    for row in conn.execute(named):
        names.setdefault(row.entry, []).append(row.name)
    return tuple(Contact(r.code, r.kind, r.status, r.date, tuple(dict.fromkeys(names.get(r.number, ())))) for r in rows)
