"""Figures of whole reports: who claims them, of what, when; and what is no figure there."""

import dataclasses
from functools import cache

import pytest

from memcon import language, pipeline, reading
from memcon.figures import find_quantities
from memcon.figures.claimant import statements_of
from memcon.record import Figure, Record, Statement, span_of

READOUT = """President Putin met President Niinisto

MOSCOW, October 29, 2021. President Vladimir Putin of Russia met President Sauli Niinisto of Finland in Moscow on Friday.

"Trade has grown by 21 percent," Vladimir Putin said. Sauli Niinisto said that 900 Finnish companies worked in Russia.

In 2020, trade between the two countries fell by 12 percent. The two presidents talked for five hours about a credit of 40 million euros ($46.7 million).
"""


@cache
def record(text: str) -> Record:
    title, body = text.split("\n\n", 1)
    return pipeline.record_of(reading.read_text(body, title=title, published=None if "RIGA" in text else "2021-10-29"), language.load())


def figure(quote: str, text: str = READOUT) -> Figure:
    (found,) = (f for f in record(text).figures if f.span.quote == quote)
    return found


def test_only_what_is_claimed_about_the_world_is_a_figure() -> None:
    assert [f.span.quote for f in record(READOUT).figures] == ["21 percent", "900", "12 percent", "40 million euros"]


@pytest.mark.parametrize(("quote", "name"), [("21 percent", "Vladimir Putin"), ("900", "Sauli Niinisto")])
def test_the_speaker_claims_the_figure(quote: str, name: str) -> None:
    assert [record(READOUT).actor(id).name for id in figure(quote).claimants] == [name]


def test_what_the_report_itself_says_is_nobodys_claim() -> None:
    assert figure("12 percent").claimants == () and figure("12 percent").statement is None


@pytest.mark.xfail(strict=True, reason="the present parser takes the countries for the subject of what fell")
def test_a_change_measures_what_changed() -> None:
    found = figure("12 percent")
    assert found.what is not None and found.what.quote.startswith("trade")
    assert (found.value, found.unit, found.change, found.period) == (12.0, "%", "fall", "2020")


def test_a_count_measures_its_noun() -> None:
    found = figure("900")
    assert found.unit == "companies" and found.what is not None and found.what.quote == "Finnish companies"


def test_spans_are_exact_and_ids_in_order() -> None:
    found = record(READOUT)
    text = found.report.text
    assert [f.id for f in found.figures] == ["f1", "f2", "f3", "f4"]
    for f in found.figures:
        assert all(text[s.start : s.end] == s.quote for s in (f.span, f.evidence, *([f.what] if f.what else [])))
        assert f.evidence.holds(f.span)


def statement(id: str, text: str, content: str, speakers: tuple[str, ...]) -> Statement:
    start = text.index(content)
    return Statement(id, speakers, None, None, (span_of(text, start, start + len(content)),), "indirect", "test")


TEXT = "Lavrov said that Kyiv had reported 30 strikes and that 4 bridges fell."


def holders(text: str, *said: Statement) -> list[str | None]:
    return [s.id if s else None for s in statements_of(text, find_quantities(text), said)]


def test_the_innermost_statement_names_the_claimant() -> None:
    outer = statement("s1", TEXT, TEXT[17:-1], ("a1",))
    inner = statement("s2", TEXT, "30 strikes", ("a2",))
    assert holders(TEXT, outer, inner) == ["s2", "s1"]


def test_a_statement_without_a_speaker_leaves_the_figure_to_the_one_around_it() -> None:
    outer = statement("s1", TEXT, TEXT[17:-1], ("a1",))
    inner = statement("s2", TEXT, "30 strikes", ())
    assert holders(TEXT, outer, inner) == ["s1", "s1"]
    assert holders(TEXT, inner) == ["s2", None]


def test_brackets_and_compounds_in_reported_speech_are_the_reports_own() -> None:
    text = "Rutte said the 27-nation bloc (with 400 million people) had sent 30 trains."
    assert holders(text, statement("s1", text, text[11:-1], ("a1",))) == [None, None, "s1"]
    direct = dataclasses.replace(statement("s1", text, text[11:-1], ("a1",)), type="direct")
    assert holders(text, direct) == ["s1", "s1", "s1"]


def test_the_day_of_a_statement_is_not_the_period_of_its_figure() -> None:
    text = "Talks in Riga\n\nRIGA, May 4, 2023. Minister Edgars Rinkevics of Latvia said on Wednesday that 30 ships had left the port since March."
    (found,) = record(text).figures
    assert found.period == "2023-03/2023-05-04"


def test_a_labelled_paragraph_is_its_speakers() -> None:
    text = (
        "Meeting with the President of Latvia\n\nThe two presidents met in Helsinki on May 4, 2023. They agreed on 3 documents.\n\n"
        "President of Latvia Edgars Rinkevics: Mr President, I am glad to be here. Our exports have grown by 14 percent."
    )
    grown, documents = figure("14 percent", text), figure("3", text)
    assert [record(text).actor(id).name for id in grown.claimants] == ["Edgars Rinkevics"]
    assert documents.claimants == ()


def test_a_source_of_numbers_behind_the_figure_outranks_who_repeats_it() -> None:
    text = "She noted that 1,200 people died, according to official tallies."
    inner = statement("s1", text, "that 1,200 people died", ("a1",))
    outer = dataclasses.replace(statement("s2", text, text[:32], ()), speaker=span_of(text, 47, len(text) - 1))
    assert holders(text, inner, outer) == ["s2"]
    kremlin = dataclasses.replace(outer, speaker=span_of(text, 47, 55))
    assert holders(text, inner, kremlin) == ["s1"]
