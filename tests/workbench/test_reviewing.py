"""The whole path of a review in a real Chromium: by keyboard alone, and by mouse."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.register.making import ASSAD, BIDEN, PUTIN, ZELENSKY, record, told

from memcon.register import open as open_register
from memcon.workbench.asking.queue import queue

from .conftest import served

ERDOGAN = ("Recep Tayyip Erdogan", "TR")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A register in which two entries wait, and two more are of the same parties four days apart."""
    path = tmp_path / "register.db"
    meeting = told("meeting", [PUTIN, ERDOGAN], "2022-08-05", place=("Sochi", "RU"))
    with open_register(path) as register:
        register.add(record("one", meeting, published="2022-08-05", publisher="Wire", text="Talks\nVladimir Putin took part. Recep Tayyip Erdogan took part. They met on Friday."))
        register.add(record("two", told("visit", [PUTIN, ERDOGAN], "2022-08-05", place=("Sochi", "RU")), published="2022-08-06", publisher="Agency"))
        register.add(record("three", told("call", [BIDEN, ZELENSKY], "2022-02-13", confidence=0.4), published="2022-02-13"))
        register.add(record("four", told("call", [BIDEN, ZELENSKY], "2022-02-17"), published="2022-02-17"))
        register.add(record("five", told("meeting", [PUTIN, ASSAD], "2021-09-13"), published="2021-09-14"))
        assert len(queue(register)) == 2
    return path


def test_the_whole_review_by_keyboard(opened: Callable[..., Any], place: Path) -> None:
    from playwright.sync_api import TimeoutError as Late

    with open_register(place) as register:
        waits = [e.id for e in queue(register)]
    with served(place, name="anna") as address:
        page = opened(f"{address}/review")

        def press(key: str) -> None:
            try:
                with page.expect_navigation(timeout=10_000):
                    page.keyboard.press(key)
            except Late:  # a key that falls while the page or a dialog still changes is lost, as for a person
                with page.expect_navigation():
                    page.keyboard.press(key)
            page.wait_for_selector("body[data-ready]" if page.locator(".passage").count() else "main")

        page.wait_for_selector("body[data-ready]")
        press("j")
        press("k")
        press("a")
        press("u")
        page.keyboard.press("c")
        page.wait_for_selector("dialog#correct[open]")
        page.fill("dialog#correct [name=value]", "2022-08-06")
        press("Enter")
        page.keyboard.press("c")
        page.wait_for_selector("dialog#correct[open]")
        page.keyboard.press("Escape")
        page.wait_for_selector("dialog#correct", state="hidden")
        press("r")
        assert page.locator("text=Nothing waits").count() == 1
        assert page.locator("dialog[open]").count() == 0 and not page.complaints
    with open_register(place) as register:
        acts = [(j.act, j.who, j.undone) for j in register.judgements()]
        assert acts == [("accept", "anna", True), ("undo", "anna", False), ("correct", "anna", False), ("reject", "anna", False)]
        assert register.entry(waits[0]).date == "2022-08-06"


def test_a_field_is_corrected_by_selecting_words(opened: Callable[..., Any], place: Path) -> None:
    with open_register(place) as register:
        entry = register.entry("one").id
    with served(place) as address:
        page = opened(f"{address}/review?at={entry}")
        page.wait_for_selector("body[data-ready]")
        page.evaluate(
            """() => { const p = [...document.querySelectorAll('.passage .paragraph span')].find((s) => s.textContent.includes('Friday'));
            const i = p.firstChild.data.indexOf('Friday'); getSelection().setBaseAndExtent(p.firstChild, i, p.firstChild, i + 6); }"""
        )
        page.wait_for_selector(".selected.some")
        page.click("[data-opens=correct]")
        page.wait_for_selector("dialog#correct[open] .from-selection")
        assert page.input_value("dialog#correct [name=value]") == "2022-08-05" and page.input_value("dialog#correct [name=field]") == "date"
        with page.expect_navigation():
            page.click("dialog#correct button[type=submit]")
        assert not page.complaints
    with open_register(place) as register:
        assert [(j.act, j.field, j.after) for j in register.judgements()] == [("correct", "date", '"2022-08-05"')]


def test_two_entries_are_merged_and_an_account_is_split_off_by_mouse(opened: Callable[..., Any], place: Path) -> None:
    with open_register(place) as register:
        before = register.count_engagements()
        pair = [e.id for e in register.engagements(between=["US", "UA"])]
    assert len(pair) == 2
    with served(place) as address:
        page = opened(f"{address}/review?at={pair[0]}")
        page.wait_for_selector("body[data-ready]")
        page.click("[data-opens=merge]")
        page.check("dialog#merge [name=other] >> nth=0")
        with page.expect_navigation():
            page.click("dialog#merge button[type=submit]")
        page.goto(f"{address}/entries/{pair[0]}")
        with page.expect_navigation():
            page.click("text=does not belong here >> nth=0")
        with page.expect_navigation():
            page.click(".history form button >> nth=-1")
        assert not page.complaints
    with open_register(place) as register:
        assert [j.act for j in register.judgements()] == ["merge", "split", "undo"] and register.count_engagements() == before - 1


def test_a_dropped_file_is_read_and_added(opened: Callable[..., Any], place: Path, tmp_path: Path) -> None:
    report = tmp_path / "call.txt"
    report.write_text("Macron calls Putin\n\nPARIS, February 20, 2022. French President Emmanuel Macron spoke with Russian President Vladimir Putin by phone on Sunday.")
    with served(place) as address:
        page = opened(address)
        with page.expect_navigation():
            page.set_input_files("#file", str(report))
        page.wait_for_selector("body[data-ready]")
        assert "Read, not stored" in page.inner_text(".unsaved")
        with page.expect_navigation():
            page.click("text=Add to the register")
        page.wait_for_selector("body[data-ready]")
        assert page.locator(".unsaved").count() == 0 and not page.complaints
