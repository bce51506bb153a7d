"""Who met on a day, in a month, in a year."""

import re
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from starlette.responses import Response

from memcon.register import Register
from memcon.register.answers import Entry
from memcon.register.questions.engagements import Asked
from memcon.workbench.answering import PageForm, entries_table, shown
from memcon.workbench.asking.overview import last_year, newest
from memcon.workbench.bench import TheRegister, needs
from memcon.workbench.charts.year import months
from memcon.workbench.pages.asked import given

router = APIRouter(dependencies=[needs("read")])
MOST = 500


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """The page's data: the engagements of a day, month or year."""

    on: str
    entries: tuple[Entry, ...]


@router.get("/calendar")
def show(
    request: Request, register: TheRegister, on: Annotated[str, Query(max_length=10)] = "", of: Annotated[list[str], Query(max_length=2)] = [],  # noqa: B006
    form: PageForm = "html",
) -> Response:  # fmt: skip
    """Show a year, or a month or a day of it (`on` is 2021, 2021-12 or 2021-12-07); `of` are the parties."""
    on = on.strip() or str(last_year(register))
    if not re.fullmatch(r"[12]\d{3}(-\d\d(-\d\d)?)?", on):
        raise HTTPException(422, f"{on!r} is no year, month or day; give 2021, 2021-12 or 2021-12-07")
    parties, year = given(of), int(on[:4])
    narrow = len(on) > 4
    entries = _entries(register, parties, on) if narrow or form != "html" else ()
    data = CalendarPage(on, entries)
    if form != "html":
        return shown(request, form, "calendar.html", data, entries_table(entries))
    held = register.timeline(between=parties, since=str(year), until=str(year), status=("held",), by="day")
    planned = register.timeline(between=parties, since=str(year), until=str(year), status=("planned", "proposed"), by="day")
    return shown(
        request, form, "calendar.html", data, entries_table(entries), on=on, year=year, of=parties, entries=sorted(entries, key=lambda e: (e.date or "", e.id)),
        months=months(year, held, planned), total=sum(s.total for s in held), narrow=narrow,
    )  # fmt: skip


def _entries(register: Register, parties: tuple[str, ...], on: str) -> tuple[Entry, ...]:
    with register.reading() as conn:
        found = newest(conn, Asked(parties, since=on, until=on), MOST)
    return tuple(e for e in found if e.date)
