"""The components in a spaCy pipeline of somebody else."""

import pickle
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import memcon.spacy_components  # noqa: F401  (declares the factories, as the entry points do)
from memcon import language
from memcon.errors import ModelError
from memcon.language.pipeline import SHIPPED
from memcon.record import Engagement, Timex, spans_in

TEXT = (
    "Russian Foreign Minister Sergey Lavrov met Chinese Foreign Minister Wang Yi in Moscow on Tuesday 🤝. "
    "“Trade grew by 30 percent,” Lavrov told reporters.\n\nOn February 4, 2022, President Vladimir Putin visited Beijing."
)


@pytest.fixture(scope="module")
def nlp() -> Any:
    """Give a pipeline of its own, so that the shared one keeps no component of ours."""
    found = spacy.load(SHIPPED)
    found.add_pipe("memcon_times", config={"published": "2022-03-02"})
    found.add_pipe("memcon_engagements")
    return found


def test_findings_stand_in_groups_and_lead_to_themselves(nlp: Any) -> None:
    doc = nlp(TEXT)
    record = doc._.memcon
    (tuesday, february) = doc.spans["memcon_times"]
    assert (tuesday.text, tuesday.label_, tuesday._.memcon.edtf) == ("Tuesday", "DATE", "2022-03-01")
    assert isinstance(february._.memcon, Timex) and february._.memcon.edtf == "2022-02-04"
    met = doc.spans["memcon_engagements"][0]._.memcon
    assert isinstance(met, Engagement) and (met.kind, met.date) == ("meeting", "2022-03-01")
    assert {record.actor(p.actor).name for p in met.participants} >= {"Sergey Lavrov", "Wang Yi"}
    (said,) = [s for s in doc.spans["memcon_statements"] if "30 percent" in s.text]
    assert [record.actor(i).name for i in said._.memcon.speakers] == ["Sergey Lavrov"]
    assert any(s._.memcon.value == 30 for s in doc.spans["memcon_figures"])
    assert {s.label_ for s in doc.spans["memcon_actors"]} <= {"person", "state", "organisation", "group", "unnamed"}
    assert all(TEXT[s.start : s.end] == s.quote for s in spans_in(record))
    assert doc[0:2]._.memcon is None


def test_a_doc_can_be_stored_pickled_and_read_again(nlp: Any) -> None:
    doc = nlp(TEXT)
    (back,) = DocBin(docs=[doc], store_user_data=True, attrs=["DEP"]).get_docs(nlp.vocab)
    for one in (pickle.loads(pickle.dumps(doc)), back, Doc(nlp.vocab).from_bytes(doc.to_bytes())):
        assert one._.memcon == doc._.memcon
        assert [s._.memcon for s in one.spans["memcon_times"]] == [s._.memcon for s in doc.spans["memcon_times"]]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "🤝", "x" * 5000])
def test_no_text_is_too_odd(nlp: Any, text: str) -> None:
    assert nlp(text)._.memcon.report.text == text


def test_times_need_no_model() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("memcon_times", config={"published": "2022-03-02"})
    doc = nlp("They met yesterday.")
    assert [s._.memcon.edtf for s in doc.spans["memcon_times"]] == ["2022-03-01"]


def test_without_a_parse_or_with_other_labels_the_remedy_is_told() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("memcon_statements")
    with pytest.raises(ModelError, match="put it after a parser"):
        nlp("Lavrov said no.")
    words = ["Lavrov", "visited", "Paris", "."]
    clear = Doc(nlp.vocab, words=words, heads=[1, 1, 1, 1], deps=["nsubj", "ROOT", "dobj", "punct"])
    with pytest.raises(ModelError, match="Universal Dependencies"):
        nlp.get_pipe("memcon_statements")(clear)


def test_the_config_survives_storing_the_pipeline(nlp: Any, tmp_path: Any) -> None:
    small = spacy.blank("en")
    small.add_pipe("memcon_times", config={"published": "2022-03-02"})
    small.to_disk(tmp_path / "small")
    again = spacy.load(tmp_path / "small")
    doc = again("They meet today.")
    assert doc.spans["memcon_times"][0]._.memcon.edtf == "2022-03-02"


def test_memcons_own_pipeline_is_left_alone() -> None:
    assert not [n for n in language.load().pipe_names if n.startswith("memcon")]
