"""The first page: what is in the register, what is new, where to ask."""

from datetime import date

from fastapi import APIRouter, Request
from starlette.responses import Response

from memcon.workbench.answering import PageForm, entries_table, shown
from memcon.workbench.asking.overview import overview
from memcon.workbench.asking.queue import waiting
from memcon.workbench.bench import TheRegister, needs
from memcon.workbench.charts.bars import by_year

router = APIRouter(dependencies=[needs("read")])


@router.get("/")
def start(request: Request, register: TheRegister, form: PageForm = "html") -> Response:
    """Show the page."""
    data = overview(register)
    years = [(int(s.period), s.total) for s in register.timeline(by="year", status=("held",), until=date.today().isoformat())] if form == "html" else []
    more = {"waiting": waiting(register), "years": by_year(years, 72)} if form == "html" else {}
    return shown(request, form, "start.html", data, entries_table(data.latest), **more)
