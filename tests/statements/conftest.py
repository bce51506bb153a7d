"""Reads texts for the tests of the room: one model for all, and no cast, so that only the words count."""

from collections.abc import Callable
from typing import Any

import pytest

from memcon import language, reading, statements
from memcon.actors import Cast
from memcon.record import Report, Statement

Find = Callable[..., tuple[Report, tuple[Statement, ...]]]


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], tuple[Report, Any]]:
    """Give a function that reads and parses a text."""
    nlp = language.load()

    def parse(text: str) -> tuple[Report, Any]:
        report = reading.read_text(text, any_language=True)
        return report, language.analyse(report.text, [(b.span.start, b.span.end) for b in report.blocks], nlp)

    return parse


@pytest.fixture(scope="session")
def find(parsed: Callable[[str], tuple[Report, Any]]) -> Find:
    """Give a function that finds the statements of a text, without a cast."""

    def said(text: str) -> tuple[Report, tuple[Statement, ...]]:
        report, doc = parsed(text)
        return report, statements.find(doc, report, Cast((), ()))

    return said
