"""Copies: reports that hold the text of others, wholly or in part, with the stretches.

Which of two is the copy: the later one, by publication; of one day the one that adds less of its own, then by id. The register
keeps the pairs, and an entry counts those reports of which not most was copied.
"""

import json
from collections.abc import Collection

from sqlalchemy import Connection, bindparam, delete, func, or_, select

from memcon.register import shingles
from memcon.register.loading import chunks
from memcon.register.settling import refresh
from memcon.register.tables import accounts, copies, fingerprints, reports, texts

WHOLE = 0.6
"""Share of its own text that a report has copied for it to be no report of its own."""
QUOTED = 0.08
"""Share under which common words are no copy (a slogan, a name with its titles)."""
WEEKS = 31
"""Days between two reports within which one may be a reprint of the other."""
UNDATED = 0
"""The day under which the fingerprints of a report without a date stand; it may be a reprint of any."""


def enter(conn: Connection, report: int, text: str, day: int | None) -> set[int]:
    """Fingerprint a report, find what it shares with others, and give the entries whose count of independent reports may change."""
    marks = shingles.fingerprints(text)
    changed: set[int] = set()
    if not marks:
        return changed
    rows = [{"hash": h, "day": day or UNDATED, "report": report, "at": at} for h, at in sorted(marks.items())]
    conn.execute(fingerprints.insert(), rows)
    for other in _candidates(conn, report, len(marks), day):
        row = _pair(conn, report, other)
        if row is not None:
            conn.execute(copies.insert(), row)
            changed |= {report, other} if row["whole"] else set()
    return _entries(conn, changed)


def rebuild(conn: Connection) -> None:
    """Make all fingerprints and copies anew from the texts, and the counts of independent reports."""
    conn.execute(delete(copies))
    conn.execute(delete(fingerprints))
    changed: set[int] = set()
    query = select(texts.c.number, texts.c.text, reports.c.day).join(reports, reports.c.number == texts.c.number)
    for number, text, day in conn.execute(query.where(reports.c.format != "register").order_by(texts.c.number)).all():
        changed |= enter(conn, number, text, day)
    refresh(conn, changed)


def mark(conn: Connection, copy: str, original: str) -> None:
    """Take down that a report is a second entry for what another one tells, by their ids."""
    of = dict(conn.execute(select(reports.c.id, reports.c.number).where(reports.c.id.in_((copy, original)))).all())
    row = {"report": of[copy], "of": of[original], "share": 1.0, "whole": True, "spans": "[]"}
    conn.execute(copies.insert(), row)
    refresh(conn, _entries(conn, {of[copy]}))


def leave(conn: Connection, report: int) -> set[int]:
    """Take a report's fingerprints and copies away."""
    query = select(copies.c.report).where(or_(copies.c.report == report, copies.c.of == report), copies.c.whole.is_(True))
    changed = _entries(conn, set(conn.scalars(query)) - {report})
    conn.execute(delete(copies).where(or_(copies.c.report == report, copies.c.of == report)))
    conn.execute(delete(fingerprints).where(fingerprints.c.report == report))
    return changed


_mine, _theirs = fingerprints.alias(), fingerprints.alias()
_ALL = (
    select(_theirs.c.report, func.count().label("common"))
    .join(_mine, _mine.c.hash == _theirs.c.hash)
    .where(_mine.c.report == bindparam("report"), _theirs.c.report != bindparam("report"))
    .group_by(_theirs.c.report)
)
_NEAR = _ALL.where(or_(_theirs.c.day.between(bindparam("begin"), bindparam("end")), _theirs.c.day == UNDATED))
"""Which reports of the same weeks share how many fingerprints with one."""


def _candidates(conn: Connection, report: int, marks: int, day: int | None) -> list[int]:
    """Give the reports of the same weeks that share two fingerprints, or all of one that has no more."""
    asked = {"report": report} if day is None else {"report": report, "begin": day - WEEKS, "end": day + WEEKS}
    counts: dict[int, int] = dict(conn.execute(_ALL if day is None else _NEAR, asked).all())
    single = [r for r, n in counts.items() if n == 1 and marks > 1]
    for part in chunks(sorted(single)):
        short = select(fingerprints.c.report).where(fingerprints.c.report.in_(part)).group_by(fingerprints.c.report)
        brief = set(conn.scalars(short.having(func.count() == 1)))
        for r in part:
            if r not in brief:
                del counts[r]
    return sorted(counts)


def _pair(conn: Connection, one: int, two: int) -> dict[str, object] | None:
    query = select(reports.c.number, reports.c.id, reports.c.day, texts.c.text).join(texts, texts.c.number == reports.c.number)
    rows = {r.number: r for r in conn.execute(query.where(reports.c.number.in_((one, two))))}
    a, b = sorted(rows.values(), key=lambda r: r.id)
    spans = shingles.shared(a.text, b.text)
    mine = sum(end - start for start, end, _, _ in spans) / max(len(a.text), 1)
    theirs = sum(end - start for _, _, start, end in spans) / max(len(b.text), 1)
    later = (a.day or 0, round(mine, 3), a.id) > (b.day or 0, round(theirs, 3), b.id)
    copy, original = (a, b) if later else (b, a)
    spans = spans if later else shingles.shared(copy.text, original.text)
    share = sum(end - start for start, end, _, _ in spans) / max(len(copy.text), 1)
    if share < QUOTED:
        return None
    return {
        "report": copy.number,
        "of": original.number,
        "share": round(share, 3),
        "whole": share >= WHOLE,
        "spans": json.dumps([list(s) for s in spans]),
    }


def _entries(conn: Connection, changed: Collection[int]) -> set[int]:
    if not changed:
        return set()
    query = select(accounts.c.entry).where(accounts.c.report.in_(sorted(changed)), accounts.c.entry.is_not(None))
    return {e for e in conn.scalars(query) if e is not None}
