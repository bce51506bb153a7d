"""What is kept from one document to the next changes nothing; columns say what the tokens say."""

import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from memcon import language
from memcon.language.columns import columns
from memcon.language.gazetteer import _Index, known_names
from memcon.language.remembering import _Remembered

TEXTS = (
    "President Vladimir Putin met Syrian President Bashar al-Assad in the Kremlin on Monday.",
    "The two ministers, who had spoken by telephone in May, agreed on 12 points.\n\nTalks go on  in Geneva.",
    "SEOUL, Jan. 4 (Yonhap) -- North Korea fired two missiles, the Joint Chiefs of Staff said.",
)


@pytest.fixture
def embeddings() -> list[tuple[Any, _Remembered]]:
    walked = [node for _, part in language.load().pipeline if getattr(part, "model", None) for node in part.model.walk()]
    found = [node.get_ref("embed") for node in walked if node.has_ref("embed")]
    return [(embed, embed._func) for embed in found]


def test_a_word_is_pictured_alike_to_the_last_bit_whatever_was_read_before(embeddings: list[tuple[Any, _Remembered]]) -> None:
    nlp = language.load()
    docs = [nlp.make_doc(text) for text in TEXTS]
    assert len(embeddings) == 2
    for embed, memory in embeddings:
        pictures = []
        for order in ([[0, 1, 2]], [[2], [1], [0]], [[1, 0], [2]]):
            memory._rows = {}
            seen = {i: picture for group in order for i, picture in zip(group, embed.predict([docs[i] for i in group]), strict=True)}
            pictures.append(np.vstack([seen[i] for i in range(3)]))
        assert all(np.array_equal(pictures[0], other) for other in pictures[1:])
        plain = np.vstack(memory._trains(embed, docs, False)[0])
        assert np.allclose(plain, pictures[0], atol=1e-4)


def test_forgetting_changes_nothing(embeddings: list[tuple[Any, _Remembered]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.language.remembering._MOST", 3)
    doc = language.load().make_doc(TEXTS[0])
    for embed, memory in embeddings:
        first, again = embed.predict([doc])[0], embed.predict([doc])[0]
        assert np.array_equal(first, again)
        assert not memory._rows


@pytest.mark.parametrize("text", ["", " ", *TEXTS])
def test_columns_say_what_the_tokens_say(text: str) -> None:
    doc = language.analyse(text)
    names = ("text", "lower", "lemma", "pos", "tag", "dep", "ent_type", "ent_iob", "head", "start", "space", "is_space", "sent_start")
    rows = [
        (t.text, t.lower_, t.lemma_, t.pos_, t.tag_, t.dep_, t.ent_type_, t.ent_iob_, t.head.i, t.idx, bool(t.whitespace_), t.is_space, bool(t.is_sent_start))
        for t in doc
    ]
    assert list(zip(*columns(doc, *names), strict=True)) == rows


def test_lemmas_are_those_of_the_pipeline() -> None:
    nlp = language.load()
    for text in TEXTS:
        doc = language.analyse(text)
        words = [t for t in doc if not t.is_space]
        assert [t.lemma_ for t in words] == [nlp.get_pipe("lemmatizer").lemmatize(t)[0] for t in words]


def test_names_that_are_cut_when_they_are_needed_are_those_of_the_whole_table() -> None:
    nlp = language.load()
    whole: dict[str, list[Any]] = {}
    for name, known in known_names().items():
        words = tuple(token.text for token in nlp.tokenizer(name))
        whole.setdefault(words[0], []).append((words, known))
    index = _Index(nlp)
    assert all(list(index.names(word)) == sorted(whole[word], key=lambda e: (-len(e[0]), e[0])) for word in whole)
    assert not index.names("zzz")


def test_spacy_is_imported_without_its_command_line_which_still_comes_when_asked_for() -> None:
    code = (
        "import sys; from memcon.language.pipeline import _spacy; _spacy(); assert not {'spacy.cli', 'weasel', 'requests'} & set(sys.modules);"
        "import spacy.cli; assert spacy.cli.download; assert spacy.info(silent=True)['spacy_version'] == spacy.__version__"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True)
