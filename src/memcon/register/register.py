"""The register: what was read, added up; and the questions it answers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, delete, func, select, text
from sqlalchemy.exc import OperationalError

from memcon.record import Record
from memcon.register import adding, judge, migrating
from memcon.register.answers import Judgement, Unread
from memcon.register.errors import RegisterError
from memcon.register.opening import engine, reachable
from memcon.register.questions.asking import Questions
from memcon.register.tables import files, reports, unread

_LOCK = 7263517
"""The advisory lock under which one writer at a time joins accounts in PostgreSQL."""


class Register(Questions):
    """A register of diplomacy in a file or a PostgreSQL database; `memcon.register.open` gives one.

    Use it in a `with` statement, or call `close`.
    """

    def __enter__(self) -> Register:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection in a transaction that alone may write; an error takes all of it back.

        Raises:
            RegisterError: the database cannot be written (no space, no permission, the server is gone).
        """
        try:
            with self.engine.connect().execution_options(writes=True) as conn, conn.begin():
                if conn.dialect.name == "postgresql":
                    conn.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                yield conn
        except OperationalError as error:
            raise RegisterError(f"the register cannot be written: {error.orig}; nothing of it was added") from error

    def add(self, record: Record) -> adding.Outcome:
        """Add a record in one transaction; the same report twice is once, a corrected version supersedes the older one."""
        with self.writing() as conn:
            return adding.add(conn, record)

    def add_all(self, records: Iterable[Record]) -> list[adding.Outcome]:
        """Add records in one transaction, all or none; much faster than one by one, and the register is the same."""
        with self.writing() as conn:
            return adding.add_all(conn, records)

    def knows(self, raw: str) -> bool:
        """Tell whether a file of this SHA-256 was read to its end."""
        with self.reading() as conn:
            one = conn.scalar(select(reports.c.number).where(reports.c.raw == raw).limit(1))
            return one is not None or conn.scalar(select(files.c.raw).where(files.c.raw == raw)) is not None

    def mark_read(self, raw: str) -> None:
        """Remember that a file of several documents was read to its end."""
        with self.writing() as conn:
            conn.execute(delete(files).where(files.c.raw == raw))
            conn.execute(files.insert(), {"raw": raw})

    def count(self) -> int:
        """Give the number of reports, the newest version of each."""
        with self.reading() as conn:
            return conn.scalar(select(func.count()).select_from(reports).where(reports.c.current.is_(True))) or 0

    def log_unread(self, name: str, reason: str) -> None:
        """Keep the reason why a document could not be read."""
        with self.writing() as conn:
            adding.log_unread(conn, name, reason)

    def unread(self) -> tuple[Unread, ...]:
        """Give the documents that could not be read, by name."""
        with self.reading() as conn:
            return tuple(Unread(r.name, r.reason) for r in conn.execute(select(unread).order_by(unread.c.name)))

    def judge(
        self,
        act: judge.Act,
        target: str,
        *,
        who: str,
        at: str,
        other: str | None = None,
        field: str | None = None,
        value: str | None = None,
        note: str | None = None,
    ) -> Judgement:
        """Take a judgement down: `who` decided it, `at` an ISO time.

        `target` (and `other`, of a `merge`) is the id of an entry or account, for `same_actor` and `other_actor` an actor's key or name, for
        `undo` the number of a judgement; `correct` sets a `field` of an entry to a `value`.

        Raises:
            QuestionError: a target is not known, or the judgement is incomplete.
        """
        with self.writing() as conn:
            return judge.take(conn, act, target, who=who, at=at, other=other, field=field, value=value, note=note)


def open(place: str | os.PathLike[str], *, make: bool = True) -> Register:
    """Open a register: a file (made where there is none) or a `postgresql://` URL.

    One that an older Memcon wrote is migrated; a file is copied first, beside itself.

    Raises:
        RegisterError: it cannot be opened; `NewerRegister` where a newer Memcon wrote it.
    """
    shown = os.fspath(place)
    if not make and "://" not in shown and not Path(shown).exists():
        raise RegisterError(f"there is no register at {shown}; `memcon add` makes one")
    found = engine(place)
    try:
        _ready(found, shown, make)
    except BaseException:
        found.dispose()
        raise
    return Register(found)


def _ready(found: Engine, shown: str, make: bool) -> None:
    """Make, or bring up, what stands in a database, or tell why that cannot be."""
    there = reachable(found)
    if "alembic_version" in there and "reports" in there:
        migrating.bring_up(found, shown)
    elif there:
        raise RegisterError(f"the database {shown} holds other tables ({', '.join(sorted(there)[:3])}); give one of its own")
    elif make:
        migrating.make(found)
    else:
        raise RegisterError(f"there is no register at {shown}; `memcon add` makes one")
