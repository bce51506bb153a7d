"""One engagement: all accounts side by side, and what stands around it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from memcon.printing.dates import words
from memcon.register.answers import Account, Entry
from memcon.register.judge import FIELDS
from memcon.workbench.answering import PageForm, Table, people, shown
from memcon.workbench.asking.around import Around, around
from memcon.workbench.bench import TheRegister, bench_of, needs
from memcon.workbench.charts.timeline import timeline
from memcon.workbench.drawing import where

router = APIRouter(dependencies=[needs("read")])


@dataclass(frozen=True, slots=True)
class EntryPage:
    """The page's data: the entry, and the contacts of the same parties around it."""

    entry: Entry
    around: Around


@router.get("/entries/{id:path}")
def entry(request: Request, register: TheRegister, id: Annotated[str, Path(max_length=300)], form: PageForm = "html") -> Response:
    """Show the page."""
    found = register.entry(id)
    data = EntryPage(found, around(register, bench_of(request).kept, found))
    if form != "html":
        return shown(request, form, "entry.html", data, _table(found))
    accounts = sorted(found.accounts, key=lambda a: (a.copy_of is not None, not a.main))
    return shown(
        request, form, "entry.html", data, _table(found), entry=found, around=data.around, chart=timeline(data.around.all, found.id),
        firsts=[a for a in accounts if a.copy_of is None], copies=[a for a in accounts if a.copy_of is not None],
        agreed=agreed(found), sources={a.report: a.source for a in found.accounts}, differs={d.field for d in found.differences}, fields=FIELDS,
    )  # fmt: skip


def agreed(entry: Entry) -> tuple[tuple[str, str], ...]:
    """Give the fields in which all accounts that have it agree, where at least two do."""
    differing = {d.field for d in entry.differences}
    found = []
    for field, said in (("date", _date), ("kind", _kind), ("status", _status), ("place", where), ("participants", _people)):
        values = [v for v in map(said, entry.accounts) if v]
        if len(values) > 1 and len(set(values)) == 1 and field not in differing:
            found.append((field, values[0]))
    return tuple(found)


def _date(account: Account) -> str:
    return words(account.date) if account.date else ""


def _kind(account: Account) -> str:
    return account.kind.replace("_", " ")


def _status(account: Account) -> str:
    return account.status


def _people(account: Account) -> str:
    return ", ".join(sorted(p.name for p in account.participants))


def _table(entry: Entry) -> Table:
    columns = ("entry", "account", "report", "publisher", "published", "date", "kind", "status", "participants", "place", "city", "country", "evidence", "confidence", "copy_of")
    rows = (
        (entry.id, a.id, a.report, a.source.publisher, a.source.published, a.date, a.kind, a.status, people(a.participants), a.place, a.city, a.country,
         " … ".join(s.quote for s in a.evidence), a.confidence, a.copy_of)
        for a in entry.accounts
    )  # fmt: skip
    return columns, rows
