"""Counts in how many sentences of official English a lemma stands: `python -m benchmarks.compare_background` writes `compare/data/background.csv`.

Read are the readouts and statements of the White House in `../shared/text` (public domain); documents of the corpus are left out.
"""

import json
import lzma
import sys
from collections import Counter
from pathlib import Path

from benchmarks.shared import ROOT, shared
from memcon import language
from memcon.compare.sentences import sentences
from memcon.compare.terms import _WORD, Words

_TITLES = ("readout", "statement", "joint", "remarks by president biden and", "fact sheet")
_LEAST = 6
_MOST = 60_000
OUT = ROOT / "src" / "memcon" / "compare" / "data" / "background.csv"


def main() -> int:
    """Run from the command line."""
    source = shared("text", "white-house.jsonl.xz")
    if source is None:
        print("skipped: ../shared is not here (set MEMCON_SHARED to its path)")
        return 0
    counts, total = count(source)
    rows = sorted((w, n) for w, n in counts.items() if n >= _LEAST)
    head = (
        "# Sentences in which a lemma stands; `*` is the number of all sentences. Made by `python -m benchmarks.compare_background`.\n"
        "# Source: readouts, statements and joint statements of the White House, 2021 to 2026 (US government works, public domain).\n"
    )
    OUT.write_text(head + "lemma,sentences\n" + f"*,{total}\n" + "".join(f"{w},{n}\n" for w, n in rows), encoding="utf-8")
    print(f"{len(rows)} lemmas of {total} sentences")
    return 0


def count(source: Path) -> tuple[Counter[str], int]:
    """Count lemmas by sentence; no more than `_MOST` sentences are read, in the order of the file."""
    words, counts, total = Words(language.load()), Counter[str](), 0
    with lzma.open(source, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["corpus_id"] not in (None, "None") or not row["title"].casefold().startswith(_TITLES):
                continue
            text = row["text"]
            for start, end in sentences(text, 0, len(text)):
                counts.update({words.lemma(w) for w in _WORD.findall(text, start, end)})
                total += 1
            if total >= _MOST:
                break
    return counts, total


if __name__ == "__main__":
    sys.exit(main())
