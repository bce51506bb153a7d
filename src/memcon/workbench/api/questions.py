"""Every question of the register by HTTP."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from memcon.record import EngagementKind, Status
from memcon.register.answers import (
    Copy,
    Entry,
    FigureAnswer,
    Hit,
    Last,
    Network,
    Period,
    Profile,
    Reconciliation,
    StatementAnswer,
    Stretch,
)
from memcon.workbench.answering import (
    Form,
    Table,
    as_csv,
    as_json,
    entries_table,
    figures_table,
    hits_table,
    statements_table,
)
from memcon.workbench.bench import TheRegister, needs
from memcon.workbench.paging import Cursor, Limit, Page, cut

router = APIRouter(tags=["questions"], dependencies=[needs("read")])

Word = Annotated[str | None, Query(min_length=1, max_length=300)]
Needed = Annotated[str, Query(min_length=1, max_length=300)]
Parties = Annotated[list[str], Query(max_length=8, description="Countries (RU, Russia), persons however spelt, or bodies.")]
Day = Annotated[str | None, Query(max_length=40, description="A year, a month or a day, as in 2021, 2021-09, 2021-09-13.")]
Kinds = Annotated[list[EngagementKind], Query(description="Of these kinds; all where none is named.")]
Statuses = Annotated[list[Status], Query(description="Of these statuses; all where none is named.")]
Id = Annotated[str, Path(min_length=1, max_length=300)]
CSV: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}


def paged(found: tuple[Any, str | None], form: str, table: Table, name: str) -> Response:
    """Give a page of answers as JSON or CSV; the cursor of the next page also stands in the header `Memcon-Next`."""
    items, after = found
    answer = as_csv(table, name) if form == "csv" else as_json({"items": items, "next": after})
    if after:
        answer.headers["memcon-next"] = after
    return answer


@router.get("/engagements", response_model=Page[Entry], responses=CSV)
def engagements(
    register: TheRegister, between: Parties = [], since: Day = None, until: Day = None, kind: Kinds = [], status: Statuses = [],  # noqa: B006
    main: bool | None = None, everything: bool = False, limit: Limit = 50, cursor: Cursor = None, form: Form = "json",
) -> Response:  # fmt: skip
    """Give the engagements in which all of `between` take part, the earliest first."""
    how: dict[str, Any] = {"since": since, "until": until, "kind": kind, "status": status, "main": main, "everything": everything}
    found = cut(lambda n, at: register.engagements(between=between, limit=n, offset=at, **how), limit, cursor)
    return paged(found, form, entries_table(found[0]), "engagements")


@router.get("/entries/{id:path}", response_model=Entry)
def entry(register: TheRegister, id: Id) -> Response:
    """Give one engagement with all accounts of it, by its id, an account's, or REPORT/ENGAGEMENT."""
    return as_json(register.entry(id))


@router.get("/last", response_model=Last)
def last(register: TheRegister, a: Needed, b: Needed, until: Day = None) -> Response:
    """Tell when two parties last met, spoke, visited and wrote, how often a year, and what is announced next."""
    return as_json(register.last(a, b, until=until))


@router.get("/who", response_model=Profile)
def who(register: TheRegister, name: Needed) -> Response:
    """Tell who somebody is: spellings, offices, contacts, what was said."""
    return as_json(register.who(name))


@router.get("/statements", response_model=Page[StatementAnswer], responses=CSV)
def statements(
    register: TheRegister, by: Word = None, to: Word = None, about: Word = None, match: Word = None, since: Day = None, until: Day = None,
    stance: Annotated[list[str], Query()] = [], limit: Limit = 50, cursor: Cursor = None, form: Form = "json",  # noqa: B006
) -> Response:  # fmt: skip
    """Give statements, the newest first; `about` and `match` are looked for in their content (words, "phrases", word*, -word, OR)."""
    how: dict[str, Any] = {"by": by, "to": to, "about": about, "match": match, "since": since, "until": until, "stance": stance}
    found = cut(lambda n, at: register.statements(limit=n, offset=at, **how), limit, cursor)
    return paged(found, form, statements_table(found[0]), "statements")


@router.get("/figures", response_model=Page[FigureAnswer], responses=CSV)
def figures(
    register: TheRegister, what: Word = None, of: Parties = [], by: Word = None, unit: Word = None, since: Day = None, until: Day = None,  # noqa: B006
    limit: Limit = 50, cursor: Cursor = None, form: Form = "json",
) -> Response:  # fmt: skip
    """Give the figures claimed of something (`what`) that concern all of `of`, by the day of the report."""
    how: dict[str, Any] = {"what": what, "of": of, "by": by, "unit": unit, "since": since, "until": until}
    found = cut(lambda n, at: register.figures(limit=n, offset=at, **how), limit, cursor)
    return paged(found, form, figures_table(found[0]), "figures")


@router.get("/search", response_model=Page[Hit], responses=CSV)
def search(register: TheRegister, q: Needed, since: Day = None, until: Day = None, limit: Limit = 50, cursor: Cursor = None, form: Form = "json") -> Response:
    """Give the reports that hold the words, the best first, with the matching words."""
    found = cut(lambda n, at: register.search(q, since=since, until=until, limit=n, offset=at), limit, cursor)
    return paged(found, form, hits_table(found[0]), "search")


@router.get("/timeline", response_model=list[Stretch], responses=CSV)
def timeline(
    register: TheRegister, between: Parties = [], since: Day = None, until: Day = None, kind: Kinds = [], status: Statuses = [],  # noqa: B006
    by: Period = "year", form: Form = "json",
) -> Response:  # fmt: skip
    """Count engagements by day, month or year."""
    found = register.timeline(between=between, since=since, until=until, kind=kind, status=status, by=by)
    rows = ((s.period, k, n) for s in found for k, n in s.kinds)
    return as_csv((("period", "kind", "count"), rows), "timeline") if form == "csv" else as_json(found)


@router.get("/network", response_model=Network, responses=CSV)
def network(
    register: TheRegister, of: Parties = [], since: Day = None, until: Day = None, kind: Kinds = [],  # noqa: B006
    status: Statuses = ["held"], persons: bool = False, limit: Limit = 100, form: Form = "json",  # noqa: B006
) -> Response:  # fmt: skip
    """Tell who is in contact with whom, countries and bodies or persons, the strongest ties first."""
    found = register.network(of=of, since=since, until=until, kind=kind, status=status, persons=persons, limit=limit)
    names = {n.actor: n.name for n in found.nodes}
    rows = ((names[k.a], names[k.b], k.count, k.first, k.last) for k in found.links)
    return as_csv((("a", "b", "count", "first", "last"), rows), "network") if form == "csv" else as_json(found)


@router.get("/copies", response_model=list[Copy])
def copies(register: TheRegister, report: Needed) -> Response:
    """Give the texts that a report has from others, or others from it."""
    return as_json(register.copies(report))


@router.get("/reconcile", response_model=Reconciliation)
def reconcile(register: TheRegister, since: Needed, until: Needed, source: Word = None) -> Response:
    """Hold what the reports tell of a period against a reference register that was imported."""
    return as_json(register.reconcile(**({"source": source} if source else {}), since=since, until=until))


