"""Scores engagements, statements and figures on the gold records with the guide's own scorer.

`python -m benchmarks.gold [--json] [--errors] [--by-source] [--out DIR]` reads every document that has a gold record,
writes the predictions in the guide's form, and runs the scorer on both folders.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.shared import shared
from memcon import language, pipeline, reading
from memcon.exchange.gold import to_gold


def predict(out: Path, ids: list[str], floor: float) -> None:
    """Write a prediction for each document id of the corpus."""
    corpus = shared("corpus")
    assert corpus is not None
    nlp = language.load()
    for id in ids:
        record = pipeline.record_of(reading.read_path(corpus / f"{id}.json"), nlp)
        text = json.dumps(to_gold(record, floor), ensure_ascii=False, indent=1)
        (out / f"{id}.json").write_text(text, encoding="utf-8")


def score(out: Path, *options: str) -> str:
    """Run the scorer on the predictions and give what it prints."""
    gold = shared("gold")
    assert gold is not None
    command = [sys.executable, str(gold / "score.py"), str(gold / "records"), str(out), *options]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def measure(floor: float = 0.0) -> dict[str, float] | None:
    """Give the scorer's figures, None where the gold is absent."""
    gold = shared("gold", "records")
    if gold is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        predict(out, sorted(p.stem for p in gold.glob("*.json")), floor)
        figures: dict[str, float] = json.loads(score(out, "--json"))
        negatives = [p for p in gold.glob("neg-*.json") if not json.loads(p.read_text("utf-8"))["engagements"]]
        quiet = sum(not json.loads((out / p.name).read_text("utf-8"))["engagements"] for p in negatives)
        figures["negatives without engagement"] = quiet / len(negatives) if negatives else 1.0
        return figures


def main() -> int:
    """Run the benchmark from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--errors", action="store_true", help="list engagements that are wrong, missed or extra")
    parser.add_argument("--by-source", action="store_true", help="also give 'right' for each source")
    parser.add_argument("--floor", type=float, default=0.0, help="leave out engagements under this confidence")
    parser.add_argument("--out", type=Path, help="keep the predictions in this folder")
    args = parser.parse_args()
    gold, corpus = shared("gold", "records"), shared("corpus")
    if gold is None or corpus is None:
        print("skipped: ../shared with the gold records is not here (set MEMCON_SHARED to its path)")
        return 0
    if args.json and not (args.errors or args.by_source or args.out):
        print(json.dumps(measure(args.floor)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        out = args.out or Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        predict(out, sorted(p.stem for p in gold.glob("*.json")), args.floor)
        options = [o for o, on in (("--json", args.json), ("--errors", args.errors)) if on]
        options += ["--by-source", str(corpus)] if args.by_source else []
        print(score(out, *options), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
