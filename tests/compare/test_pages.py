"""The page and the memorandum: nothing of a report is taken for markup, every link has its aim."""

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from memcon.compare import Comparison, compare
from memcon.printing import Look
from memcon.printing.compared_markdown import markdown
from memcon.printing.compared_page import page
from memcon.printing.compared_text import text
from memcon.printing.compared_words import stretches
from memcon.record import Record

HOSTILE = "<script>alert(1)</script> | [x](javascript:y) \x1b[2J\u202e"


def test_links_of_the_page_have_their_aims(afrin_compared: Comparison, afrin: list[Record]) -> None:
    made = page(afrin_compared, [r.report.text for r in afrin])
    ids = re.findall(r'id="([^"]+)"', made)
    assert len(ids) == len(set(ids)) == 2 * len(afrin_compared.points)
    assert {h.strip('"') for h in re.findall(r'href="?#([^" >]+)', made)} <= set(ids)


def test_the_policy_of_the_page_fits_its_style(afrin_compared: Comparison, afrin: list[Record]) -> None:
    made = page(afrin_compared, [r.report.text for r in afrin])
    style = re.search(r"<style>(.*?)</style>", made, re.S)
    assert style is not None
    assert f"sha256-{base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()}" in made
    assert "<script" not in made and "http-equiv" in made


def test_no_character_of_a_report_is_markup(record_of: Callable[..., Record], nlp: Any) -> None:
    records = [record_of(f"Call\n\nThe two ministers discussed {HOSTILE} and trade at length.", f"A{HOSTILE}"), record_of("Call\n\nThey discussed trade.", "B")]
    records = [replace(r, report=replace(r.report, url="javascript:alert(1)")) for r in records]
    made = compare(records, nlp)
    html = page(made, [r.report.text for r in records])
    assert "<script" not in html and "javascript:alert" not in html and "\x1b" not in html and "\u202e" not in html
    memo = markdown(made)
    assert "<script>" not in memo and "[x](" not in memo and "\x1b" not in memo
    shown = text(made, [r.report.text for r in records], Look(width=100))
    assert "\x1b" not in shown and "\u202e" not in shown


def test_colours_only_where_they_are_asked_for(afrin_compared: Comparison, afrin: list[Record]) -> None:
    texts = [r.report.text for r in afrin]
    plain, coloured = (text(afrin_compared, texts, Look(width=100, colour=c)) for c in (False, True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_own_words_are_marked_apart() -> None:
    assert list(stretches("He raised deep concerns again", frozenset({"deep", "again"}))) == [("He raised", False), ("deep", True), ("concerns", False), ("again", True)]
