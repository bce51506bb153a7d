"""Makes records and comparisons for the tests of the room: one model for all."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.compare import accounts

from memcon import language, pipeline, reading
from memcon.compare import Comparison, compare
from memcon.record import Record


@pytest.fixture(scope="session")
def nlp() -> Any:
    return language.load()


@pytest.fixture(scope="session")
def record_of(nlp: Any) -> Callable[..., Record]:
    """Give a function that makes the record of a text; its lines are joined as a wire's are."""

    def make(text: str, publisher: str | None = None, published: str = "2018-01-24") -> Record:
        body = "\n\n".join(p.replace("\n", " ").strip() for p in text.split("\n\n"))
        report = reading.read_text(body, publisher=publisher, published=published, any_language=True)
        return pipeline.record_of(replace(report, id=report.sha256[:8]), nlp)

    return make


@pytest.fixture(scope="session")
def afrin(record_of: Callable[..., Record]) -> list[Record]:
    return [record_of(accounts.AMERICAN, "White House"), record_of(accounts.TURKISH, "Turkish Presidency")]


@pytest.fixture(scope="session")
def afrin_compared(afrin: list[Record], nlp: Any) -> Comparison:
    return compare(afrin, nlp)
