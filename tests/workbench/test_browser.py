"""The pages in a real Chromium: what they complain of, how they fit, what a keyboard and a screen reader can do with them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from memcon.register import open as open_register

from .conftest import served

AXE = Path(__file__).parent / "vendor" / "axe-4.14.1.min.js"
PAGES = {
    "start": "/", "document": "/documents/sochi-wire", "entry": "/entries/sochi-wire", "pair": "/pair?a=RU&b=TR", "person": "/who?name=Vladimir+Putin",
    "country": "/who?name=US", "calendar": "/calendar?on=2021-06-16", "statements": "/statements?match=trade", "figures": "/figures", "review": "/review",
    "about": "/about", "engagements": "/engagements", "search": "/search?q=Russia+and+Turkey", "history": "/review/history", "read": "/read", "error": "/documents/none",
}  # fmt: skip


@pytest.fixture(scope="module")
def address(filled: Path) -> Iterator[str]:
    with served(filled) as found:
        yield found


def complaints(page: Any) -> list[str]:
    return [c for c in page.complaints if "404 (Not Found)" not in c]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_and_no_serious_fault_is_found_in_it(opened: Callable[..., Any], address: str, name: str) -> None:
    page = opened(address + PAGES[name], color_scheme="dark" if len(name) % 2 else "light")
    page.wait_for_load_state("networkidle")
    assert not complaints(page)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    serious = [f"{v['id']}: {v['nodes'][0]['html'][:120]} {v['nodes'][0].get('failureSummary', '')[:300]}" for v in found["violations"] if v["impact"] in ("serious", "critical")]
    assert not serious, "\n".join(serious)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, "the page is wider than a telephone"


def test_pointing_at_a_field_lights_its_words_and_the_other_way_round(opened: Callable[..., Any], address: str) -> None:
    page = opened(f"{address}/documents/sochi-wire")
    page.wait_for_selector("body[data-ready]")
    lit = "[...CSS.highlights.get('mc-lit')].map((r) => { const x = document.createRange(); x.setStart(r.startContainer, r.startOffset); x.setEnd(r.endContainer, r.endOffset); return String(x); })"
    page.hover(".met .field:has-text('Vladimir Putin') >> nth=0")
    assert any("Putin" in words for words in page.evaluate(lit))
    box = page.evaluate("(() => { const n = document.querySelector('#text .b-paragraph span').firstChild; const r = document.createRange(); const i = n.data.indexOf('Erdogan'); r.setStart(n, i); r.setEnd(n, i + 7); const b = r.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()")
    page.mouse.move(*box)
    page.wait_for_selector(".found dl .field.lit")
    assert any("Erdogan" in t for t in page.locator(".found .field.lit").all_text_contents())
    page.mouse.click(*box)
    assert page.evaluate("location.hash").startswith("#at=") and not complaints(page)


def test_arrow_keys_go_from_field_to_field_and_from_word_to_word(opened: Callable[..., Any], address: str) -> None:
    page = opened(f"{address}/documents/sochi-wire")
    page.wait_for_selector("body[data-ready]")
    page.focus("#found .field")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('#found .field.chosen')")
    page.focus("#text")
    page.keyboard.press("ArrowRight")
    first = page.evaluate("location.hash")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("location.hash") != first and page.inner_text("#said")


def test_without_highlights_the_words_are_marked(opened: Callable[..., Any], address: str) -> None:
    page = opened(f"{address}/documents/sochi-wire", script="delete window.Highlight;")
    page.wait_for_selector("body[data-ready]")
    assert page.locator("#text mark.m-actor").count() > 5
    page.hover(".met .field:has-text('Vladimir Putin') >> nth=0")
    assert "Putin" in " ".join(page.locator("mark.lit").all_text_contents())
    text = page.evaluate("document.querySelector('#text .b-paragraph').textContent")
    assert text.startswith("Russian President Vladimir Putin and his Turkish counterpart")


def test_five_thousand_spans_stay_fluid(opened: Callable[..., Any], place: Path) -> None:
    from memcon.record import Block, Mention, Record, Report, Span, Stamp
    from memcon.record.findings import Actor

    sentence = "President Ada \U0001f54a Lovelace met Prime Minister Grace Hopper in Geneva. "
    text = (sentence * 20 + "\n") * 84
    spans = [Span(i, i + 12, text[i : i + 12]) for i in range(0, len(text) - 20, 20) if "\n" not in text[i : i + 12]][:5000]
    starts = [n * (len(sentence) * 20 + 1) for n in range(84)]
    blocks = tuple(Block("paragraph", Span(s, s + len(sentence) * 20 - 1, text[s : s + len(sentence) * 20 - 1])) for s in starts)
    report = Report("large", text, "0" * 64, "1" * 64, "text", blocks)
    actors = tuple(Actor(f"a{n}", f"Person {n}", "person", "CH") for n in range(50))
    record = Record(report, Stamp("0", "none", "0"), actors, tuple(Mention(s, (f"a{n % 50}",), "name", "test") for n, s in enumerate(spans)))
    with open_register(place) as register:
        register.add(record)
    assert len(text) > 100_000 and len(spans) == 5000
    with served(place) as address:
        page = opened(f"{address}/documents/large")
        page.wait_for_selector("body[data-ready]")
        ready = page.evaluate("performance.now()")
        assert page.evaluate("CSS.highlights.get('mc-actor').size") == 5000
        words = page.evaluate("[...CSS.highlights.get('mc-actor')].slice(0, 60).map((r) => { const x = document.createRange(); x.setStart(r.startContainer, r.startOffset); x.setEnd(r.endContainer, r.endOffset); return String(x); })")
        assert words == [s.quote for s in sorted(spans)[:60]]
        took = page.evaluate(
            """() => new Promise((done) => { const times = []; let last = performance.now(), n = 0; const step = (now) => { times.push(now - last); last = now; scrollBy(0, 120);
            if (++n < 60) requestAnimationFrame(step); else done(times.slice(2).sort((a, b) => a - b)[Math.floor(58 * 0.9)]); }; requestAnimationFrame(step); })"""
        )
        hover = page.evaluate("(() => { const f = document.querySelectorAll('#found .field'); const t = performance.now(); for (const e of [...f].slice(0, 20)) e.dispatchEvent(new PointerEvent('pointerover', {bubbles: true})); return (performance.now() - t) / 20; })()")
    print(f"ready {ready:.0f} ms, frame at the 90th percentile {took:.1f} ms, hover {hover:.2f} ms")
    assert took < 120 and hover < 50 and not complaints(page)
