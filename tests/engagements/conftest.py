"""Makes records for the tests of the room: one model for all."""

from collections.abc import Callable

import pytest

from memcon import language, pipeline, reading
from memcon.record import Record


@pytest.fixture(scope="session")
def record_of() -> Callable[..., Record]:
    """Give a function that makes the record of a text."""
    nlp = language.load()

    def make(text: str, **given: str | None) -> Record:
        return pipeline.record_of(reading.read_text(text, any_language=True, **given), nlp)

    return make
