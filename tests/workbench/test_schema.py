"""The schema of the API is the one that is checked in, and the API keeps to it whatever it is asked."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

from memcon.register import open as open_register
from memcon.workbench.app import make

ROOT = Path(__file__).resolve().parents[2]
CASES = int(os.environ.get("MEMCON_API_CASES", "300"))
"""Cases over all endpoints; `MEMCON_API_CASES=2000` is what a release is held against."""


def test_the_schema_that_is_checked_in_is_the_one_of_the_code(client: Any) -> None:
    shown = json.dumps(client.get("/api/openapi.json").json(), indent=1, sort_keys=True) + "\n"
    path = ROOT / "docs" / "openapi.json"
    if os.environ.get("MEMCON_WRITE_SCHEMA"):
        path.write_text(shown, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == shown, "run MEMCON_WRITE_SCHEMA=1 pytest tests/workbench/test_schema.py"


@pytest.mark.timeout(1200)
@pytest.mark.filterwarnings("ignore")
def test_every_endpoint_keeps_to_the_schema_and_never_fails(place: Path) -> None:
    schemathesis = pytest.importorskip("schemathesis")
    checks = schemathesis.checks
    with open_register(place) as register:
        schema = schemathesis.openapi.from_asgi("/api/openapi.json", make(register))
        operations = [found.ok() for found in schema.get_all_operations()]
        each = max(CASES // len(operations), 5)
        seen = 0
        for operation in operations:
            seen += _try(operation, each, checks)
    print(f"{seen} cases over {len(operations)} endpoints")
    assert seen >= CASES * 0.5


def _try(operation: Any, each: int, checks: Any) -> int:
    seen = 0

    @settings(max_examples=each, deadline=None, derandomize=True, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @_given(operation)
    def one(case: Any) -> None:
        nonlocal seen
        seen += 1
        answer = case.call(headers={"host": "127.0.0.1"})
        case.validate_response(answer, checks=[checks.not_a_server_error, checks.status_code_conformance, checks.content_type_conformance, checks.response_schema_conformance])

    one()
    return seen


def _given(operation: Any) -> Any:
    from hypothesis import given

    return given(case=operation.as_strategy())
