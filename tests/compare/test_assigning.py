"""The assignment is the best one."""

from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from memcon.compare.assigning import assign, chosen

SMALL = st.tuples(st.integers(1, 4), st.integers(1, 5)).flatmap(lambda shape: arrays(np.float64, shape, elements=st.floats(0, 1, width=16)))


@given(SMALL)
def test_no_other_assignment_weighs_more(weight: np.ndarray) -> None:
    pairs = assign(weight)
    wide = weight if weight.shape[0] <= weight.shape[1] else weight.T
    best = max(sum(wide[r, c] for r, c in enumerate(columns)) for columns in permutations(range(wide.shape[1]), wide.shape[0]))
    assert abs(sum(weight[r, c] for r, c in pairs) - best) < 1e-9
    assert len({r for r, _ in pairs}) == len({c for _, c in pairs}) == min(weight.shape)


@given(SMALL, st.floats(0.1, 0.9))
def test_nothing_under_the_floor_is_chosen(weight: np.ndarray, floor: float) -> None:
    assert all(weight[r, c] >= floor for r, c in chosen(weight, floor))


def test_of_nothing_nothing_is_chosen() -> None:
    assert chosen(np.zeros((0, 3)), 0.5) == []
    assert chosen(np.zeros((2, 3)), 0.5) == []
