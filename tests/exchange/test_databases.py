"""What one database exports the other takes in, and exports again."""

import io

import memcon.register
from memcon.exchange.formats import FORMATS
from memcon.exchange.taking_in import take_in
from memcon.register.register import Register
from register.conftest import place, server  # noqa: F401  (fixtures: a file of SQLite, a database of PostgreSQL)

from .conftest import exported


def test_both_databases_export_the_same_bytes(fresh: Register, place: str) -> None:  # noqa: F811
    fresh.judge("correct", "tass-1", field="city", value="Sochi", who="ana", at="2024-01-01T00:00:00Z")
    fresh.judge("split", "sana-1/e1", who="ben", at="2024-01-04T00:00:00Z")
    corrected = fresh.record("wire-1")
    with memcon.register.open(place) as other:
        take_in(other, io.BytesIO(exported(fresh, "jsonl")[0]))
        assert other.record("wire-1") == corrected
        for form in FORMATS:
            assert exported(other, form) == exported(fresh, form), form
