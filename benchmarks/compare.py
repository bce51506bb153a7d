"""Scores the alignment of accounts: `python -m benchmarks.compare [--json] [--errors] [--fit]`.

The pairs of `compare/*.json` were aligned by hand (document ids, offsets and labels, no text): sixteen are for tuning, four of other
engagements are kept aside, and two hold a denial. The four kept aside and four of those for tuning were chosen by hash and labelled
before anything was written; eight of those for tuning were labelled later, on the stretches that the program cuts where those were sound. A point found and a point labelled are the same where they share half of the
shorter one; links found and pairs labelled are matched one to one. Pairs labelled `also` may be found or not, and a second link inside
a labelled pair counts neither way. "content" leaves out the sentence that says that the parties spoke.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.shared import ROOT, shared
from memcon import language, pipeline
from memcon.compare import Comparison, compare
from memcon.compare.assigning import assign
from memcon.compare.likeness import Likeness, likeness
from memcon.compare.meant import engagements
from memcon.compare.points import outside, parties, points_of
from memcon.compare.terms import Reader, Words, carried
from memcon.record import Record

LABELS = ROOT / "benchmarks" / "compare"
Stretch = tuple[int, int]
Pair = tuple[Stretch, Stretch]


def labels(split: str, contradictions: bool = False) -> list[dict[str, Any]]:
    """Give the labelled pairs of a split, those with an alignment or those with denials only."""
    found = [json.loads(p.read_text(encoding="utf-8")) | {"name": p.stem} for p in sorted(LABELS.glob("*.json"))]
    return [f for f in found if f["split"] == split and (f["pairs"] is None) == contradictions]


def stretches(label: dict[str, Any], which: str, content: bool = False) -> list[Pair]:
    """Give the pairs of stretches labelled `pairs`, `also` or `contradictions`."""
    a, b = label["points"]["a"], label["points"]["b"]
    kept = [(i, j) for i, j in label[which] if not (content and a[i][2] == "engagement" and b[j][2] == "engagement")]
    return [((a[i][0], a[i][1]), (b[j][0], b[j][1])) for i, j in kept]


def meets(x: Stretch, y: Stretch) -> bool:
    """Tell whether two stretches share half of the shorter one."""
    return min(x[1], y[1]) - max(x[0], y[0]) >= 0.5 * min(x[1] - x[0], y[1] - y[0])


def same(x: Pair, y: Pair) -> bool:
    """Tell whether two pairs of stretches are the same on both sides."""
    return meets(x[0], y[0]) and meets(x[1], y[1])


def records(label: dict[str, Any]) -> list[Record]:
    """Read the two documents of a label."""
    corpus = shared("corpus")
    assert corpus is not None
    return [pipeline.read(corpus / f"{label[side]}.json") for side in "ab"]


def found_pairs(made: Comparison) -> list[Pair]:
    """Give the links of all rows as pairs of stretches."""
    spans = {p.id: (p.span.start, p.span.end) for p in made.points}
    return [(spans[k.a], spans[k.b]) for row in made.rows for k in row.links]


def score(found: Sequence[Pair], gold: Sequence[Pair], also: Sequence[Pair]) -> tuple[int, int, int]:
    """Give how many links are right, how many count, and how many pairs are labelled."""
    grid = np.array([[1.0 if same(f, g) else 0.0 for g in gold] for f in found]).reshape(len(found), len(gold))
    right = {r for r, c in assign(grid) if grid[r, c]}
    neutral = {n for n, f in enumerate(found) if n not in right and any(same(f, g) for g in (*gold, *also))}
    return len(right), len(found) - len(neutral), len(gold)


def f1(right: int, found: int, gold: int) -> dict[str, float]:
    """Give precision, recall and F1."""
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    return {"precision": precision, "recall": recall, "F1": 2 * precision * recall / (precision + recall) if right else 0.0}


def measure(split: str, nlp: Any, errors: bool) -> dict[str, float]:
    """Give the figures of a split over all its pairs together."""
    sums: dict[str, list[int]] = {"": [0, 0, 0], "content ": [0, 0, 0]}
    for label in labels(split):
        both = records(label)
        made = compare(both, nlp)
        for prefix in sums:
            found, gold = found_pairs(made), stretches(label, "pairs", bool(prefix))
            opening = stretches(label, "pairs") if prefix else []
            counts = score(found, gold, [*stretches(label, "also"), *opening])
            sums[prefix] = [x + y for x, y in zip(sums[prefix], counts, strict=True)]
        if errors:
            _tell(label, both, made)
    return {f"{split}: {prefix}{name}": value for prefix, s in sums.items() for name, value in f1(s[0], s[1], s[2]).items()}


def denials(split: str, nlp: Any, errors: bool) -> dict[str, float]:
    """Tell in which share of the pairs with a denial it is shown, and how many contradictions shown are labelled."""
    shown = right = total = 0
    every = labels(split, contradictions=True)
    for label in every:
        made = compare(records(label), nlp)
        spans = {p.id: (p.span.start, p.span.end) for p in made.points}
        found = [(spans[k.a], spans[k.b]) for k in made.contradictions]
        hits = [f for f in found if any(same(f, g) for g in stretches(label, "contradictions"))]
        shown, right, total = shown + bool(hits), right + len(hits), total + len(found)
        if errors:
            for k in made.contradictions:
                print(f"  {label['name']} {k.confidence} {made.point(k.a).span.quote!r} / {made.point(k.b).span.quote!r}")
    return {f"{split}: denials shown": shown / len(every), f"{split}: contradictions right": right / total if total else 0.0}


def seconds(nlp: Any) -> float:
    """Give the time in which twenty readouts are compared, once they are read and all tables are loaded; the least of three runs."""
    corpus = shared("corpus")
    assert corpus is not None
    named = (p for p in sorted(corpus.glob("kremlin-202*.json")) if 1500 < p.stat().st_size < 5000)
    twenty = [pipeline.read(p) for p in list(named)[:20]]
    compare(twenty[:2], nlp)
    runs = []
    for _ in range(3):
        begin = time.perf_counter()
        compare(twenty, nlp)
        runs.append(time.perf_counter() - begin)
    return min(runs)


def _tell(label: dict[str, Any], both: Sequence[Record], made: Comparison) -> None:
    print(f"== {label['name']}")
    texts = [r.report.text for r in both]
    found, gold, also = found_pairs(made), stretches(label, "pairs"), stretches(label, "also")
    sure = [k.confidence for row in made.rows for k in row.links]
    for f, c in zip(found, sure, strict=True):
        sign = "+" if any(same(f, g) for g in gold) else "~" if any(same(f, g) for g in also) else "-"
        print(f" {sign} {c:.2f} {texts[0][slice(*f[0])][:90]!r} = {texts[1][slice(*f[1])][:90]!r}")
    for g in gold:
        if not any(same(f, g) for f in found):
            print(f" missed {texts[0][slice(*g[0])][:90]!r} = {texts[1][slice(*g[1])][:90]!r}")


def examples(nlp: Any) -> Iterator[tuple[str, Likeness, list[int], list[int], np.ndarray[Any, Any], np.ndarray[Any, Any]]]:
    """Give features of all pairs of points of the pairs for tuning, whether each is right, and whether it counts."""
    words = Words(nlp)
    for label in labels("tuning"):
        both = records(label)
        meant = engagements(both)
        found = [f for n, r in enumerate(both) for f in points_of(r, n, meant[n])]
        points = [f.point for f in found]
        readers = [Reader(r, words, parties(both, meant)) for r in both]
        terms = [readers[f.point.account].terms(f.point.span.start, f.point.span.end, f.acts) for f in found]
        terms = carried([p.span.quote for p in points], [p.account for p in points], terms)
        like = likeness(points, terms, words, outside(both, meant, points))
        left, right = ([n for n, p in enumerate(points) if p.account == side] for side in (0, 1))
        gold, also = stretches(label, "pairs"), stretches(label, "also")
        spans = [(p.span.start, p.span.end) for p in points]
        truth = np.array([[any(same((spans[i], spans[j]), g) for g in gold) for j in right] for i in left])
        open_ = np.array([[any(same((spans[i], spans[j]), g) for g in also) for j in right] for i in left])
        yield label["name"], like, left, right, truth, ~open_ | truth


def main() -> int:
    """Run the benchmark from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--errors", action="store_true", help="list what is right and wrong on the pairs for tuning")
    parser.add_argument("--tuning", action="store_true", help="leave the pairs kept aside alone")
    parser.add_argument("--fit", action="store_true", help="fit the weights on the pairs for tuning")
    parser.add_argument("--ridge", type=float, default=8.0, help="how strongly weights are drawn to those from judgement")
    args = parser.parse_args()
    if shared("corpus") is None or not Path(LABELS).is_dir():
        print("skipped: ../shared with the corpus is not here (set MEMCON_SHARED to its path)")
        return 0
    nlp = language.load()
    if args.fit:
        from benchmarks import compare_fit

        compare_fit.fit(nlp, args.ridge)
        return 0
    figures: dict[str, float] = {}
    for split in ["tuning"] if args.tuning else ["tuning", "kept aside"]:
        figures |= measure(split, nlp, args.errors and split == "tuning")
        figures |= denials(split, nlp, args.errors and split == "tuning")
    if not args.tuning:
        figures["twenty accounts: seconds"] = seconds(nlp)
    print(json.dumps(figures) if args.json else "\n".join(f"{k:36}{v:.3f}" for k, v in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
