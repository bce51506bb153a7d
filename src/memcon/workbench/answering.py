"""Answers in the form that is asked for: JSON, CSV, or a page."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Literal

import msgspec
from fastapi import Query, Request
from starlette.responses import Response

from memcon.exchange.csv_table import cell
from memcon.register.answers import Entry, FigureAnswer, Hit, PartyAnswer, StatementAnswer
from memcon.register.frames import COLUMNS, row

Form = Annotated[Literal["json", "csv"], Query(alias="format", description="JSON, or CSV: one row an answer.")]
PageForm = Annotated[Literal["html", "json", "csv"], Query(alias="format", description="The page, or its data.")]
Table = tuple[Sequence[str], Iterable[Sequence[Any]]]
"""The names of columns, and rows."""


def as_json(data: Any) -> Response:
    """Give data as JSON; dataclasses as they are."""
    return Response(msgspec.json.encode(data), media_type="application/json")


def as_csv(table: Table, name: str) -> Response:
    """Give a table as CSV; text that a spreadsheet would take for a formula is led by an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    columns, rows = table
    writer.writerow(columns)
    for one in rows:
        writer.writerow([cell(value) for value in one])
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Response(out.getvalue().encode("utf-8", "replace"), media_type="text/csv; charset=utf-8", headers=headers)


def shown(request: Request, form: str, template: str, data: Any, table: Table, **more: Any) -> Response:
    """Give a page, or its `data`, or its `table`; the template has the data under its own name and `more` beside it."""
    if form == "json":
        return as_json(data)
    if form == "csv":
        return as_csv(table, template.removesuffix(".html"))
    from memcon.workbench.drawing import page

    return page(request, template, data=data, **more)


def people(parties: Sequence[PartyAnswer]) -> str:
    """Name parties in a cell: "Vladimir Putin (RU); Syria"."""
    return "; ".join(f"{p.name} ({p.country})" if p.country and p.kind != "state" else p.name for p in parties)


def entries_table(entries: Iterable[Entry]) -> Table:
    """Give the table of entries, as all exports have it."""
    return [name for name, _ in COLUMNS], map(row, entries)


def statements_table(found: Iterable[StatementAnswer]) -> Table:
    """Give the table of statements; `start` and `end` are code points in the report's text."""
    columns = ("report", "statement", "day", "speakers", "addressees", "cue", "type", "stance", "channel", "content", "start", "end", "publisher", "confidence")
    rows = (
        (s.report, s.statement, s.day, people(s.speakers), people(s.addressees), s.cue.quote if s.cue else None, s.type, s.stance, s.channel,
         " … ".join(c.quote for c in s.content), s.content[0].start if s.content else None, s.content[-1].end if s.content else None,
         s.source.publisher, s.confidence)
        for s in found
    )  # fmt: skip
    return columns, rows


def figures_table(found: Iterable[FigureAnswer]) -> Table:
    """Give the table of figures."""
    columns = ("report", "figure", "day", "value", "high", "unit", "comparator", "change", "what", "period", "claimants", "about", "quantity", "start", "end", "publisher", "confidence")
    rows = (
        (f.report, f.figure, f.day, f.value, f.high, f.unit, f.comparator, f.change, f.what.quote if f.what else None, f.period,
         people(f.claimants), "; ".join(f.about), f.span.quote, f.span.start, f.span.end, f.source.publisher, f.confidence)
        for f in found
    )  # fmt: skip
    return columns, rows


def hits_table(found: Iterable[Hit]) -> Table:
    """Give the table of reports that a search found."""
    columns = ("report", "title", "publisher", "published", "url", "excerpt", "matches")
    return columns, ((h.report, h.source.title, h.source.publisher, h.source.published, h.source.url, h.excerpt.quote if h.excerpt else None, len(h.matches)) for h in found)
