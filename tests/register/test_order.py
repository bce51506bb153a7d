"""The entries are a function of the set of accounts: no order of adding, and no correction on the way, makes others."""

import random
from collections.abc import Sequence
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import memcon.register
from memcon.record import Record
from memcon.register.keeping import dump
from memcon.register.loading import load, near

from .making import BIDEN, PUTIN, record, told

PEOPLE = [PUTIN, ("Sergey Lavrov", "RU"), BIDEN, ("Antony Blinken", "US"), ("Blinken", "US"), ("Wang Yi", "CN"), ("Russia", "RU"),
          ("United States", "US"), ("China", "CN")]  # fmt: skip
DATES = [*(f"2021-09-{day:02}" for day in (9, 10, 10, 11, 12, 13)), "2021-09-30", "2021-10-03", "2021-10-04", "2021-10-05",
         "2021-09-10/2021-09-12", "2021-09-12/2021-09-21", "2021-09", "2021", "2021-08/2021-10", "2020/2022", None, None]  # fmt: skip
KINDS = ["meeting", "meeting", "call", "visit", "summit", "contact", "message", "video_call"]
STATUSES = ["held", "held", "held", "planned", "proposed", "cancelled", "habitual"]
PLACES = [None, None, ("Geneva", "CH"), (None, "CH"), ("Moscow", "RU")]
PUBLISHED = [None, "2021-09-10", "2021-09-12", "2021-09-13"]

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without shrinking, which takes minutes with a database in each example."""

engagements = st.builds(
    told,
    st.sampled_from(KINDS),
    st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=4, unique=True),
    st.sampled_from(DATES),
    st.sampled_from(STATUSES),
    st.booleans(),
    st.sampled_from(PLACES),
)
tellings = st.lists(engagements, min_size=1, max_size=3)


def made(id: str, told: Sequence[dict[str, Any]], published: str | None) -> Record:
    return record(id, *told, published=published, text=_text(id, told))


def _text(id: str, told: Sequence[dict[str, Any]]) -> str:
    names = dict.fromkeys(n for e in told for n, _ in e["people"])
    return f"{id} {' '.join(f'{n} took part.' for n in names)}"


def state(records: Sequence[Record]) -> list[str]:
    with memcon.register.open(":memory:") as register:
        for one in records:
            register.add(one)
        return list(dump(register.engine))


@settings(max_examples=5, deadline=None, phases=PHASES)
@given(st.lists(st.tuples(tellings, st.sampled_from(PUBLISHED)), min_size=2, max_size=7), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_entries(found: list[tuple[list[dict[str, Any]], str | None]], rng: random.Random) -> None:
    records = [made(f"r{n}", told, published) for n, (told, published) in enumerate(found)]
    mixed = list(records)
    rng.shuffle(mixed)
    assert state(mixed) == state(records)


@settings(max_examples=5, deadline=None, phases=PHASES)
@given(st.lists(st.tuples(tellings, st.sampled_from(PUBLISHED)), min_size=2, max_size=5), tellings, st.randoms(use_true_random=False))
def test_a_correction_leaves_nothing_behind(
    found: list[tuple[list[dict[str, Any]], str | None]], wrong: list[dict[str, Any]], rng: random.Random
) -> None:
    """A report whose first version told of engagements and whose second tells of none is as if it had told of none at once."""
    records = [made(f"r{n}", told, published) for n, (told, published) in enumerate(found)]
    first = made("wire", wrong, "2021-09-12")
    empty = record("wire", published="2021-09-12", text=first.report.text + " This report was corrected.")
    path = [*records, first]
    rng.shuffle(path)
    assert _entries(state([*path, empty])) == _entries(state([*records, empty]))


@settings(max_examples=5, deadline=None, phases=PHASES)
@given(st.lists(st.tuples(tellings, st.sampled_from(PUBLISHED)), min_size=2, max_size=5), tellings, tellings, st.randoms(use_true_random=False))
def test_corrections_count_whenever_they_come(
    found: list[tuple[list[dict[str, Any]], str | None]], one: list[dict[str, Any]], two: list[dict[str, Any]], rng: random.Random
) -> None:
    records = [made(f"r{n}", told, published) for n, (told, published) in enumerate(found)]
    first = made("wire", one, "2021-09-12")
    second = made("wire", two, "2021-09-12")
    if first.report.text == second.report.text:
        return
    mixed = [*records, first]
    rng.shuffle(mixed)
    mixed.insert(rng.randint(mixed.index(first) + 1, len(mixed)), second)
    assert state(mixed) == state([*records, first, second])


def _entries(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if '"kind": "report"' not in line and '"kind": "actor"' not in line]


@settings(max_examples=5, deadline=None, phases=PHASES)
@given(st.lists(engagements, min_size=2, max_size=9), st.sampled_from(PUBLISHED))
def test_what_one_account_finds_finds_it(found: list[dict[str, Any]], published: str | None) -> None:
    """The looking up is the same from both sides, whatever the precision of the dates; else the later of two alone would look."""
    with memcon.register.open(":memory:") as register:
        for n, one in enumerate(found):
            register.add(made(f"r{n}", [one], published))
        with register.reading() as conn:
            known = load(conn, range(1, len(found) + 1))
            for a in known:
                for b in known:
                    if a.sharp and a is not b and b.window and b.window.length < 367 and a.window and a.window.gap(b.window) < 2:
                        there = b.number in near(conn, a, vague=not b.sharp)
                        assert there == (a.number in near(conn, b, vague=False)), (a, b)


def test_what_is_announced_for_soon_is_found_up_to_the_day_after() -> None:
    """The window of an announcement ends 21 days on; a contact on the day after that may be it, whichever report comes first."""
    announced = record("desk-1", told("contact", [PUTIN, BIDEN], None, "proposed"), published="2021-12-08")
    held = record("desk-2", told("call", [PUTIN, BIDEN], "2021-12-30"), published="2021-12-31")
    for path in ([announced, held], [held, announced]):
        with memcon.register.open(":memory:") as register:
            for one in path:
                register.add(one)
            (entry,) = register.engagements()
            assert [a.report for a in entry.accounts] == ["desk-1", "desk-2"]


def test_what_is_told_of_decades_joins_nothing() -> None:
    """"In the twenties" is no date to join by, from whichever side one looks."""
    vague = record("desk-1", told("meeting", [PUTIN, BIDEN], "2020/2029", place=("Geneva", "CH")), published="2021-06-20")
    held = record("desk-2", told("meeting", [PUTIN, BIDEN], "2021-06-16", place=("Geneva", "CH")), published="2021-06-17")
    for path in ([vague, held], [held, vague]):
        with memcon.register.open(":memory:") as register:
            for one in path:
                register.add(one)
            assert len(register.engagements()) == 2
