"""A record into the register: one report, one transaction."""

from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from sqlalchemy import Connection, Table, delete, func, or_, select, update

from memcon.reading.status import standing
from memcon.record import Record, Report
from memcon.register import actor_rows, copying, rows, search_index
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
    report = record.report
    if report.path:
        conn.execute(delete(unread).where(unread.c.name == report.path))
    if _known(conn, report) or _passed(conn, report):
        return "same"
    id, version, older = _version(conn, report)
    row = rows.report_row(record, next_number(conn, reports), id, version)
    seeds: set[int] = set()
    copied: set[int] = set()
    codes: dict[str, tuple[str, int]] = {}
    if older is not None:
        codes = inherit(conn, older, record)
        seeds, copied = retire(conn, older, {c for c, _ in codes.values()})
        conn.execute(update(reports).where(reports.c.number == older).values(current=False))
    conn.execute(reports.insert(), row)
    _settle(conn, record, row, seeds, copied, codes)
    return "superseded" if older is not None else "added"


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
    _settle(conn, record, fresh, seeds, copied, codes)
    return True


def _settle(
    conn: Connection, record: Record, row: rows.Row, seeds: set[int], copied: set[int], codes: Mapping[str, tuple[str, int]]
) -> None:
    fresh = derive(conn, record, row["number"], row["id"], row["day"], codes)
    if record.report.format != "register":
        copied = copied | copying.enter(conn, row["number"], record.report.text, row["day"])
    settle(conn, seeds | fresh, fresh)
    refresh(conn, copied)


def next_number(conn: Connection, of: Table) -> int:
    """Give the number after the highest."""
    return (conn.scalar(select(func.max(of.c.number))) or 0) + 1


def _known(conn: Connection, report: Report) -> bool:
    """Tell whether the register has this very report: the same id and content, or the same file under another name."""
    query = select(reports.c.number).where(
        or_(
            (reports.c.content == rows.content(report)),
            (reports.c.raw == report.raw_sha256) & (reports.c.current.is_(True)) & (reports.c.text_sha == report.sha256),
        )
    )
    return conn.scalar(query.limit(1)) is not None


def _passed(conn: Connection, report: Report) -> bool:
    """Tell whether the register has a newer version of a wire item."""
    query = select(reports.c.record).where(reports.c.own == report.id, reports.c.current.is_(True))
    there = (rows.unpack(data).report for data in conn.scalars(query))
    return any(kin(old, report) and is_older(old, report) for old in there)


def _version(conn: Connection, report: Report) -> tuple[str, int, int | None]:
    """Give the id, the version's number and the number of the version before it.

    Another report of the same id (two files called readout.txt) is no version of it: it gets an id of its own.
    """
    query = select(reports).where(reports.c.own == report.id, reports.c.current.is_(True))
    for row in conn.execute(query.order_by(reports.c.number)):
        if kin(rows.unpack(row.record).report, report):
            return row.id, row.version + 1, row.number
    taken = conn.scalar(select(reports.c.number).where(reports.c.id == report.id).limit(1))
    return (report.id if taken is None else f"{report.id}~{report.sha256[:8]}"), 1, None


def derive(
    conn: Connection, record: Record, number: int, id: str, day: int | None, codes: Mapping[str, tuple[str, int]] | None = None
) -> set[int]:
    """Write all rows that follow from a record; `codes` are those that its accounts inherit. Give the accounts' numbers.

    Of a wire item that its agency withdrew ("KILL") nothing follows: it is kept and can be found, but tells of nothing.
    """
    title = record.report.title.quote if record.report.title else ""
    conn.execute(texts.insert(), {"number": number, "title": title, "text": record.report.text})
    search_index.put(conn, texts, [number])
    if standing(record.report.notes).withdrawn:
        return set()
    numbers = actor_rows.enter(conn, record.actors)
    _insert(conn, casts, rows.cast_rows(record, number, numbers, day))
    _said(conn, record, number, numbers, day)
    _claimed(conn, record, number, numbers, day)
    return _told(conn, record, number, id, numbers, day, codes or {})


def _insert(conn: Connection, of: Table, values: Iterable[rows.Row]) -> None:
    if found := list(values):
        conn.execute(of.insert(), found)


def _said(conn: Connection, record: Record, report: int, numbers: Mapping[str, int], day: int | None) -> None:
    if not record.statements:
        return
    first = next_number(conn, statements)
    _insert(conn, statements, (rows.statement_row(s, n, report, day) for n, s in enumerate(record.statements, first)))
    _insert(conn, voices, (r for n, s in enumerate(record.statements, first) for r in rows.voice_rows(s, n, numbers, day)))
    search_index.put(conn, statements, range(first, first + len(record.statements)))


def _claimed(conn: Connection, record: Record, report: int, numbers: Mapping[str, int], day: int | None) -> None:
    if not record.figures:
        return
    first = next_number(conn, figures)
    _insert(conn, figures, (rows.figure_row(f, n, report, day) for n, f in enumerate(record.figures, first)))
    _insert(conn, concerns, (r for n, f in enumerate(record.figures, first) for r in rows.concern_rows(record, f, n, numbers)))
    search_index.put(conn, figures, range(first, first + len(record.figures)))


def _told(
    conn: Connection,
    record: Record,
    report: int,
    id: str,
    numbers: Mapping[str, int],
    day: int | None,
    codes: Mapping[str, tuple[str, int]],
) -> set[int]:
    first = max([next_number(conn, accounts), *(n + 1 for _, n in codes.values())])
    fresh = iter(range(first, first + len(record.engagements)))
    named = [
        (e, *(codes.get(e.id) or (rows.code(id, record.report.sha256, e), next(fresh)))) for e in record.engagements
    ]
    _insert(conn, accounts, (rows.account_row(record, e, n, report, code) for e, code, n in named))
    _insert(conn, participants, (r for e, _, n in named for r in rows.participant_rows(record, e, n, numbers, day)))
    return {n for _, _, n in named}


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
