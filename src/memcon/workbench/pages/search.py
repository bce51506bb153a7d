"""Searching: whom the words may mean, and the reports that hold them."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from memcon.register.answers import Hit, Source
from memcon.workbench.answering import PageForm, hits_table, shown
from memcon.workbench.api.questions import Day
from memcon.workbench.asking.meaning import suggestions
from memcon.workbench.bench import TheRegister, needs
from memcon.workbench.pages.asked import said
from memcon.workbench.paging import Cursor, Limit, cut

router = APIRouter(dependencies=[needs("read")])


@router.get("/search")
def search(
    request: Request, register: TheRegister, q: str = "", since: Day = None, until: Day = None, limit: Limit = 20, cursor: Cursor = None, form: PageForm = "html"
) -> Response:
    """Show the page; without words, the reports that were added last."""
    words = q.strip()[:300]
    since, until = said(since), said(until)
    if words:
        found, after = cut(lambda n, at: register.search(words, since=since, until=until, limit=n, offset=at), limit, cursor)
    else:
        reports, after = cut(lambda n, at: register.reports(limit=n, offset=at), limit, cursor)
        found = [Hit(r.id, Source(r.id, r.title, r.publisher, r.published, r.url), None, ()) for r in reports]
    known = suggestions(register, words) if words and form == "html" and cursor is None else ()
    data = {"items": found, "next": after}
    return shown(request, form, "search.html", data, hits_table(found), hits=found, after=after, words=words, known=known, since=since or "", until=until or "")
