"""The labels that judge readouts are read from titles whole or not at all."""

import pytest
from benchmarks.days_told import days, fits
from benchmarks.remark_labels import counterparts
from benchmarks.shared import shared
from benchmarks.titles import Party, domestic, label

pytestmark = pytest.mark.skipif(shared("actors", "factbook_names_2026.csv") is None, reason="../shared/actors is not here")


@pytest.mark.parametrize(
    ("title", "kind", "others"),
    [
        ("Readout of President Joseph R. Biden, Jr.’s Call with Prime Minister Jo Doe of Norway", "call", [("Jo Doe", "NO")]),
        ("Readout of President Biden’s Meeting with Chancellor Doe of Germany and President Roe of France", "meeting", [("Doe", "DE"), ("Roe", "FR")]),
        ("Readout of Vice President Harris’s Virtual Meeting with Prime Minister Doe of Trinidad and Tobago", "video_call", [("Doe", "TT")]),
        ("Readout of Jane Roe’s Meeting with Estonian Foreign Minister Jo Doe", "meeting", [("Jo Doe", "EE")]),
        ("Readout of President Biden’s Call with President Doe of the Democratic Republic of the Congo", "call", [("Doe", "CD")]),
        ("Readout of Jane Roe’s Call with NATO Secretary General Jo Doe", "call", [("Jo Doe", None)]),
        ("Readout of Jane Roe’s Call with Deputy Prime Minister and Minister of Finance Jo Doe of Malta", "call", [("Jo Doe", "MT")]),
        ("Readout of Jane Roe’s Meeting with Foreign Minister of Malta Jo Doe", "meeting", [("Jo Doe", "MT")]),
        ("Readout of Meeting Between President Joe Biden and President Jo Doe of Peru", "meeting", [("Jo Doe", "PE")]),
        ("Readout of President Biden’s Call with President Doe and Foreign Minister Roe of Chile on Trade", "call", [("Doe", "CL"), ("Roe", "CL")]),
    ],
)
def test_a_title_gives_kind_and_counterparts(title: str, kind: str, others: list[tuple[str, str | None]]) -> None:
    found = label(title)
    assert found is not None
    assert (found.kind, found.others) == (kind, tuple(Party(n, c) for n, c in others))
    assert all(p.country == "US" for p in found.own)


@pytest.mark.parametrize(
    "title",
    [
        "Readout of President Biden’s Calls with Prime Minister Doe of Norway and President Roe of France",
        "Readout of President Biden’s Call with European Leaders",
        "Readout of President Biden’s Call with Governor Doe of Ohio",
        "Readout of President Biden’s Meeting with Senators Doe and Roe",
        "Readout of President Biden’s Call with Prime Minister-Designate Jo Doe",
        "Readout of White House Meeting with Mayors",
    ],
)
def test_what_is_not_read_whole_gives_no_label(title: str) -> None:
    assert label(title) is None


def test_only_meetings_among_americans_are_domestic() -> None:
    assert domestic("Readout of White House Meeting with Governors on Infrastructure")
    assert not domestic("Readout of President Biden’s Meeting with Business Leaders of Brazil")
    assert not domestic("Readout of Jane Roe’s Trip to Mexico with Members of Congress")


def test_the_opening_gives_the_day() -> None:
    assert days("Jane Roe met yesterday with Jo Doe. They spoke.", "2022-10-27") == {"2022-10-26"}
    assert days("Jane Roe spoke today with Jo Doe to congratulate him on the October 20 vote.", "2022-10-27") == {"2022-10-27"}
    assert days("On Tuesday, Jane Roe met with Jo Doe.", "2022-10-27") == {"2022-10-25"}
    assert days("Jane Roe met on Dec. 30 with Jo Doe.", "2023-01-01") == {"2022-12-30"}
    assert days("Jane Roe met with Jo Doe.", "2022-10-27") == {"2022-10-27"}
    assert fits("2022-10-25/2022-10-26", {"2022-10-25", "2022-10-26"})
    assert not fits(None, {"2022-10-25"}) and not fits("2022-10", {"2022-10-25"})


def test_a_remark_gives_its_counterparts_or_none() -> None:
    assert counterparts("Met with President Doe and Foreign Minister Jo Roe. Toured a plant.", "IT") == ["Doe|President|IT", "Jo Roe|Foreign Minister|IT"]
    assert counterparts("Met with Prime Minister Doe and Israeli Prime Minister Roe.", "IT") == ["Doe|Prime Minister|IT", "Roe|Prime Minister|IL"]
    assert counterparts("Met with Palestinian Authority President Doe and Prime Minister Roe.", "EG") is None
    assert counterparts("Attended the inauguration of President Doe.", "KR") is None
    assert counterparts("Met with senior officials.", "KR") == []
