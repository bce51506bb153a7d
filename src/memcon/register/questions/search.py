"""Full text: which reports hold the words, and where."""

from typing import Any

from sqlalchemy import Connection, select

from memcon.record import Span
from memcon.register import search_index
from memcon.register.answers import Hit
from memcon.register.questions.engagements import given
from memcon.register.questions.matches import matches_in
from memcon.register.questions.telling import source, source_columns
from memcon.register.tables import reports, texts

_AROUND = 120


def find(
    conn: Connection, question: str, since: str | None = None, until: str | None = None, limit: int | None = 50, offset: int = 0
) -> tuple[Hit, ...]:
    """Give the reports that hold the words, the best first (each database ranks in its own way; ties by id)."""
    found = search_index.ranked(conn, question)
    where = []
    if since:
        where.append(reports.c.day >= given(since).begin)
    if until:
        where.append(reports.c.day <= given(until).end)
    query = (
        select(texts.c.text, *source_columns())
        .select_from(found)
        .join(texts, texts.c.number == found.c.number)
        .join(reports, reports.c.number == found.c.number)
        .where(*where)
        .order_by(found.c.rank, reports.c.id)
        .limit(limit)
        .offset(offset)
    )
    return tuple(_hit(row, question) for row in conn.execute(query))


def _hit(row: Any, question: str) -> Hit:
    found = tuple(matches_in(row.text, question))
    return Hit(row.source_id, source(row), _excerpt(row.text, found[0]) if found else None, found)


def _excerpt(text: str, match: Span) -> Span:
    """Cut whole words around a match, within its paragraph."""
    left = max(text.rfind("\n", 0, match.start) + 1, match.start - _AROUND)
    right = text.find("\n", match.end)
    right = min(len(text) if right < 0 else right, match.end + _AROUND)
    while left > 0 and left < match.start and not text[left - 1].isspace():
        left += 1
    while right < len(text) and right > match.end and not text[right].isspace():
        right -= 1
    return Span(left, right, text[left:right])


