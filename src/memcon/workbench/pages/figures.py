"""Figures that were claimed: a point a claim over time, and each with its claimant."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from memcon.register.questions.figures import Asked
from memcon.workbench.answering import PageForm, figures_table, shown
from memcon.workbench.asking.facets import of_figures
from memcon.workbench.bench import TheRegister, bench_of, needs
from memcon.workbench.charts.dots import dots
from memcon.workbench.pages.asked import given, said
from memcon.workbench.paging import Cursor, Limit, cut

router = APIRouter(dependencies=[needs("read")])
Word = Annotated[str, Query(max_length=300)]


@router.get("/figures")
def figures(
    request: Request, register: TheRegister, what: Word = "", of: Annotated[list[str], Query(max_length=4)] = [], by: Word = "", unit: Word = "",  # noqa: B006
    since: Word = "", until: Word = "", limit: Limit = 200, cursor: Cursor = None, form: PageForm = "html",
) -> Response:  # fmt: skip
    """Show the page."""
    parties = given(of)
    how: dict[str, Any] = {"what": said(what), "by": said(by), "unit": said(unit), "since": said(since), "until": said(until)}
    found, after = cut(lambda n, at: register.figures(of=parties, **how, limit=n, offset=at), limit, cursor)
    data = {"items": found, "next": after}
    if form != "html":
        return shown(request, form, "figures.html", data, figures_table(found))
    asked = Asked(of=parties, **how)
    facets = bench_of(request).kept.get(("figures", asked), lambda: of_figures(register, asked))
    return shown(
        request, form, "figures.html", data, figures_table(found), found=found, after=after, facets=facets, charts=dots(found, 1 if unit else 2),
        what=what, of=parties, by=by, unit=unit, since=since, until=until,
    )  # fmt: skip
