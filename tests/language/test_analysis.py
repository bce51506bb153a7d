"""One Doc over a whole text: nothing lost, the same alone and in company, paragraphs apart."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon import language
from memcon.errors import ModelError
from memcon.language.pipeline import SHIPPED, hash_folder, model_hash, model_name
from memcon.language.segments import dateline_place, segments

ODD = {
    "empty": "",
    "one space": " ",
    "only line ends": "\n\n\r\n",
    "emoji": "Talks went well 🤝🏽 in Rome 🇮🇹.",
    "carriage returns": "The minister left.\r\n\r\nThe envoy stayed.\r\n",
    "no-break spaces": "Mr.\u00a0Lavrov spoke\u00a0\u00a0to the press.",
    "leading white space": "  \n\tPutin spoke.",
    "zero-width and combining": "Re\u0301union\u200b of Cafe\u0301 owners\ufeff.",
    "right to left": "التقى الرئيس in Cairo",
    "a long line": "word " * 2000,
    "a long line without a space": "x" * 10_000,
    "many sentences in a line": "The two ministers met in Vienna on Monday. " * 240,
}


def layers(doc: Any) -> list[tuple[Any, ...]]:
    return [(t.text, t.idx, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i, t.ent_type_, t.ent_iob_, t.is_sent_start) for t in doc]


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_the_document_gives_the_text_back(text: str) -> None:
    doc = language.analyse(text)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)
    assert sum(len(s) for s in doc.sents) == len(doc)


def test_many_texts_give_what_each_gives_alone() -> None:
    texts = [(text, ()) for text in ODD.values()] + [("Putin met Assad.\n\nThey talked.", ((0, 16), (18, 30)))] * 3
    together = list(language.analyse_many(texts))
    assert [layers(doc) for doc in together] == [layers(language.analyse(text, spans)) for text, spans in texts]


def test_no_sentence_crosses_the_edge_of_a_paragraph() -> None:
    text = "Leaders meet in Geneva\nThe two presidents met on Wednesday"
    doc = language.analyse(text, ((0, 22), (23, len(text))))
    assert [s.text.strip() for s in doc.sents] == ["Leaders meet in Geneva", "The two presidents met on Wednesday"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("MOSCOW, September 14. /TASS/. The talks began.", ["MOSCOW, September 14. /TASS/.", "The talks began."]),
        ("SEOUL, Jan. 4 (Yonhap) -- The envoy arrived.", ["SEOUL, Jan. 4 (Yonhap) --", "The envoy arrived."]),
        ("“We agreed.” He left at once.", ["“We agreed.”", "He left at once."]),
        ("He met Gen. Silva and Dr. Okoro in St. Petersburg.", ["He met Gen. Silva and Dr. Okoro in St. Petersburg."]),
        ("The U.S. and the U.K. signed. It took a day.", ["The U.S. and the U.K. signed.", "It took a day."]),
        ("He cited No. 5 of the list.", ["He cited No. 5 of the list."]),
    ],
)
def test_sentences_end_where_they_must(text: str, sentences: list[str]) -> None:
    assert [s.text.strip() for s in language.analyse(text).sents] == sentences


def test_white_space_belongs_to_the_sentence_before_it_and_is_no_name() -> None:
    doc = language.analyse("Putin spoke.\n\nAssad listened.")
    blank = next(t for t in doc if t.is_space)
    assert (blank.pos_, blank.dep_, blank.ent_type_, blank.sent.text) == ("SPACE", "", "", "Putin spoke.\n\n")


def test_a_dateline_gives_its_town() -> None:
    text = "GORKI-9, May 3. /TASS/. Talks."
    assert dateline_place(text, 0) == (0, 7)
    assert dateline_place("The talks went on.", 0) is None


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB .\n\r\t\u00a0“”\"'-😀é,0"), max_size=120), st.lists(st.integers(0, 130), max_size=6))
def test_segments_touch_and_cover_all(text: str, cuts: list[int]) -> None:
    spans = list(zip(sorted(cuts), sorted(cuts)[1:], strict=False))
    pieces = segments(text, spans)
    assert "".join(text[a:b] for a, b in pieces) == text
    assert all(a < b for a, b in pieces)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_any_text_comes_back_unchanged(text: str) -> None:
    assert language.analyse(text).text == text


def test_the_shipped_model_says_its_name_and_its_hash_is_that_of_its_files() -> None:
    nlp = language.load()
    assert model_name(nlp).startswith("en_memcon-")
    assert model_hash(nlp) == hash_folder(SHIPPED)


def test_the_shipped_model_is_small_and_comes_with_its_card() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file()) < 25e6
    assert "Licence" in (SHIPPED / "MODEL_CARD.md").read_text("utf-8")


def test_a_pipeline_that_is_not_there_is_named_with_the_remedy() -> None:
    with pytest.raises(ModelError, match=r"no_such_model.*install it"):
        language.load("no_such_model")
