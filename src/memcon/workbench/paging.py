"""Pages of long answers: a cursor says where the next one begins."""

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Annotated, Generic, TypeVar

from fastapi import HTTPException, Query
from pydantic import BaseModel, Field

A = TypeVar("A")
MOST = 1000
_FARTHEST = 10_000_000

Limit = Annotated[int, Query(ge=1, le=MOST, description="How many at most.")]
Cursor = Annotated[str | None, Query(max_length=32, description="Where to go on: the `next` of the page before.")]


class Page(BaseModel, Generic[A]):
    """A part of a long answer."""

    items: list[A]
    next: str | None = Field(description="The cursor of the next page; null on the last one.")


def offset(cursor: str | None) -> int:
    """Give the place that a cursor stands for.

    Raises:
        HTTPException: it is none.
    """
    if cursor is None:
        return 0
    try:
        kind, _, number = base64.urlsafe_b64decode(cursor.encode("ascii") + b"==").decode("ascii").partition(":")
        found = int(number) if kind == "o" and number.isdigit() else -1
    except (binascii.Error, UnicodeError, ValueError):
        found = -1
    if not 0 <= found <= _FARTHEST:
        raise HTTPException(400, "the cursor is none that this workbench gave; begin without one")
    return found


def cursor(place: int) -> str:
    """Give the cursor of a place.

    >>> offset(cursor(50))
    50
    """
    return base64.urlsafe_b64encode(f"o:{place}".encode()).decode().rstrip("=")


def cut(ask: Callable[[int, int], Sequence[A]], limit: int, at: str | None) -> tuple[Sequence[A], str | None]:
    """Ask for a page (`ask(limit, offset)`) and give it with the cursor of the next one."""
    place = offset(at)
    found = ask(limit + 1, place)
    return (found[:limit], cursor(place + limit)) if len(found) > limit else (found, None)
