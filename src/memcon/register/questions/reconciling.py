"""What the reports tell held against a reference register: confirmed, dates differ, missing here, missing there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, func, select

from memcon.register.answers import Entry, Reconciliation
from memcon.register.calendar import days
from memcon.register.questions.engagements import period, shown
from memcon.register.questions.telling import entries_of
from memcon.register.tables import accounts, actors, entries, participants, parties, reports

IN_PERSON = ("meeting", "visit", "summit")
_NEAR = 10
"""Days within which two entries of the same parties that did not join are told as one whose dates differ."""
_NEARLY_ALL = 0.95
_VAGUE = 31
"""Days of the longest date of a report that is held against the register's."""


def find(conn: Connection, source: str, since: str | None = None, until: str | None = None) -> Reconciliation:
    """Hold the reports against the register called `source`, over a period."""
    theirs = _told_by(reports.c.publisher == source, reports.c.format == "register")
    ours = _told_by(reports.c.format != "register")
    where = [*period(since, until), *shown()]
    both = _numbers(conn, [entries.c.number.in_(theirs), entries.c.number.in_(ours), *where])
    only_theirs = _numbers(conn, [entries.c.number.in_(theirs), entries.c.number.not_in(ours), *where])
    only_ours = _numbers(conn, [entries.c.number.not_in(theirs), *_in_scope(conn, theirs), *where])
    known = {e.id: e for e in entries_of(conn, both)}
    differ = [e for e in known.values() if _dates_differ(e, source)]
    near = _near(conn, only_theirs, only_ours)
    met = {n for _, *pair in near for n in pair}
    apart = [(a, b) for gap, a, b in near if gap > 0]
    return Reconciliation(
        confirmed=tuple(e for e in known.values() if e not in differ) + entries_of(conn, [a for gap, a, _ in near if gap <= 0]),
        differ=tuple((e, None) for e in differ) + tuple(_pairs(conn, apart)),
        missing_here=entries_of(conn, [n for n in only_theirs if n not in met]),
        missing_there=entries_of(conn, [n for n in only_ours if n not in met]),
    )


def _told_by(*where: ColumnElement[bool]) -> Select[tuple[int | None]]:
    query = select(accounts.c.entry).join(reports, reports.c.number == accounts.c.report)
    return query.where(accounts.c.entry.is_not(None), *where)


def _numbers(conn: Connection, where: Sequence[ColumnElement[bool]]) -> list[int]:
    query = select(entries.c.number).where(*where).order_by(entries.c.begin.is_(None), entries.c.begin, entries.c.code)
    return list(conn.scalars(query))


def _in_scope(conn: Connection, theirs: Select[tuple[int | None]]) -> list[ColumnElement[bool]]:
    """Limit the reports' entries to what the register would hold: in person, held, dated within its days, by one who is in it, abroad."""
    first, last = conn.execute(select(func.min(entries.c.begin), func.max(entries.c.end)).where(entries.c.number.in_(theirs))).one()
    one = actors.alias()
    travellers = (
        select(one.c.chief)
        .join(participants, participants.c.actor == one.c.number)
        .join(accounts, accounts.c.number == participants.c.account)
        .where(accounts.c.entry.in_(theirs), participants.c.role == "visitor")
    )
    mine = select(parties.c.entry).join(actors, actors.c.number == parties.c.actor)
    abroad = mine.where(actors.c.chief.in_(travellers), actors.c.country != entries.c.country).correlate(entries)
    return [
        entries.c.kind.in_(IN_PERSON),
        entries.c.status == "held",
        entries.c.begin >= (first or 0),
        entries.c.end <= (last or 0),
        entries.c.number.in_(abroad),
        entries.c.number.in_(select(parties.c.entry).where(parties.c.side.in_(_whose(conn, theirs)))),
    ]


def _whose(conn: Connection, theirs: Select[tuple[int | None]]) -> list[str]:
    """Give the sides that take part in nearly all that the register holds: it is theirs ("travels of US Secretaries of State")."""
    count = func.count(parties.c.entry.distinct())
    query = select(parties.c.side, count).where(parties.c.entry.in_(theirs)).group_by(parties.c.side)
    total = conn.scalar(select(count).where(parties.c.entry.in_(theirs))) or 0
    found = sorted(side for side, times in conn.execute(query) if times >= _NEARLY_ALL * total)
    return found or sorted(side for side, _ in conn.execute(query))


def _dates_differ(entry: Entry, source: str) -> bool:
    """Tell whether a report dates the engagement to days outside those of the register."""
    theirs = [d for a in entry.accounts if a.source.publisher == source and (d := days(a.date))]
    ours = [d for a in entry.accounts if a.source.publisher != source and a.status == "held" and (d := days(a.date))]
    return bool(ours) and all(a.gap(b) > 0 for a in theirs for b in ours)


def _near(conn: Connection, theirs: Collection[int], ours: Collection[int]) -> list[tuple[int, int, int]]:
    """Pair entries that share a person and two sides and whose dates are close, each one once, the closest first.

    Give the days between them (0 or less where they overlap), the register's entry and the reports'.
    """
    rows = _parties(conn, {*theirs, *ours})
    by_person: dict[int, list[int]] = {}
    for number in theirs:
        for person in sorted(rows[number].persons):
            by_person.setdefault(person, []).append(number)
    found: set[tuple[int, int, int]] = set()
    for number in ours:
        mine = rows[number]
        if mine.begin is None or mine.end is None or mine.end - mine.begin > _VAGUE:
            continue
        for other in {n for person in mine.persons for n in by_person.get(person, ())}:
            its = rows[other]
            if its.begin is None or its.end is None or len(mine.sides & its.sides) < 2:
                continue
            if (gap := max(its.begin - mine.end, mine.begin - its.end)) <= _NEAR:
                found.add((gap, other, number))
    paired: list[tuple[int, int, int]] = []
    taken: set[int] = set()
    for gap, a, b in sorted(found):
        if not taken & {a, b}:
            taken |= {a, b}
            paired.append((gap, a, b))
    return paired


@dataclass
class _Row:
    """An entry as it is paired: its days, the sides and the persons (by the number of the class) that take part."""

    begin: int | None
    end: int | None
    sides: set[str]
    persons: set[int]


def _parties(conn: Connection, numbers: Collection[int]) -> dict[int, _Row]:
    from memcon.register.loading import chunks

    found: dict[int, _Row] = {}
    for part in chunks(sorted(numbers)):
        query = select(entries.c.number, entries.c.begin, entries.c.end, parties.c.side, actors.c.kind, actors.c.chief)
        query = query.outerjoin(parties, parties.c.entry == entries.c.number).outerjoin(actors, actors.c.number == parties.c.actor)
        for row in conn.execute(query.where(entries.c.number.in_(part))):
            one = found.setdefault(row.number, _Row(row.begin, row.end, set(), set()))
            if row.side is not None:
                one.sides.add(row.side)
            if row.kind == "person":
                one.persons.add(row.chief)
    return found


def _pairs(conn: Connection, near: Sequence[tuple[int, int]]) -> list[tuple[Entry, Entry | None]]:
    firsts = entries_of(conn, [a for a, _ in near])
    seconds = entries_of(conn, [b for _, b in near])
    return list(zip(firsts, seconds, strict=True))
