"""Which report copies which, and the stretches."""

import json

from sqlalchemy import Connection, or_, select

from memcon.register.answers import Copy
from memcon.register.tables import copies, reports


def find(conn: Connection, report: str | None = None) -> tuple[Copy, ...]:
    """Give the copies that a report is part of, or all, the greatest share first."""
    copy, original = reports.alias(), reports.alias()
    query = (
        select(copy.c.id.label("copy"), original.c.id.label("original"), copies.c.share, copies.c.whole, copies.c.spans)
        .join(copy, copy.c.number == copies.c.report)
        .join(original, original.c.number == copies.c.of)
        .order_by(copies.c.share.desc(), copy.c.id, original.c.id)
    )
    if report is not None:
        query = query.where(or_(copy.c.id == report, original.c.id == report))
    return tuple(
        Copy(r.copy, r.original, r.share, r.whole, tuple((s[0], s[1], s[2], s[3]) for s in json.loads(r.spans)))
        for r in conn.execute(query)
    )
