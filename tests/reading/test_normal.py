"""The normal form, and the span law over whatever text comes in."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon import reading
from memcon.errors import ReadingError
from memcon.reading.encoding import decode
from memcon.reading.normal import normal, one_line
from memcon.record import Report, spans_in

PIECES = st.sampled_from(
    [
        "MOSCOW, September 14. /TASS/. ", "SEOUL, Jan. 4 (Yonhap) -- ", "The minister met her counterpart on Tuesday.", "\n", "\n\n", "\r\n", "\r", "\t",
        "Talks in Oslo", "(LEAD) ", "By Ann Lee ", "5:48 P.M. CEST", "Rome, Italy", "12 March 2021", "(END)", "a@example.org", "\u00a0", "\u200f", "שלום", "مرحبا",
        "😀", "e\u0301", "\ufeff", "\u2028", "\x00", "# Heading", "the president said", "© 2024 News", "[", "](", " ", "“Yes,”", "1.", "2021-09-14", "CANBERRA, ",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=24).map("".join)


def holds(report: Report) -> None:
    """Check the span law, and that the blocks cover everything but white space, in order."""
    for span in spans_in(report):
        assert report.text[span.start : span.end] == span.quote
    at = 0
    for block in report.blocks:
        assert block.span.start >= at
        assert not report.text[at : block.span.start].strip()
        assert block.span.quote == block.span.quote.strip() != ""
        at = block.span.end
    assert not report.text[at:].strip()
    assert report.sha256 == hashlib.sha256(report.text.encode()).hexdigest()


@given(TEXTS, st.one_of(st.none(), TEXTS))
def test_spans_are_exact_and_blocks_cover_the_text(text: str, title: str | None) -> None:
    try:
        report = reading.read_text(text, title=title, any_language=True)
    except ReadingError:
        assert not normal(text)
        return
    holds(report)
    assert report == reading.read_text(text, title=title, any_language=True)


@given(st.text())
def test_the_normal_form_is_stable(text: str) -> None:
    assert normal(normal(text)) == normal(text)
    assert "\n" not in one_line(text)
    normal(text).encode()


def test_line_breaks_become_one_kind_and_the_rest_stays() -> None:
    assert normal("A\r\nB\rC\u2028D\x85E") == "A\nB\nC\nD\nE"
    assert normal("\ufeffViktor\u00a0Orbán 🙂 \u200fשלום") == "Viktor\u00a0Orbán 🙂 \u200fשלום"
    assert normal("a\ud800b\x00c") == "a\ufffdbc"


def test_the_same_text_in_other_bytes_gives_the_same_text() -> None:
    text = "Orbán and Škoda met in Győr.\n\nThey spoke about the river – “for an hour”, the ministry said."
    readings = [
        reading.read_bytes(data, "a.txt")
        for data in (
            text.encode(),
            text.encode("utf-8-sig"),
            text.encode("utf-16"),
            text.encode("utf-32"),
            text.replace("\n", "\r\n").encode(),
        )
    ]
    assert {r.text for r in readings} == {text}
    assert len({r.sha256 for r in readings}) == 1 and len({r.raw_sha256 for r in readings}) == 5


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("The Hungarian leader Viktor Orbán met the president.", "cp1252"),
        ("“We agree,” the minister said – it’s done. £12m was pledged.", "cp1252"),
        ("Zelenskyy met Wałęsa and Błaszczak in Łódź on Friday, the Polish office said.", "cp1250"),
        ("Erdoğan met Aliyev in İstanbul; Çavuşoğlu joined them there.", "cp1254"),
        ("Министр иностранных дел встретился в Москве со своим коллегой, сообщили в министерстве.", "cp1251"),
    ],
)
def test_an_encoding_that_is_not_declared_is_guessed(text: str, page: str) -> None:
    assert decode(text.encode(page), "a.txt") == text
