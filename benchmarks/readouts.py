"""Readouts of the White House as a check at scale: `python -m benchmarks.readouts [--json] [--errors] [--all] [--every K] [--limit N]`.

The title of a readout names kind, parties and countries; the publication date, or the opening, the day. With the title
hidden, the record of the body has to give them again. Labels are made by rule from titles alone (`benchmarks/titles.py`),
only of documents that are not in the corpus. Readouts of domestic meetings, told by their titles, must give no engagement.
"""

import argparse
import json
import lzma
import sys
from collections.abc import Iterator
from typing import Any

from benchmarks import days_told
from benchmarks.scorer import scorer
from benchmarks.shared import shared
from benchmarks.titles import Label, Party, domestic, label
from memcon import language, pipeline, reading
from memcon.exchange.gold import to_gold

Document = dict[str, Any]
EVERY = 3
FAULTS = ("none found", "no main", "party missing", "country wrong", "family wrong", "status wrong", "date wrong")


def documents() -> Iterator[Document]:
    """Give the readouts that are not in the corpus, in the order of the file."""
    path = shared("text", "white-house.jsonl.xz")
    assert path is not None
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            if document["corpus_id"] is None and "readout" in document["title"].lower():
                yield document


def read(document: Document, nlp: Any, floor: float = 0.0) -> list[dict[str, Any]]:
    """Read the body of a document with its title hidden; gives its engagements in the guide's form."""
    report = reading.read_text(document["text"], published=document["published"], publisher="White House")
    found: list[dict[str, Any]] = to_gold(pipeline.record_of(report, nlp), floor)["engagements"]
    return found


def _kind(named: Label, body: str) -> str:
    """A "meeting" whose opening tells of a video link is a video call."""
    virtual = any(w in days_told.opening(body).lower() for w in ("virtual", "video", "teleconference"))
    return "video_call" if virtual and named.kind == "meeting" else named.kind


def _has(party: Party, engagement: dict[str, Any]) -> tuple[bool, bool]:
    """Tell whether a party is among the participants, and whether with the right country."""
    wanted = {"name": party.name, "country": party.country}
    same = [p for p in engagement["participants"] if scorer().same_party(wanted, p)]
    return bool(same), any(p["country"] == party.country for p in same)


def faults(named: Label, document: Document, engagement: dict[str, Any]) -> list[str]:
    """Give what is wrong with an engagement that ought to be the one of the title."""
    found = []
    parties = [_has(p, engagement) for p in (*named.own, *named.others)]
    if not all(there for there, _ in parties):
        found.append("party missing")
    elif not all(country for _, country in parties):
        found.append("country wrong")
    if not scorer().same_family({"kind": _kind(named, document["text"])}, engagement):
        found.append("family wrong")
    if engagement["status"] != "held":
        found.append("status wrong")
    if not days_told.fits(engagement["date"], days_told.days(document["text"], document["published"])):
        found.append("date wrong")
    return found


def judge(named: Label, document: Document, engagements: list[dict[str, Any]]) -> tuple[list[str], int]:
    """Give the faults of the main engagement that fits best, and how many main ones there are beside it."""
    mains = [e for e in engagements if e["main"]]
    if not mains:
        return (["no main"] if engagements else ["none found"]), 0
    best = min((faults(named, document, e) for e in mains), key=len)
    return best, len(mains) - 1


def _brief(engagements: list[dict[str, Any]]) -> str:
    return " || ".join(scorer().brief(e) for e in engagements[:4]) or "nothing"


def _failure(named: Label, document: Document, engagements: list[dict[str, Any]]) -> str:
    wanted = "; ".join(f"{p.name} ({p.country})" for p in (*named.own, *named.others))
    days = "|".join(sorted(days_told.days(document["text"], document["published"])))
    return f"{document['id']}\n    expected {_kind(named, document['text'])} {days} [{wanted}]\n    found    {_brief(engagements)}"


def measure(every: int, limit: int | None, errors: bool) -> dict[str, float]:
    """Read every `every`-th labelled and every `every`-th domestic readout and give the figures.

    With `errors` the failures are printed by kind; a document with two faults stands under both.
    """
    nlp = language.load()
    labelled = [(d, n) for d in documents() if (n := label(d["title"])) is not None][::every][:limit]
    among_americans = [d for d in documents() if domestic(d["title"])][::every][:limit]
    failures: dict[str, list[str]] = {f: [] for f in (*FAULTS, "extra main", "domestic, but found")}
    right = clean = 0
    for document, named in labelled:
        engagements = read(document, nlp)
        wrong, extra = judge(named, document, engagements)
        right += not wrong
        clean += not wrong and not extra
        for fault in (*wrong, *(["extra main"] if extra else [])):
            failures[fault].append(_failure(named, document, engagements))
    quiet = 0
    for document in among_americans:
        engagements = read(document, nlp)
        quiet += not engagements
        if engagements:
            failures["domestic, but found"].append(f"{document['id']}\n    found    {_brief(engagements)}")
    for fault, texts in failures.items():
        if errors and texts:
            print(f"{fault}: {len(texts)}", *(f"  {t}" for t in texts), sep="\n")
    of = max(len(labelled), 1)
    return {
        "right": round(right / of, 4),
        "right and no other main": round(clean / of, 4),
        **{f"fault: {f}": round(len(failures[f]) / of, 4) for f in (*FAULTS, "extra main")},
        "domestic without engagement": round(quiet / max(len(among_americans), 1), 4),
        "documents": len(labelled),
        "domestic documents": len(among_americans),
    }


def main() -> int:
    """Run the benchmark from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.readouts", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--errors", action="store_true", help="list the failures with what was expected and found")
    parser.add_argument("--all", action="store_true", help="read all labelled documents, not every third")
    parser.add_argument("--every", type=int, default=EVERY, help="read every K-th document (default %(default)s)")
    parser.add_argument("--limit", type=int, help="read at most N documents of each sort")
    args = parser.parse_args()
    if shared("text", "white-house.jsonl.xz") is None or shared("gold") is None:
        print("skipped: ../shared/text/white-house.jsonl.xz or ../shared/gold is not here (set MEMCON_SHARED to its path)")
        return 0
    figures = measure(1 if args.all else args.every, args.limit, args.errors)
    print(json.dumps(figures) if args.json else "\n".join(f"{k:32} {v:g}" for k, v in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
