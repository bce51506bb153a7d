"""All reports read again with the Memcon of today; the texts are those that were kept, and every judgement holds."""

from collections import deque
from collections.abc import Callable, Iterator

from sqlalchemy import select

from memcon.record import Report
from memcon.register import adding
from memcon.register.readers import How, again
from memcon.register.register import Register
from memcon.register.rows import unpack
from memcon.register.tables import reports


def reread(
    register: Register, how: How, workers: int = 1, notice: Callable[[int, str], None] | None = None
) -> tuple[int, int]:
    """Read every report again, one transaction each; give how many were read and how many of them changed.

    Entries of reference registers were not read from prose and stay as they are.
    """
    with register.reading() as conn:
        query = select(reports.c.number).where(reports.c.current.is_(True))
        numbers = [r.number for r in conn.execute(query.order_by(reports.c.number))]

    waiting: deque[int] = deque()

    def kept() -> Iterator[Report]:
        for number in numbers:
            with register.reading() as conn:
                report = unpack(conn.execute(select(reports.c.record).where(reports.c.number == number)).scalar_one()).report
            if report.format != "register":
                waiting.append(number)
                yield report

    changed = done = 0
    for done, result in enumerate(again(kept(), how, workers), 1):
        number = waiting.popleft()
        for record in result.parsed():
            with register.writing() as conn:
                changed += adding.replace(conn, number, record)
        if notice:
            notice(done, result.name)
    return done, changed
