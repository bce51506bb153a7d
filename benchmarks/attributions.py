"""Attributions in PolNeAR's convention: `python -m benchmarks.attributions DIR --out FILE.jsonl`, or `--json` for figures.

The first form reads a folder of .txt files and writes one JSON object a line: `{"doc": NAME, "attributions":
[{"source": [[start, end]], "cue": [[start, end]], "content": [[start, end]]}]}`, offsets in code points of the file as it
is stored. PolNeAR's class is wider than that of `statements.find` (beliefs, intentions and plans are in it), its cue is
the whole verb group, and "that" and "to" belong to the content.

The second form scores PolNeAR's dev split by its own scorer and measures the speed; nothing is printed where the data
are absent. `--write` also puts the figures into docs/statements.md.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.shared import ROOT, shared
from memcon import language
from memcon.statements.export import polnear
from memcon.statements.quotes import lines

_FIGURES = ("exact_f1", "relaxed_p", "relaxed_r", "relaxed_f1", "match_f1", "source_overlap", "triple_p", "triple_r", "triple_f1")
_BEGIN, _END = "<!-- figures: python -m benchmarks.attributions --write -->", "<!-- end of figures -->"


def read(folder: Path) -> Iterator[tuple[str, Any]]:
    """Read and parse the .txt files of a folder."""
    paths = sorted(folder.glob("*.txt"))
    texts = [p.read_bytes().decode("utf-8") for p in paths]
    docs = language.analyse_many((t, list(lines(t))) for t in texts)
    yield from zip((p.stem for p in paths), docs, strict=True)


def write(folder: Path, out: Path) -> float:
    """Write the attributions of a folder; gives the words a second, without the parsing."""
    tokens, seconds = 0, 0.0
    with out.open("w", encoding="utf-8") as file:
        for name, doc in read(folder):
            before = time.perf_counter()
            found = polnear(doc)
            seconds += time.perf_counter() - before
            tokens += sum(not t.is_punct and not t.is_space for t in doc)
            file.write(json.dumps({"doc": name, "attributions": found}) + "\n")
    return tokens / seconds if seconds else 0.0


def measure(data: Path) -> dict[str, Any]:
    """Score the dev split: all attributions and those with a cue of speech, in percent."""
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "dev.jsonl")
        speed = write(data / "dev" / "text", out)
        for name, options in (("all", []), ("speech", ["--cue-words", str(data / "speech_cues.txt")])):
            command = [sys.executable, str(data / "polnear_score.py"), "score", str(out), "--json", *options]
            report = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
            for kind, values in report.items():
                wanted = _FIGURES if kind == "all" else ("relaxed_f1", "triple_f1")
                label = name if kind == "all" else f"{name}, {kind}"
                figures |= {f"{label}: {k.replace('_', ' ')}": round(100 * values[k], 1) for k in wanted}
    figures["thousand words a second, parsed beforehand"] = round(speed / 1000, 1)
    return figures


def table(figures: dict[str, Any]) -> str:
    """Lay figures out as a table in Markdown."""
    return "\n".join(["| figure | dev |", "| --- | --- |", *(f"| {k} | {v} |" for k, v in figures.items())])


def into_page(figures: dict[str, Any], page: Path) -> None:
    """Put the figures between the markers of a page."""
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(_BEGIN, 1)
    page.write_text(f"{before}{_BEGIN}\n{table(figures)}\n{_END}{rest.split(_END, 1)[1]}", encoding="utf-8")


def main() -> None:
    """Write predictions for a folder, or measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attributions", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="a folder of .txt files")
    parser.add_argument("--out", type=Path, help="where the predictions for the folder go (JSONL)")
    parser.add_argument("--json", action="store_true", help="print dev figures as one JSON object")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/statements.md")
    args = parser.parse_args()
    if args.folder is not None:
        if args.out is None:
            parser.error("say with --out where the predictions go")
        write(args.folder, args.out)
        return
    data = shared("polnear")
    if data is None:
        print("PolNeAR is absent: ../shared/polnear")
        return
    figures = measure(data)
    print(json.dumps(figures) if args.json else table(figures))
    if args.write:
        into_page(figures, ROOT / "docs" / "statements.md")


if __name__ == "__main__":
    main()
