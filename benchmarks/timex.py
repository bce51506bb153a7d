"""TIMEX3 by the TempEval-3 scorer: `python -m benchmarks.timex DIR --out FILE.jsonl`, or `--json` for figures.

The first form reads a folder of TimeML documents (their text and creation time only) and writes predictions in the
scorer's form, one JSON object a line: `{"doc": NAME, "timexes": [{"start", "end", "type", "value"}]}`, offsets in code
points of the text inside <TEXT>, tags removed.

The second form scores the sets that lie in ../shared/timeml and measures the seconds a document; nothing is measured where they
are absent. `--errors SET` lists what differs; `--write` puts the figures into docs/times.md, with the accuracy of the
policies and of each kind of time (benchmarks.timex_policies).
"""

import argparse
import importlib.util
import json
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.shared import ROOT, shared
from memcon.record import Timex
from memcon.times import find_times

SETS = ("timebank", "aquaint", "meantime", "wikiwars")
_BEGIN, _END = "<!-- {}: python -m benchmarks.timex --write -->", "<!-- end of {} -->"


def read(path: Path) -> tuple[str, str | None]:
    """Give the text of a TimeML document and its creation time (an ISO date, None where it has none)."""
    root = ET.fromstring(path.read_bytes())
    body = next(e for e in root.iter() if e.tag.rsplit("}", 1)[-1] == "TEXT")
    stamps = (e for e in root.iter() if e.tag.rsplit("}", 1)[-1] == "TIMEX3")
    created = next((e.get("value") for e in stamps if e.get("functionInDocument") == "CREATION_TIME"), None)
    return "".join(body.itertext()), created or None


def documents(folder: Path) -> Iterator[tuple[str, str, str | None]]:
    """Give name, text and creation time of the TimeML documents in and under a folder."""
    for path in sorted(folder.rglob("*.tml")):
        if not path.name.startswith("."):
            yield (path.name.removesuffix(".tml"), *read(path))


def find(text: str, created: str | None) -> tuple[Timex, ...]:
    """Find the times of a document; a creation time that is no date anchors nothing."""
    try:
        return find_times(text, created)
    except ValueError:
        return find_times(text)


def write(folder: Path, out: Path) -> float:
    """Write the predictions for a folder; gives the mean processor seconds a document."""
    seconds, count = 0.0, 0
    find_times("The rules are compiled on 1 May 2020.")
    with out.open("w", encoding="utf-8") as file:
        for name, text, created in documents(folder):
            before = time.process_time()
            times = find(text, created)
            seconds += time.process_time() - before
            count += 1
            rows = [{"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in times]
            file.write(json.dumps({"doc": name, "timexes": rows}) + "\n")
    return seconds / count if count else 0.0


def scorer(data: Path) -> ModuleType:
    """Load the scorer that lies beside the data."""
    spec = importlib.util.spec_from_file_location("tempeval3_score", data / "tempeval3_score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def score(data: Path, name: str) -> tuple[Any, float]:
    """Score a set; gives the scorer's result and the seconds a document."""
    module = scorer(data)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "predictions.jsonl")
        seconds = write(data / name, out)
        return module.score(module.load_gold(data / name), module.load_predictions(out)), seconds


def measure(data: Path) -> dict[str, float]:
    """Score the sets that are present, in percent."""
    figures: dict[str, float] = {}
    for name in SETS:
        if (data / name).is_dir():
            total, seconds = score(data, name)
            for kind in ("strict", "relaxed", "type", "value"):
                figures[f"{name}: {kind} f1"] = round(100 * total.measures(getattr(total, kind))[2], 2)
            figures[f"{name}: seconds a document"] = round(seconds, 4)
    return figures


def table(figures: dict[str, float]) -> str:
    """Lay figures out as a table in Markdown, a set a line."""
    kinds = ("strict f1", "relaxed f1", "type f1", "value f1", "seconds a document")
    lines = [f"| set | {' | '.join(kinds)} |", f"| --- {'| --- ' * len(kinds)}|"]
    names = [n for n in SETS if f"{n}: strict f1" in figures]
    return "\n".join([*lines, *(f"| {n} | {' | '.join(str(figures[f'{n}: {k}']) for k in kinds)} |" for n in names)])


def into_page(tables: dict[str, str], page: Path) -> None:
    """Put tables between the markers of a page that have their names."""
    text = page.read_text(encoding="utf-8")
    for name, rows in tables.items():
        begin, end = _BEGIN.format(name), _END.format(name)
        before, rest = text.split(begin, 1)
        text = f"{before}{begin}\n{rows}\n{end}{rest.split(end, 1)[1]}"
    page.write_text(text, encoding="utf-8")


def main() -> None:
    """Write predictions for a folder, or measure."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.timex", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", help="a folder of TimeML documents")
    parser.add_argument("--out", type=Path, help="where the predictions for the folder go (JSONL)")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    parser.add_argument("--errors", choices=SETS, help="list the differences of a set")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/times.md")
    args = parser.parse_args()
    if args.folder is not None:
        if args.out is None:
            parser.error("say with --out where the predictions go")
        write(args.folder, args.out)
        return
    data = shared("timeml")
    if data is None:
        print("skipped: ../shared/timeml is not here (set MEMCON_SHARED to the folder `shared`)")
        return
    if args.errors:
        print(*score(data, args.errors)[0].errors, sep="\n")
        return
    figures = measure(data)
    print(json.dumps(figures) if args.json else table(figures))
    if args.write:
        from benchmarks.timex_policies import kinds, policies

        into_page({"figures": table(figures), "policies": policies(data), "kinds": kinds(data)}, ROOT / "docs" / "times.md")


if __name__ == "__main__":
    main()
