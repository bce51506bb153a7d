"""What the reports tell held against a reference register: confirmed, dates differ, missing here, missing there."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from sqlalchemy import ColumnElement, Connection, Select, func, select

from memcon.register.answers import Entry, Reconciliation
from memcon.register.calendar import days
from memcon.register.questions.engagements import period, shown
from memcon.register.questions.telling import entries_of
from memcon.register.tables import accounts, actors, entries, participants, parties, reports

IN_PERSON = ("meeting", "visit", "summit")
_NEAR = 10
"""Days within which two entries of the same parties that did not join are told as one whose dates differ."""


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
    met = {n for pair in near for n in pair}
    return Reconciliation(
        confirmed=tuple(e for e in known.values() if e not in differ),
        differ=tuple((e, None) for e in differ) + tuple(_pairs(conn, near)),
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
    ]


def _dates_differ(entry: Entry, source: str) -> bool:
    """Tell whether a report dates the engagement to days outside those of the register."""
    theirs = [d for a in entry.accounts if a.source.publisher == source and (d := days(a.date))]
    ours = [d for a in entry.accounts if a.source.publisher != source and a.status == "held" and (d := days(a.date))]
    return bool(ours) and all(a.gap(b) > 0 for a in theirs for b in ours)


def _near(conn: Connection, theirs: Collection[int], ours: Collection[int]) -> list[tuple[int, int]]:
    """Pair entries of the same parties whose dates are close, each one once, the closest first."""
    rows = _parties(conn, {*theirs, *ours})
    by_side: dict[tuple[str, str], list[int]] = {}
    for number in theirs:
        begin, end, sides = rows[number]
        if begin is not None:
            for pair in pairwise(sorted(sides)):
                by_side.setdefault(pair, []).append(number)
    found: list[tuple[int, int, int]] = []
    for number in ours:
        begin, end, sides = rows[number]
        if begin is None or end is None:
            continue
        for pair in pairwise(sorted(sides)):
            for other in by_side.get(pair, ()):
                start, stop, _ = rows[other]
                if start is not None and stop is not None and (gap := max(start - end, begin - stop)) <= _NEAR:
                    found.append((gap, other, number))
    paired: list[tuple[int, int]] = []
    taken: set[int] = set()
    for _, a, b in sorted(found):
        if not taken & {a, b}:
            taken |= {a, b}
            paired.append((a, b))
    return paired


def _parties(conn: Connection, numbers: Collection[int]) -> dict[int, tuple[int | None, int | None, set[str]]]:
    from memcon.register.loading import chunks

    found: dict[int, tuple[int | None, int | None, set[str]]] = {}
    for part in chunks(sorted(numbers)):
        query = select(entries.c.number, entries.c.begin, entries.c.end, parties.c.side)
        query = query.outerjoin(parties, parties.c.entry == entries.c.number).where(entries.c.number.in_(part))
        for row in conn.execute(query):
            found.setdefault(row.number, (row.begin, row.end, set()))[2].add(row.side or "")
    return found


def _pairs(conn: Connection, near: Sequence[tuple[int, int]]) -> list[tuple[Entry, Entry | None]]:
    firsts = entries_of(conn, [a for a, _ in near])
    seconds = entries_of(conn, [b for _, b in near])
    return list(zip(firsts, seconds, strict=True))
