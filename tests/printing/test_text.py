"""The lines for the terminal."""

import dataclasses
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.printing import Look, text
from memcon.printing.dates import words
from memcon.printing.layout import clean, width, wrap

from .made import record

WHOLE = """\
Xi meets Scholz
Xinhua · published 4 November 2022, inferred: November 4 is a Friday in 2022

● Meeting · held · 4 November 2022 · Beijing, CN
  who       Xi Jinping   President, CN (host)
            Olaf Scholz  DE (visitor)
  about     trade
  words     “President Xi Jinping met Chancellor Olaf Scholz” [line\u00a02]

1 less certain one is hidden; --all shows them.

Statements
  Xi Jinping (said): trade had grown by 5 percent [line\u00a02]
  A ministry (said): 30 firms had told it of losses [line\u00a03]
    30 firms (told): losses [line\u00a03]

Figures
  5 percent ↑  trade · claimed by Xi Jinping [line\u00a02]
  30           firms · claimed by A ministry [line\u00a03]"""


def test_a_record_is_printed_as_a_person_reads_it() -> None:
    assert text(record(), Look(floor=0.5)) == WHOLE


def test_reasons_and_edtf_are_shown_where_they_are_asked_for() -> None:
    told = text(record(), Look(floor=0.5, explain=True))
    assert "4 November 2022 (2022-11-04)" in told and "because   date: the Friday of the text" in told
    assert "by the rule change by" in told and "confidence 0.90" in told


def test_colours_change_nothing_but_colours() -> None:
    import re

    coloured = text(record(), Look(floor=0.5, colour=True))
    assert "\x1b[" in coloured and re.sub(r"\x1b\[[0-9;]*m", "", coloured) == WHOLE


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    assert all(width(line) <= columns for line in text(record(), Look(width=columns)).split("\n"))


def test_an_engagement_without_a_date_or_participants_known_is_printed() -> None:
    made = record()
    bare = dataclasses.replace(made.engagements[0], date=None, place=None, topics=(), evidence=(), participants=())
    assert "● Meeting · held · date unknown" in text(dataclasses.replace(made, engagements=(bare,)), Look())


def test_nothing_of_a_report_can_command_the_terminal() -> None:
    made = record()
    hostile = dataclasses.replace(made, actors=tuple(dataclasses.replace(a, name="Xi\x1b[2J\x07\u202e") for a in made.actors))
    assert not set(text(hostile, Look())) & {"\x1b", "\x07", "\u202e"}


@given(st.text())
def test_cleaned_text_is_one_line_without_controls(dirty: str) -> None:
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in clean(dirty))


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12), min_size=1), st.integers(20, 60))
def test_wrapping_keeps_every_word(given_words: list[str], columns: int) -> None:
    lines = wrap(" ".join(given_words), columns, "> ", "  ")
    assert " ".join(lines).replace("> ", "").split() == given_words


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2021", "2021"),
        ("2021-09", "September 2021"),
        ("2021-09-13", "13 September 2021"),
        ("2021-09-13/2021-09-15", "13 to 15 September 2021"),
        ("2021-09-30/2021-10-02", "30 September to 2 October 2021"),
        ("2021-01/2021-06", "January to June 2021"),
        ("2020-12/2021-02", "December 2020 to February 2021"),
        ("2021-40", "first half of 2021"),
        ("2021-33", "first quarter of 2021"),
        ("2021-23", "autumn 2021"),
        ("2021-09~", "about September 2021"),
        ("../2022-02-24", "until 24 February 2022"),
        ("2022-02-24/..", "from 24 February 2022 on"),
        ("199X", "1990s"),
        ("2021-09-XX", "a day in September 2021"),
        ("[2021-09-13,2021-09-14]", "13 September 2021 or 14 September 2021"),
        ("2021-09-17T10:30+03:00", "17 September 2021, 10:30 +03:00"),
        ("no date", "no date"),
    ],
)
def test_dates_are_said_in_words(edtf: str, said: str) -> None:
    assert words(edtf) == said
