"""The gold is the one that the accuracy floors were measured on; nobody makes a test pass by changing what it is held against."""

import pytest
from benchmarks.gold_files import SETS, digest, read


@pytest.mark.parametrize("name", SETS)
def test_the_gold_has_not_changed(name: str) -> None:
    found = digest(name)
    if found is None:
        pytest.skip(f"the development data of {name} are not here: ../shared (or MEMCON_SHARED)")
    assert read()[name] == found, "look at the floors anew, then run python -m benchmarks.gold_files --write"
