"""Scores the joining of accounts on groups of documents known to tell of one engagement, or of different ones.

`python -m benchmarks.merge [--json] [--errors] [--shuffles N]` reads the documents of the groups, adds them to a register in an
order drawn anew each time, and asks which pairs of documents have main engagements in one entry: those of a group in
`same.json` should, those in `different.json` should not.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import memcon.register
from benchmarks.shared import shared
from memcon import language, pipeline, reading
from memcon.record import Record

Pair = frozenset[str]


def groups(name: str) -> list[list[str]]:
    """Give the groups of document ids of `same` or `different`."""
    path = shared("gold", "merge", f"{name}.json")
    found: list[list[str]] = json.loads(path.read_text(encoding="utf-8")) if path else []
    return found


def pairs(name: str) -> set[Pair]:
    """Give all pairs of documents that stand in one group."""
    return {frozenset(p) for group in groups(name) for p in combinations(sorted(set(group)), 2)}


def read(ids: Sequence[str]) -> list[Record]:
    """Read documents of the corpus."""
    corpus = shared("corpus")
    assert corpus is not None
    nlp = language.load()
    return [pipeline.record_of(reading.read_path(corpus / f"{id}.json"), nlp) for id in ids]


def joined(records: Sequence[Record], path: Path) -> set[Pair]:
    """Add records to a new register and give the pairs of reports whose main engagements stand in one entry."""
    with memcon.register.open(path) as register:
        for record in records:
            register.add(record)
        found = register.engagements(everything=True)
    return {
        frozenset(pair)
        for entry in found
        for pair in combinations(sorted({a.report for a in entry.accounts if a.main}), 2)
    }


def measure(records: Sequence[Record], shuffles: int) -> tuple[dict[str, float], set[Pair]]:
    """Give the figures and the pairs joined in the first order."""
    same, different = pairs("same"), pairs("different")
    with tempfile.TemporaryDirectory() as folder:
        first = joined(records, Path(folder, "0.db"))
        moved = 0
        for n in range(1, shuffles + 1):
            mixed = list(records)
            random.Random(n).shuffle(mixed)
            moved += joined(mixed, Path(folder, f"{n}.db")) != first
    right, wrong = len(first & same), len(first & different)
    figures = {
        "pair precision": right / (right + wrong) if right + wrong else 1.0,
        "pair recall": right / len(same),
        "pairs of different kept apart": 1 - wrong / len(different),
        "joined across groups": len(first - same - different) / max(len(first), 1),
        "the same in any order": 1 - moved / max(shuffles, 1),
    }
    return figures, first


def main() -> int:
    """Run the benchmark from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--errors", action="store_true", help="list the pairs missed and those joined wrongly")
    parser.add_argument("--shuffles", type=int, default=3, help="how many other orders of adding are tried")
    args = parser.parse_args()
    if not groups("same") or shared("corpus") is None:
        print("skipped: ../shared with the groups is not here (set MEMCON_SHARED to its path)")
        return 0
    ids = sorted({id for name in ("same", "different") for group in groups(name) for id in group})
    figures, found = measure(read(ids), args.shuffles)
    if args.errors:
        for title, wrong in (
            ("missed", pairs("same") - found),
            ("joined wrongly", pairs("different") & found),
            ("joined across groups", found - pairs("same") - pairs("different")),
        ):
            print(title, *sorted("  " + "  ".join(sorted(p)) for p in wrong), sep="\n")
    print(json.dumps(figures) if args.json else "\n".join(f"{k:36}{v:.3f}" for k, v in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
