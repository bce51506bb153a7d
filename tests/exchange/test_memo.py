"""The memorandum: Markdown by an independent parser, HTML by a strict one."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from memcon.exchange.memo import Line, _fair
from memcon.exchange.memo_markdown import plain
from memcon.register.register import Register
from register.making import ASSAD, BIDEN, PUTIN, ZELENSKY, record, told

from .conftest import exported


def rendered(register: Register, **question: Any) -> Any:
    markdown = pytest.importorskip("markdown_it")
    footnotes = pytest.importorskip("mdit_py_plugins.footnote").footnote_plugin
    parser = markdown.MarkdownIt("commonmark", {"html": True}).use(footnotes).enable(["strikethrough", "table"])
    return html.fromstring(f"<main>{parser.render(exported(register, 'markdown', question)[0].decode())}</main>")


def page(register: Register, **question: Any) -> Any:
    html5lib = pytest.importorskip("html5lib")
    text = exported(register, "html", question)[0].decode()
    html5lib.HTMLParser(strict=True).parse(text)  # Raises where the page is no HTML by the letter.
    return html.fromstring(text)


@pytest.mark.parametrize("form", [rendered, page])
def test_one_engagement_has_its_facts_words_and_sources(register: Register, form: Any) -> None:
    found = form(register, entry="tass-1")
    text = " ".join(found.text_content().split())
    for words in ("Meeting: Vladimir Putin (RU) and Bashar Assad (SY)", "Memorandum", "13 September 2021 (2021-09-13)", "Moscow, Russia",
                  "2 reports, 2 independent", "the grain deals with Damascus are growing", "3.5 times", "TASS, “tass-1”, 14 September 2021"):  # fmt: skip
        assert words in text, words
    source = register.record("tass-1").report.text
    notes = next(li.text_content() for li in found.iter("li") if "TASS" in li.text_content() and "characters" in li.text_content())
    spans = [tuple(map(int, p.split("–"))) for p in notes.split("characters ")[1].split(".")[0].split(", ")]
    assert "the grain deals with Damascus are growing" in {source[a:b] for a, b in spans}


@pytest.mark.parametrize("form", [rendered, page])
def test_every_number_leads_to_a_source(register: Register, form: Any) -> None:
    found = form(register, between=("RU", "US"))
    ids = set(found.xpath("//@id"))
    links = [h[1:] for h in found.xpath("//sup//a/@href")]
    assert links and set(links) <= ids
    text = " ".join(found.text_content().split())
    assert "Contacts of Russia and United States" in text and "Announced or proposed" in text and "7 December 2021" in text


@pytest.mark.parametrize("form", [rendered, page])
def test_the_words_of_a_report_stay_words(register: Register, form: Any) -> None:
    found = form(register, entry="wire-3")
    assert not found.xpath("//script | //b | //em[contains(., 'deal')] | //a[contains(@href, 'example')]")
    text = found.text_content()
    assert "=cmd|' /C calc'!A0 is no [grain](http://x.example) *deal*" in text and "=Wire <b>&" in text and "*Talks* in Geneva 🤝" in text


def test_the_page_prints_and_asks_nothing_of_the_network(register: Register) -> None:
    found = page(register, entry="tass-1")
    (style,) = found.xpath("//style/text()")
    assert "@media print" in style and "@page" in style and "url(" not in style
    assert not found.xpath("//script | //img | //link | //iframe | //@onclick")
    (policy,) = found.xpath("//meta[@http-equiv]/@content")
    assert policy.startswith("default-src 'none'")


def test_a_long_list_is_cut_to_a_page_and_says_so(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.exchange.memo.CONTACTS", 2)
    data, outcome = exported(register, "markdown", {"between": ("RU",)})
    assert data.count(b"\n- **") == 2 and b"21 January 2022" in data
    assert outcome.left_out == ("2 engagements left out, the earlier and undated ones, to keep to a page; --since or --limit choose others",)
    assert exported(register, "markdown", {"between": ("RU",), "limit": 4})[0].count(b"\n- **") == 4


def test_nothing_found_is_an_empty_page(register: Register) -> None:
    assert exported(register, "markdown", {"between": ("SY", "UA")})[0].startswith(b"# Contacts of Syria and Ukraine\n")
    assert page(register, between=("SY", "UA")).xpath("//h1")


@pytest.mark.parametrize("text", ["# a", "1. a", "- a", "&lt;", "`x`", "a\\", "[^1]", "https://evil.example", "www.evil.example", "a@b.example", "|a|b|"])
def test_no_text_is_markdown(text: str) -> None:
    markdown = pytest.importorskip("markdown_it")
    shown = html.fromstring(markdown.MarkdownIt("commonmark").render(f"- **x:** {plain(text)}"))
    assert shown.text_content().strip() == f"x: {text}" and not shown.xpath("//a | //code | //ol")


@pytest.mark.parametrize("form", [rendered, page])
def test_who_differs_is_told_value_by_value(fresh: Register, form: Any) -> None:
    fresh.add(record("sana-2", told("call", [PUTIN, ASSAD], "2021-09-14"), published="2021-09-15", publisher="SANA"))
    fresh.judge("merge", "tass-1", other="sana-2", who="ana", at="2024-01-01T00:00:00Z")
    found = form(fresh, entry="tass-1")
    text = " ".join(found.text_content().split())
    for words in ("kind: meeting", "kind: telephone call", "date: 13 September 2021", "date: 14 September 2021"):
        assert words in text, text
    many = " ".join(form(fresh, between=("RU",)).text_content().split())
    assert "kind: meeting (sana-1, TASS); telephone call (SANA)" in many, many[-900:]


def test_each_report_has_its_say() -> None:
    lines = [[Line(f"{report}{n}", "", ()) for n in range(count)] for report, count in (("a", 9), ("b", 0), ("c", 2), ("d", 4))]
    assert [li.lead for li in _fair(lines, 7)] == ["a0", "a1", "a2", "c0", "c1", "d0", "d1"]
    assert [li.lead for li in _fair(lines, 99)] == [li.lead for of in lines for li in of] and _fair([], 3) == ()


@pytest.mark.parametrize("form", [rendered, page])
def test_a_source_that_was_withdrawn_or_is_under_an_embargo_says_so(fresh: Register, form: Any) -> None:
    made = record("urn:1", told("call", [BIDEN, ZELENSKY], "2023-01-01"), published="2023-01-02", publisher="Wire")
    for version, notes in ((1, ("embargo: 2023-01-03T06:00:00Z",)), (2, ("withdrawn: canceled",))):
        fresh.add(replace(made, report=replace(made.report, format="ninjs", raw_sha256=f"{version}" * 64, notes=(f"version: {version}", *notes))))
        text = form(fresh, entry="urn:1").text_content()
        assert ("under an embargo until 2023-01-03T06:00:00Z" in text) is (version == 1)
        assert ("WITHDRAWN BY ITS PUBLISHER" in text) is (version == 2)
        fresh.judge("accept", "urn:1", who="ana", at="2024-01-01T00:00:00Z")  # What was judged is shown though it was withdrawn.


def test_it_prints_on_a_sheet_of_a4(register: Register, tmp_path: Path) -> None:
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.skip("chromium is not installed")
    pypdf = pytest.importorskip("pypdf")
    (tmp_path / "memo.html").write_bytes(exported(register, "html", {"entry": "tass-1"})[0])
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}", "--no-pdf-header-footer"]
    subprocess.run([*command, f"--print-to-pdf={tmp_path / 'memo.pdf'}", f"file://{tmp_path / 'memo.html'}"], check=True, capture_output=True, timeout=60)
    (sheet,) = pypdf.PdfReader(tmp_path / "memo.pdf").pages
    assert [round(float(v) * 25.4 / 72) for v in (sheet.mediabox.width, sheet.mediabox.height)] == [210, 297]
    assert "Where reports differ" not in sheet.extract_text() and "Sources" in sheet.extract_text()
