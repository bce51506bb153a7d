"""Who said what to whom: a list with facets, or a concordance."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from memcon.register.answers import StatementAnswer
from memcon.register.questions.statements import Asked
from memcon.workbench.answering import PageForm, shown, statements_table
from memcon.workbench.asking.facets import of_statements
from memcon.workbench.bench import TheRegister, bench_of, needs
from memcon.workbench.charts.bars import by_year
from memcon.workbench.pages.asked import given, said
from memcon.workbench.paging import Cursor, Limit, cut

router = APIRouter(dependencies=[needs("read")])
Word = Annotated[str, Query(max_length=300)]
_AROUND = 70


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the concordance: the word found, and what stands left and right of it."""

    left: str
    word: str
    right: str
    said: StatementAnswer
    start: int
    end: int


@router.get("/statements")
def statements(
    request: Request, register: TheRegister, by: Word = "", to: Word = "", match: Word = "", since: Word = "", until: Word = "",
    stance: Annotated[list[str], Query(max_length=20)] = [], view: Literal["list", "concordance"] = "list", limit: Limit = 30,  # noqa: B006
    cursor: Cursor = None, form: PageForm = "html",
) -> Response:  # fmt: skip
    """Show the page."""
    asked = Asked(said(by), said(to), None, said(match), said(since), said(until), given(stance))
    how = {"by": asked.by, "to": asked.to, "match": asked.match, "since": asked.since, "until": asked.until, "stance": asked.stance}
    found, after = cut(lambda n, at: register.statements(**how, limit=n, offset=at), limit, cursor)  # type: ignore[arg-type]
    data = {"items": found, "next": after}
    if form != "html":
        return shown(request, form, "statements.html", data, statements_table(found))
    facets = bench_of(request).kept.get(("said", asked), lambda: of_statements(register, asked))
    return shown(
        request, form, "statements.html", data, statements_table(found), found=found, after=after, facets=facets, years=by_year(facets.years, 56),
        lines=concordance(found) if view == "concordance" and asked.match else [], view=view, by=by, to=to, match=match, since=since, until=until, stance=asked.stance,
    )  # fmt: skip


def concordance(found: Sequence[StatementAnswer]) -> list[Line]:
    """Give a line for each matching word, sorted by what follows it."""
    lines = []
    for one in found:
        for match in one.matches:
            content = next(c for c in one.content if c.start <= match.start and match.end <= c.end)
            left = content.quote[max(match.start - content.start - _AROUND, 0) : match.start - content.start]
            right = content.quote[match.end - content.start : match.end - content.start + _AROUND]
            lines.append(Line(" ".join(left.split()), match.quote, " ".join(right.split()), one, match.start, match.end))
    return sorted(lines, key=lambda x: (x.word.casefold(), x.right.casefold(), x.said.report, x.start))
