"""Hostile input for seconds: the seeds, hundreds of mutations that are always the same, and every finding of longer runs."""

import os
from pathlib import Path

import pytest
from benchmarks.fuzz.seeds import mutations, seeds
from benchmarks.fuzz.targets import TARGETS, fed

FINDINGS = Path(__file__).with_name("findings")
INPUTS = {"reader": 400, "times": 60, "record": 12, "json": 300}
TIMES = int(os.environ.get("MEMCON_FUZZ_TIMES", "1"))


@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", TARGETS)
def test_no_input_breaks_a_law(name: str) -> None:
    for data in seeds(name):
        TARGETS[name](data)  # The first one loads what is loaded once.
    for number, data in enumerate(mutations(name, INPUTS[name] * TIMES)):
        try:
            fed(TARGETS[name], data)
        except Exception as error:
            raise AssertionError(f"mutation {number} of {name}: {data[:200]!r}") from error


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", sorted(p for p in FINDINGS.rglob("*") if p.is_file()), ids=lambda p: f"{p.parent.name}/{p.name}")
def test_what_once_broke_one_does_so_no_more(path: Path) -> None:
    fed(TARGETS[path.parent.name], path.read_bytes())
