"""The worked example of docs/compare.md: the video call of 7 December 2021, as the page tells it."""

import re
from pathlib import Path

import pytest
from benchmarks.shared import shared

from memcon import language, pipeline
from memcon.compare import Comparison, compare

IDS = (
    "white-house-2021-12-07-readout-of-president-bidens-video-call-with-pres", "kremlin-2021-12-07-meeting-with-us-president-joseph-biden",
    "president-of-ukraine-2021-12-08-volodymyr-zelenskyy-on-the-conversation-between", "bbc-rss-lead-2021-12-07-putin-biden-talks-what-next-for-ukraine",
)  # fmt: skip
PAGE = Path(__file__).resolve().parents[2] / "docs" / "compare.md"


@pytest.fixture(scope="module")
def made() -> Comparison:
    corpus = shared("corpus")
    if corpus is None:
        pytest.skip("the corpus is not here: ../shared (or MEMCON_SHARED)")
    return compare([pipeline.read(corpus / f"{id}.json") for id in IDS], language.load())


def test_every_point_is_placed_once(made: Comparison) -> None:
    assert [sum(p.account == n for p in made.points) for n in range(4)] == [11, 30, 14, 1]
    assert sorted(id for row in made.rows for ids in row.points for id in ids) == sorted(p.id for p in made.points)


def test_the_table_of_the_page_is_what_is_linked(made: Comparison) -> None:
    places = {(p.account, f"{p.span.start}–{p.span.end}"): p.id for p in made.points}
    table = re.findall(r"^\| [^|]+ \| (\d+–\d+) \| ([\d–, ]+) \|", PAGE.read_text(encoding="utf-8"), re.M)
    assert len(table) == 5
    for white_house, kremlin in table:
        (row,) = [r for r in made.rows if places[0, white_house] in r.points[0]]
        assert {places[1, one] for one in kremlin.strip().split(", ")} == set(row.points[1])


def test_who_asked_for_the_call_is_told_by_kyiv_alone(made: Comparison) -> None:
    (fact,) = [f for f in made.facts if f.field == "initiative"]
    assert [t.value for t in fact.told] == [None, None, "American party", None]
