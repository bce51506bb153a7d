"""A report with what was found in it."""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from memcon.engagements import FLOOR
from memcon.printing import facts
from memcon.printing.page_marks import marks_of
from memcon.record import Block, Record, Span, Statement
from memcon.register.answers import Copy
from memcon.workbench.answering import PageForm, Table, shown
from memcon.workbench.bench import TheRegister, needs
from memcon.workbench.drawing import page

router = APIRouter(dependencies=[needs("read")])
LAYERS = (("met", "Engagements"), ("actor", "Actors"), ("time", "Times"), ("said", "Statements"), ("figure", "Figures"))


@router.get("/documents/{id:path}")
def document(request: Request, register: TheRegister, id: Annotated[str, Path(max_length=300)], form: PageForm = "html", version: int | None = None) -> Response:
    """Show the page."""
    record = register.record(id, version)
    if form == "html":
        return draw(request, record, id=id, entries=register_entries(register, id), copies=register.copies(id))
    return shown(request, form, "document.html", record, _table(record))


def register_entries(register: Any, id: str) -> dict[str, str]:
    """Give the entry of each engagement of a report."""
    from sqlalchemy import select

    from memcon.register.tables import accounts, entries, reports

    query = select(accounts.c.id, entries.c.code).join(entries, entries.c.number == accounts.c.entry)
    query = query.join(reports, reports.c.number == accounts.c.report).where(reports.c.id == id, reports.c.current.is_(True))
    with register.reading() as conn:
        return {row.id: row.code for row in conn.execute(query)}


def draw(
    request: Request, record: Record, *, id: str | None = None, key: str | None = None, entries: dict[str, str] | None = None, copies: tuple[Copy, ...] = (),
) -> Response:  # fmt: skip
    """Draw a record, of the register (`id`) or not yet added (`key`)."""
    main, also, hidden = facts.parted(record, FLOOR)
    count = Counter(a for m in record.mentions for a in m.actors)
    who, how = facts.byline(record)
    return page(
        request, "document.html", record=record, id=id, key=key, entries=entries or {}, copies=copies, main=main, also=also, hidden=hidden,
        actors=sorted(record.actors, key=lambda a: -count[a.id]), count=count, who=who, how=how, facts=facts, layers=LAYERS,
        statements=sorted(record.statements, key=_first), blocks=blocks(record), marks=marks(record), spans=spans(record),
    )  # fmt: skip


def _first(said: Statement) -> int:
    return min((s.start for s in (said.speaker, said.cue, *said.content) if s), default=0)


def blocks(record: Record) -> list[Block]:
    """Give the blocks of the text below its title; the whole text where it has none."""
    report = record.report
    whole = (Block("paragraph", Span(0, len(report.text), report.text)),)
    return [b for b in report.blocks or whole if b.kind != "title" or b.span != report.title]


def marks(record: Record) -> list[list[Any]]:
    """Give what is marked in the text: begin and end in code points, the layer, the finding's id."""
    found = {(m.start, m.end, m.kind, m.id) for m in marks_of(record, FLOOR)}
    return [list(m) for m in sorted(found)]


def spans(record: Record) -> dict[str, str]:
    """Give the words of each actor as the page names them ("12-20 44-49")."""
    found: dict[str, list[str]] = {}
    for mention in record.mentions:
        for actor in mention.actors:
            found.setdefault(actor, []).append(f"{mention.span.start}-{mention.span.end}")
    return {actor: " ".join(at) for actor, at in found.items()}


def _table(record: Record) -> Table:
    def rows() -> Iterable[tuple[Any, ...]]:
        for m in marks_of(record, 0.0):
            yield m.kind or "field", m.id, m.start, m.end, record.report.text[m.start : m.end]

    return ("layer", "finding", "start", "end", "words"), rows()
