"""The laws that hold for any text: exact spans, the same in the same out, time in proportion to the length."""

import time
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.actors import Cast
from memcon.record import spans_in

_WORDS = st.sampled_from(
    ["President", "Putin", "of", "Russia's,", "and", "Xi", "Jinping", "Jr.", "(the)", "two", "leaders", "he", "she", "they", "U.S.", "EU", "al-Assad", "“", "”", '"', "'", "-", "Mr.", "foreign", "ministers", "Kim", "Jong-", "un", "ambassador", "to", "Åland", "Türkiye", "I", "we", "our", "counterpart", "both", "习近平", "́", "’s", ":", ";", "\n\n", "NATO", "chief"]
)


@given(st.lists(_WORDS, max_size=25).map(" ".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_spans_are_exact_and_actors_known(cast_of: Any, text: str) -> None:
    report, cast = cast_of("Title. " + text, published="2021-06-17")
    assert all(report.text[s.start : s.end] == s.quote for s in spans_in((cast.actors, cast.mentions)))
    ids = {a.id for a in cast.actors}
    assert all(m.actors and set(m.actors) <= ids for m in cast.mentions)
    assert {a for m in cast.mentions for a in m.actors} == ids
    assert list(cast.mentions) == sorted(cast.mentions, key=lambda m: (m.span.start, -m.span.end))


def test_same_in_same_out(cast_of: Any) -> None:
    text = "Presidents Putin and Xi met. They agreed that both countries, Russia and China, would act. He thanked him."
    assert cast_of(text, published="2022-02-04")[1] == cast_of(text, published="2022-02-04")[1]


def test_mention_at_prefers_the_exact_then_the_smallest_then_the_longest(cast_of: Any) -> None:
    report, cast = cast_of("Russian President Vladimir Putin met Xi Jinping.", published="2022-02-04")
    start = report.text.index("Russian")
    whole = cast.mention_at(start, start + len("Russian President Vladimir Putin"))
    assert whole is not None and whole.span.quote == "Russian President Vladimir Putin"
    inside = report.text.index("Putin")
    assert cast.mention_at(inside, inside + 5) == whole
    assert cast.mention_at(inside, inside + 12) == whole
    assert Cast().mention_at(0, 5) is None


def test_long_hostile_text_takes_time_in_proportion(cast_of: Any) -> None:
    def seconds(times: int) -> float:
        report, _ = cast_of("He met him, the president of the president. " * 20, published="2022-02-04")
        del report
        begun = time.process_time()
        cast_of("He met him, the president of the presidents of the two leaders, al-al-al-Assad. " * times, published="2022-02-04")
        return time.process_time() - begun

    assert seconds(200) < 12 * seconds(40) + 1
