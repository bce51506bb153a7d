"""Copied text is found with its stretches, and an entry counts independent reports."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import memcon.register
from memcon.register import shingles

from .making import ASSAD, PUTIN, record, told

BODY = (
    "Vladimir Putin received Bashar al-Assad in Moscow late on Monday, a spokesman said. The talks lasted ninety minutes and "
    "touched on trade, on the return of refugees and on the fight against armed groups in the north. No statement was planned."
)
OWN = (
    "Bashar al-Assad flew to Moscow without notice and was back by noon, people at the airport said. Vladimir Putin had asked for "
    "the visit. Diplomats in the region called it overdue and expected little from it beyond a photograph."
)


def test_a_reprint_is_no_independent_report(place: str) -> None:
    met = told("meeting", [PUTIN, ASSAD], "2021-09-13")
    with memcon.register.open(place) as register:
        register.add(record("agency", met, published="2021-09-13", text=BODY))
        register.add(record("paper", met, published="2021-09-14", text=f"From our wires. {BODY}"))
        register.add(record("other", met, published="2021-09-14", text=OWN))
        (entry,) = register.engagements()
        assert (entry.reports, entry.independent) == (3, 2)
        assert {a.report: a.copy_of for a in entry.accounts} == {"agency": None, "paper": "agency", "other": None}
        (copy,) = register.copies("paper")
        assert copy.whole and copy.share > 0.9
        mine, theirs = register.record("paper").report.text, register.record("agency").report.text
        for start, end, a, b in copy.spans:
            assert mine[start:end] == theirs[a:b]
        assert register.copies("other") == ()


def test_a_reprint_that_comes_first_is_still_the_reprint(tmp_path: Path) -> None:
    met = told("meeting", [PUTIN, ASSAD], "2021-09-13")
    with memcon.register.open(tmp_path / "r.db") as register:
        register.add(record("paper", met, published="2021-09-14", text=f"From our wires. {BODY}"))
        register.add(record("agency", met, published="2021-09-13", text=BODY))
        assert {a.report: a.copy_of for e in register.engagements() for a in e.accounts} == {"agency": None, "paper": "agency"}


def test_a_quoted_passage_is_told_with_its_stretch(tmp_path: Path) -> None:
    quoted = f"{OWN} One agency wrote: The talks lasted ninety minutes and touched on trade, on the return of refugees. {OWN[::-1]}"
    with memcon.register.open(tmp_path / "r.db") as register:
        register.add(record("agency", told("meeting", [PUTIN, ASSAD], "2021-09-13"), published="2021-09-13", text=BODY))
        register.add(record("essay", told("meeting", [PUTIN, ASSAD], "2021-09-13"), published="2021-09-20", text=quoted))
        (copy,) = register.copies()
        assert not copy.whole
        start, end, _, _ = copy.spans[0]
        assert quoted[start:end] == "The talks lasted ninety minutes and touched on trade, on the return of refugees"


@given(st.lists(st.sampled_from(["talks", "trade", "envoy", "summit", "border", "accord", "visit", "call"]), max_size=120), st.integers(0, 40))
@settings(max_examples=60, deadline=None)
def test_shared_stretches_are_the_same_words_in_both(words: list[str], cut: int) -> None:
    one, two = " ".join(words), "Then. " + " ".join(words[cut:])
    last = 0
    for start, end, a, b in shingles.shared(one, two):
        assert one[start:end] == two[a:b] and last <= start < end
        last = end


@given(st.lists(st.integers(0, 999), min_size=30, max_size=200))
@settings(max_examples=40, deadline=None)
def test_winnowing_keeps_a_fingerprint_of_every_long_run(numbers: list[int]) -> None:
    words = [f"word{n}" for n in numbers]
    run = words[: shingles.WORDS + shingles.WINDOW - 1]
    one, two = " ".join(words), " ".join(["before", *run, "after"])
    assert shingles.fingerprints(one).keys() & shingles.fingerprints(two).keys()
