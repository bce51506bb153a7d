"""One document a file: text, Markdown, HTML, JSON."""

import json
from pathlib import Path

import pytest

from memcon import reading
from memcon.record import Report

MARKDOWN = """---
title: "Talks in Oslo"
date: 2023-02-27
publisher: Sample Desk
url: https://example.org/talks
---

# Talks in Oslo

The **ministers** met [in Oslo](https://example.org/oslo) and *spoke* about fish_quota_2023.

## Fish

> They agreed, the ministry said.
"""
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Talks in Oslo | Sample Ministry</title>
<meta property="og:site_name" content="Sample Ministry"><meta property="article:published_time" content="2023-02-27T22:30:00+01:00">
</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Talks in Oslo</h1>
<p>The foreign minister of Norway met her Swedish counterpart in Oslo today, and they spoke about fish for an hour.</p>
<p>“We agree,” she said after the talks, which were the third of this year between the two neighbours.</p></article>
<footer>© 2023 Sample Ministry. All rights reserved.</footer></body></html>"""


def facts(report: Report) -> tuple[str | None, str | None, str | None]:
    return (
        report.title.quote if report.title else None,
        report.published.value if report.published else None,
        report.publisher.name if report.publisher else None,
    )


def test_markdown_with_front_matter() -> None:
    report = reading.read_bytes(MARKDOWN.encode(), "talks.md")
    assert facts(report) == ("Talks in Oslo", "2023-02-27", "Sample Desk")
    assert report.format == "markdown" and report.url == "https://example.org/talks" and report.id == "talks"
    assert "The ministers met in Oslo and spoke about fish_quota_2023." in report.text
    assert [b.kind for b in report.blocks] == ["title", "furniture", "paragraph", "heading", "paragraph"]


def test_markdown_without_front_matter_takes_its_title_from_the_heading() -> None:
    report = reading.read_bytes(b"# Talks in Oslo\n\nThe ministers met in Oslo.", "talks.md")
    assert report.title is not None and report.text == "Talks in Oslo\nThe ministers met in Oslo."


def test_an_html_page_gives_its_article_and_metadata() -> None:
    report = reading.read_bytes(PAGE.encode(), "page.html")
    assert facts(report) == ("Talks in Oslo", "2023-02-27", "Sample Ministry")
    assert "Home" not in report.text and "rights reserved" not in report.text
    assert [b.kind for b in report.blocks] == ["title", "paragraph", "paragraph"]
    assert report == reading.read_bytes(PAGE.encode(), "page.html")


def test_the_declared_charset_of_a_page_is_used() -> None:
    data = PAGE.replace('charset="utf-8"', 'charset="windows-1252"').encode("cp1252")
    assert "“We agree,” she said" in reading.read_bytes(data, "page.html").text


def test_a_format_is_told_by_the_content_where_the_name_says_nothing() -> None:
    json_data = json.dumps({"id": "x1", "title": "Talks", "text": "The ministers met in Oslo."}).encode()
    assert reading.read_bytes(PAGE.encode(), "stdin").format == "html"
    assert reading.read_bytes(MARKDOWN.encode(), "stdin").format == "markdown"
    assert reading.read_bytes(json_data, "stdin").id == "x1"
    assert reading.read_bytes(b"The ministers met in Oslo.", "stdin").format == "text"


@pytest.mark.parametrize("text", ["One.\n\nTwo  spaces, a\u00a0no-break one.", "Only one line of text about the talks."])
def test_a_json_document_is_title_break_text(text: str) -> None:
    data = json.dumps({"id": "a-1", "source": "Desk", "title": "The talks", "published": "2021-09-14", "text": text}).encode()
    report = reading.read_bytes(data, "a.json")
    assert report.text == f"The talks\n{text}"
    assert facts(report) == ("The talks", "2021-09-14", "Desk") and report.id == "a-1"


def test_every_document_of_the_corpus_keeps_its_text(tmp_path: Path) -> None:
    from benchmarks.shared import shared

    folder = shared("corpus")
    if folder is None:
        pytest.skip("../shared/corpus is absent")
    for path in sorted(folder.glob("*.json"))[::9]:
        value = json.loads(path.read_text(encoding="utf-8"))
        report = reading.read_path(path)
        assert report.text == "\n".join(filter(None, (value["title"], value["text"]))) and report.id == value["id"]
