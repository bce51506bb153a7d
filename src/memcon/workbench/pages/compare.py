"""Accounts of one engagement side by side, and what each side's readouts mention over the years."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from memcon import language
from memcon.compare import Comparison, Row, compare
from memcon.compare.entries import of_entry, of_reports
from memcon.compare.overtime import Matrix, matrix
from memcon.compare.themes import names
from memcon.printing import compared_words as told
from memcon.register import QuestionError
from memcon.workbench.answering import PageForm, Table, shown
from memcon.workbench.api.questions import Day, Needed
from memcon.workbench.bench import TheBench, TheRegister, needs
from memcon.workbench.pages.asked import said

router = APIRouter(dependencies=[needs("read")])
MOST = 20
"""Accounts that one page compares."""
SHOWN = {"all": "All points", "both": "In several", "only": "In one only", "contradicts": "Contradictions"}
Show = Annotated[Literal["all", "both", "only", "contradicts"], Query(description="Which rows are shown.")]
Reports = Annotated[list[str], Query(max_length=MOST, description="Ids of reports to compare, at least two.")]
Entry = Annotated[str | None, Query(max_length=300, description="An entry whose accounts are compared.")]


@router.get("/compare")
def compared(
    request: Request, register: TheRegister, bench: TheBench, entry: Entry = None, report: Reports = [], order: Annotated[int, Query(ge=1, le=MOST)] = 1,  # noqa: B006
    show: Show = "all", form: PageForm = "html",
) -> Response:  # fmt: skip
    """Show the page."""
    if entry:
        records, engagements = of_entry(register, entry)
    elif len(report) > 1:
        records, engagements = of_reports(register, report), None
    else:
        raise QuestionError("a comparison needs an entry, or two reports: /compare?entry=ID or /compare?report=A&report=B")
    made = compare(records[:MOST], language.load(bench.model), engagements[:MOST] if engagements else None)
    if form != "html":
        return shown(request, form, "compare.html", made, _table(made))
    by = min(order, len(made.accounts)) - 1
    rows = [r for r in told.rows(made, by) if _wanted(r, show)]
    return shown(
        request, form, "compare.html", made, _table(made), made=made, rows=rows, entry=entry, order=by, show=show, shown=SHOWN, told=told,
        two=len(made.accounts) == 2, omitted=list(told.omitted(made)), left=max(len(records) - MOST, 0), runs=_runs,
    )  # fmt: skip


def _wanted(row: Row, show: str) -> bool:
    if show == "contradicts":
        return any(k.relation == "contradicts" for k in row.links)
    return show == "all" or (len(row.accounts) > 1) == (show == "both")


def _runs(made: Comparison, row: Row, account: int) -> list[tuple[Any, list[tuple[str, bool]]]]:
    """Give an account's points in a row, each with its words as runs that are its own or not."""
    own = told.own_words(made, row, account) if len(row.accounts) > 1 else frozenset()
    return [(p, list(told.stretches(p.span.quote, own))) for p in told.parts(made, row, account)]


def _table(made: Comparison) -> Table:
    def rows() -> Iterable[tuple[Any, ...]]:
        for n, row in enumerate(made.rows, 1):
            for account in row.accounts:
                for p in told.parts(made, row, account):
                    tone, words = (p.tone.step, p.tone.words.quote) if p.tone else (None, None)
                    yield n, made.accounts[account].report, made.accounts[account].side, p.kind, tone, words, p.span.quote, p.span.start, p.span.end, told.confidence(row)

    return ("row", "report", "side", "kind", "tone", "verb", "words", "start", "end", "confidence"), rows()


@router.get("/compare/topics")
def topics(
    request: Request, register: TheRegister, a: Needed, b: Needed, by: Annotated[Literal["year", "quarter", "month"], Query()] = "year",
    since: Day = None, until: Day = None, form: PageForm = "html",
) -> Response:  # fmt: skip
    """Show the page."""
    found = matrix(register, (a, b), by, said(since), said(until))
    if form != "html":
        return shown(request, form, "compare-topics.html", found, _topics_table(found))
    themes = [t for t in names() if any(m.theme == t for m in found.mentioned)]
    cells = {(m.theme, m.side, m.period): m.reports for m in found.mentioned}
    readouts = {(r.side, r.period): r.reports for r in found.readouts}
    return shown(
        request, form, "compare-topics.html", found, _topics_table(found), found=found, themes=themes, cells=cells, readouts=readouts,
        courses={(c.theme, c.side): c for c in found.courses}, by=by, since=since or "", until=until or "",
    )  # fmt: skip


def _topics_table(found: Matrix) -> Table:
    return ("theme", "side", "period", "readouts", "reports"), ((m.theme, m.side, m.period, len(m.reports), "; ".join(m.reports)) for m in found.mentioned)
