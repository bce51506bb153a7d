"""Keeping a register safe: a copy of it, a check of it, a dump to compare it by."""

import json
import zlib
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, func, select, text

from memcon.errors import MemconError
from memcon.record import Figure, Statement, spans_in
from memcon.register import search_index
from memcon.register.errors import RegisterError
from memcon.register.questions.engagements import Asked, find
from memcon.register.register import Register, open
from memcon.register.rows import unpack
from memcon.register.tables import (
    accounts,
    actors,
    entries,
    figures,
    judgements,
    metadata,
    reports,
    statements,
    texts,
    unread,
)

_BATCH = 2000


def copy(source: Connection, target: Connection) -> int:
    """Copy all rows into an empty register of the same version, on either database; give how many."""
    count = 0
    for table in metadata.sorted_tables:
        rows = source.execution_options(yield_per=_BATCH).execute(select(table))
        for part in rows.mappings().partitions(_BATCH):
            target.execute(table.insert(), [dict(r) for r in part])
            count += len(part)
    for table, _ in search_index.INDEXED:
        numbers = target.scalars(select(table.c.number).order_by(table.c.number)).all()
        search_index.put(target, table, numbers)
    return count


def backup(register: Register, to: str) -> int:
    """Copy a register to a new file or an empty database; give how many rows.

    Raises:
        RegisterError: there is a register at the other place.
    """
    with open(to) as other, register.reading() as source, other.writing() as target:
        if target.scalar(select(reports.c.number).limit(1)) is not None:
            raise RegisterError(f"there is a register at {to}; give a new file or an empty database")
        return copy(source, target)


def verify(conn: Connection) -> Iterator[str]:
    """Give a sentence for each fault: the database's own check, spans that do not fit their text, entries that do not add up."""
    if conn.dialect.name == "sqlite":
        yield from (f"the file is damaged: {m}" for m in conn.scalars(text("PRAGMA integrity_check")) if m != "ok")
        for row in conn.execute(text("PRAGMA foreign_key_check")):
            yield f"a row of {row[0]} points to a row of {row[2]} that is not there"
    yield from _spans(conn)
    yield from _sums(conn)


def _spans(conn: Connection) -> Iterator[str]:
    query = select(reports.c.id, reports.c.version, reports.c.record).order_by(reports.c.number)
    for row in conn.execution_options(yield_per=100).execute(query):
        try:
            record = unpack(row.record)
        except (MemconError, zlib.error) as error:
            yield f"the record of {row.id} (version {row.version}) cannot be read: {error}"
            continue
        if not _fits(record, record.report.text):
            yield f"the report {row.id} (version {row.version}) has spans that do not fit its text"
    for table, column, kind in ((statements, statements.c.said, Statement), (figures, figures.c.claimed, Figure)):
        columns = (table.c.id, column.label("found"), texts.c.text, reports.c.id.label("report"))
        found = select(*columns).join(texts, texts.c.number == table.c.report).join(reports, reports.c.number == texts.c.number)
        for id, data, words, report in conn.execution_options(yield_per=500).execute(found):
            if not _decodes(data, kind, words):
                yield f"{id} of {report} does not fit the report's text"


def _fits(thing: object, words: str) -> bool:
    return all(words[s.start : s.end] == s.quote for s in spans_in(thing))


def _decodes(found: str, kind: type[Statement] | type[Figure], words: str) -> bool:
    try:
        return _fits(msgspec.json.decode(found, type=kind), words)
    except msgspec.MsgspecError:
        return False


def _sums(conn: Connection) -> Iterator[str]:
    homeless = conn.scalar(select(func.count()).select_from(accounts).where(accounts.c.entry.is_(None)))
    if homeless:
        yield f"{homeless} accounts stand in no entry"
    full = select(accounts.c.entry).where(accounts.c.entry.is_not(None))
    empty = conn.scalar(select(func.count()).select_from(entries).where(entries.c.number.not_in(full)))
    if empty:
        yield f"{empty} entries have no account"
    current = select(reports.c.number).where(reports.c.current.is_(True))
    lost = select(func.count()).select_from(reports).where(reports.c.current.is_(True))
    untold = conn.scalar(lost.where(reports.c.number.not_in(select(texts.c.number))))
    if untold:
        yield f"{untold} reports have no text to search"
    old = select(func.count()).select_from(accounts).where(accounts.c.kept.is_(False))
    stale = conn.scalar(old.where(accounts.c.report.not_in(current)))
    if stale:
        yield f"{stale} accounts belong to older versions of their reports"


def dump(engine: Engine) -> Iterator[str]:
    """Give the register as lines of JSON that depend on what is in it, and not on the order of adding or the database."""
    with engine.connect() as conn:
        columns = (reports.c.id, reports.c.version, reports.c.current, reports.c.content, reports.c.record)
        for row in conn.execution_options(yield_per=100).execute(select(*columns).order_by(reports.c.id, reports.c.version)):
            yield _line("report", {"id": row.id, "version": row.version, "current": row.current, "record": _record(row.record)})
        chief = actors.alias()
        query = select(actors.c.key, actors.c.name, chief.c.key.label("chief")).join(chief, chief.c.number == actors.c.chief)
        for key, name, head in conn.execute(query.order_by(actors.c.key)):
            yield _line("actor", {"key": key, "name": name, "chief": head})
        for entry in sorted(find(conn, Asked(everything=True)), key=lambda e: e.id):
            yield _line("entry", msgspec.to_builtins(entry))
        for table in (judgements, unread):
            for row in conn.execute(select(table).order_by(*table.primary_key.columns)):
                yield _line(table.name, dict(row._mapping))


def _record(data: bytes) -> Any:
    return msgspec.to_builtins(unpack(data))


def _line(kind: str, value: dict[str, Any]) -> str:
    return json.dumps({"kind": kind} | value, ensure_ascii=False, sort_keys=True)
