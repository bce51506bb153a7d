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
from memcon.workbench.kept import Kept

DRAWN = 2000


@dataclass(frozen=True, slots=True)
class Around:
    """The two sides, and their contacts: `earlier` the nearest first, `later` too; `all` that have a date, this one too, for a timeline."""

    sides: tuple[str, ...]
    earlier: tuple[Entry, ...]
    later: tuple[Entry, ...]
    all: tuple[Contact, ...]


def around(register: Register, kept: Kept, entry: Entry, most: int = 3) -> Around:
    """Give what stands around an entry; nothing where it has fewer than two sides."""
    with register.reading() as conn:
        sides = _sides(conn, entry.id)
        if len(sides) < 2:
            return Around(sides, (), (), ())
        pair = tuple(sorted(sides[:2]))
        every = kept.get(("contacts", pair), lambda: _contacts(register, pair))
        when = days(entry.date)
        dated = [(d, c) for c in every if c.id != entry.id and (d := days(c.date))]
        earlier = sorted(((d.end, c.id) for d, c in dated if when and d.end < when.begin and c.status == "held"), key=lambda x: (-x[0], x[1]))
        later = sorted((d.begin, c.id) for d, c in dated if when and d.begin > when.end)
        return Around(sides[:2], _told(conn, [c for _, c in earlier[:most]]), _told(conn, [c for _, c in later[:most]]), every)


def _contacts(register: Register, pair: tuple[str, ...]) -> tuple[Contact, ...]:
    both = [entries.c.number.in_(select(parties.c.entry).where(parties.c.side == side)) for side in pair]
    with register.reading() as conn:
        return contacts(conn, [*both, *shown(), entries.c.begin.is_not(None)], DRAWN)


def _told(conn: Connection, codes: list[str]) -> tuple[Entry, ...]:
    numbers = {r.code: r.number for r in conn.execute(select(entries.c.code, entries.c.number).where(entries.c.code.in_(codes)))}
    return entries_of(conn, [numbers[c] for c in codes if c in numbers])


def _sides(conn: Connection, code: str) -> tuple[str, ...]:
    query = select(parties.c.side).join(entries, entries.c.number == parties.c.entry).where(entries.c.code == code).order_by(parties.c.ordinal)
    return tuple(dict.fromkeys(conn.scalars(query)))
