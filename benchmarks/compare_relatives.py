"""Takes word families and synonyms from WordNet: `python -m benchmarks.compare_relatives DICT` writes `compare/data/relatives.csv`.

`DICT` is the folder of WordNet 3.0's files (`data.noun`, `index.noun`, ...). Kept are lemmas of `background.csv`: pairs with a
pointer of derivation ("attack", "attacker"), and pairs that share a synset among the first senses of both.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.shared import ROOT
from memcon.compare.terms import background, stop_words

OUT = ROOT / "src" / "memcon" / "compare" / "data" / "relatives.csv"
_PARTS = {"noun": "n", "verb": "v", "adj": "a"}
_SENSES = 2
"""Senses of a word that count for its synonyms, the commonest first: "deal" and "agreement", not "deal" and "plank"."""


def synsets(folder: Path, part: str) -> Iterator[tuple[str, list[str], list[tuple[str, str, str, int, int]]]]:
    """Give (offset, words, pointers) of each synset; a pointer is (symbol, offset, part, source word, target word), words from 1."""
    for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        cells = line.split(" | ")[0].split()
        count = int(cells[3], 16)
        words = [w.split("(")[0].lower() for w in cells[4 : 4 + 2 * count : 2]]
        at = 4 + 2 * count
        rows = [cells[at + 1 + 4 * n : at + 5 + 4 * n] for n in range(int(cells[at]))]
        yield cells[0], words, [(r[0], r[1], r[2].replace("s", "a"), int(r[3][:2], 16), int(r[3][2:], 16)) for r in rows]


def ranks(folder: Path, part: str) -> dict[tuple[str, str], int]:
    """Give the place of each synset among the senses of a word, from 0."""
    found = {}
    for line in (folder / f"index.{part}").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            cells = line.split()
            for n, offset in enumerate(cells[-int(cells[2]) :]):
                found[cells[0], offset] = n
    return found


def main() -> int:
    """Run from the command line."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    folder = Path(sys.argv[1])
    known = {w for w in background()[0] if w.isalpha() and len(w) > 2} - stop_words()
    words: dict[tuple[str, str], list[str]] = {}
    pointers = []
    found: set[tuple[str, str, str]] = set()
    for part, letter in _PARTS.items():
        rank = ranks(folder, part)
        for offset, members, out in synsets(folder, part):
            words[letter, offset] = members
            pointers += [(members[s - 1], (p, o), t) for symbol, o, p, s, t in out if s and symbol == "+"]
            first = [w for w in members if rank.get((w, offset), 9) < _SENSES]
            found |= {("synonym", a, b) for a in first for b in first if a < b}
    for word, synset, target in pointers:
        if synset in words:
            a, b = sorted((word, words[synset][target - 1]))
            found.add(("family", a, b))
    rows = sorted(r for r in found if r[1] in known and r[2] in known and r[1] != r[2])
    head = (
        "# Words that are near to each other. Made by `python -m benchmarks.compare_relatives` from WordNet 3.0,\n"
        "# Copyright 2006 by Princeton University (the WordNet licence, in NOTICE). Lemmas of background.csv only.\n"
    )
    OUT.write_text(head + "relation,lemma,other\n" + "".join(f"{','.join(r)}\n" for r in rows), encoding="utf-8")
    print(f"{len(rows)} pairs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
