"""Reviewing: one entry at a time, by keyboard or mouse; the history; where reviewers differ."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, HTTPException, Query, Request
from starlette.responses import RedirectResponse, Response

from memcon.register import Register
from memcon.register.answers import Entry
from memcon.register.judge import FIELDS
from memcon.workbench.answering import PageForm, as_json, entries_table, shown
from memcon.workbench.api.judgements import Act
from memcon.workbench.asking.passages import meaning, passages, proposals
from memcon.workbench.asking.queue import alike, conflicts, progress, queue, waiting
from memcon.workbench.bench import TheBench, TheRegister, TheUser, needs
from memcon.workbench.judging import judge
from memcon.workbench.users import User

router = APIRouter()
Why = Literal["all", "differ", "doubtful"]
_AHEAD = 8


@router.get("/review", dependencies=[needs("read")])
def review(
    request: Request, register: TheRegister, user: TheUser, why: Why = "all", skip: Annotated[int, Query(ge=0, le=100_000)] = 0,
    at: Annotated[str, Query(max_length=300)] = "", form: PageForm = "html",
) -> Response:  # fmt: skip
    """Show the entry that waits at a place of the queue, or the one that is named."""
    ahead = queue(register, why, 200 if form != "html" else _AHEAD, skip)
    if form != "html":
        return shown(request, form, "review.html", {"items": ahead, "progress": progress(register)}, entries_table(ahead))
    entry = register.entry(at) if at else register.entry(ahead[0].id) if ahead else None
    return shown(
        request, form, "review.html", None, ((), ()), entry=entry, ahead=[e for e in ahead if entry is None or e.id != entry.id], why=why, skip=skip, at=at,
        progress=progress(register), waits=waiting(register, why), fields=FIELDS, **_of(register, entry), last=_last(register, user),
        conflicts=len(conflicts(register)),
    )  # fmt: skip


def _of(register: Register, entry: Entry | None) -> dict[str, object]:
    if entry is None:
        return {"passages": (), "proposals": (), "candidates": ()}
    return {"passages": passages(register, entry), "proposals": proposals(register, entry), "candidates": alike(register, entry)}


def _last(register: Register, user: User) -> int | None:
    """Give the number of the user's last judgement that can be taken back."""
    return next((j.number for j in reversed(register.judgements()) if j.who == user.name and j.act != "undo" and not j.undone), None)


@router.get("/review/history", dependencies=[needs("read")])
def history(request: Request, register: TheRegister, form: PageForm = "html") -> Response:
    """Show all judgements, the latest first, and where reviewers differ."""
    found = tuple(reversed(register.judgements()))
    columns = ("number", "at", "who", "act", "target", "other", "field", "before", "after", "note", "undone")
    table = (columns, ([getattr(j, c) for c in columns] for j in found))
    return shown(request, form, "history.html", found, table, judgements=found[:500], conflicts=conflicts(register), progress=progress(register))


@router.get("/review/meaning", dependencies=[needs("read")])
def understood(register: TheRegister, report: Annotated[str, Query(max_length=300)], start: Annotated[int, Query(ge=0)], end: Annotated[int, Query(ge=0)]) -> Response:
    """Tell what selected words can mean for a field."""
    return as_json(meaning(register.record(report), start, end))


@router.post("/judge", dependencies=[needs("judge")])
def decide(
    bench: TheBench,
    user: TheUser,
    act: Annotated[Act, Form()],
    target: Annotated[str, Form(max_length=300)],
    back: Annotated[str, Form(max_length=1000)] = "/review",
    other: Annotated[str | None, Form(max_length=300)] = None,
    field: Annotated[str | None, Form(max_length=40)] = None,
    value: Annotated[str | None, Form(max_length=300)] = None,
    note: Annotated[str | None, Form(max_length=1000)] = None,
) -> Response:
    """Take a judgement down and go back to the page that it came from."""
    if not back.startswith("/") or back.startswith(("//", "/\\")):
        raise HTTPException(400, "the page to go back to must be one of the workbench")
    judge(bench, user, act, target, other=other, field=field, value=value, note=note)
    return RedirectResponse(back, 303)
