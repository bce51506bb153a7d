"""Properties that hold for any text: spans, order, repeatability, and time linear in the length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.figures import find_quantities

WORDS = st.sampled_from(
    ["half", "a", "third", "of", "two", "thirds", "$", "€", "US$", "5", "30,000", "3.5", "1.4bln", "million", "mln", "bn", "%", "percent", "per", "cent", "points", "times", "fold", "doubled", "rose", "by", "to", "from", "fell", "between", "and", "-", "–", "or", "more", "than", "up", "at", "least", "hundreds", "thousands", "tens", "dozens", "several", "few", "(", ")", "/", ":", ".", ",", "March", "2021", "troops", "m", "won", "pounds", "one", "in", "five", "2+2", "COVID-19", "No", "7", "no.", "\n", "\n\n"]
)
TEXTS = st.lists(WORDS, max_size=40).flatmap(lambda words: st.sampled_from(["".join(words), " ".join(words)]))


@given(TEXTS | st.text(max_size=200))
def test_spans_are_exact_ordered_and_apart(text: str) -> None:
    end = 0
    for quantity in find_quantities(text):
        span = quantity.span
        assert text[span.start : span.end] == span.quote
        assert end <= span.start < span.end
        assert quantity.high is None or quantity.high > quantity.value
        if quantity.noun is not None:
            assert text[quantity.noun.start : quantity.noun.end] == quantity.noun.quote
            assert quantity.noun.start >= span.end
        end = span.end


@given(TEXTS)
@settings(max_examples=50)
def test_what_stands_before_does_not_change_what_is_found_behind_a_blank_line(text: str) -> None:
    alone = [(q.span.start, q.value, q.unit) for q in find_quantities(text)]
    head = "Nothing is counted here.\n\n"
    after = [(q.span.start - len(head), q.value, q.unit) for q in find_quantities(head + text)]
    assert after == alone


@given(st.integers(min_value=2, max_value=999_999_999))
def test_a_number_reads_the_same_with_and_without_commas(number: int) -> None:
    (found,) = find_quantities(f"They counted {number:,} sheep there.")
    assert found.value == number


HOSTILE = ["1,", "1", "two ", "a ", "half a ", "hundred and ", "between 1 and ", "5 to ", "1-", "$", "$ ", "more than ", "thousands of ", "(", "1 ", "million ",
           "one in ", "up to 5 or ", "3 1/", "the second ", "- ", "1\u00a0000\u00a0", "A.", "5 percent of ", "rose ", "no. 5 "]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_doubling_a_hostile_text_at_most_doubles_the_time(unit: str) -> None:
    small, large = (seconds(unit * (size // len(unit))) for size in (2_000, 8_000))
    assert large < 8 * small + 0.05


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        before = time.perf_counter()
        find_quantities(text)
        best = min(best, time.perf_counter() - before)
    return best


def test_a_megabyte_of_digits_does_not_hang() -> None:
    before = time.perf_counter()
    assert find_quantities("7" * 1_000_000) == ()
    find_quantities("1,000" * 20_000)
    assert time.perf_counter() - before < 5
