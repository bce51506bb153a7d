"""The laws of the room: dates come back from TIMEX3 and EDTF, spans are exact, nothing is invented, nothing is slow."""

import calendar
import itertools
import re
import subprocess
import sys
import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon import find_times
from memcon.record import Timex

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
MONTHS = list(calendar.month_name)
WRITTEN = (
    lambda d: f"{d.day} {MONTHS[d.month]} {d.year}",
    lambda d: f"{MONTHS[d.month]} {d.day}, {d.year}",
    lambda d: f"{calendar.day_name[d.weekday()]}, {MONTHS[d.month]} {d.day}, {d.year}",
    lambda d: f"the {d.day}{'th' if d.day > 3 else ('st', 'nd', 'rd')[d.day - 1]} of {MONTHS[d.month]} {d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
)
WORDS = (
    "today|yesterday|last week|this month|next year|Tuesday|last Friday|next Monday|March|May 5|12 October|"
    "the third quarter|the first half of 2019|last summer|spring 2018|the 1990s|the 19th century|two years ago|"
    "ten days ago|a day earlier|the following week|that month|the weekend|Christmas|Easter Monday|noon|"
    "10:30 a.m. Moscow time on Friday|1600 GMT|Friday morning|early June|the end of the year|about 1994|"
    "the past three months|five years|every week|June 3, 4 and 7|a year earlier|the same day|"
    "the last week of March|year-end|in 1914|recently|the night of 3 May|week 42 of 2023|half past eight on Friday|"
    "the turn of the century|Q3 FY2022|1H23|Orthodox Easter|the eve of May 9|will go from Monday to Wednesday|AD 988|"
    "three months after the talks on May 5|ten days before the vote|14:00 (11:00 GMT) on Friday|from 9 to 11 p.m.|"
    "the quarter ended July 31|the same month a year ago|the week beginning 5 May|03/04/2021|that year|the previous month"
)
PHRASES = st.lists(st.sampled_from(WORDS.split("|")), min_size=1, max_size=8)


def edtf_bounds(edtf: str) -> tuple[str, str]:
    """Read EDTF independently of the program: first day, day after the last."""
    if "T" in edtf:
        edtf = edtf.split("T")[0]
    if "/" in edtf:
        begin, end = edtf.split("/")
        return edtf_bounds(begin)[0], edtf_bounds(end)[1]
    edtf = edtf.rstrip("~")
    if "X" in edtf:
        return f"{edtf.replace('X', '0')}-01-01", f"{int(edtf.replace('X', '9')) + 1:04}-01-01"
    parts = [int(p) for p in edtf.split("-")]
    if len(parts) == 1:
        return f"{parts[0]:04}-01-01", f"{parts[0] + 1:04}-01-01"
    if len(parts) == 3:
        return edtf, (date(*parts) + timedelta(1)).isoformat()
    year, code = parts
    first, length = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 40: (1, 6), 41: (7, 6)}.get(code, (code, 1) if code < 13 else (3 * (code - 33) + 1, 3))
    last = first + length - 1
    return f"{year:04}-{first:02}-01", f"{year + last // 12:04}-{last % 12 + 1:02}-01"


def timex3_bounds(value: str) -> tuple[str, str]:
    """Read a TIMEX3 date independently of the program."""
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        begin = monday + timedelta(5) if week[3] else monday
        return begin.isoformat(), (monday + timedelta(7)).isoformat()
    if len(value) < 4:
        return edtf_bounds(value.ljust(4, "X"))
    parts = {"Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36", "H1": "40", "H2": "41", "SP": "21", "SU": "22", "FA": "23", "WI": "24"}
    head, _, tail = value.partition("-")
    return edtf_bounds(f"{head}-{parts[tail]}" if tail in parts else value)


def check(times: tuple[Timex, ...], text: str) -> None:
    assert [t.id for t in times] == [f"t{n}" for n in range(1, len(times) + 1)]
    for before, after in itertools.pairwise(times):
        assert before.span.end <= after.span.start
    for t in times:
        assert text[t.span.start : t.span.end] == t.span.quote == t.span.quote.strip() != ""
        assert (t.begin is None) == (t.end is None) == (t.edtf is None)
        if t.begin is not None and t.end is not None:
            assert t.begin < t.end


