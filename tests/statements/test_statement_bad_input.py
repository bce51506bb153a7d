"""Hostile and broken text: nothing bails out, and the time stays in proportion to the length."""

import time
from collections.abc import Callable

import pytest

from memcon.record import Report, Statement
from memcon.statements.columns import table_print
from memcon.statements.lexicon import lexicon
from memcon.statements.quotes import lines, pair
from memcon.statements.turns import turns
from memcon.statements.weights import trained_for

Find = Callable[[str], tuple[Report, tuple[Statement, ...]]]

SENTENCE = "The envoy left for Ankara on Monday and met the minister there. "


def seconds(text: str) -> float:
    """Give the processor's time to pair the marks of a text."""
    begin = time.process_time()
    pair(text, list(lines(text)))
    return time.process_time() - begin


@pytest.mark.parametrize(
    "text",
    ['"' + SENTENCE * 80_000, "“" + (SENTENCE * 20 + "\n") * 4_000, "“" * 10_000 + "yes" + "”" * 10_000, '"' * 10_000, "“a " * 50_000, " 'a " * 50_000, "''" * 50_000],
    ids=["one mark, 5 MB", "one mark, many lines", "ten thousand nested", "ten thousand straight", "never closed", "apostrophes", "double apostrophes"],
)
def test_pairing_marks_is_linear(text: str) -> None:
    assert seconds(text) < 10


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    text = "“" + SENTENCE * 3 + "\n" + SENTENCE
    (quote,) = pair(text, list(lines(text)))
    assert not quote.closed and quote.end == text.index("\n")


def test_nested_marks_are_read_to_a_depth_and_no_deeper() -> None:
    text = "“" * 10_000 + "yes" + "”" * 10_000
    found = pair(text, list(lines(text)))
    assert 0 < len(found) <= 10 and any(q.level == 0 for q in found)


@pytest.mark.parametrize("text", ["He said that she said that " * 150, '"No," he said, ' * 150, "according to X " * 150, "He said it, citing officials. " * 100, "said told urged " * 150])
def test_chains_of_cues_end_soon(text: str, find: Find) -> None:
    report, said = find(text)
    assert all(report.text[c.start : c.end] == c.quote for s in said for c in s.content)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "said", "Q:", "He said"])
def test_hardly_any_text_gives_no_statement(text: str, find: Find) -> None:
    if not text.strip():
        assert pair(text, list(lines(text))) == [] and turns(text, list(lines(text))) == []
        return
    report, said = find(text)
    assert isinstance(report, Report) and said == ()


def test_a_transcript_of_many_turns(find: Find) -> None:
    _, said = find("PRESIDENT BIDEN: Thank you.\nQ  Why?\n" * 200)
    assert len(said) == 400
    assert {s.speaker.quote for s in said if s.speaker} == {"PRESIDENT BIDEN", "Q"}


@pytest.mark.parametrize("text", ["MOSCOW: A quiet day.\nNothing else.", "Note: a note.\nText.\nMore text.", "Background: x\nContact: y"])
def test_labels_that_name_no_speaker_make_no_transcript(text: str) -> None:
    assert turns(text, list(lines(text))) == []


def test_the_table_of_cues_fits_together() -> None:
    table = lexicon()
    assert all(cue.frame.content for cues in table.cues.values() for cue in cues)
    assert table.weak <= {cue.words for cues in table.cues.values() for cue in cues}


def test_the_weights_were_trained_with_the_present_table() -> None:
    assert trained_for()[0] == table_print(), "the cue table has changed: run `python -m training.statements PATH_TO_POLNEAR`"
