"""The first page: what is in the register, what is new, where to ask."""

from datetime import date

from fastapi import APIRouter, Request
from starlette.responses import Response

from memcon.workbench.answering import PageForm, entries_table, shown
from memcon.workbench.asking.overview import held_by_year, overview
from memcon.workbench.asking.queue import waiting
from memcon.workbench.bench import TheBench, needs
from memcon.workbench.charts.bars import by_year

router = APIRouter(dependencies=[needs("read")])


@router.get("/")
def start(request: Request, bench: TheBench, form: PageForm = "html") -> Response:
    """Show the page."""
    register = bench.register
    data, years, waits = bench.kept.get("start", lambda: (overview(register), held_by_year(register, date.today()), waiting(register)))
    return shown(request, form, "start.html", data, entries_table(data.latest), waiting=waits, years=by_year(years, 72))
