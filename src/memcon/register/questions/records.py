"""The reports of the register and their records."""

from sqlalchemy import Connection, select

from memcon.record import Record
from memcon.register.answers import ReportAnswer
from memcon.register.errors import QuestionError
from memcon.register.rows import unpack
from memcon.register.tables import reports


def record(conn: Connection, id: str, version: int | None = None) -> Record:
    """Give the record of a report.

    Raises:
        QuestionError: the register has no such report.
    """
    query = select(reports.c.record).where(reports.c.id == id)
    query = query.where(reports.c.current.is_(True)) if version is None else query.where(reports.c.version == version)
    data = conn.scalar(query)
    if data is None:
        raise QuestionError(f"the register has no report {id!r}" + (f" of version {version}" if version else ""))
    return unpack(data)


def find(conn: Connection, limit: int | None = None, offset: int = 0) -> tuple[ReportAnswer, ...]:
    """Give the reports, the latest added first, the newest version of each."""
    query = select(reports).where(reports.c.current.is_(True)).order_by(reports.c.number.desc()).offset(offset)
    if limit is not None:
        query = query.limit(limit)
    return tuple(ReportAnswer(r.id, r.version, r.title, r.publisher, r.published, r.url, r.path) for r in conn.execute(query))


