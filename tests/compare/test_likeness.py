"""What makes two points alike: families of words, synonyms, wording in common, and points that hold two of the other side's."""

import numpy as np

from memcon.compare.aligning import pairs
from memcon.compare.likeness import _wording
from memcon.compare.terms import Term, Terms, relatives


def test_relatives_go_both_ways() -> None:
    found = relatives()
    assert "negotiation" in found["family"]["negotiate"]
    assert "negotiate" in found["family"]["negotiation"]
    assert "withdraw" in found["synonym"]["retreat"]
    assert all(word in found[relation][other] for relation in found for word, others in found[relation].items() for other in others)


def test_what_stands_beside_each_other_in_both_is_wording_in_common() -> None:
    rule, road, map_ = (Term(w, "word") for w in ("rule", "road", "map"))
    both = _wording([Terms(beside={(rule, road)}), Terms(beside={(rule, road)}), Terms(beside={(road, map_)})])
    assert both[0, 1] > 0
    assert both[0, 2] == 0


def test_a_long_point_may_hold_two_short_ones() -> None:
    chance = np.array([[0.9], [0.5], [0.1]])
    assert pairs(chance, 0.25, 0.25) == [(0, 0), (1, 0)]
    assert pairs(chance, 0.25, 0.6) == [(0, 0)]


def test_nothing_under_the_floors_is_paired() -> None:
    assert pairs(np.array([[0.2, 0.1], [0.1, 0.2]]), 0.25, 0.22) == []
    assert pairs(np.zeros((0, 3)), 0.25, 0.22) == []
    assert pairs(np.zeros((2, 0)), 0.25, 0.22) == []
