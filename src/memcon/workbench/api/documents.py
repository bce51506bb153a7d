"""Documents by HTTP: the reports of the register, reading without storing, adding."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Body, Path
from pydantic import BaseModel, Field
from starlette.responses import Response

from memcon.record import Record
from memcon.register.answers import ReportAnswer, Unread
from memcon.workbench.answering import Form, as_json
from memcon.workbench.api.questions import CSV, paged
from memcon.workbench.bench import Bench, TheBench, TheRegister, needs
from memcon.workbench.paging import Cursor, Limit, Page, cut

router = APIRouter(tags=["documents"])
LONGEST = 2_000_000
"""Characters that a text sent to be read may have."""


class Text(BaseModel):
    """A text to be read."""

    text: str = Field(min_length=1, max_length=LONGEST, description="The report: a headline, a blank line, paragraphs.")
    title: str | None = Field(default=None, max_length=1000)
    published: str | None = Field(default=None, max_length=40, description="The day of publication (2021-09-14), over what the text says.")
    publisher: str | None = Field(default=None, max_length=200)


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding: "added", "same" where the register had it, "superseded" where it corrects an older version."""

    id: str
    outcome: str


@router.get("/reports", response_model=Page[ReportAnswer], responses=CSV, dependencies=[needs("read")])
def reports(register: TheRegister, limit: Limit = 50, cursor: Cursor = None, form: Form = "json") -> Response:
    """Give the reports, the latest added first."""
    found = cut(lambda n, at: register.reports(limit=n, offset=at), limit, cursor)
    columns = ("id", "version", "title", "publisher", "published", "url", "path")
    rows = ([getattr(r, c) for c in columns] for r in found[0])
    return paged(found, form, (columns, rows), "reports")


@router.get("/reports/{id:path}", response_model=Record, dependencies=[needs("read")])
def report(register: TheRegister, id: Annotated[str, Path(min_length=1, max_length=300)]) -> Response:
    """Give the whole record of a report: its text, and all that was found in it."""
    return as_json(register.record(id))


@router.get("/unread", response_model=list[Unread], dependencies=[needs("read")])
def unread(register: TheRegister) -> Response:
    """Give the documents that could not be read."""
    return as_json(register.unread())


@router.post("/read", response_model=Record, dependencies=[needs("read")])
def read(bench: TheBench, text: Annotated[Text, Body()]) -> Response:
    """Read a text and give its record; nothing is stored."""
    return as_json(_read(bench, text))


@router.post("/reports", response_model=Added, status_code=201, responses={200: {"model": Added}}, dependencies=[needs("add")])
def add(bench: TheBench, text: Annotated[Text, Body()]) -> Response:
    """Read a text and add its record to the register; 200 where the register had it."""
    record = _read(bench, text)
    outcome = bench.register.add(record)
    answer = as_json(Added(record.report.id, outcome))
    answer.status_code = 200 if outcome == "same" else 201
    return answer


def _read(bench: Bench, text: Text) -> Record:
    return bench.read_text(**text.model_dump())


