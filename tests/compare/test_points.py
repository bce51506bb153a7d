"""Points: where sentences are cut, what is said how strongly, and that no word of an account is left out or told twice."""

import tomllib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compare import accounts

from memcon.compare.acts import acts, air
from memcon.compare.cutting import cut
from memcon.compare.points import points_of
from memcon.compare.sentences import sentences
from memcon.record import Record

FIXTURES = Path(__file__).parent / "fixtures"


def cases(name: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = tomllib.loads((FIXTURES / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    return found


@pytest.mark.parametrize("case", cases("points"), ids=lambda c: c["text"][:40])
def test_sentences_are_cut_where_the_analyst_put_a_bar(case: dict[str, str]) -> None:
    text = case["text"].replace(" |", "")
    assert " | ".join(text[a:b] for a, b in cut(text, 0, len(text))) == case["text"]


@pytest.mark.parametrize("case", cases("tone"), ids=lambda c: c["text"][:40])
def test_an_act_stands_on_its_step(case: dict[str, str]) -> None:
    found = acts(case["text"], 0, len(case["text"]))
    assert (found[0].step.name if found else "") == case["step"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The candid talks were held in a warm and friendly atmosphere; the weather was tense.", ["candid", "warm", "warm"]),
        ("She had what she called \"frank and constructive\" talks.", ["candid", "constructive"]),
        ("The conversation was rather frank and business-like.", ["candid", "businesslike"]),
        ("He considers positive the fact of the conversation.", []),
    ],
)
def test_the_air_of_talks_is_told_beside_a_word_for_them(text: str, names: list[str]) -> None:
    assert [name for _, _, name in air(text, 0, len(text))] == names


@pytest.mark.parametrize("text", [accounts.AMERICAN, accounts.TURKISH, accounts.KYIV])
def test_points_cover_the_body_once(text: str, record_of: Callable[..., Record]) -> None:
    record = record_of(text)
    points = [f.point for f in points_of(record, 0)]
    covered = "".join(record.report.text[p.span.start : p.span.end] for p in points)
    body = "".join(b.span.quote for b in record.report.blocks if b.kind == "paragraph")
    assert "".join(covered.split()) == "".join(body.split())
    assert all(x.span.end <= y.span.start for x, y in pairwise(points))
    assert all(record.report.text[p.span.start : p.span.end] == p.span.quote for p in points)


WORDS = st.sampled_from(
    ["discussed", "stressed", "and", ",", ";", "the", "a", "talks", "trade", "border", "as", "well", "as", "that", "he", "would", "will", "Mr.", "U.S.", "“peace”", "3.5", "million", "noting", "including", "Minsk", "—", "called", "for", "(", ")", '"x']
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_cuts_of_anything_touch_and_cover_it(text: str) -> None:
    for start, end in sentences(text, 0, len(text)):
        pieces = cut(text, start, end, contact=True)
        assert "".join("".join(text[a:b].split()) for a, b in pieces) == "".join(text[start:end].split())
        assert all(b <= c for (_, b), (c, _) in pairwise(pieces))


@pytest.mark.parametrize("hostile", ["a, and the " * 20_000, "said and " * 20_000, "“" * 60_000, "discussed A" + ", as well as the B C D" * 4_000, "not " * 50_000])
def test_hostile_sentences_take_no_long_time(hostile: str) -> None:
    assert cut(hostile, 0, len(hostile))
