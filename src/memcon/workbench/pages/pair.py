"""Two parties: all their contacts over time, their rhythm, their topics, the figures claimed of both."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from memcon.register import Register, meaning
from memcon.register.answers import Entry, FigureAnswer, Last
from memcon.register.questions.engagements import Asked
from memcon.workbench.answering import PageForm, entries_table, shown
from memcon.workbench.api.questions import Day, Needed
from memcon.workbench.asking.drawn import Contact, contacts
from memcon.workbench.asking.overview import newest
from memcon.workbench.bench import TheBench, needs
from memcon.workbench.charts.bars import by_year
from memcon.workbench.charts.dots import dots
from memcon.workbench.charts.strips import strips
from memcon.workbench.charts.timeline import timeline
from memcon.workbench.pages.asked import said

router = APIRouter(dependencies=[needs("read")])
LISTED = 200
"""Contacts that are told in full, and whose topics are counted, the newest; the timeline has them all."""
FAMILIES = {"all": "Any contact", "meeting": "In person", "visit": "Visits", "call": "Calls", "message": "Letters and messages"}


@dataclass(frozen=True, slots=True)
class PairPage:
    """The page's data: the rhythm, the contacts (the newest first), the figures."""

    last: Last
    entries: tuple[Entry, ...]
    figures: tuple[FigureAnswer, ...]


@router.get("/pair")
def pair(request: Request, bench: TheBench, a: Needed, b: Needed, since: Day = None, until: Day = None, form: PageForm = "html") -> Response:
    """Show the page."""
    since, until = said(since), said(until)
    data, drawn = bench.kept.get(("pair", a, b, since, until), lambda: _asked(bench.register, Asked((a, b), since=since, until=until)))
    entries = data.entries
    if form != "html":
        return shown(request, form, "pair.html", data, entries_table(entries))
    rhythms = [r for r in data.last.rhythms if r.count or r.next]
    return shown(
        request, form, "pair.html", data, entries_table(entries), a=a, b=b, last=data.last, rhythms=rhythms, entries=entries, since=since or "",
        until=until or "", chart=timeline(drawn), years=by_year(data.last.rhythms[0].per_year), topics=strips(entries),
        charts=dots(data.figures), figures=data.figures, families=FAMILIES, spans=_spans(data.last),
        codes=tuple(filter(None, (meaning.country(a), meaning.country(b)))) if meaning.country(a) and meaning.country(b) else (),
    )  # fmt: skip


def _asked(register: Register, asked: Asked) -> tuple[PairPage, tuple[Contact, ...]]:
    a, b = asked.between
    with register.reading() as conn:
        entries, drawn = newest(conn, asked, LISTED), contacts(conn, asked)
    return PairPage(register.last(a, b), entries, register.figures(of=[a, b], since=asked.since, until=asked.until, limit=200)), drawn


def _spans(last: Last) -> tuple[tuple[str, str], ...]:
    """Give the stretches of time that can be looked at more closely: label, and the year that it begins with."""
    newest_year = int(last.rhythms[0].last[:4]) if last.rhythms[0].last else 0
    return tuple((f"{n} years", str(newest_year - n + 1)) for n in (1, 5, 10, 50)) if newest_year else ()
