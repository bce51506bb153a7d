"""What waits for review: what accounts differ on and what the reading is unsure of, the most doubtful first."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from memcon.register import Register
from memcon.register.answers import Entry, Judgement
from memcon.register.calendar import days
from memcon.register.judging import held, history
from memcon.register.questions.engagements import shown
from memcon.register.questions.telling import entries_of
from memcon.register.tables import accounts, entries, parties

Why = Literal["all", "differ", "doubtful"]
DOUBTFUL = 0.6
"""An entry of less confidence is worth a look, and so is one on which accounts differ."""
_SETTLING = ("accept", "reject", "correct")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the review is: what `waits`, what was `decided`, and by whom how much."""

    waits: int
    decided: int
    by: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry on which two reviewers decided differently."""

    entry: Entry
    judgements: tuple[Judgement, ...]


def queue(register: Register, why: Why = "all", limit: int = 50, offset: int = 0) -> tuple[Entry, ...]:
    """Give the entries that wait: those that accounts differ on before others, then by confidence."""
    with register.reading() as conn:
        differs = entries.c.differences != "[]"
        query = select(entries.c.number).where(*_waits(conn, why)).order_by(differs.desc(), entries.c.confidence, entries.c.code)
        return entries_of(conn, conn.scalars(query.limit(limit).offset(offset)).all())


def waiting(register: Register, why: Why = "all") -> int:
    """Count them."""
    with register.reading() as conn:
        return conn.scalar(select(func.count()).select_from(entries).where(*_waits(conn, why))) or 0


def progress(register: Register) -> Progress:
    """Tell how far the review is."""
    with register.reading() as conn:
        mine = [j for j in held(conn) if j.act in _SETTLING]
        by: dict[str, set[str]] = {}
        for one in mine:
            by.setdefault(one.who, set()).add(one.target)
        counts = tuple(sorted(((who, len(targets)) for who, targets in by.items()), key=lambda c: (-c[1], c[0])))
        decided = len({j.target for j in mine})
    return Progress(waiting(register), decided, counts)


def conflicts(register: Register) -> tuple[Conflict, ...]:
    """Give the entries on which two reviewers' latest words differ: accepted and rejected, or one field with two values."""
    with register.reading() as conn:
        latest: dict[tuple[str, str], dict[str, Judgement]] = {}
        for one in history(conn):
            if one.act in _SETTLING and not one.undone:
                subject = one.field or "decision" if one.act == "correct" else "decision"
                latest.setdefault((one.target, subject), {})[one.who] = one
    found = []
    for (target, _), said in sorted(latest.items()):
        if len({(j.act, j.after if j.act == "correct" else None) for j in said.values()}) > 1:
            found.append(Conflict(register.entry(target), tuple(sorted(said.values(), key=lambda j: j.number))))
    return tuple(found)


def _waits(conn: Connection, why: Why) -> list[ColumnElement[bool]]:
    differs, doubtful = entries.c.differences != "[]", entries.c.confidence < DOUBTFUL
    which = {"all": or_(differs, and_(doubtful, entries.c.main.is_(True))), "differ": differs, "doubtful": doubtful}[why]
    decided = _decided(conn)
    found = [which, *shown()]
    return [*found, entries.c.number.not_in(select(accounts.c.entry).where(accounts.c.code.in_(sorted(decided))))] if decided else found


def _decided(conn: Connection) -> Collection[str]:
    return {j.target for j in held(conn) if j.act in _SETTLING}


def alike(register: Register, entry: Entry, days_apart: int = 5, most: int = 6) -> tuple[Entry, ...]:
    """Give the entries of the same two sides on the days around, with which this one may be one and the same."""
    when = days(entry.date)
    with register.reading() as conn:
        number = conn.scalar(select(entries.c.number).where(entries.c.code == entry.id))
        sides = list(dict.fromkeys(conn.scalars(select(parties.c.side).where(parties.c.entry == number).order_by(parties.c.ordinal))))[:2]
        if when is None or not sides:
            return ()
        near = [entries.c.begin <= when.end + days_apart, entries.c.end >= when.begin - days_apart, entries.c.number != number]
        both = [entries.c.number.in_(select(parties.c.entry).where(parties.c.side == side)) for side in sides]
        query = select(entries.c.number).where(*near, *both, *shown()).order_by(entries.c.begin, entries.c.code).limit(most)
        return entries_of(conn, conn.scalars(query).all())
