"""Accounts of several reports become entries: what joins, what stays apart, and in any order."""

import itertools
import random
from pathlib import Path

import pytest

import memcon.register
from memcon.register.register import Register

from .making import ASSAD, BIDEN, PUTIN, ZELENSKY, record, told


def groups(register: Register) -> set[frozenset[str]]:
    """Give the accounts of each entry as "report/engagement"."""
    return {frozenset(f"{a.report}/{a.engagement}" for a in e.accounts) for e in register.engagements(everything=True)}


def register_of(path: Path | str, *records: object) -> Register:
    found = memcon.register.open(path)
    for one in records:
        found.add(one)  # type: ignore[arg-type]
    return found


CALLS = [
    record("kremlin-1", told("call", [PUTIN, ASSAD], "2021-09-13"), published="2021-09-13"),
    record("tass-1", told("call", [("Putin", "RU"), ("Bashar Assad", "SY")], "2021-09-14"), published="2021-09-14"),
    record("plan-1", told("call", [PUTIN, ASSAD], "2021-09-13", "planned"), published="2021-09-10"),
    record("other-1", told("call", [("Sergey Lavrov", "RU"), ("Faisal Mekdad", "SY")], "2021-09-13"), published="2021-09-13"),
    record("vague-1", told("call", [PUTIN, ASSAD], "2021-09", main=False), published="2021-10-02"),
]


def test_accounts_of_one_engagement_join_and_others_stay_apart(tmp_path: Path) -> None:
    with register_of(tmp_path / "r.db", *CALLS) as register:
        assert groups(register) == {
            frozenset({"kremlin-1/e1", "tass-1/e1", "plan-1/e1", "vague-1/e1"}),
            frozenset({"other-1/e1"}),
        }
        joined = max(register.engagements(), key=lambda e: len(e.accounts))
        assert joined.status == "held" and joined.date == "2021-09-13" and joined.reports == 4
        assert [d.field for d in joined.differences] == ["status", "date"]
        assert [p.name for p in joined.participants] == ["Vladimir Putin", "Bashar al-Assad"]
        assert all(a.why and a.why.score > 4 for a in joined.accounts)


def test_the_order_of_adding_does_not_matter() -> None:
    seen = set()
    for n, order in enumerate(itertools.permutations(CALLS)):
        if n % 40:
            continue
        with register_of(":memory:", *order) as register:
            entries = register.engagements(everything=True)
            seen.add(tuple((e.id, e.status, e.date, e.participants, tuple(a.id for a in e.accounts)) for e in entries))
    assert len(seen) == 1


def test_one_report_that_tells_of_two_keeps_them_apart(tmp_path: Path) -> None:
    twice = record("two", told("call", [PUTIN, ASSAD], "2021-09-13"), told("call", [PUTIN, ASSAD], "2021-09-14"))
    with register_of(tmp_path / "r.db", twice, CALLS[0], CALLS[1]) as register:
        assert groups(register) == {frozenset({"two/e1", "kremlin-1/e1"}), frozenset({"two/e2", "tass-1/e1"})}


def test_a_talk_of_three_is_not_a_talk_of_two(tmp_path: Path) -> None:
    two = record("two", told("meeting", [BIDEN, ZELENSKY], "2023-05-21", place=("Hiroshima", "JP")))
    three = record("three", told("meeting", [BIDEN, ZELENSKY, ("Fumio Kishida", "JP")], "2023-05-21", place=("Hiroshima", "JP")))
    with register_of(tmp_path / "r.db", two, three) as register:
        assert len(groups(register)) == 2


@pytest.mark.parametrize("seed", range(2))
def test_many_accounts_in_any_order(seed: int) -> None:
    """Reports of a made-up busy fortnight give the same entries, added in any order."""
    rng = random.Random(7)
    people = [PUTIN, ASSAD, BIDEN, ZELENSKY, ("Emmanuel Macron", "FR"), ("Russia", "RU"), ("Ukraine", "UA")]
    made = []
    for n in range(16):
        tells = []
        for _ in range(rng.randint(1, 3)):
            pair = rng.sample(people, 2)
            if pair[0][1] != pair[1][1]:
                day = rng.randint(1, 9)
                date = rng.choice([f"2022-03-0{day}", f"2022-03-0{day}", "2022-03", None])
                status = rng.choice(["held", "held", "planned"])
                tells.append(told(rng.choice(["call", "meeting", "contact"]), pair, date, status, main=rng.random() < 0.6))
        made.append(record(f"r{n}", *tells, published=f"2022-03-{rng.randint(1, 14):02}"))
    with register_of(":memory:", *made) as one:
        expected = [(e.id, e.status, e.date, e.differences, e.accounts) for e in one.engagements(everything=True)]
    random.Random(seed).shuffle(made)
    with register_of(":memory:", *made) as two:
        found = [(e.id, e.status, e.date, e.differences, e.accounts) for e in two.engagements(everything=True)]
    assert found == expected
