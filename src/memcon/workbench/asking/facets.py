"""How many of the statements, or figures, that a question finds are of which kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from memcon.register import Register
from memcon.register.calendar import iso
from memcon.register.questions import figures as claimed
from memcon.register.questions import statements as said
from memcon.register.tables import actors, concerns, figures, statements, voices

Counts = tuple[tuple[str, int], ...]
_MOST = 10


@dataclass(frozen=True, slots=True)
class SaidFacets:
    """Statements by stance, by the speakers' country, by year."""

    total: int
    stances: Counts
    speakers: Counts
    years: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FigureFacets:
    """Figures by unit, by claimant."""

    total: int
    units: Counts
    claimants: Counts


def of_statements(register: Register, asked: said.Asked) -> SaidFacets:
    """Count statements."""
    with register.reading() as conn:
        where = said.conditions(conn, asked)
        by_country = (
            select(actors.c.country, func.count(statements.c.number.distinct()))
            .select_from(statements)
            .join(voices, voices.c.statement == statements.c.number)
            .join(actors, actors.c.number == voices.c.actor)
            .where(*where, voices.c.role == "speaker", actors.c.country.is_not(None))
            .group_by(actors.c.country)
            .order_by(func.count(statements.c.number.distinct()).desc(), actors.c.country)
            .limit(_MOST)
        )
        return SaidFacets(
            said.count(conn, asked),
            _counts(conn, statements.c.stance, [*where, statements.c.stance.is_not(None)]),
            tuple((str(k), n) for k, n in conn.execute(by_country)),
            _years(conn, where),
        )


def of_figures(register: Register, asked: claimed.Asked) -> FigureFacets:
    """Count figures."""
    with register.reading() as conn:
        where = claimed.conditions(conn, asked)
        total = conn.scalar(select(func.count()).select_from(figures).where(*where)) or 0
        by_claimant = (
            select(actors.c.name, func.count(figures.c.number.distinct()))
            .select_from(figures)
            .join(concerns, concerns.c.figure == figures.c.number)
            .join(actors, actors.c.number == concerns.c.actor)
            .where(*where, concerns.c.role == "claimant")
            .group_by(actors.c.name)
            .order_by(func.count(figures.c.number.distinct()).desc(), actors.c.name)
            .limit(_MOST)
        )
        return FigureFacets(total, _counts(conn, figures.c.unit, where), tuple((str(k), n) for k, n in conn.execute(by_claimant)))


def _counts(conn: Connection, column: ColumnElement[str], where: Sequence[ColumnElement[bool]]) -> Counts:
    query = select(column, func.count()).where(*where).group_by(column).order_by(func.count().desc(), column).limit(_MOST)
    return tuple((str(k), n) for k, n in conn.execute(query))


def _years(conn: Connection, where: Sequence[ColumnElement[bool]]) -> tuple[tuple[int, int], ...]:
    """Count by year; days are grouped first, so the calendar is asked once a day and not once a statement."""
    query = select(statements.c.day, func.count()).where(*where, statements.c.day.is_not(None)).group_by(statements.c.day)
    found: dict[int, int] = {}
    for day, count in conn.execute(query):
        year = int(iso(day)[:4])
        found[year] = found.get(year, 0) + count
    return tuple(sorted(found.items()))
