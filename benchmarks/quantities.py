"""Quantities in MEANTIME's news: `python -m benchmarks.quantities [--json] [--errors] [--write] [--times gold|own]`.

Scores `memcon.find_quantities`' spans against MEANTIME's VALUE spans: strict (the same span), relaxed (overlapping, each
gold span paired with at most one prediction, the largest share of common characters first) and type (relaxed pairs whose type
is MONEY, PERCENT or QUANTITY alike), in percent. MEANTIME's convention is the Guide's: the comparator is inside the span,
the counted noun is not. Numbers inside a TIMEX3 of the gold are left out, as they were for the peers (quantulum3 61.5 / 84.1,
recognizers-text 62.5 / 84.3); `--times own` leaves out those inside times that Memcon finds instead. In the source "£" had become "#";
it is put back before reading. `--write` puts the figures into docs/figures.md.
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.shared import ROOT, shared
from memcon.figures import Quantity, find_quantities

_BEGIN, _END = "<!-- figures: python -m benchmarks.quantities --write -->", "<!-- end of figures -->"
_TYPES = {"money": "MONEY", "percent": "PERCENT"}
_TAG = re.compile(r"<[^>]*>")
_POUND = re.compile(r"#(?= ?\d)")


class Value(NamedTuple):
    """A span of a value, gold or predicted."""

    start: int
    end: int
    type: str


class Document(NamedTuple):
    """A document of MEANTIME: its text, its VALUE spans and its TIMEX3 spans."""

    name: str
    text: str
    values: list[Value]
    times: list[tuple[int, int]]


def documents(folder: Path) -> Iterator[Document]:
    """Read `values.jsonl` and, from the .tml files beside it, the times."""
    for line in (folder / "values.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        values = [Value(v["start"], v["end"], v["type"]) for v in row["values"]]
        yield Document(row["doc"], row["text"], values, _times(folder / f"{row['doc']}.tml", row["text"]))


def _times(path: Path, text: str) -> list[tuple[int, int]]:
    """Give the spans of the TIMEX3 in a .tml file whose text, without its tags, is `text`."""
    inside = re.split(r"</?TEXT>", path.read_text(encoding="utf-8"))[1]
    spans, plain, at, start = [], [], 0, 0
    for part in re.split(f"({_TAG.pattern})", inside):
        if part.startswith("<TIMEX3"):
            start = at
        elif part == "</TIMEX3>":
            spans.append((start, at))
        elif not _TAG.fullmatch(part):
            words = part.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&apos;", "'").replace("&amp;", "&")
            plain.append(words)
            at += len(words)
    if "".join(plain) != text:
        raise ValueError(f"{path}: its text is not that of values.jsonl")
    return [s for s in spans if s[0] < s[1]]


def pairs(gold: list[Value], predicted: list[Value]) -> list[tuple[Value, Value]]:
    """Pair gold and predicted spans one to one, the largest share of common characters first."""
    candidates = sorted(
        (-common / (max(g.end, p.end) - min(g.start, p.start)), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if (common := min(g.end, p.end) - max(g.start, p.start)) > 0
    )
    paired: list[tuple[Value, Value]] = []
    left, right = set(range(len(gold))), set(range(len(predicted)))
    for _, i, j in candidates:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            paired.append((gold[i], predicted[j]))
    return paired


def predict(document: Document, times: str) -> list[Value]:
    """Give the values that Memcon finds."""
    taken = document.times
    if times == "own":
        from memcon.times import find_times

        taken = [(t.span.start, t.span.end) for t in find_times(document.text)]
    found: tuple[Quantity, ...] = find_quantities(_POUND.sub("£", document.text), taken)
    return [Value(q.span.start, q.span.end, _TYPES.get(q.kind, "QUANTITY")) for q in found if q.kind not in ("rank", "change")]


def measure(folder: Path, times: str = "gold", errors: bool = False) -> dict[str, float]:
    """Score MEANTIME; gives precision, recall and F1 in percent, and the speed."""
    hits: Counter[str] = Counter()
    seconds = characters = 0.0
    for document in documents(folder):
        before = time.perf_counter()
        predicted = predict(document, times)
        seconds += time.perf_counter() - before
        characters += len(document.text)
        paired = pairs(document.values, predicted)
        hits["gold"] += len(document.values)
        hits["predicted"] += len(predicted)
        hits["relaxed"] += len(paired)
        hits["strict"] += sum(g[:2] == p[:2] for g, p in paired)
        hits["type"] += sum(g.type == p.type for g, p in paired)
        if errors:
            print("\n".join(differences(document, predicted, paired)))
    figures: dict[str, float] = {"gold spans": hits["gold"], "predicted spans": hits["predicted"]}
    for name in ("strict", "relaxed", "type"):
        figures[f"{name} P"] = round(100 * hits[name] / hits["predicted"], 1)
        figures[f"{name} R"] = round(100 * hits[name] / hits["gold"], 1)
        figures[f"{name} F1"] = round(200 * hits[name] / (hits["gold"] + hits["predicted"]), 1)
    figures["thousand characters a second"] = round(characters / seconds / 1000, 0)
    return figures


def differences(document: Document, predicted: list[Value], paired: list[tuple[Value, Value]]) -> Iterator[str]:
    """Tell what is missed, extra, or differs in its edges."""
    golds, said = {g for g, _ in paired}, {p for _, p in paired}
    rows: list[tuple[str, Value, Value | None]] = [("missed", g, None) for g in document.values if g not in golds]
    rows += [("extra", p, None) for p in predicted if p not in said]
    rows += [("edges", g, p) for g, p in paired if g[:2] != p[:2]]
    text = document.text.replace("\n", "/")
    for kind, a, b in rows:
        other = f"  ours [{text[b.start : b.end]}]" if b else ""
        yield f"{kind:7}{text[max(0, a.start - 40) : a.start]}[{text[a.start : a.end]}]{text[a.end : a.end + 30]}{other}"


def table(figures: dict[str, Any]) -> str:
    """Lay figures out as a table in Markdown."""
    return "\n".join(["| figure | MEANTIME |", "| --- | --- |", *(f"| {k} | {v:g} |" for k, v in figures.items())])


def into_page(figures: dict[str, Any], page: Path) -> None:
    """Put the figures between the markers of a page."""
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(_BEGIN, 1)
    page.write_text(f"{before}{_BEGIN}\n{table(figures)}\n{_END}{rest.split(_END, 1)[1]}", encoding="utf-8")


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quantities", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    parser.add_argument("--errors", action="store_true", help="list what is missed, extra or cut otherwise")
    parser.add_argument("--times", choices=["gold", "own"], default="gold", help="whose times leave numbers out")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/figures.md")
    args = parser.parse_args()
    folder = shared("timeml", "meantime")
    if folder is None:
        print("skipped: ../shared with MEANTIME is not here (set MEMCON_SHARED to its path)")
        return
    figures = measure(folder, args.times, args.errors)
    print(json.dumps(figures) if args.json else table(figures))
    if args.write:
        into_page(figures, ROOT / "docs" / "figures.md")


if __name__ == "__main__":
    main()
