"""Fixtures that an analyst could write: a sentence and the quantities in it."""

import math
from pathlib import Path

import pytest

from memcon.figures import Quantity, find_quantities

FOLDER = Path(__file__).with_name("fixtures")


def cases() -> list[tuple[str, str, list[str]]]:
    found: list[tuple[str, str, list[str]]] = []
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("=> "):
                found[-1][2].append(line[3:])
            elif line and not line.startswith("# "):
                found.append((path.stem, line, []))
    return found


def number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))


def shown(quantity: Quantity) -> str:
    value = number(quantity.value) + (f"..{number(quantity.high)}" if quantity.high is not None else "")
    unit = quantity.unit or (quantity.noun.quote if quantity.noun else ".")
    return " ".join(filter(None, [f"{quantity.span.quote} = {value}", unit, quantity.comparator, quantity.change]))


@pytest.mark.parametrize(("sentence", "expected"), [c[1:] for c in cases()], ids=[f"{c[0]}: {c[1][:40]}" for c in cases()])
def test_a_sentence_gives_the_quantities_that_an_analyst_expects(sentence: str, expected: list[str]) -> None:
    assert [shown(q) for q in find_quantities(sentence)] == [e for e in expected if e != "none"]


def test_every_sentence_of_the_fixtures_says_what_is_expected() -> None:
    assert len(cases()) > 100
    assert all(expected for _, _, expected in cases())


def test_numbers_in_taken_stretches_are_left_out() -> None:
    text = "In 30 cases of 40 the court agreed."
    assert [q.value for q in find_quantities(text, [(3, 5)])] == [40.0]


def test_money_in_a_taken_stretch_is_kept() -> None:
    assert [q.unit for q in find_quantities("They paid $3 million.", [(10, 20)])] == ["USD"]


def test_nothing_reaches_over_a_blank_line() -> None:
    assert [q.span.quote for q in find_quantities("Jobs cut: 10,000\n\nFebruary saw more than\n\n5 percent")] == ["10,000", "5 percent"]


def test_values_are_finite() -> None:
    assert all(math.isfinite(q.value) for q in find_quantities("9" * 400 + " men, 10 trillion trillion trillion"))
