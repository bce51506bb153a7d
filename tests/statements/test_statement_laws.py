"""What holds for every text: exact spans, an order, the same result twice, and no quotation lost to odd marks."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from memcon import statements
from memcon.actors import Cast
from memcon.record import Report, Statement, spans_in
from memcon.statements.quotes import MAX_DEPTH, lines, pair

Find = Callable[[str], tuple[Report, tuple[Statement, ...]]]

WORDS = ["Lavrov", "Wang", "he", "they", "said", "told", "urged", "thanked", "that", "to", "the", "minister", "talks", "go", "on", "for", "and",
         "according", "was", "quoted", "as", "saying", "this", "Q", "A"]
MARKS = ['"', "“", "”", "''", "'", "‘", "’", "«", "»", "„", ",", ".", ":", "?", "\n", " ", "—", "(", ")", "😀", "\u00a0"]
TEXTS = st.lists(st.sampled_from(WORDS + MARKS), min_size=1, max_size=40).map(" ".join)


@given(text=TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_spans_are_exact_and_sorted_whatever_the_text(text: str, find: Find) -> None:
    assume(any(c.isalnum() for c in text))
    report, said = find(text)
    for span in spans_in(said):
        assert report.text[span.start : span.end] == span.quote
    assert [s.id for s in said] == [f"s{n}" for n in range(1, len(said) + 1)]
    assert [s.content[0].start for s in said] == sorted(s.content[0].start for s in said)
    for s in said:
        assert s.content
        assert all(a.end <= b.start for a, b in pairwise(s.content))


@given(text=st.lists(st.sampled_from([*MARKS, "a", "word", "Word"]), max_size=60).map("".join))
def test_quotations_lie_in_the_text_and_in_order(text: str) -> None:
    found = pair(text, list(lines(text)))
    assert all(0 <= q.start <= q.inner_start < q.inner_end <= q.end <= len(text) for q in found)
    assert all(q.level < MAX_DEPTH for q in found)
    assert found == sorted(found, key=lambda q: (q.start, -q.end))
    outer = [q for q in found if q.level == 0]
    assert all(a.end <= b.start for a, b in pairwise(outer))


NEWS = """MOSCOW, March 5, 2024. /TASS/. The Kremlin welcomed the offer, spokesman Dmitry Peskov told reporters.
"We will study it," he said. "It takes time," he added, noting that Washington had been informed.
According to the ministry, the two sides agree that talks are needed."""


def test_the_same_text_gives_the_same_statements(find: Find) -> None:
    assert find(NEWS) == find(NEWS)


def test_a_dateline_is_no_content(find: Find) -> None:
    report, said = find(NEWS)
    body = report.text.index("The Kremlin")
    assert said and all(c.start >= body for s in said for c in s.content)


def test_inner_statements_stand_in_the_content_of_the_outer_one(find: Find) -> None:
    _, said = find("TASS reports that Putin said that Assad told him about the plan.")
    by_id: dict[str, Statement] = {s.id: s for s in said}
    inner = [s for s in said if s.within]
    assert len(inner) == 2
    for s in inner:
        assert s.cue is not None and s.within is not None
        assert any(c.holds(s.cue) for c in by_id[s.within].content)


def test_a_speaker_is_an_actor_of_the_cast(parsed: Callable[[str], tuple[Report, Any]]) -> None:
    from memcon import actors

    report, doc = parsed("President Vladimir Putin met his Syrian counterpart Bashar al-Assad in Moscow. The Syrian leader thanked Putin for the aid.\n"
                         '"We will go on," the Russian president said.')
    cast = actors.find(doc, report)
    said = statements.find(doc, report, cast)
    names = [tuple(cast.actor(a).name for a in s.speakers) for s in said]
    assert names == [("Bashar al-Assad",), ("Vladimir Putin",)]
    assert [cast.actor(a).name for a in said[0].addressees] == ["Vladimir Putin"]


def test_without_a_cast_the_words_of_the_speaker_stay(parsed: Callable[[str], tuple[Report, Any]]) -> None:
    report, doc = parsed("The ministry condemned the attack on the port.")
    (said,) = statements.find(doc, report, Cast((), ()))
    assert said.speakers == () and said.speaker is not None and said.speaker.quote == "The ministry"
