"""The US register's remarks as a test of reach: `python -m benchmarks.remarks [--json] [--errors]`.

A hundred journeys of presidents and secretaries of state since 2001 (`benchmarks/remarks.csv`, made by rule and checked by
eye) as short reports: office and name of the traveller before the remark ("Secretary of State Colin Powell met with
President Putin and Foreign Minister Ivanov."), the surname before each later sentence that begins with its verb, published
on the first day, publisher "Office of the Historian". The country of the journey is not given.

Measured are the persons who take part in any engagement of the record, Americans aside: F1 of the names, and of names
with the office that the remark gives; the country is reported beside. `bare` is the same without the traveller. Of
journeys to a summit or conference the share with an engagement found is measured, not its participants' names.
"""

import argparse
import csv
import json
import re
import sys
from collections import Counter
from typing import Any

from benchmarks.scorer import scorer
from benchmarks.shared import ROOT, shared
from memcon import language, pipeline, reading
from memcon.record import Record

PUBLISHER = "Office of the Historian"
_LETTERS = str.maketrans("øØłŁđĐıæÆ", "oOlLdDiaA")
"""Letters that the scorer's folding loses, since they are no base letter with an accent (Møller)."""
_VERB = re.compile(r"(?<=\. )(?=(?:(?:Also|Afterwards) [a-z]+ed|Also met|[A-Z][a-z]+ed|(?:Met|Held|Led|Gave|Paid|Took|Spoke)) )")


def framed(row: dict[str, str]) -> str:
    """Write a row as a short report."""
    surname = row["traveller"].split()[-1]
    remark = _VERB.sub("\0", row["remark"])
    first, *rest = remark.split("\0")
    later = "".join(f"{surname} {s[0].lower()}{s[1:]}" for s in rest)
    return f"{row['office']} {row['traveller']} {first[0].lower()}{first[1:]}{later}"


def wanted(row: dict[str, str]) -> list[dict[str, Any]]:
    """Give the counterparts of a row."""
    people = (p.split("|") for p in row["counterparts"].split(";") if p)
    return [{"name": name, "office": office, "country": country or None} for name, office, country in people]


def people(record: Record) -> list[dict[str, Any]]:
    """Give the persons, Americans aside, who take part in the engagements of a record."""
    ids = dict.fromkeys(p.actor for e in record.engagements for p in e.participants)
    actors = [a for i in ids if (a := record.actor(i)).kind == "person" and a.country != "US"]
    return [{"name": a.name, "country": a.country, "offices": [o.title for o in a.offices]} for a in actors]


def _same_office(said: str, found: list[str]) -> bool:
    words = set(re.findall(r"\w+", said.lower())) - {"of", "the", "and", "for"}
    return any(words <= (other := set(re.findall(r"\w+", o.lower()))) or (other and other <= words) for o in found)


def _plain(party: dict[str, Any]) -> dict[str, Any]:
    return party | {"name": party["name"].translate(_LETTERS)}


def compare(labels: list[dict[str, Any]], found: list[dict[str, Any]]) -> Counter[str]:
    """Count matches of names, offices and countries."""
    counts = Counter(gold=len(labels), said=len(found))
    left = list(found)
    for label in labels:
        hit = next((p for p in left if scorer().same_party(_plain(label), _plain(p))), None)
        if hit is not None:
            left.remove(hit)
            counts["name"] += 1
            counts["office"] += _same_office(label["office"], hit["offices"])
            counts["country"] += label["country"] == hit["country"]
    return counts


def measure(errors: bool) -> dict[str, float]:
    """Read every remark in both frames and give the figures."""
    nlp = language.load()
    with (ROOT / "benchmarks" / "remarks.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    totals: dict[str, Counter[str]] = {"": Counter(), "bare: ": Counter()}
    gatherings = told = 0
    for row in rows:
        for frame, text in (("", framed(row)), ("bare: ", row["remark"])):
            record = pipeline.record_of(reading.read_text(text, published=row["date"], publisher=PUBLISHER), nlp)
            found = people(record)
            counts = compare(wanted(row), found)
            totals[frame] += counts
            if frame:
                continue
            if not row["counterparts"]:
                gatherings += 1
                told += bool(record.engagements)
            if errors and not counts["gold"] == counts["said"] == counts["name"] == counts["office"]:
                print(f"{row['id']}: {text}\n  expected {row['counterparts']}\n  found    {found}")
    figures = {}
    for frame, n in totals.items():
        people_of = max(n["gold"] + n["said"], 1)
        figures[f"{frame}participants F1"] = round(2 * n["name"] / people_of, 4)
        figures[f"{frame}participants with office F1"] = round(2 * n["office"] / people_of, 4)
    n = totals[""]
    figures["precision"] = round(n["name"] / max(n["said"], 1), 4)
    figures["recall"] = round(n["name"] / max(n["gold"], 1), 4)
    figures["country, of those found"] = round(n["country"] / max(n["name"], 1), 4)
    figures["summits and conferences found"] = round(told / max(gatherings, 1), 4)
    return figures


def main() -> int:
    """Run the benchmark from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.remarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--errors", action="store_true", help="list the remarks whose counterparts were not given whole")
    args = parser.parse_args()
    if shared("gold") is None:
        print("skipped: ../shared/gold with the scorer is not here (set MEMCON_SHARED to its path)")
        return 0
    figures = measure(args.errors)
    print(json.dumps(figures) if args.json else "\n".join(f"{k:36} {v:g}" for k, v in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
