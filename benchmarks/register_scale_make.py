"""Makes a register of many reports out of the records of a few hundred documents, re-dated and re-named.

A variant of a record has its dates moved by some days and the persons whom no table knows called otherwise. A few thousand
variants are added as reports always are; that register is then multiplied within the database, each copy moved by its own number
of days, until it is as great as wanted: the rows are those that adding would write, but copies do not join with each other.
"""

import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection, Table, func, literal_column, select, text

from memcon.record import Publication, Record
from memcon.register import search_index
from memcon.register.tables import (
    accounts,
    casts,
    concerns,
    entries,
    figures,
    fingerprints,
    participants,
    parties,
    reports,
    statements,
    texts,
    voices,
)

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEARS = 8
_SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeo"]
_NUMBERED: tuple[tuple[Table, dict[str, Table]], ...] = (
    (reports, {"number": reports}),
    (texts, {"number": reports}),
    (casts, {"report": reports}),
    (statements, {"number": statements, "report": reports}),
    (voices, {"statement": statements}),
    (figures, {"number": figures, "report": reports}),
    (concerns, {"figure": figures}),
    (entries, {"number": accounts}),
    (accounts, {"number": accounts, "report": reports, "entry": accounts}),
    (participants, {"account": accounts}),
    (parties, {"entry": accounts}),
    (fingerprints, {"report": reports}),
)
"""The tables that grow with the reports, and whose numbers their columns hold (an entry has the number of its first account)."""
_DAYS = {"day", "begin", "end"}
_DATES = {"date", "published"}
_NAMES = {"code", "content", "raw"}


def variants(records: Sequence[Record], count: int) -> Iterator[Record]:
    """Give records with other dates and other names: each document once more and once more, until there are `count`."""
    rng = random.Random(1)
    for n in range(count):
        of = records[n % len(records)]
        yield _variant(of, n, rng.randint(-183 * _YEARS, 183 * _YEARS), random.Random(n))


def _variant(record: Record, n: int, days: int, rng: random.Random) -> Record:
    report = record.report
    told = moved(report.published.value, days) if report.published else None
    return replace(
        record,
        report=replace(
            report,
            id=f"{report.id}-{n}",
            raw_sha256=hashlib.sha256(f"{report.id} {n}".encode()).hexdigest(),
            url=None,
            path=None,
            published=Publication(told, "given", "given") if told else None,
        ),
        actors=tuple(
            replace(a, name=_name(rng)) if a.kind == "person" and a.name_source == "text" else a for a in record.actors
        ),
        engagements=tuple(replace(e, date=moved(e.date, days)) for e in record.engagements),
    )


def _name(rng: random.Random) -> str:
    given, family = ("".join(rng.choices(_SYLLABLES, k=k)).title() for k in (2, 3))
    return f"{given} {family}"


def moved(edtf: str | None, days: int) -> str | None:
    """Move the days of an EDTF date.

    >>> moved("2021-12-30/2022-01-02", 3), moved("2021-12", 3)
    ('2022-01-02/2022-01-05', '2021-12')
    """
    return edtf and _DAY.sub(lambda m: (date.fromisoformat(m[0]) + timedelta(days)).isoformat(), edtf)


def multiply(conn: Connection, times: int) -> None:
    """Copy all rows that hang on reports `times` - 1 times."""
    step = {t.name: conn.scalar(select(func.max(t.c.number))) or 0 for t in (reports, statements, figures, accounts)}
    for n in range(1, times):
        for table, numbered in _NUMBERED:
            columns = [_copied(conn, c.name, numbered, step, n) for c in table.columns]
            shifted = {"number": reports, "report": reports, **numbered}
            key = next(name for name in ("number", *shifted) if name in table.c and name in shifted)
            first = table.c[key] <= step[shifted[key].name]
            conn.execute(table.insert().from_select([c.name for c in table.columns], select(*columns).select_from(table).where(first)))
        for table, _ in search_index.INDEXED:
            _index(conn, table, step[_NUMBERED[[t for t, _ in _NUMBERED].index(table)][1]["number"].name] * n)


def _copied(conn: Connection, name: str, numbered: dict[str, Table], step: dict[str, int], n: int):  # type: ignore[no-untyped-def]
    days = 41 * n
    quoted = f'"{name}"'
    if name in numbered:
        return literal_column(f"{quoted} + {step[numbered[name].name] * n}")
    if name in _DAYS:
        return literal_column(f"{quoted} + {days}")
    if name in _DATES:
        plain = (f"date({quoted}, '+{days} days')" if conn.dialect.name == "sqlite" else f"({quoted}::date + {days})::text")
        like = f"{quoted} LIKE '____-__-__'"
        return literal_column(f"CASE WHEN {like} THEN {plain} ELSE {quoted} END")
    if name in _NAMES or (name == "id" and "number" in numbered and numbered["number"] is reports):
        return literal_column(f"{quoted} || '-{n}'")
    if name == "own":
        return literal_column(f"{quoted} || '-{n}'")
    return literal_column(quoted)


def _index(conn: Connection, of: Table, after: int) -> None:
    """Index the rows of a table after a number, those of one copy."""
    if conn.dialect.name == "sqlite":
        names = ", ".join(dict(search_index.INDEXED)[of])
        conn.execute(text(f"INSERT INTO {of.name}_index(rowid, {names}) SELECT number, {names} FROM {of.name} WHERE number > {after}"))
