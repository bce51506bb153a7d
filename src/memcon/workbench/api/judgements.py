"""Judgements by HTTP."""

from typing import Annotated, Literal

from fastapi import APIRouter, Body
from pydantic import BaseModel, Field
from starlette.responses import Response

from memcon.register.answers import Judgement
from memcon.workbench.answering import Form, as_csv, as_json
from memcon.workbench.api.questions import CSV
from memcon.workbench.bench import TheBench, TheRegister, TheUser, needs
from memcon.workbench.judging import judge

router = APIRouter(tags=["judgements"])
Act = Literal["accept", "correct", "reject", "merge", "split", "comment", "same_actor", "other_actor", "undo"]
Words = Annotated[str | None, Field(max_length=1000)]


class Decision(BaseModel):
    """What somebody decides; who it is, and when, the workbench knows."""

    act: Act
    target: str = Field(min_length=1, max_length=300, description="An entry's or account's id, an actor's key or name, a judgement's number for `undo`.")
    other: Words = Field(default=None, description="The second entry of `merge`, the second actor of `same_actor` and `other_actor`.")
    field: Words = Field(default=None, description="What `correct` sets: kind, status, date, place, city, country.")
    value: Words = Field(default=None, description="The value that `correct` gives it.")
    note: Words = None


@router.get("/judgements", response_model=list[Judgement], responses=CSV, dependencies=[needs("read")])
def judgements(register: TheRegister, form: Form = "json") -> Response:
    """Give all judgements, in their order."""
    found = register.judgements()
    columns = ("number", "at", "who", "act", "target", "other", "field", "before", "after", "note", "undone")
    return as_csv((columns, ([getattr(j, c) for c in columns] for j in found)), "judgements") if form == "csv" else as_json(found)


@router.post("/judgements", response_model=Judgement, status_code=201, dependencies=[needs("judge")])
def decide(bench: TheBench, user: TheUser, decision: Annotated[Decision, Body()]) -> Response:
    """Take a judgement down; the register follows at once."""
    made = judge(bench, user, **decision.model_dump())
    answer = as_json(made)
    answer.status_code = 201
    return answer
