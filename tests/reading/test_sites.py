"""Pages of official sites: own-written pages in each layout of `data/sites.toml`."""

from pathlib import Path

import pytest

from memcon import reading
from memcon.reading import sites
from memcon.reading.lexicon import table

FOLDER = Path(__file__).with_name("fixtures") / "sites"
PAGES = {
    "kremlin": ("Meeting with President of Türkiye Recep Tayyip Erdogan", "2022-08-05", "Kremlin", "Sochi"),
    "president-of-ukraine": ("President of Ukraine spoke with the leader of China", "2023-04-26", "President of Ukraine", None),
    "white-house-2021": ("Readout of the call with the President of Russia", "2022-02-12", "White House", None),
    "white-house-2025": ("Joint statement of the United States and Japan", "2025-02-07", "White House", None),
    "state-department": ("Secretary's meeting with the Foreign Minister of China", "2023-06-18", "U.S. Department of State", "Beijing, China"),
    "china-2016": ("Foreign Minister meets with the Foreign Minister of Singapore", "2021-09-14", "Ministry of Foreign Affairs of China", None),
    "china-2023": ("Wang Yi meets with Sergey Lavrov", "2025-04-29", "Ministry of Foreign Affairs of China", None),
    "gov-uk": ("PM meeting with President Zelenskyy of Ukraine", "2024-07-10", "Government of the United Kingdom", None),
    "russia-mfa": ("Press release on the talks of the foreign ministers", "2025-02-18", "Ministry of Foreign Affairs of Russia", None),
    "bundesregierung": ("Federal Chancellor speaks with the President of Ukraine", "2022-03-12", "German Federal Government", None),
    "pib-india": ("PM meets the President of the United States in Wilmington", "2024-09-21", "Press Information Bureau of India", None),
    "european-commission": ("President von der Leyen meets the Prime Minister of the United Kingdom", "2023-02-27", "European Commission", None),
    "japan-mofa": ("Japan-Ukraine Summit Meeting", "2023-03-21", "Ministry of Foreign Affairs of Japan", None),
    "canada-pm": ("Prime Minister meets with President of Ukraine Volodymyr Zelenskyy", "2023-06-10", "Prime Minister of Canada", None),
    "australia-pm": ("Meeting of the Quad in Tokyo", "2022-05-24", "Prime Minister of Australia", None),
}  # fmt: skip
FURNITURE = ("Share", "Home", "Official website", "Office of the Spokesperson", "Read this release", "Follow", "Post", "Bureau of East Asian", "255-18")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_gives_its_report_without_the_page(name: str) -> None:
    report = reading.read_path(FOLDER / f"{name}.html")
    title, day, publisher, place = PAGES[name]
    assert report.title is not None and report.title.quote == title
    assert report.published is not None and (report.published.value, report.published.by) == (day, "metadata")
    assert report.publisher is not None and report.publisher.name == publisher
    found = report.dateline.place.quote if report.dateline and report.dateline.place else None
    assert found == place
    assert not [word for word in FURNITURE if word in report.text]
    assert report.text.count(title) == 1 and report.blocks[-1].kind == "paragraph"
    assert report.url is not None and report.url.startswith("http")


def test_every_rule_has_a_page() -> None:
    assert len(table("sites")["site"]) == len(PAGES)
    assert {p.stem for p in FOLDER.glob("*.html")} == set(PAGES)


@pytest.mark.parametrize("name", ["kremlin", "state-department", "gov-uk", "pib-india"])
def test_a_page_saved_without_its_address_is_told_by_its_marks(name: str) -> None:
    page = (FOLDER / f"{name}.html").read_text(encoding="utf-8")
    page = "\n".join(line for line in page.splitlines() if "canonical" not in line)
    found, address = sites.read(page, None)
    assert address is None
    assert found is not None and found.publisher == PAGES[name][2]


def test_the_rule_of_one_site_is_not_used_for_another() -> None:
    page = (FOLDER / "kremlin.html").read_text(encoding="utf-8")
    assert sites.read(page, "https://example.org/a")[0] is None
    assert sites.read(page, "https://notkremlin.ru/a")[0] is None
    assert sites.read("", None) == (None, None)


def test_a_page_in_a_layout_that_no_rule_knows_is_left_to_the_fall_back() -> None:
    text = "The foreign minister of Norway met her Swedish counterpart in Oslo on Friday, and they spoke about fish for an hour. "
    page = f"<html><head><link rel='canonical' href='http://en.kremlin.ru/x'></head><body><article><p>{text * 3}</p></article></body></html>"
    report = reading.read_bytes(page.encode(), "a.html")
    assert report.publisher is not None and report.publisher.name == "Kremlin"
    assert report.text.startswith("The foreign minister")
