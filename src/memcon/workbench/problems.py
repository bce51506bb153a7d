"""Errors in one form: RFC 9457 problem details for programs, a page for people."""

from http import HTTPStatus
from typing import Any

import msgspec
from pydantic import BaseModel, Field
from starlette.responses import Response


class Problem(BaseModel):
    """An error as RFC 9457 has it: `title` names its kind, `detail` says what to do."""

    type: str = Field(default="about:blank", description="The kind of the error; the status tells it.")
    title: str = Field(description="The status in words.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What is wrong, and the remedy.")


FAULTS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": HTTPStatus(status).phrase, "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    for status in (400, 401, 403, 404, 413, 415, 421, 422)
}
"""The errors that every endpoint may give, for the schema of the API."""


def problem(status: int, detail: str) -> Response:
    """Give an error as problem details."""
    told = detail.encode("utf-8", "replace").decode()
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": told}
    return Response(msgspec.json.encode(body), status, media_type="application/problem+json")
