"""Who somebody is: spellings, offices over time, contacts, what was said."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, and_, func, select

from memcon.record import Office
from memcon.register import meaning
from memcon.register.answers import OfficeHeld, Partner, PartyAnswer, Profile
from memcon.register.calendar import iso
from memcon.register.meaning import Meant
from memcon.register.questions import statements as said
from memcon.register.questions.engagements import Asked, conditions, shown
from memcon.register.questions.telling import entries_of
from memcon.register.tables import actors, casts, entries, parties, reports

_PARTNERS = 20
_LATEST = 5


def find(conn: Connection, name: str) -> Profile:
    """Answer.

    Raises:
        QuestionError: the register has nobody of that name.
    """
    meant = meaning.find(conn, name)
    numbers = _numbers(conn, meant)
    chief = conn.execute(select(actors).where(actors.c.number.in_(numbers)).order_by(actors.c.number)).all()
    known = next((r for r in chief if r.number == r.chief), chief[0])
    rows = _casts(conn, numbers)
    query = select(entries.c.number).where(*conditions(conn, Asked((name,)))).order_by(entries.c.begin.desc(), entries.c.code)
    latest = conn.scalars(query.where(entries.c.begin.is_not(None)).limit(_LATEST)).all()
    return Profile(
        party=PartyAnswer(meant.words, known.country, known.kind, known.key),
        spellings=_spellings(conn, numbers),
        offices=_offices(rows),
        partners=partners(conn, meant),
        engagements=conn.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0,
        latest=entries_of(conn, latest),
        statements=said.count(conn, said.Asked(by=name)),
        said=said.find(conn, said.Asked(by=name, limit=_LATEST)),
        merged=tuple(r.key for r in chief),
    )


def _numbers(conn: Connection, meant: Meant) -> Sequence[int]:
    if meant.numbers:
        return meant.numbers
    query = select(actors.c.number).where(actors.c.key == f"s:{meant.side}")
    return conn.scalars(query).all() or conn.scalars(select(actors.c.number).where(actors.c.country == meant.side)).all()


def _casts(conn: Connection, numbers: Sequence[int]) -> list[Row[Any]]:
    """Give the mentions that name an office."""
    query = (
        select(casts.c.offices, casts.c.day, reports.c.id)
        .join(reports, reports.c.number == casts.c.report)
        .where(casts.c.actor.in_(numbers), casts.c.offices != "[]")
        .order_by(casts.c.day, reports.c.id)
    )
    return list(conn.execute(query))


def _spellings(conn: Connection, numbers: Sequence[int]) -> tuple[tuple[str, int], ...]:
    query = select(casts.c.name, func.count().label("times")).where(casts.c.actor.in_(numbers)).group_by(casts.c.name)
    return tuple(sorted(((r.name, r.times) for r in conn.execute(query)), key=lambda s: (-s[1], s[0])))


def _offices(rows: Sequence[Row[Any]]) -> tuple[OfficeHeld, ...]:
    """Gather the offices by title and country, as the reports give them."""
    found: dict[tuple[str, str | None], list[tuple[Office, Row[Any]]]] = {}
    for row in rows:
        for office in msgspec.json.decode(row.offices, type=tuple[Office, ...]):
            found.setdefault((office.title.lower(), office.country), []).append((office, row))
    held = []
    for claims in found.values():
        days = sorted(r.day for _, r in claims if r.day is not None)
        names = tuple(dict.fromkeys(r.id for _, r in claims))
        held.append(OfficeHeld(claims[0][0], iso(days[0]) if days else None, iso(days[-1]) if days else None, names))
    return tuple(sorted(held, key=lambda o: (o.first or "9999", o.office.title)))


def partners(conn: Connection, meant: Meant, limit: int = _PARTNERS) -> tuple[Partner, ...]:
    """Give with whom a party was in contact, the most frequent first."""
    mine = select(parties.c.entry).where(meant.of(parties))
    other = and_(parties.c.entry.in_(mine), ~meant.of(parties))
    chief = actors.alias()
    query = (
        select(chief.c.number, chief.c.name, chief.c.kind, chief.c.country, chief.c.key)
        .add_columns(func.count(parties.c.entry.distinct()).label("times"), func.max(entries.c.end).label("last"))
        .select_from(parties)
        .join(actors, actors.c.number == parties.c.actor)
        .join(chief, chief.c.number == actors.c.chief)
        .join(entries, entries.c.number == parties.c.entry)
        .where(other, entries.c.status == "held", *shown())
        .group_by(chief.c.number, chief.c.name, chief.c.kind, chief.c.country, chief.c.key)
        .order_by(func.count(parties.c.entry.distinct()).desc(), chief.c.key)
        .limit(limit)
    )
    return tuple(
        Partner(PartyAnswer(r.name, r.country, r.kind, r.key), r.times, iso(r.last) if r.last else None)
        for r in conn.execute(query)
    )
