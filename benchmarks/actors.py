"""Measures the cast against the gold records: are those who take part and speak among the actors found?

`python -m benchmarks.actors [--json] [--errors] [--by-source]` reads every document that has a gold record. Recall is the share
of the gold's participants and speakers whose name (as the guide's scorer compares names) is that of an actor found, and the
share of the found participants with the right country. A gold name that stands nowhere in the document's words ("mayors"
told of as "they") counts all the same. As there is no gold of whole casts, precision is
shown by proxies: the share of persons that are the same party to the scorer as another person of the document (one actor
cut in two) and the share of persons without a country (some are no officials; many would tell of names that are none).
"""

import argparse
import importlib.util
import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.shared import shared
from memcon import actors, language, reading
from memcon.record import Actor


@dataclass
class Tally:
    """Counts over documents."""

    n: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Give the shares."""

        def share(part: str, whole: str) -> float:
            return round(self.n[part] / self.n[whole], 4) if self.n[whole] else 1.0

        return {
            "participants found": share("participant.found", "participant.gold"),
            "  country right": share("participant.country", "participant.found"),
            "speakers found": share("speaker.found", "speaker.gold"),
            "persons split": share("person.split", "person.said"),
            "persons without country": share("person.stateless", "person.said"),
            "documents": float(self.n["documents"]),
        }


def scorer() -> ModuleType:
    """Load the guide's scorer."""
    path = shared("gold", "score.py")
    assert path is not None
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def wanted(gold: dict[str, Any]) -> tuple[list[dict[str, Any]], list[str]]:
    """Give the participants (each once) and the speakers and addressees of a gold record."""
    people = {p["name"]: p for e in gold["engagements"] for p in e["participants"]}
    said = {n.strip(): None for s in gold["statements"] or [] for n in (s["speaker"] or "").split(";") if n.strip()}
    return list(people.values()), list(said)


def add(tally: Tally, gold: dict[str, Any], cast: actors.Cast, score: ModuleType) -> None:
    """Add a document."""
    n = tally.n
    n["documents"] += 1
    said = [{"name": a.name, "country": a.country} for a in cast.actors]
    people, speakers = wanted(gold)
    for party in people:
        hits = [s for s in said if score.same_party(party, s)]
        n["participant.gold"] += 1
        n["participant.found"] += bool(hits)
        right = any(h["country"] == party.get("country") for h in hits)
        n["participant.country"] += right
        if not hits or not right:
            tally.missed.append(f"{gold['id'][:60]}: {'country of' if hits else 'no'} {party} {hits[:2] if hits else ''}")
    for name in speakers:
        hit = any(score.same_party({"name": name}, {"name": a.name}) for a in cast.actors)
        n["speaker.gold"] += 1
        n["speaker.found"] += hit
        if not hit:
            tally.missed.append(f"{gold['id'][:60]}: no speaker {name}")
    _proxies(tally, cast, score)


def _proxies(tally: Tally, cast: actors.Cast, score: ModuleType) -> None:
    """Count persons that look split or have no country."""
    persons = [a for a in cast.actors if a.kind == "person"]
    tally.n["person.said"] += len(persons)
    tally.n["person.stateless"] += sum(1 for a in persons if a.country is None and not _international(a))
    for i, a in enumerate(persons):
        split = any(score.same_party({"name": a.name, "country": a.country}, {"name": b.name, "country": b.country}) for b in persons[:i])
        tally.n["person.split"] += split


def _international(actor: Actor) -> bool:
    return any(word in o.title for o in actor.offices for word in ("United Nations", "NATO", "UN", "IAEA"))


def measure() -> tuple[Tally, dict[str, Tally]] | None:
    """Read all gold documents; None where the gold is absent."""
    records, corpus = shared("gold", "records"), shared("corpus")
    if records is None or corpus is None:
        return None
    total, sources, score, nlp = Tally(), dict[str, Tally](), scorer(), language.load()
    for path in sorted(records.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        cast = cast_of(corpus / path.name, nlp)
        source = json.loads((corpus / path.name).read_text(encoding="utf-8"))["source"]
        add(total, gold, cast, score)
        add(sources.setdefault(source, Tally()), gold, cast, score)
    return total, sources


def cast_of(path: Path, nlp: Any) -> actors.Cast:
    """Read a document and find its cast."""
    report = reading.read_path(path, any_language=True)
    doc = language.analyse(report.text, [(b.span.start, b.span.end) for b in report.blocks], nlp)
    return actors.find(doc, report)


def main() -> int:
    """Run the benchmark from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--errors", action="store_true", help="list who is missed or has another country")
    parser.add_argument("--by-source", action="store_true", help="also give the figures for each source")
    args = parser.parse_args()
    measured = measure()
    if measured is None:
        print("no gold records: the development data are absent", file=sys.stderr)
        return 0
    total, sources = measured
    if args.errors:
        print(*total.missed, sep="\n")
    if args.json:
        print(json.dumps(total.figures()))
        return 0
    for name, value in total.figures().items():
        print(f"{name:28} {value:.3f}")
    for source, tally in sorted(sources.items()) if args.by_source else ():
        shown = tally.figures()
        print(f"{source:28} participants {shown['participants found']:.3f}  country {shown['  country right']:.3f}  speakers {shown['speakers found']:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
