"""Reading a document at once; nothing is stored until somebody adds it."""

from typing import Annotated

from fastapi import APIRouter, File, Form, HTTPException, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from memcon.errors import ReadingError
from memcon.record import Record
from memcon.workbench.answering import PageForm, as_json
from memcon.workbench.api.documents import LONGEST
from memcon.workbench.bench import Bench, TheBench, needs
from memcon.workbench.drawing import page
from memcon.workbench.pages.document import draw

router = APIRouter()


@router.get("/read", dependencies=[needs("read")])
def form(request: Request) -> Response:
    """Show where to put a document."""
    return page(request, "read.html", fault=None, text="")


@router.post("/read", dependencies=[needs("read")])
def take(
    request: Request,
    bench: TheBench,
    text: Annotated[str, Form(max_length=LONGEST)] = "",
    published: Annotated[str, Form(max_length=40)] = "",
    file: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """Read what was pasted or dropped, and lead to its page."""
    try:
        record = _read(bench, text, published, file)
    except ReadingError as error:
        return page(request, "read.html", status=422, fault=str(error), text=text)
    return RedirectResponse(f"/read/{bench.desk.lay(record)}", 303)


def _read(bench: Bench, text: str, published: str, file: UploadFile | None) -> Record:
    if file is not None and file.filename:
        return bench.read(file.file.read(), file.filename, published.strip())
    return bench.read_text(text, published=published.strip())


@router.get("/read/{key}", dependencies=[needs("read")])
def look(request: Request, bench: TheBench, key: str, form: PageForm = "html") -> Response:
    """Show a document that was read and not added."""
    record = _known(bench, key)
    return as_json(record) if form == "json" else draw(request, record, key=key)


@router.post("/read/{key}/add", dependencies=[needs("add")])
def add(bench: TheBench, key: str) -> Response:
    """Add it to the register."""
    record = _known(bench, key)
    bench.register.add(record)
    from urllib.parse import quote

    return RedirectResponse(f"/documents/{quote(record.report.id)}", 303)


def _known(bench: Bench, key: str) -> Record:
    record = bench.desk.get(key)
    if record is None:
        raise HTTPException(404, "this document was read and not added, and has been cleared away; read it again")
    return record
