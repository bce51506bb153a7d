"""Comparisons: what is aligned, what is not, what differs, what is denied, what is left out."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compare import accounts

from memcon.compare import Comparison, compare
from memcon.compare.aligning import reordered
from memcon.compare.codec import to_json
from memcon.errors import MemconError
from memcon.record import Record, Stamp
from memcon.record.report import Block, Report
from memcon.record.span import Span


def beside(made: Comparison, words: str) -> list[str]:
    """Give the wordings that stand in a row with the point that holds some words, of the other accounts."""
    (point,) = [p for p in made.points if words in p.span.quote]
    (row,) = [r for r in made.rows if any(point.id in ids for ids in r.points)]
    return [made.point(id).span.quote for n, ids in enumerate(row.points) if n != point.account for id in ids]


@pytest.mark.parametrize(
    ("american", "turkish"),
    [("spoke today", "had a telephone conversation"), ("lasted 45", "lasted an hour"), ("$200 million", "$150 million"), ("stay in close contact", "remain in contact"), ("fight against ISIS", "Daesh")],
)
def test_points_that_tell_of_the_same_thing_stand_side_by_side(afrin_compared: Comparison, american: str, turkish: str) -> None:
    assert any(turkish in quote for quote in beside(afrin_compared, american))


@pytest.mark.parametrize("alone", ["human rights", "detention of", "limit its military", "supply of weapons", "talks were frank"])
def test_what_one_account_alone_says_is_not_forced_together(afrin_compared: Comparison, alone: str) -> None:
    assert beside(afrin_compared, alone) == []


def placed(made: Comparison) -> list[str]:
    return sorted(id for row in made.rows for ids in row.points for id in ids)


def test_every_point_stands_in_one_row(afrin_compared: Comparison) -> None:
    assert placed(afrin_compared) == sorted(p.id for p in afrin_compared.points)


def test_rows_keep_the_order_of_either_account(afrin_compared: Comparison) -> None:
    for account in (0, 1):
        rows = reordered(afrin_compared.rows, afrin_compared.points, account)
        ids = [row.points[account][0] for row in rows if row.points[account]]
        assert ids == sorted(ids, key=lambda i: int(i[1:]))
        assert sorted(id for row in rows for cell in row.points for id in cell) == placed(afrin_compared)


def test_a_denial_is_a_contradiction(afrin_compared: Comparison) -> None:
    (link,) = afrin_compared.contradictions
    quotes = {afrin_compared.point(link.a).span.quote, afrin_compared.point(link.b).span.quote}
    assert any("raised concerns" in q for q in quotes)
    assert any("did not raise concerns" in q for q in quotes)


def test_facts_that_differ(afrin_compared: Comparison) -> None:
    facts = {f.field: ([t.value for t in f.told], f.agree) for f in afrin_compared.facts}
    assert facts["length"] == (["45 minutes", "60 minutes"], False)
    assert facts["initiative"] == (["Turkish side", None], None)
    assert facts["number"] == (["$200 million", "$150 million"], False)
    assert facts["date"][1] and facts["participants"][1]
    assert facts["air"] == ([None, "frank"], None)


def test_spans_of_facts_hold_their_words(afrin_compared: Comparison, afrin: list[Record]) -> None:
    for fact in afrin_compared.facts:
        for told in fact.told:
            assert told.span is None or afrin[told.account].report.text[told.span.start : told.span.end] == told.span.quote


def test_only_one_side_mentions_human_rights(afrin_compared: Comparison) -> None:
    omitted = {o.theme: o.mentioned for o in afrin_compared.omissions}
    assert omitted["human rights"] == (0,)
    assert omitted["trade and economy"] == (1,)
    assert "terrorism" not in omitted  # both, under two names


def test_tone_is_told_and_compared(record_of: Callable[..., Record], nlp: Any) -> None:
    made = compare([record_of(accounts.KYIV, "President of Ukraine"), record_of(accounts.WASHINGTON, "White House")], nlp)
    (point,) = [p for p in made.points if "reaffirmed" in p.span.quote]
    assert point.tone is not None
    assert (point.tone.step, point.tone.strength, point.tone.words.quote) == ("reaffirmed", 3, "reaffirmed")
    assert any("sovereignty" in q for q in beside(made, "territorial integrity"))
    assert any("security assistance" in q for q in beside(made, "defense assistance"))
    assert [(a.label, a.side) for a in made.accounts] == [("President of Ukraine", "UA"), ("White House", "US")]


def test_the_same_records_give_the_same_characters(afrin: list[Record], nlp: Any, afrin_compared: Comparison) -> None:
    assert to_json(compare(afrin, nlp)) == to_json(afrin_compared)


def test_three_accounts_of_one_publisher_have_names_of_their_own(afrin: list[Record], nlp: Any) -> None:
    made = compare([afrin[0], afrin[1], afrin[0]], nlp)
    assert [a.label for a in made.accounts] == ["White House (1)", "Turkish Presidency", "White House (2)"]
    assert placed(made) == sorted(p.id for p in made.points)
    assert all(row.accounts != (0,) for row in made.rows)  # its twin has everything too


def test_one_account_is_no_comparison(afrin: list[Record], nlp: Any) -> None:
    with pytest.raises(MemconError, match="two accounts"):
        compare(afrin[:1], nlp)


SENTENCES = st.lists(
    st.sampled_from(["He discussed trade.", "They denied it.", "The talks were warm, frank and long.", "$5 million was pledged; more will follow.", "“", "No.", "ü " * 30, "Iran and Syria met."]),
    max_size=12,
).map(" ".join)


def bare(id: str, text: str) -> Record:
    """Give a record of which nothing is known but its text."""
    whole = text.strip()
    blocks = (Block("paragraph", Span(0, len(whole), whole)),) if whole else ()
    return Record(report=Report(id, whole, "", "", "text", blocks), stamp=Stamp("0", "none", ""))


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCES, min_size=2, max_size=4))
def test_any_texts_are_placed_once(nlp: Any, texts: list[str]) -> None:
    made = compare([bare(f"r{n}", t) for n, t in enumerate(texts)], nlp)
    assert placed(made) == sorted(p.id for p in made.points)
    for row in made.rows:
        assert len(row.points) == len(texts)
        assert all(0 <= k.confidence <= 1 for k in row.links)


def test_very_long_accounts_say_what_was_not_held_against_others(nlp: Any) -> None:
    made = compare([bare("a", "He discussed trade with Iran. " * 1500), bare("b", "They discussed trade. " * 10)], nlp)
    assert made.notes == ("a: the first 1200 of 1500 points were held against the others",)
    assert placed(made) == sorted(p.id for p in made.points)
