"""What cannot both be so, without the word "deny": sides of an opposition, and points that take both of them."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.compare import accounts

from memcon.compare import compare
from memcon.compare.oppositions import sides
from memcon.compare.terms import _data
from memcon.record import Record


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("The army will withdraw from the north.", {"troops go or stay": 1}),
        ("The army will not withdraw from the north.", {"troops go or stay": -1}),
        ("He had no intention to withdraw from the north.", {"troops go or stay": -1}),
        ("The brigade will stay in the valley.", {"troops go or stay": -1}),
        ("Turkey called on the army to withdraw.", {}),
        ("Some would withdraw and others remain.", {}),
        ("The minister rejected the plan.", {"accepted or rejected": -1}),
        ("Nothing of the kind was said.", {}),
    ],
)
def test_the_side_that_words_take(text: str, taken: dict[str, int]) -> None:
    assert {name: side for name, (side, _) in sides(text, 0, len(text)).items()} == taken


def test_no_wording_stands_on_both_sides() -> None:
    for row in _data("oppositions.toml").values():
        assert not set(row["one"]) & set(row["other"])


def test_going_and_staying_contradict_each_other(record_of: Callable[..., Record], nlp: Any) -> None:
    made = compare([record_of(accounts.BAGHDAD, "Government of Iraq"), record_of(accounts.STATE_DEPARTMENT, "State Department")], nlp)
    (link,) = made.contradictions
    assert "would withdraw" in made.point(link.a).span.quote
    assert "would remain" in made.point(link.b).span.quote.replace("\n", " ")
    assert link.confidence <= 0.7


def test_two_accounts_that_agree_contradict_nothing(record_of: Callable[..., Record], nlp: Any) -> None:
    both = record_of(accounts.BAGHDAD, "Government of Iraq")
    assert compare([both, both], nlp).contradictions == ()


@given(st.text(alphabet="notwidraw eifsy.’\"", max_size=200))
def test_any_text_takes_sides_or_none(text: str) -> None:
    assert all(side in (1, -1) for side, _ in sides(text, 0, len(text)).values())
