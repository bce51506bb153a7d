"""The day of publication with the metadata hidden: `python -m benchmarks.publication [--json] [--errors]`.

Every document of the corpus that has a day of publication is read without it, and without its address. `dated` are
those whose dateline, head or foot writes a day (with or without a year) that lies within a day of the right one; `found`
is the share of them whose day is given right, `precision` the share of given days that are right, and `exact or a day
apart` the same where a dateline's local day may differ from the day of the archive.

`year given` and `year precision` ask for more: each document is given its own day without the year, as a dateline would
have it, and the year is inferred from nothing but the text.
"""

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.shared import shared
from memcon import reading
from memcon.reading import missing_year
from memcon.reading.days import Day, days_in
from memcon.record import Report

_EDGE = 400
"""How near the beginning (or, half of it, the end) of the text a day must stand to date it."""


def hidden(path: Path) -> tuple[str | None, bytes]:
    """Give the day of publication of a document, and the document without it."""
    value = json.loads(path.read_text(encoding="utf-8"))
    day = value["published"]
    return day, json.dumps(value | {"published": None, "url": None}).encode()


def is_dated(report: Report, day: str) -> bool:
    """Tell whether a line of the text that is no running text writes the day, or the one beside it."""
    wanted = date.fromisoformat(day)
    lines = [b.span for b in report.blocks if b.kind in ("dateline", "furniture", "desk")]
    for span in lines:
        if span.start > _EDGE and span.end < len(report.text) - _EDGE // 2:
            continue
        for found in days_in(report.text, span.start, span.end):
            there = found.in_year(wanted.year)
            if there is not None and abs((there - wanted).days) <= 1:
                return True
    return False


def year_of(report: Report, day: date) -> str | None:
    """Give the year that is inferred where the day is written without one."""
    found = missing_year.infer(report.text, Day(0, 0, day.month, day.day), [])
    return found.value[:4] if found else None


def measure(folder: Path, errors: bool = False) -> dict[str, Any]:
    """Read the corpus with the metadata hidden, and count."""
    documents = dated = given = right = near = found = years = years_right = 0
    for path in sorted(folder.glob("*.json")):
        day, data = hidden(path)
        if day is None:
            continue
        report = reading.read_bytes(data, path.name)
        documents += 1
        inferred = year_of(report, date.fromisoformat(day))
        years += inferred is not None
        years_right += inferred == day[:4]
        written = is_dated(report, day)
        dated += written
        said = report.published.value if report.published else None
        if said is not None:
            given += 1
            right += said == day
            near += abs((date.fromisoformat(said) - date.fromisoformat(day)).days) <= 1
        found += written and said == day
        if errors and (said != day if written else said is not None and said != day):
            print(f"{path.stem}: {day}, said {said}: {report.published.reason if report.published else '; '.join(report.notes)}")
    return {
        "documents": documents,
        "dated": dated,
        "given": given,
        "found": found / dated if dated else 1.0,
        "precision": right / given if given else 1.0,
        "exact or a day apart": near / given if given else 1.0,
        "year given": years / documents if documents else 1.0,
        "year precision": years_right / years if years else 1.0,
    }


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.publication", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    parser.add_argument("--errors", action="store_true", help="list the documents whose day is wrong or missing")
    args = parser.parse_args()
    folder = shared("corpus")
    if folder is None:
        print("the corpus is absent: ../shared/corpus")
        return
    figures = measure(folder, args.errors)
    if args.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:24} {value:.3f}" if isinstance(value, float) else f"{name:24} {value}")


if __name__ == "__main__":
    main()
