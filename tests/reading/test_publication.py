"""When a report was published, by whom, and from what that is known."""

import json
from typing import Any

import pytest
from benchmarks.shared import shared

from memcon import reading
from memcon.reading.publication import day_of_metadata, day_of_url
from memcon.record import Report

BODY = "The two presidents met at the residence and spoke about the border."


def document(**parts: Any) -> Report:
    return reading.read_bytes(json.dumps({"text": BODY, **parts}).encode(), "a.json")


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-09-14", "2021-09-14"),
        ("2021-09-14T23:30:00-05:00", "2021-09-14"),
        ("20210914T120000Z", "2021-09-14"),
        ("Tue, 14 Sep 2021 10:00:00 GMT", "2021-09-14"),
        ("September 14, 2021, 10:30", "2021-09-14"),
        ("14.09.2021", "2021-09-14"),
        ("14 September", None),
        ("2021-02-31", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_of_metadata(value: str, day: str | None) -> None:
    assert day_of_metadata(value) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2021/09/14/talks", "2021-09-14"),
        ("https://example.org/news/2021/9/4/talks", "2021-09-04"),
        ("https://example.org/a/2021-09-14/talks", "2021-09-14"),
        ("https://example.org/a/20210914/talks", "2021-09-14"),
        ("https://example.org/2021/99/14/talks", None),
        ("https://example.org/p/202109141", None),
    ],
)
def test_a_day_of_an_address(url: str, day: str | None) -> None:
    assert day_of_url(url) == day


def test_metadata_outrank_the_address_and_what_is_given_outranks_both() -> None:
    parts = {"published": "2021-09-14", "url": "https://example.org/2021/09/13/talks"}
    assert document(**parts).published.value == "2021-09-14"  # type: ignore[union-attr]
    data = json.dumps({"text": BODY, **parts}).encode()
    given = reading.read_bytes(data, "a.json", published="2021-09-15").published
    assert given is not None and (given.value, given.by) == ("2021-09-15", "given")
    url = document(url=parts["url"]).published
    assert url is not None and (url.value, url.by) == ("2021-09-13", "metadata") and "address" in url.reason


TEXTS = {
    "dateline": ("KYIV, March 5, 2024 (Reuters) - The president met the prime minister.", "2024-03-05", "dateline", "March 5, 2024"),
    "line": ("Call with the president\n\nApril 26, 2023\n\nThe presidents spoke.", "2023-04-26", "text", "April 26, 2023"),
    "foot": (f"Visit cancelled\n\n{BODY}\n\nCANBERRA, 21 March 1971", "1971-03-21", "text", "21 March 1971"),
    "head": (f"MEDIA RELEASE MINISTER FOR TRADE  FA17  7 December 2001\n\n{BODY}", "2001-12-07", "text", "7 December 2001"),
    "year named": (
        "MOSCOW, September 14. /TASS/. The presidents met, it was said on Tuesday. They last met in January 2020. Trade grew in the first half of 2021.",
        "2021-09-14", "inferred", "that day is the Tuesday of the text",
    ),
    "year before": (
        "SOCHI, August 5 (Interfax) - The presidents met on Friday. Trade grew by half in 2021 and doubled from January to May of this year.",
        "2022-08-05", "inferred", "sets 2021 against this year",
    ),
    "year to come": (
        "ROME, May 20 (ANSA) - The ministers met on Friday, as they had in April 2022. By 2030 trade will have grown again.",
        "2022-05-20", "inferred", "Friday",
    ),
    "office": (
        "PARIS, Oct. 28 (AFP) - President Emmanuel Macron received Chancellor Olaf Scholz on Thursday, after the votes of 2021.",
        None, None, "",
    ),
    "weekday": ("Talks in Rome\n\nFriday, 20 May\n\nThe ministers met on Friday. They had met in March 2022.", "2022-05-20", "inferred", "Friday"),
    "no year": ("MOSCOW, September 14. /TASS/. The presidents met on Tuesday.", None, None, ""),
    "event only": ("The president met the chancellor in Vilnius on July 12, 2023, at the summit.", None, None, ""),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_the_day_is_found_in_the_text_with_its_reason(name: str) -> None:
    text, value, by, words = TEXTS[name]
    report = reading.read_text(text)
    if value is None:
        assert report.published is None
        return
    assert report.published is not None
    assert (report.published.value, report.published.by) == (value, by)
    assert words in report.published.reason
    assert report.published.spans


def test_a_year_that_cannot_be_told_is_not_invented_and_the_notes_say_so() -> None:
    report = reading.read_text(TEXTS["no year"][0])
    assert report.notes and "'September 14' has no year" in report.notes[0] and "--published" in report.notes[0]


def test_the_year_of_the_report_that_the_project_starts_from() -> None:
    folder = shared("corpus")
    if folder is None:
        pytest.skip("../shared/corpus is absent")
    report = reading.read_path(folder / "tass-2021-09-14-putin-holds-meeting-with-syrias-assad.json")
    assert report.published is not None and report.dateline is not None and report.dateline.day is not None
    assert (report.published.value, report.published.by) == ("2021-09-14", "inferred")
    assert "names 2021" in report.published.reason and "Tuesday" in report.published.reason
    assert report.dateline.day.quote == "September 14" and report.dateline.day in report.published.spans


def test_who_published_it() -> None:
    def by(report: Report) -> tuple[str, str] | None:
        return (report.publisher.name, report.publisher.by) if report.publisher else None

    assert by(document(source="Example News")) == ("Example News", "metadata")
    assert by(document(url="http://en.kremlin.ru/events/1")) == ("Kremlin", "metadata")
    assert by(document(url="http://notkremlin.ru/events/1")) is None
    assert by(reading.read_text("MOSCOW, September 14. /TASS/. The presidents met.")) == ("TASS", "dateline")
    assert by(reading.read_text(BODY, publisher="Desk")) == ("Desk", "given")
    assert by(document()) is None
