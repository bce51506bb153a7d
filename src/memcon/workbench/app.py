"""The application: the API, the pages, the assets, and what stands before them."""

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from typing import Any

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

import memcon
from memcon.errors import MemconError, ReadingError
from memcon.register import QuestionError, Register
from memcon.workbench import api, pages
from memcon.workbench.access import Access
from memcon.workbench.bench import Bench
from memcon.workbench.drawing import STATIC, page
from memcon.workbench.guard import Guard
from memcon.workbench.problems import FAULTS, Problem, problem

_ABOUT = """Who met, called, wrote to or visited whom; what each said; which figures were claimed. Every answer names the reports and
the words behind it. Dates are EDTF, offsets count Unicode code points, countries are ISO 3166-1 alpha-2."""


def now() -> str:
    """Give the time as it is written under a judgement."""
    return datetime.now(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")


def make(
    register: Register,
    access: Access | None = None,
    hosts: Collection[str] = ("127.0.0.1", "localhost", "testserver"),
    model: str | None = None,
    clock: Callable[[], str] = now,
) -> FastAPI:
    """Make the application over a register; `hosts` are the names (with ports) under which it may be asked for."""
    app = FastAPI(
        title="Memcon", version=memcon.__version__, description=_ABOUT, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json",
        separate_input_output_schemas=False, responses=FAULTS,
    )  # fmt: skip
    access = access or Access()
    app.state.bench = Bench(register, access, clock, model)
    for router in api.ROUTERS:
        app.include_router(router, prefix="/api")
    for router in pages.ROUTERS:
        app.include_router(router, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    _tell_errors(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Guard, access=access, hosts=hosts)
    _with_problem_schema(app)
    return app


def _with_problem_schema(app: FastAPI) -> None:
    """Put the form of errors into the API's schema, and in the place of FastAPI's own."""
    whole: Callable[[], dict[str, Any]] = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            made = whole()
            schemas = made["components"]["schemas"]
            schemas["Problem"] = Problem.model_json_schema()
            schemas.pop("HTTPValidationError", None)
            schemas.pop("ValidationError", None)
            for answer in (a for p in made["paths"].values() for o in p.values() for s, a in o["responses"].items() if s >= "400"):
                answer["content"] = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _tell_errors(app: FastAPI) -> None:
    """Give errors as problem details, or as a page where a page was asked for."""

    def told(request: Request, status: int, detail: str) -> Response:
        wants_page = not request.url.path.startswith("/api/") and "text/html" in request.headers.get("accept", "")
        if wants_page and hasattr(request.state, "user"):
            return page(request, "error.html", status=status, detail=detail, code=status)
        return problem(status, detail)

    @app.exception_handler(StarletteHTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        answer = told(request, error.status_code, str(error.detail))
        for name, value in (error.headers or {}).items():
            answer.headers[name] = value
        return answer

    @app.exception_handler(RequestValidationError)
    def malformed(request: Request, error: RequestValidationError) -> Response:
        faults = "; ".join(f"{'.'.join(str(p) for p in e['loc'][1:]) or e['loc'][0]}: {e['msg']}" for e in error.errors()[:5])
        return told(request, 422, faults)

    @app.exception_handler(MemconError)
    def unanswered(request: Request, error: MemconError) -> Response:
        missing = isinstance(error, QuestionError) and (request.path_params or request.url.path in ("/api/who", "/who"))
        return told(request, 404 if missing else 422 if isinstance(error, QuestionError | ReadingError) else 500, str(error))

    @app.exception_handler(Exception)
    def broken(request: Request, error: Exception) -> Response:
        return told(request, 500, "the workbench failed at this; its log says why")
