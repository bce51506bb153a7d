"""How much the trials of trust try, and where their figures go."""

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from register.conftest import server  # noqa: F401  (the fixture that starts PostgreSQL)

FIGURES = os.environ.get("MEMCON_TRUST_FIGURES")
"""A file to which each trial adds a line of JSON with what it counted; `python -m benchmarks.reliability` gives it."""


@pytest.fixture
def ram(tmp_path: Path) -> Iterator[Path]:
    """Give a folder in memory where the system has one: what a process that is killed has written stays there as well."""
    there = Path("/dev/shm")
    if not os.access(there, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=there, prefix="memcon-") as found:
        yield Path(found)


@pytest.fixture
def count() -> Callable[..., None]:
    """Give what writes figures down: `count("killed while adding", kills=25)`."""

    def down(what: str, **figures: Any) -> None:
        if FIGURES:
            with Path(FIGURES).open("a", encoding="utf-8") as file:
                file.write(json.dumps({"what": what, **figures}) + "\n")

    return down
