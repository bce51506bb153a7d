"""A judgement of somebody at the workbench."""

from typing import Any

from fastapi import HTTPException

from memcon.register.answers import Judgement
from memcon.workbench.bench import Bench
from memcon.workbench.users import User


def judge(bench: Bench, user: User, act: Any, target: str, **more: str | None) -> Judgement:
    """Take a judgement down in the user's name; what others decided, only an admin takes back.

    Raises:
        QuestionError: a target is not known, or the judgement is incomplete.
    """
    if act == "undo" and "admin" not in user.may:
        theirs = next((j for j in bench.register.judgements() if str(j.number) == target), None)
        if theirs is not None and theirs.who != user.name:
            raise HTTPException(403, f"{theirs.who} decided that; only {theirs.who} or an admin takes it back")
    return bench.register.judge(act, target, who=user.name, at=bench.now(), **more)
