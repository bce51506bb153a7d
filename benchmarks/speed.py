"""How fast Memcon reads, side by side with a bare spaCy pipeline and with its peers: `python -m benchmarks.speed [--write]`.

All figures are of one run on the same documents, and those that are compared take turns on each document, so that a busy
machine slows all of them alike; times are those of the processor, not of the clock, except where workers run side by side.
`--write` puts the block into docs/performance.md.
"""

import argparse
import json
import os
import platform
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from benchmarks.shared import ROOT, shared
from benchmarks.speed_documents import Document, documents
from benchmarks.speed_peers import peers
from benchmarks.speed_workers import memory_growth, start, workers

ROOMS = ("reading", "language", "times", "actors", "statements", "figures", "engagements", "record")
PAGE = ROOT / "docs" / "performance.md"
_HEAD = "# Performance\n\nMade by `make bench-speed` and by `python -m benchmarks.register_scale --write`; no figure here was typed in.\n"
_BUSY = "**The machine was busy with other work: the ratios count, the rates and times do not.** Run `make bench-speed` on a quiet one."
_BEGIN, _END = "<!-- speed: begin -->", "<!-- speed: end -->"


def timed(spent: dict[str, float], name: str, work: Callable[..., Any], *given: Any) -> Any:
    """Do a piece of work and add the processor's time to a sum."""
    began = time.process_time()
    found = work(*given)
    spent[name] += time.process_time() - began
    return found


def bare_pipeline() -> Any:
    """Give the same spaCy pipeline as spaCy loads it, with the same matrix products and nothing of ours."""
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    from memcon.language.pipeline import SHIPPED

    set_current_ops(NumpyOps(use_blis=False))
    return spacy.load(SHIPPED)


def read_one(document: Document, nlp: Any, bare: Any, spent: dict[str, float]) -> Any:
    """Read a document room by room, then have the bare pipeline parse the same paragraphs."""
    from memcon import actors, engagements, figures, language, reading, statements, times
    from memcon.record import Record, Stamp, to_json

    report = timed(spent, "reading", lambda: reading.read_bytes(document.data, document.name))
    paragraphs = [(b.span.start, b.span.end) for b in report.blocks]
    doc = timed(spent, "language", language.analyse, report.text, paragraphs, nlp)
    when = timed(spent, "times", times.find, report)
    cast = timed(spent, "actors", actors.find, doc, report)
    said = timed(spent, "statements", statements.find, doc, report, cast)
    claimed = timed(spent, "figures", figures.find, doc, report, when, said, cast)
    met = timed(spent, "engagements", engagements.find, doc, report, cast, when, said)
    record = Record(report, Stamp("", "", ""), cast.actors, cast.mentions, when, said, claimed, met)
    timed(spent, "record", to_json, record)
    timed(spent, "bare", lambda: list(bare.pipe([report.text[a:b] for a, b in paragraphs])))
    return report


def rooms(found: list[Document], nlp: Any, bare: Any) -> dict[str, float]:
    """Give milliseconds for 600 words: each room, all of them, the bare pipeline; and the medians of the ratios over documents."""
    spent: dict[str, float] = defaultdict(float)
    ratios, own = [], []
    for document in found:
        one: dict[str, float] = defaultdict(float)
        read_one(document, nlp, bare, one)
        whole = sum(one[room] for room in ROOMS)
        if one["bare"] > 0:
            ratios.append(whole / one["bare"])
            own.append((whole - one["language"]) / one["bare"])
        for name, value in one.items():
            spent[name] += value
    words = sum(d.words for d in found)
    figures = {name: 600_000 * spent[name] / words for name in (*ROOMS, "bare")}
    figures["all"] = sum(figures[room] for room in ROOMS)
    figures["ratio"] = statistics.median(ratios)
    figures["own ratio"] = statistics.median(own)
    return figures


def measure(count: int) -> dict[str, Any]:
    """Measure everything on so many documents."""
    from memcon import language

    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    found, source = documents(count)
    nlp, bare = language.load(), bare_pipeline()
    rooms(found[:5], nlp, bare)
    result: dict[str, Any] = {
        "documents": len(found), "words": sum(d.words for d in found), "source": source, "rooms": rooms(found, nlp, bare),
        "peers": peers(found, nlp), "workers": workers(found), "memory": memory_growth(found), "start": start(),
        "load": load, "machine": f"{os.cpu_count()} processors ({platform.machine()}), {load:.1f} waiting for each when it began", "python": platform.python_version(),
    }  # fmt: skip
    return result


def block(result: dict[str, Any]) -> str:
    """Write the figures for people."""
    part = result["rooms"]
    lines = [
        "## Reading", "",
        f"{result['documents']} documents of {result['words'] // result['documents']} words on average ({result['source']}); {result['machine']}, Python {result['python']}.",
        *([_BUSY, ""] if result["load"] > 1.5 else []),
        "Bare: the same spaCy pipeline alone over the same paragraphs, as `spacy.load` gives it. Milliseconds of one processor for 600 words; the two take turns on each document.", "",
        "| part | ms for 600 words | share of the bare pipeline |", "| --- | --- | --- |",
        *(f"| {room} | {part[room]:.1f} | {part[room] / part['bare']:.2f} |" for room in ROOMS),
        f"| **Memcon, all of it** | {part['all']:.1f} | {part['all'] / part['bare']:.2f} |", f"| bare pipeline | {part['bare']:.1f} | 1.00 |", "",
        f"Median over documents: Memcon {part['ratio']:.2f} times the bare pipeline, its rooms without the language model {part['own ratio']:.2f}.", "",
        f"At these rates one processor reads {1000 / part['all']:.1f} reports of 600 words a second.", "",
        "### Workers", "", "By the clock, `memcon.fleet` on the documents in lines; memory is the largest of each worker.", "",
        "| workers | reports of 600 words a second | MB a worker |", "| --- | --- | --- |",
        *(f"| {w['workers']} | {w['rate']:.1f} | {w['memory']:.0f} |" for w in result["workers"]), "",
        f"Memory over the same documents again and again, one process: {', '.join(f'{m:.0f}' for m in result['memory'])} MB after each round (new words: the documents differ, the rounds do not).", "",
        "### Start", "", "Processor seconds, the least of five.", "", "| command | s |", "| --- | --- |",
        *(f"| `{name}` | {value:.2f} |" for name, value in result["start"].items()), "",
        "### Peers", "", "The same texts, each one's own task; a ratio under 1 means that Memcon's room is faster. They do less or other things: the ratio is of time only.", "",
        "| peer | task | compared with | median ratio Memcon / peer |", "| --- | --- | --- | --- |",
        *(f"| {p['name']} | {p['task']} | {p['room']} | {p['ratio']} |" for p in result["peers"]), "",
    ]  # fmt: skip
    return "\n".join(lines)


def write(text: str) -> None:
    """Put the block into docs/performance.md, in the place of the one that is there."""
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else _HEAD
    if _BEGIN not in page:
        page = f"{page.rstrip()}\n\n{_BEGIN}\n{_END}\n"
    before, _, rest = page.partition(_BEGIN)
    after = rest.partition(_END)[2]
    PAGE.write_text(f"{before}{_BEGIN}\n{text}{_END}{after}", encoding="utf-8")


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    parser.add_argument("--documents", type=int, default=120)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    args = parser.parse_args()
    if shared("text") is None:
        print("note: ../shared/text is not here (set MEMCON_SHARED); made reports are read instead")
    result = measure(args.documents)
    text = block(result)
    print(json.dumps(result) if args.json else text)
    if args.write:
        write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