@settings(deadline=None)
@given(DAYS, st.sampled_from(WRITTEN), DAYS)
def test_a_full_date_is_read_as_it_is_written_whatever_the_anchor(day: date, write, anchor: date) -> None:
    words = write(day)
    (found,) = find_times(f"They met on {words} in Geneva.", anchor.isoformat())
    assert (found.span.quote, found.value, found.edtf, found.begin) == (words, *[day.isoformat()] * 3)
    assert found.anchor is None


@settings(deadline=None)
@given(PHRASES, DAYS)
def test_a_resolved_date_comes_back_from_timex3_and_from_edtf(phrases: list[str], anchor: date) -> None:
    text = ". They met ".join(phrases) + "."
    times = find_times(text, anchor.isoformat())
    check(times, text)
    for t in times:
        if t.edtf is None:
            continue
        if t.type in ("DATE", "DURATION"):
            assert edtf_bounds(t.edtf) == (t.begin, t.end), t
        else:
            assert edtf_bounds(t.edtf)[0] == t.begin[:10], t
        if t.type == "DATE":
            assert timex3_bounds(t.value) == (t.begin, t.end), t


@settings(deadline=None)
@given(PHRASES)
def test_without_an_anchor_nothing_that_needs_one_is_placed(phrases: list[str]) -> None:
    text = ". They met ".join(phrases) + "."
    times = find_times(text)
    check(times, text)
    assert not [t for t in times if t.anchor_from in ("publication", "dateline")]
    assert not [t for t in times if t.rule in ("today", "weekday") and t.edtf]


@settings(deadline=None)
@given(st.text(st.sampled_from("1290 .,:/-–'’%$\n ªéЖ½ampTZ") | st.characters(), max_size=80), PHRASES, DAYS)
def test_any_text_is_read_the_same_way_twice(noise: str, phrases: list[str], anchor: date) -> None:
    text = noise.join(["", *phrases, ""])
    times = find_times(text, anchor.isoformat())
    check(times, text)
    assert times == find_times(text, anchor.isoformat())


@settings(deadline=None)
@given(DAYS, st.integers(0, 6))
def test_a_bare_weekday_is_the_last_one_and_the_next_is_among_its_alternatives(anchor: date, number: int) -> None:
    (found,) = find_times(f"They met on {calendar.day_name[number]}.", anchor.isoformat())
    last = anchor - timedelta((anchor.weekday() - number) % 7)
    assert found.edtf == last.isoformat()
    assert found.alternatives == ((last + timedelta(7)).isoformat(),)


@settings(deadline=None)
@given(DAYS)
def test_a_weekday_that_is_tomorrow_is_tomorrow_where_the_sentence_looks_ahead(anchor: date) -> None:
    tomorrow = anchor + timedelta(1)
    (found,) = find_times(f"They will meet on {calendar.day_name[tomorrow.weekday()]}.", anchor.isoformat())
    assert found.edtf == tomorrow.isoformat()
    assert found.alternatives == ((tomorrow - timedelta(7)).isoformat(),)


def test_an_anchor_that_is_no_date_is_refused() -> None:
    for anchor in ("tomorrow", "2021-02-30", "21"):
        with pytest.raises(ValueError):
            find_times("They met today.", anchor)


HOSTILE = (
    "1", " ", "\n ", "1/", "1,", "1,111", "the ", "twenty-", "May ", "Monday, ", "May 3, 4, ", "1990 ", "1990-", "the quarter ", "a year earlier ",
    "three months after the talks ", "talks on May 5 ", "from 9 to 11 p.m. ", "10:30 and ", "on Monday and Tuesday ", "the eve of ", "1914-18 ", "will ", "that year ",
)


def seconds(text: str) -> float:
    best = 1e9
    for _ in range(2):
        before = time.process_time()
        find_times(text, "2021-09-14")
        best = min(best, time.process_time() - before)
    return best


@pytest.mark.parametrize("seed", HOSTILE, ids=repr)
def test_doubling_a_hostile_input_about_doubles_the_work(seed: str) -> None:
    find_times("The rules are compiled on 1 May 2020.")
    small = seed * (4_000 // len(seed))
    assert seconds(small * 4) < 4 * 2.5 * seconds(small) + 0.05


@pytest.mark.parametrize("seed", ["7", " ", "\n", "x"], ids=repr)
def test_a_megabyte_of_nonsense_ends(seed: str) -> None:
    find_times(seed * (1_000_000 // len(seed)), "2021-09-14")


def test_the_room_loads_no_language_model() -> None:
    code = "import sys, memcon.times; memcon.times.find_times('on 1 May'); print([m for m in ('spacy', 'numpy', 'trafilatura') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
