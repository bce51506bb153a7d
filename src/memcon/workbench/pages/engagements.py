"""The engagements, the newest first, by whom, when, kind and status."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from memcon.register.calendar import days, iso
from memcon.register.questions.engagements import Asked
from memcon.workbench.answering import PageForm, entries_table, shown
from memcon.workbench.api.questions import Day, Kinds, Statuses
from memcon.workbench.asking.overview import newest
from memcon.workbench.bench import TheRegister, needs
from memcon.workbench.pages.asked import given
from memcon.workbench.pages.exporting import ENDINGS
from memcon.workbench.paging import Cursor, Limit, cut

router = APIRouter(dependencies=[needs("read")])


@router.get("/engagements")
def engagements(
    request: Request, register: TheRegister, between: Annotated[list[str], Query(max_length=8)] = [], since: Day = None, until: Day = None,  # noqa: B006
    kind: Kinds = [], status: Statuses = [], main: str = "", everything: bool = False, limit: Limit = 50, cursor: Cursor = None, form: PageForm = "html",  # noqa: B006
) -> Response:  # fmt: skip
    """Show the page."""
    parties = given(between)
    asked = Asked(parties, since or None, until or None, tuple(kind), tuple(status), {"true": True, "false": False}.get(main), everything)
    with register.reading() as conn:
        found, after = cut(lambda n, at: newest(conn, asked, n, at), limit, cursor)
    rows = [(year_of(e.date), e) for e in found]
    return shown(
        request, form, "engagements.html", {"items": found, "next": after}, entries_table(found), rows=rows, after=after, between=parties,
        kinds=kind, statuses=status, since=since or "", until=until or "", main=main, everything=everything, formats=tuple(ENDINGS),
    )  # fmt: skip


def year_of(date: str | None) -> str:
    """Give the year under which an entry is listed."""
    found = days(date)
    return iso(found.begin)[:4] if found else "Date not known"
