"""How good it is, how it works, and where the data of every page are."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from memcon.workbench.accuracy import accuracy
from memcon.workbench.answering import PageForm, shown
from memcon.workbench.bench import TheBench, needs

router = APIRouter(dependencies=[needs("read")])
_FIRST = (
    ("Engagements, statements, figures: the gold records", ("engagements.right F1", "engagements.found F1", "status", "date", "participants F1", "statements.right F1", "figures.found F1")),
)  # fmt: skip


@router.get("/about")
def about(request: Request, bench: TheBench, form: PageForm = "html") -> Response:
    """Show the page."""
    found = accuracy()
    rows = ((s.name, f.figure, f.value, f.floor, f.aim) for s in found for f in s.figures)
    chief = [f for s in found for name, figures in _FIRST if s.name == name for f in s.figures if f.figure in figures]
    return shown(
        request, form, "about.html", found, (("benchmark", "figure", "measured", "floor", "aim"), rows), sections=found, chief=chief,
        model=bench.model or "en_memcon", reports=bench.register.count(),
    )  # fmt: skip
