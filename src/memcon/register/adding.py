"""Records into the register: those of one transaction are written together, and joined once when they all stand there."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, Literal

from sqlalchemy import Connection, delete, or_, select, update

from memcon.record import Record, Report
from memcon.register import copying, rows, search_index
from memcon.register.deriving import Entering, derive, next_number
from memcon.register.judging import judged_codes
from memcon.register.loading import chunks
from memcon.register.settling import neighbours, refresh, settle, sweep
from memcon.register.tables import (
    accounts,
    casts,
    concerns,
    figures,
    participants,
    reports,
    statements,
    texts,
    unread,
    voices,
)
from memcon.register.versions import inherit, kin
from memcon.register.versions import older as is_older

Outcome = Literal["added", "same", "superseded"]
"""`same`: the register had it, or a newer version of it; `superseded`: it is a corrected version, the older one is kept."""


def add(conn: Connection, record: Record) -> Outcome:
    """Put a record into the register within the connection's transaction."""
    return add_all(conn, (record,))[0]


def add_all(conn: Connection, records: Iterable[Record]) -> list[Outcome]:
    """Put records into the register within the connection's transaction.

    The entries are a function of the set of accounts, so it is enough to join them once, after the last.
    """
    batch = _Batch(conn)
    found = [batch.take(record) for record in records]
    batch.write()
    return found


class _Batch:
    """Records that wait to be written; whatever bears on one that waits has it written first."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self._begin()

    def _begin(self) -> None:
        self._waiting: list[Entering] = []
        self._marks: set[str] = set()
        self._paths: set[str] = set()
        self._seeds: set[int] = set()
        self._copied: set[int] = set()
        self._next: int | None = None

    def take(self, record: Record) -> Outcome:
        """Tell what a record is to the register, and let it wait if it is new."""
        report = record.report
        if report.path:
            self._paths.add(report.path)
        content = rows.content(report)
        if self._marks & {report.id, report.raw_sha256, content}:
            self.write()
        if _known(self._conn, report, content):
            return "same"
        current = _current(self._conn, report)
        if current and is_older(rows.unpack(current.record).report, report):
            return "same"
        id, version = (current.id, current.version + 1) if current else (_free(self._conn, report), 1)
        codes = self._supersede(current, record)
        self._waiting.append(Entering(record, rows.report_row(record, self._number(), id, version, content), codes))
        self._marks |= {report.id, id, report.raw_sha256, content}
        return "superseded" if current else "added"

    def _number(self) -> int:
        if self._next is None:
            self._next = next_number(self._conn, reports)
        self._next += 1
        return self._next - 1

    def _supersede(self, older: Any, record: Record) -> dict[str, tuple[str, int]]:
        """Take the older version's rows away; give what the accounts of the new one inherit."""
        if older is None:
            return {}
        self.write()
        codes = inherit(self._conn, older.number, record)
        self._seeds, self._copied = retire(self._conn, older.number, {c for c, _ in codes.values()})
        self._conn.execute(update(reports).where(reports.c.number == older.number).values(current=False))
        return codes

    def write(self) -> None:
        """Write what waits, and join."""
        if self._paths:
            for part in chunks(sorted(self._paths)):
                self._conn.execute(delete(unread).where(unread.c.name.in_(part)))
        if self._waiting:
            self._conn.execute(reports.insert(), [e.row for e in self._waiting])
            _settle(self._conn, self._waiting, self._seeds, self._copied)
        self._begin()


def replace(conn: Connection, number: int, record: Record) -> bool:
    """Put a new reading of the same report in the place of the older one; tell whether it differs."""
    row = conn.execute(select(reports).where(reports.c.number == number)).one()
    data = rows.pack(record)
    if data == row.record:
        return False
    codes = inherit(conn, number, record)
    seeds, copied = retire(conn, number, {c for c, _ in codes.values()})
    fresh = rows.report_row(record, number, row.id, row.version)
    conn.execute(update(reports).where(reports.c.number == number).values({k: v for k, v in fresh.items() if k != "number"}))
    _settle(conn, [Entering(record, fresh, codes)], seeds, copied)
    return True


def _settle(conn: Connection, entering: Sequence[Entering], seeds: Collection[int], copied: Collection[int]) -> None:
    fresh = derive(conn, entering)
    touched = set(copied)
    for one in entering:
        if one.record.report.format != "register":
            touched |= copying.enter(conn, one.number, one.record.report.text, one.day)
    settle(conn, fresh.union(seeds), fresh)
    refresh(conn, touched)


def _known(conn: Connection, report: Report, content: str) -> bool:
    """Tell whether the register has this very report: the same id and content, or the same file under another name."""
    query = select(reports.c.number).where(
        or_(
            (reports.c.content == content),
            (reports.c.raw == report.raw_sha256) & (reports.c.current.is_(True)) & (reports.c.text_sha == report.sha256),
        )
    )
    return conn.scalar(query.limit(1)) is not None


def _current(conn: Connection, report: Report) -> Any:
    """Give the row (number, id, version, record) of the newest version of a report that the register has, None where it has none."""
    columns = (reports.c.number, reports.c.id, reports.c.version, reports.c.record)
    query = select(*columns).where(reports.c.own == report.id, reports.c.current.is_(True)).order_by(reports.c.number)
    return next((row for row in conn.execute(query) if kin(rows.unpack(row.record).report, report)), None)


def _free(conn: Connection, report: Report) -> str:
    """Give the id of a new report: its own, unless another one has that (two files called readout.txt)."""
    taken = conn.scalar(select(reports.c.number).where(reports.c.id == report.id).limit(1))
    return report.id if taken is None else f"{report.id}~{report.sha256[:8]}"


def retire(conn: Connection, report: int, inherited: Collection[str] = ()) -> tuple[set[int], set[int]]:
    """Take the derived rows of a report away; give the accounts that stood with its own, and the entries of what it copied.

    Judged accounts that nothing inherits are kept.
    """
    codes = dict(conn.execute(select(accounts.c.code, accounts.c.number).where(accounts.c.report == report)).all())
    kept = judged_codes(conn, codes) - set(inherited)
    gone = [n for c, n in sorted(codes.items()) if c not in kept]
    seeds = neighbours(conn, gone)
    left: set[int] = set()
    for part in chunks(gone):
        left |= {e for e in conn.scalars(select(accounts.c.entry).where(accounts.c.number.in_(part))) if e is not None}
        conn.execute(delete(participants).where(participants.c.account.in_(part)))
        conn.execute(delete(accounts).where(accounts.c.number.in_(part)))
    sweep(conn, left)
    if kept:
        conn.execute(update(accounts).where(accounts.c.code.in_(sorted(kept))).values(kept=True))
    for of, child, column in ((statements, voices, voices.c.statement), (figures, concerns, concerns.c.figure)):
        mine = conn.scalars(select(of.c.number).where(of.c.report == report).order_by(of.c.number)).all()
        search_index.drop(conn, of, mine)
        for part in chunks(mine):
            conn.execute(delete(child).where(column.in_(part)))
        conn.execute(delete(of).where(of.c.report == report))
    copied = copying.leave(conn, report)
    search_index.drop(conn, texts, [report])
    conn.execute(delete(texts).where(texts.c.number == report))
    conn.execute(delete(casts).where(casts.c.report == report))
    return seeds, copied


def log_unread(conn: Connection, name: str, reason: str) -> None:
    """Keep the reason why a document could not be read."""
    conn.execute(delete(unread).where(unread.c.name == name))
    conn.execute(unread.insert(), {"name": name, "reason": reason})
