"""The layout, by fixtures that an analyst could write."""

from pathlib import Path

import pytest

from memcon import reading
from memcon.reading import dateline

FOLDER = Path(__file__).with_name("fixtures")


def cases() -> list[str]:
    text = (FOLDER / "layout.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("# ")]
    return "\n".join(lines).split("\n----------\n")


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.split("\n")[0][:40])
def test_each_line_is_what_an_analyst_calls_it(case: str) -> None:
    body = "\n".join(line for line in case.split("\n") if not line.startswith("=> "))
    expected = [line[3:].split(" ", 1) for line in case.split("\n") if line.startswith("=> ")]
    report = reading.read_text(body)
    assert [b.kind for b in report.blocks] == [kind for kind, _ in expected]
    for block, (_, words) in zip(report.blocks, expected, strict=True):
        if words.endswith("..."):
            assert block.span.quote.startswith(words[:-3])
        else:
            assert block.span.quote == words


def lines() -> list[str]:
    text = (FOLDER / "datelines.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("line", lines())
def test_a_dateline_gives_place_day_and_agency(line: str) -> None:
    text, wanted = line.rsplit(" => ", 1)
    found = dateline.find(text, 0)
    if wanted == "none":
        assert found is None
        return
    assert found is not None
    spans = (found.dateline.place, found.dateline.day, found.dateline.agency)
    assert " | ".join(s.quote if s else "-" for s in spans) == wanted
    assert all(text[s.start : s.end] == s.quote for s in spans if s)
