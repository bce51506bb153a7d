"""Laws that hold for every text: spans fit, the same text gives the same record, dates are EDTF, nobody meets alone."""

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.record import Engagement, Record, Span

PUBLISHED = "2023-03-22"
_DAY = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[~?%]?"
EDTF = re.compile(rf"{_DAY}(?:/{_DAY})?|\d{{3}}X|\d\dXX|\d{{4}}-(?:2[1-9]|3\d|4[01])[~?]?")
"""A date, an interval, a decade, a century, a season or half (ISO 8601-2:2019)."""

ODD = {
    "line ends of another system": "Vladimir Putin met Xi Jinping\r\nat the Kremlin on Tuesday.\r\n\r\nThey held talks on gas.\r\n",
    "no-break and thin spaces": "Vladimir\u00a0Putin met Xi\u2009Jinping at the\u00a0Kremlin on\u202fTuesday.",
    "runs of spaces and tabs": "  Vladimir Putin \t  met    Xi Jinping \t at the Kremlin   on Tuesday .  ",
    "emoji": "🇷🇺 Vladimir Putin met 🤝 Xi Jinping 🇨🇳 at the Kremlin on Tuesday. 👍🏽 They held talks.",
    "letters above the first plane": "𝐏𝐮𝐭𝐢𝐧 wrote. Vladimir Putin phoned Xi Jinping 𝄞 on Monday.",
    "curly quotes": "“Putin met Xi on Tuesday,” the spokesman said. ‘Xi’s visit’ began on Monday; Putin’s guest left for China.",
    "quotes that never close": 'Putin said: "Xi Jinping visited Moscow on Monday. “Blinken met Lavrov in New Delhi on March 2.',
    "combining accents": "Emmanuel Macron received Andre\u0301s Manuel Lo\u0301pez Obrador in Paris on Monday.",
    "soft hyphens and zero widths": "Vladimir Pu\u00adtin met Xi\u200b Jinping in Mos\u200dcow on Tuesday.",
    "right to left": "Mohammed bin Salman (\u202bمحمد بن سلمان\u202c) met Recep Tayyip Erdogan in Jeddah on Monday.",
    "no sentence end": "Putin Xi meeting Kremlin Tuesday talks call visit summit",
    "only triggers": "Meeting. Talks, call; visit? Summit! Met. Held talks with.",
    "punctuation": "--- *** ... !!! (Putin met Xi) [Kremlin] {Tuesday} <Moscow> &amp; Biden called Modi.",
    "capitals": "PUTIN MET XI AT THE KREMLIN ON TUESDAY. BIDEN TO VISIT KYIV NEXT WEEK.",
    "dates of all kinds": (
        "Putin met Xi in March. Biden visited Kyiv in early 2023. Merkel met Hollande in the 1990s. Nixon visited China in 1972. "
        "Scholz will meet Modi next week. Macron met Sunak on March 10-12. Kishida visited India in spring 2022. "
        "Blinken and Lavrov spoke around March 1. Xi will visit France in the second half of the year."
    ),
}  # fmt: skip

WORDS = (
    "Putin", "Xi Jinping", "Joe Biden", "Modi", "France", "the Kremlin", "Moscow", "NATO", "he", "they", "met", "meets", "will visit", "talks",
    "held talks", "called", "a call", "the meeting", "visit", "summit", "with", "between", "and", "to", "in", "at", "for", "on Monday",
    "from 5 to 7 May", "next week", "in 1972", "not", "planned", "separately", ",", ".", "“", "”", "\n\n", "\r\n", "\t", "\u00a0", "🤝", "’s", "e\u0301",
)  # fmt: skip


def spans(e: Engagement) -> Iterator[Span]:
    yield e.trigger
    yield from e.evidence
    yield from e.topics
    yield from (p.span for p in e.participants if p.span is not None)
    if e.place is not None and e.place.span is not None:
        yield e.place.span


def check(record: Record) -> None:
    text = record.report.text
    known, times = {a.id for a in record.actors}, {t.id for t in record.times}
    assert [e.id for e in record.engagements] == [f"e{n}" for n in range(1, len(record.engagements) + 1)]
    for e in record.engagements:
        for span in spans(e):
            assert text[span.start : span.end] == span.quote != ""
        assert e.participants and {p.actor for p in e.participants} <= known
        assert len({p.actor for p in e.participants}) == len(e.participants)
        assert set(e.reported_by) <= known and (e.time is None or e.time in times)
        assert e.date is None or EDTF.fullmatch(e.date), e.date
        if e.date and "/" in e.date:
            first, last = e.date.split("/")
            assert first <= last
        assert 1 <= len(e.evidence) <= 3 and len(e.topics) <= 12 and 0 < e.confidence < 1


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_texts_keep_the_laws_and_give_the_same_twice(text: str, record_of: Callable[..., Record]) -> None:
    record = record_of(text, published=PUBLISHED)
    check(record)
    assert record_of(text, published=PUBLISHED).engagements == record.engagements


def test_the_odd_texts_tell_of_engagements(record_of: Callable[..., Record]) -> None:
    """The laws are not kept for want of findings."""
    assert sum(len(record_of(text, published=PUBLISHED).engagements) for text in ODD.values()) >= 15


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=25))
def test_any_row_of_words_keeps_the_laws(record_of: Callable[..., Record], words: list[str]) -> None:
    text = " ".join(words)
    if text.strip():
        check(record_of(text, published=PUBLISHED))


def test_a_long_line_without_an_end_is_read_in_good_time(record_of: Callable[..., Record]) -> None:
    """Lists, triggers and owners without end: no rule may look at every pair of words."""
    check(record_of("Putin, Xi and Modi met with Biden and " * 60, published=PUBLISHED))


def test_an_empty_register_is_no_error(record_of: Callable[..., Record]) -> None:
    assert record_of("Rain fell on the hills.", published=PUBLISHED).engagements == ()
