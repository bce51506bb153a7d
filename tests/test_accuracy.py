"""Accuracy is a feature: no figure may fall under its floor (`benchmarks/floors.toml`). Needs the data in `../shared`."""

import pytest
from benchmarks.__main__ import ORDER, run
from benchmarks.shared import shared

from benchmarks import floors

FLOORS = floors.read()


@pytest.mark.skipif(shared() is None, reason="the development data are not here: ../shared (or MEMCON_SHARED)")
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_is_under_its_floor(name: str) -> None:
    figures = run(name)
    if figures is None:
        pytest.skip(f"the data of {name} are absent")
    assert not floors.broken(name, figures)


def test_every_floor_belongs_to_a_benchmark() -> None:
    assert set(FLOORS) <= set(ORDER)
    assert all(FLOORS.values())
