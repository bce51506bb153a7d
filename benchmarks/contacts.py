"""Contacts in re3d's official documents: `python -m benchmarks.contacts [--json] [--errors]`.

re3d (`../shared/names/re3d`) has gold relations of communication over press releases of foreign ministries and commands.
Taken are the pairs whose trigger says that they met, spoke, visited, talked or called, with a confidence of at least
a half, each pair of a document once, whichever way it points. A pair counts as found where one engagement of the record
has two participants of which one is mentioned in the first stretch and the other in the second.

`found` leaves out parties that make no engagement by the gold guide (students, companies, a minister's own troops);
`found, any party` counts them. Errors are listed for the training part only: the test part stays unread.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from benchmarks.shared import shared
from memcon import language, pipeline, reading
from memcon.record import Record

Stretch = tuple[int, int]
_TRIGGER = re.compile(r"\b(?:met|meets?|meeting|meetings|speaks?|spoke|spoken|speaking|visit|visits|visited|visiting|talks?|talked|talking|call|calls|called)\b", re.I)
_NO_PARTY = re.compile(r"\b(?:students?|business(?:es)?|companies|alumni|employees|service members|organisations|soldiers|reporters|journalists)\b", re.I)


def pairs(document: dict[str, Any]) -> Iterator[tuple[Stretch, Stretch]]:
    """Give the pairs of stretches of a document's text that are in contact, each once."""
    text, seen = document["text"], set()
    for relation in document["relations"]:
        if relation["type"] != "CommWith" or relation["confidence"] < 0.5:
            continue
        if not _TRIGGER.search(text[relation["start"] : relation["end"]]):
            continue
        a, b = sorted((tuple(relation["source"]), tuple(relation["target"])))
        if a != b and (a, b) not in seen:
            seen.add((a, b))
            yield a, b


def _moved(stretch: Stretch, document: dict[str, Any], record: Record) -> Stretch | None:
    """Give the stretch in the report's text, where reading may have mended white space."""
    quote = document["text"][slice(*stretch)]
    shift = record.report.text.find(document["text"])
    if shift >= 0:
        return stretch[0] + shift, stretch[1] + shift
    places = [m.start() for m in re.finditer(r"\s+".join(re.escape(w) for w in quote.split()), record.report.text)]
    start = min(places, key=lambda p: abs(p - stretch[0]), default=None)
    return None if start is None else (start, start + len(quote))


def _in(record: Record, stretch: Stretch) -> set[str]:
    """Give the actors that are mentioned in a stretch."""
    return {a for m in record.mentions if m.span.start < stretch[1] and stretch[0] < m.span.end for a in m.actors}


def found(record: Record, a: Stretch, b: Stretch) -> bool:
    """Tell whether an engagement brings two actors together of which one is mentioned in `a` and the other in `b`."""
    first, second = _in(record, a), _in(record, b)
    for engagement in record.engagements:
        parties = {p.actor for p in engagement.participants}
        parties_a, parties_b = parties & first, parties & second
        if parties_a and parties_b and len(parties_a | parties_b) > 1:
            return True
    return False


def measure(errors: bool) -> dict[str, float]:
    """Read the documents with contacts and give the shares found."""
    path = shared("names", "re3d", "re3d.jsonl")
    assert path is not None
    nlp = language.load()
    of: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        contacts = list(pairs(document))
        if document["source"] == "Wikipedia" or not contacts:
            continue
        record = pipeline.record_of(reading.read_text(document["text"], title=document["title"], publisher=document["source"], any_language=True), nlp)
        for a, b in contacts:
            moved = _moved(a, document, record), _moved(b, document, record)
            right = moved[0] is not None and moved[1] is not None and found(record, moved[0], moved[1])
            quotes = [document["text"][slice(*s)] for s in (a, b)]
            names = ["any party"] if any(map(_NO_PARTY.search, quotes)) else ["any party", "all", document["split"]]
            of.update(names)
            hit.update(names if right else [])
            if errors and not right and document["split"] == "train":
                print(f"missed{' (no party by the guide)' if len(names) == 1 else ''}: {document['id']} {document['source']}: {quotes[0]!r} - {quotes[1]!r}")
    return {
        "found": round(hit["all"] / max(of["all"], 1), 4),
        "found, train": round(hit["train"] / max(of["train"], 1), 4),
        "found, test": round(hit["test"] / max(of["test"], 1), 4),
        "found, any party": round(hit["any party"] / max(of["any party"], 1), 4),
        "pairs": of["all"],
        "pairs, any party": of["any party"],
    }


def main() -> int:
    """Run the benchmark from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.contacts", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--errors", action="store_true", help="list the pairs of the training part that were not found")
    args = parser.parse_args()
    if shared("names", "re3d", "re3d.jsonl") is None:
        print("skipped: ../shared/names/re3d is not here (set MEMCON_SHARED to its path)")
        return 0
    figures = measure(args.errors)
    print(json.dumps(figures) if args.json else "\n".join(f"{k:24} {v:g}" for k, v in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
