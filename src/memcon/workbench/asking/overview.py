"""What is in the register, and what is new in it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from memcon.register import Register
from memcon.register.answers import Entry
from memcon.register.calendar import iso
from memcon.register.questions.engagements import Asked, conditions, shown
from memcon.register.questions.telling import entries_of
from memcon.register.tables import entries, figures, judgements, reports, statements


@dataclass(frozen=True, slots=True)
class Recent:
    """A report that was added lately, and the entries that it tells of first."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    engagements: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts of what is shown by default; `first` and `last` are the outermost days of engagements held."""

    reports: int
    engagements: int
    statements: int
    figures: int
    judgements: int
    first: str | None
    last: str | None
    recent: tuple[Recent, ...]
    latest: tuple[Entry, ...]
    announced: tuple[Entry, ...]


def overview(register: Register, lately: int = 6) -> Overview:
    """Give the overview."""
    with register.reading() as conn:
        dated = [*shown(), entries.c.status == "held", entries.c.end - entries.c.begin < 32]
        first, last = conn.execute(select(func.min(entries.c.begin), func.max(entries.c.end)).where(*dated)).one()
        return Overview(
            reports=_count(conn, select(func.count()).select_from(reports).where(reports.c.current.is_(True))),
            engagements=_count(conn, select(func.count()).select_from(entries).where(*shown())),
            statements=_count(conn, select(func.count()).select_from(statements)),
            figures=_count(conn, select(func.count()).select_from(figures)),
            judgements=_count(conn, select(func.count()).select_from(judgements)),
            first=iso(first) if first is not None else None,
            last=iso(last) if last is not None else None,
            recent=_recent(conn, lately),
            latest=newest(conn, Asked(status=("held",), main=True, until=date.today().isoformat()), lately),
            announced=newest(conn, Asked(status=("planned", "proposed")), lately),
        )


def held_by_year(register: Register, today: date) -> list[tuple[int, int]]:
    """Count what was held by year, up to a day; a date of more than a year is in none."""
    query = select(entries.c.begin, func.count()).where(*shown(), entries.c.status == "held", entries.c.begin <= today.toordinal())
    found: dict[int, int] = {}
    with register.reading() as conn:
        for day, count in conn.execute(query.where(entries.c.end - entries.c.begin < 366).group_by(entries.c.begin)):
            year = date.fromordinal(day).year
            found[year] = found.get(year, 0) + count
    return sorted(found.items())


def last_year(register: Register) -> int:
    """Give the year of the newest report; the present one where there is none."""
    with register.reading() as conn:
        day = conn.scalar(select(func.max(reports.c.day)))
    return date.fromordinal(day).year if day else date.today().year


def newest(conn: Connection, asked: Asked, limit: int, offset: int = 0) -> tuple[Entry, ...]:
    """Give engagements, the newest first, undated ones last."""
    query = select(entries.c.number).where(*conditions(conn, asked))
    query = query.order_by(entries.c.begin.is_(None), entries.c.begin.desc(), entries.c.end.desc(), entries.c.code)
    return entries_of(conn, conn.scalars(query.limit(limit).offset(offset)).all())


def _count(conn: Connection, query: object) -> int:
    return conn.scalar(query) or 0  # type: ignore[call-overload]


def _recent(conn: Connection, limit: int) -> tuple[Recent, ...]:
    from memcon.register.tables import accounts

    told = select(func.count()).select_from(accounts).where(accounts.c.report == reports.c.number).scalar_subquery()
    query = select(reports.c.id, reports.c.title, reports.c.publisher, reports.c.published, told.label("told"))
    query = query.where(reports.c.current.is_(True)).order_by(reports.c.number.desc()).limit(limit)
    return tuple(Recent(r.id, r.title, r.publisher, r.published, r.told) for r in conn.execute(query))
