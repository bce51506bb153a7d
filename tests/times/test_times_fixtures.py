"""Fixtures that an analyst could write: a sentence, the day it was published, and what its times mean.

    anchor: 2021-09-14
    Lavrov left Minsk on Tuesday.
    => Tuesday | 2021-09-14 | weekday | or 2021-09-21

The second column is EDTF (the TIMEX3 value where a time has no place on the calendar) and the modifier, the third the
rule, the fourth the other readings. Cases are parted by a line of dashes; `=> none` says that there is no time.
"""

import re
from pathlib import Path

import pytest

from memcon.record import Timex
from memcon.times import find_times
from memcon.times.rules import all_rules

FOLDER = Path(__file__).with_name("fixtures")


def cases() -> list[tuple[str, str]]:
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        for n, case in enumerate(re.split(r"(?m)^-{5,}\n", path.read_text(encoding="utf-8")), 1):
            found.append((f"{path.stem}-{n}", case))
    return found


def line(time: Timex) -> str:
    meaning = time.edtf or time.value
    parts = [" ".join(time.span.quote.split()), f"{meaning} {time.mod}" if time.mod else meaning, time.rule]
    if time.alternatives:
        parts.append(f"or {', '.join(time.alternatives)}")
    return " | ".join(parts)


@pytest.mark.parametrize("case", [c for _, c in cases()], ids=[n for n, _ in cases()])
def test_a_sentence_gives_the_times_that_an_analyst_expects(case: str) -> None:
    anchor, text, *expected = case.strip().split("\n")
    assert anchor.startswith("anchor: ")
    given = anchor.removeprefix("anchor: ")
    found = find_times(text, None if given == "none" else given)
    assert ([f"=> {line(t)}" for t in found] or ["=> none"]) == expected


def test_every_rule_has_a_fixture() -> None:
    told = {row.split(" | ")[2] for _, case in cases() for row in case.split("\n") if row.count(" | ") >= 2}
    assert {rule.name for rule in all_rules()} - told - {"name"} == set()
