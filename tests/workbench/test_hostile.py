"""Titles, publishers and texts that try to run something: on no page anything does, and no page breaks its own policy."""

from collections.abc import Callable
from itertools import cycle, product
from pathlib import Path
from typing import Any

import pytest

from memcon.record import (
    Actor,
    Block,
    Engagement,
    Figure,
    Mention,
    Participant,
    Place,
    Publisher,
    Record,
    Report,
    Span,
    Stamp,
    Statement,
)
from memcon.register import Register
from memcon.register import open as open_register

from .conftest import served

_CORE = [
    "<script>window.ran=1</script>", "<img src=x onerror=window.ran=1>", "<svg onload=window.ran=1>", "<svg><script>window.ran=1</script></svg>",
    "</script><script>window.ran=1</script>", "'\"><script>window.ran=1</script>", "<iframe srcdoc='<script>parent.ran=1</script>'>", "<a href=javascript:window.ran=1>x</a>",
    "javascript:window.ran=1", "data:text/html,<script>window.ran=1</script>", "{{7*7}}{% raw %}", "${window.ran=1}", "<math><mtext></form><form><mglyph><style></math><img src onerror=window.ran=1>",
    "<details open ontoggle=window.ran=1>", "<body onload=window.ran=1>", "<style>@import '//evil.example'</style>", "<link rel=stylesheet href=//evil.example>", "<base href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=javascript:window.ran=1'>", "\u202eevil\u202c <b>txt.exe", "\u2066<u>\u2069 isolate", "]]><script>window.ran=1</script>", "<!--<img src=x onerror=window.ran=1>-->",
    "<textarea autofocus onfocus=window.ran=1>", "<div hx-get=/judge hx-trigger=load>",
]  # fmt: skip
_AROUND = ["{}", "Talks {} in Geneva", "\"{}\"", "{}\u0000\u0007"]
PAYLOADS = [around.format(core) if "{}" in around and "{{" not in core and "${" not in core else around.replace("{}", core) for core, around in product(_CORE, _AROUND)]


def hostile(number: int, payload: str, url: str) -> Record:
    """Make a record of which every word is hostile."""
    text = f"{payload}\n\n{payload} met {payload} and said {payload} of 7 in Geneva."
    n = len(payload)
    at = n + 2
    name, second, said = Span(at, at + n, payload), Span(at + n + 5, at + 2 * n + 5, payload), Span(at + 2 * n + 15, at + 3 * n + 15, payload)
    met = Span(at + n + 1, at + n + 4, "met")
    body = Span(at, len(text), text[at:])
    report = Report(
        f"hostile-{number}", text, "0" * 64, f"{number:064d}", "text", (Block("title", Span(0, n, payload)), Block("paragraph", body)), Span(0, n, payload),
        None, Publisher(payload, "given"), None, url, payload, notes=(payload,),
    )  # fmt: skip
    actors = (Actor("a1", payload + " One", "person", "RU"), Actor("a2", payload + " Two", "person", "US"))
    engagement = Engagement(
        "e1", "meeting", "held", True, (Participant("a1", span=name), Participant("a2", span=second)), met, (body,), f"2024-01-{number % 28 + 1:02d}", payload,
        place=Place(payload, payload, "CH"), topics=(said,), confidence=0.4 + number % 2 / 2, reasons=(("date", payload),),
    )  # fmt: skip
    statement = Statement("s1", ("a1",), name, met, (said,), "direct", "test", ("a2",), second)
    seven = text.index(" 7 ", said.end) + 1
    figure = Figure("f1", Span(seven, seven + 1, "7"), 7.0, payload[:40], body, "test", what=said, claimants=("a1",), statement="s1")
    return Record(report, Stamp("0", payload, "0"), actors, (Mention(name, ("a1",), "name", payload), Mention(second, ("a2",), "name", "t")), (), (statement,), (figure,), (engagement,))


def all_of_them() -> Record:
    """Make a record whose text has a paragraph for each payload, each of them named as an actor."""
    text = "\n".join(PAYLOADS)
    starts = [sum(len(p) + 1 for p in PAYLOADS[:n]) for n in range(len(PAYLOADS))]
    spans = [Span(at, at + len(p), p) for at, p in zip(starts, PAYLOADS, strict=True)]
    report = Report("hostile-all", text, "0" * 64, "a" * 64, "text", tuple(Block("paragraph", s) for s in spans))
    actors = tuple(Actor(f"a{n}", p, "person", "RU") for n, p in enumerate(PAYLOADS))
    return Record(report, Stamp("0", "none", "0"), actors, tuple(Mention(s, (f"a{n}",), "name", "t") for n, s in enumerate(spans)))


def fill(register: Register) -> list[str]:
    urls = cycle(("javascript:window.ran=1", "https://example.org/?<script>", "data:text/html,<script>window.ran=1</script>", "\" onmouseover=window.ran=1 x=\""))
    for number, (payload, url) in enumerate(zip(PAYLOADS, urls, strict=False)):
        register.add(hostile(number, payload, url))
    register.add(all_of_them())
    entries = register.engagements(everything=True)
    register.judge("comment", entries[0].id, who=PAYLOADS[0], at="2026-01-01", note=PAYLOADS[1])
    return [e.id for e in entries]


@pytest.mark.timeout(300)
def test_nothing_runs_and_no_page_breaks_its_policy(opened: Callable[..., Any], tmp_path: Path) -> None:
    from urllib.parse import quote

    place = tmp_path / "register.db"
    with open_register(place) as register:
        ids = fill(register)
        names = [quote(e.participants[0].name) for e in register.engagements(everything=True)[:2] if e.participants]
    assert len(PAYLOADS) >= 100 and len(ids) > 20
    listen = "window.broken = []; document.addEventListener('securitypolicyviolation', (e) => window.broken.push(e.violatedDirective + ' ' + e.blockedURI));"
    with served(place) as address:
        page = opened(address, script=listen)
        paths = ["/", "/engagements?limit=200", "/search?limit=200", "/search?q=Geneva&limit=200", "/statements?limit=200", "/statements?match=script*&view=concordance", "/figures?limit=200",
                 "/calendar?on=2024-01", "/pair?a=RU&b=US", "/who?name=RU", "/review", "/review/history", "/read"]  # fmt: skip
        paths += [f"/documents/hostile-{n}" for n in range(0, len(PAYLOADS), 20)] + ["/documents/hostile-all"] + [f"/entries/{i}" for i in ids[::25]] + [f"/review?at={i}" for i in ids[::50]]
        paths += [f"/who?name={n}" for n in names] + [f"/search?q={quote(p)}" for p in PAYLOADS[::50]] + [f"/statements?match={quote(p)}&by=RU" for p in PAYLOADS[::50]]
        for path in paths:
            page.goto(address + path, wait_until="load")
            state = page.evaluate("[window.ran ?? null, window.broken, document.querySelectorAll('main [onerror], main [onload], main script:not([type=\"application/json\"]), a[href^=\"javascript:\"], a[href^=\"data:\"]').length, /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.innerText)]")
            assert state == [None, [], 0, False], f"{path}: {state}"
        faults = [c for c in page.complaints if "Failed to load resource" not in c]
        assert not faults, faults[:3]
