"""What is shown, in the formats of other programs."""

import io
from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Query
from starlette.responses import Response

from memcon.errors import MemconError
from memcon.exchange.formats import FORMATS
from memcon.exchange.selection import Selection
from memcon.register import QuestionError
from memcon.workbench.api.questions import Day, Kinds, Parties, Statuses, Word
from memcon.workbench.bench import TheRegister, needs

router = APIRouter(dependencies=[needs("read")])
ENDINGS = {
    "csv": "csv", "parquet": "parquet", "jsonl": "jsonl", "ical": "ics", "plover": "jsonl", "jsonld": "jsonld", "annotations": "jsonld", "ftm": "jsonl",
    "ftm-statements": "csv", "graphml": "graphml", "gexf": "gexf", "markdown": "md", "html": "html",
}  # fmt: skip
TYPES = {"csv": "text/csv; charset=utf-8", "ics": "text/calendar; charset=utf-8", "md": "text/markdown; charset=utf-8", "html": "text/html; charset=utf-8"}
Form = Literal["csv", "parquet", "jsonl", "ical", "plover", "jsonld", "annotations", "ftm", "ftm-statements", "graphml", "gexf", "markdown", "html"]


@router.get("/export")
def export(
    register: TheRegister, form: Form, between: Parties = [], since: Day = None, until: Day = None, kind: Kinds = [], status: Statuses = [],  # noqa: B006
    main: bool | None = None, everything: bool = False, entry: Word = None,
    table: Annotated[Literal["engagements", "participants", "accounts", "statements", "figures"], Query()] = "engagements",
) -> Response:  # fmt: skip
    """Give a file to save."""
    chosen = FORMATS[form]
    more: dict[str, Any] = {"table": table} if chosen.table else {}
    selection = Selection(register, tuple(between), since, until, tuple(kind), tuple(status), main, everything, entry=entry)
    out = io.BytesIO()
    try:
        chosen.write(selection, out, **more)
    except QuestionError:
        raise
    except MemconError as error:
        raise HTTPException(422, str(error)) from error
    ending = ENDINGS.get(form, form)
    headers = {"content-disposition": f'attachment; filename="memcon-{table if chosen.table else form}.{ending}"'}
    return Response(out.getvalue(), media_type=TYPES.get(ending, "application/octet-stream"), headers=headers)
