"""Reads texts for the tests of the room: one model for all."""

from collections.abc import Callable

import pytest

from memcon import actors, language, reading
from memcon.actors import Cast
from memcon.record import Report

CastOf = Callable[..., tuple[Report, Cast]]


@pytest.fixture(scope="session")
def cast_of() -> CastOf:
    """Give a function that reads a text and finds its cast."""
    nlp = language.load()

    def find(text: str, **given: str | None) -> tuple[Report, Cast]:
        report = reading.read_text(text, any_language=True, **given)
        doc = language.analyse(report.text, [(b.span.start, b.span.end) for b in report.blocks], nlp)
        return report, actors.find(doc, report)

    return find
