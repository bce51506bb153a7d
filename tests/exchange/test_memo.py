"""The memorandum: Markdown by an independent parser, HTML by a strict one."""

from typing import Any

import pytest
from lxml import html

from memcon.exchange.memo_markdown import plain
from memcon.register.register import Register

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
    for words in ("Memorandum: Meeting: Vladimir Putin (RU) and Bashar Assad (SY)", "13 September 2021 (2021-09-13)", "Moscow, RU",
                  "2 reports, 2 independent", "the grain deals with Damascus are growing", "3.5 times", "TASS, “tass-1”, 14 September 2021"):  # fmt: skip
        assert words in text, words
    record = register.record("tass-1").report.text
    notes = next(li.text_content() for li in found.iter("li") if "TASS" in li.text_content() and "characters" in li.text_content())
    spans = [tuple(map(int, p.split("–"))) for p in notes.split("characters ")[1].split(".")[0].split(", ")]
    assert "the grain deals with Damascus are growing" in {record[a:b] for a, b in spans}


@pytest.mark.parametrize("form", [rendered, page])
def test_every_number_leads_to_a_source(register: Register, form: Any) -> None:
    found = form(register, between=("RU", "US"))
    ids = set(found.xpath("//@id"))
    links = [h[1:] for h in found.xpath("//sup//a/@href")]
    assert links and set(links) <= ids
    text = " ".join(found.text_content().split())
    assert "Contacts of RU and US" in text and "Announced or proposed" in text and "7 December 2021" in text


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
    assert exported(register, "markdown", {"between": ("SY", "UA")})[0].startswith(b"# Contacts of SY and UA\n")
    assert page(register, between=("SY", "UA")).xpath("//h1")


@pytest.mark.parametrize("text", ["# a", "1. a", "- a", "&lt;", "`x`", "a\\", "[^1]", "https://evil.example", "www.evil.example", "a@b.example", "|a|b|"])
def test_no_text_is_markdown(text: str) -> None:
    markdown = pytest.importorskip("markdown_it")
    shown = html.fromstring(markdown.MarkdownIt("commonmark").render(f"- **x:** {plain(text)}"))
    assert shown.text_content().strip() == f"x: {text}" and not shown.xpath("//a | //code | //ol")
