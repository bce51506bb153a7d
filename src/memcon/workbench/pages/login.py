"""Logging in with a token, and out."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from memcon.workbench.access import COOKIE
from memcon.workbench.bench import TheBench
from memcon.workbench.drawing import page

router = APIRouter()


@router.get("/login")
def form(request: Request, bench: TheBench) -> Response:
    """Show where to put the token."""
    return RedirectResponse("/", 303) if bench.access.open else page(request, "login.html", fault=None)


@router.post("/login")
def log_in(request: Request, bench: TheBench, token: Annotated[str, Form(max_length=200)] = "") -> Response:
    """Begin a session."""
    session = bench.access.log_in(token)
    if session is None:
        return page(request, "login.html", status=401, fault="This token is not known, or its time is over. Ask for a new one.")
    answer = RedirectResponse("/", 303)
    name, seconds = session
    answer.set_cookie(COOKIE, name, max_age=seconds, httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return answer


@router.post("/logout")
def log_out(request: Request, bench: TheBench) -> Response:
    """End a session."""
    bench.access.log_out(request.headers)
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE)
    return answer
