"""What stands around an entry: the contacts of the same parties before and after it."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from memcon.register import Register
from memcon.register.answers import Entry
from memcon.register.calendar import days
from memcon.register.questions.engagements import shown
from memcon.register.questions.telling import entries_of
from memcon.register.tables import entries, parties
from memcon.workbench.asking.drawn import Contact, contacts


@dataclass(frozen=True, slots=True)
class Around:
    """The two sides, and their contacts: `earlier` the nearest first, `later` too; `all` that have a date, this one too, for a timeline."""

    sides: tuple[str, ...]
    earlier: tuple[Entry, ...]
    later: tuple[Entry, ...]
    all: tuple[Contact, ...]


def around(register: Register, entry: Entry, most: int = 3, drawn: int = 2000) -> Around:
    """Give what stands around an entry; nothing where it has fewer than two sides."""
    with register.reading() as conn:
        sides = _sides(conn, entry.id)
        when = days(entry.date)
        if len(sides) < 2:
            return Around(sides, (), (), ())
        both = [entries.c.number.in_(select(parties.c.entry).where(parties.c.side == side)) for side in sides[:2]]
        query = select(entries.c.number).where(*both, *shown(), entries.c.code != entry.id, entries.c.begin.is_not(None))
        earlier: tuple[Entry, ...] = ()
        later: tuple[Entry, ...] = ()
        if when is not None:
            before = query.where(entries.c.end < when.begin, entries.c.status == "held").order_by(entries.c.end.desc(), entries.c.code)
            after = query.where(entries.c.begin > when.end).order_by(entries.c.begin, entries.c.code)
            earlier = entries_of(conn, conn.scalars(before.limit(most)).all())
            later = entries_of(conn, conn.scalars(after.limit(most)).all())
        every = contacts(conn, [*both, *shown(), entries.c.begin.is_not(None)], drawn)
        return Around(sides[:2], earlier, later, every)


def _sides(conn: Connection, code: str) -> tuple[str, ...]:
    query = select(parties.c.side).join(entries, entries.c.number == parties.c.entry).where(entries.c.code == code).order_by(parties.c.ordinal)
    return tuple(dict.fromkeys(conn.scalars(query)))
