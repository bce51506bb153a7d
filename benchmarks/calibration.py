"""Is a confidence of 0.8 right four times in five? `python -m benchmarks.calibration [--json] [--fit] [--readouts N]`.

Over the gold records: the expected calibration error (ten bins) of the engagements' confidence, where correct means matched
and right by the gold guide's scorer, and the Brier score and AUC. `--fit` also prints logistic weights for the features
that `memcon.engagements.confidence.features` gives (or, where it gives none, for those of the finished record), with the calibration error when each document is judged by weights that
did not see it; `--readouts N` adds the main engagements of N labelled readouts to the rows that weights are learnt from.
"""

import argparse
import json
import sys
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from benchmarks import logistic, readouts
from benchmarks.scorer import scorer
from benchmarks.shared import shared
from benchmarks.titles import label
from memcon import language, pipeline, reading
from memcon.engagements import confidence, lexicon
from memcon.exchange.gold import to_gold
from memcon.record import Engagement, Record


class Marked(float):
    """A confidence that remembers the features it was made of."""

    features: dict[str, float]


@dataclass(frozen=True)
class Row:
    """One engagement said: how sure, whether right, of which document, its features."""

    confidence: float
    right: bool
    document: str
    features: dict[str, float] = field(default_factory=dict)
    gold: bool = True


def plain_features(record: Record, engagement: Engagement) -> dict[str, float]:
    """Give features that the finished record shows, for comparison with those of the room."""
    actors = [record.actor(p.actor) for p in engagement.participants]
    title = record.report.title
    first = min(s.start for s in engagement.evidence) if engagement.evidence else engagement.trigger.start
    return {
        "main": float(engagement.main),
        "two persons": float(sum(a.kind == "person" for a in actors) >= 2),
        "no person": float(all(a.kind != "person" for a in actors)),
        "many parties": float(len(actors) > 3),
        "a country unknown": float(any(a.country is None for a in actors)),
        "group or unnamed": float(any(a.kind in ("group", "unnamed") for a in actors)),
        "dated": float(engagement.date is not None),
        "day": float(engagement.date is not None and len(engagement.date) == 10),
        "placed": float(engagement.place is not None),
        "reported": float(bool(engagement.reported_by)),
        "held": float(engagement.status == "held"),
        "ahead": float(engagement.status in ("planned", "proposed")),
        "open form": float(engagement.kind == "contact"),
        "visit": float(engagement.kind == "visit"),
        "summit": float(engagement.kind == "summit"),
        "call": float(engagement.kind in ("call", "video_call")),
        "told twice": float(len(engagement.evidence) > 1),
        "in the title": float(title is not None and any(title.meets(s) for s in engagement.evidence)),
        "late in the text": first / max(len(record.report.text), 1),
        "many engagements": float(len(record.engagements) > 4),
    }


def _features(record: Record, engagement: Engagement) -> dict[str, float]:
    found: dict[str, float] | None = getattr(engagement.confidence, "features", None)
    return plain_features(record, engagement) if found is None else found


def _remember_features() -> bool:
    """Let confidences carry their features, where the room gives them; tells whether it does."""
    features = getattr(confidence, "features", None)
    if features is None:
        return False
    plain = confidence.of

    def of(scene: Any, entry: Any, main: bool) -> float:
        marked = Marked(plain(scene, entry, main))
        marked.features = dict(features(scene, entry, main))
        return marked

    confidence.of = of
    return True


def gold_rows(nlp: Any) -> list[Row]:
    """Give a row for each engagement said of the documents with gold."""
    gold, corpus = shared("gold", "records"), shared("corpus")
    assert gold is not None and corpus is not None
    rows = []
    for path in sorted(gold.glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))["engagements"]
        record = pipeline.record_of(reading.read_path(corpus / path.name), nlp)
        said = to_gold(record)["engagements"]
        pairs = scorer().pair_up(truth, said, scorer().engagement_likeness)
        good = [s for g, s in pairs if scorer().right(g, s)]
        for engagement, written in zip(record.engagements, said, strict=True):
            rows.append(Row(engagement.confidence, any(written is s for s in good), path.stem, _features(record, engagement)))
    return rows


def readout_rows(nlp: Any, number: int) -> list[Row]:
    """Give a row for each main engagement of some labelled readouts, evenly spread."""
    labelled = [(d, n) for d in readouts.documents() if (n := label(d["title"])) is not None]
    rows = []
    for document, named in labelled[:: max(len(labelled) // max(number, 1), 1)][:number]:
        report = reading.read_text(document["text"], published=document["published"], publisher="White House")
        record = pipeline.record_of(report, nlp)
        for engagement, written in zip(record.engagements, to_gold(record)["engagements"], strict=True):
            if engagement.main:
                right = not readouts.faults(named, document, written)
                rows.append(Row(engagement.confidence, right, document["id"], _features(record, engagement), gold=False))
    return rows


def figures(chance: logistic.Floats, y: logistic.Floats) -> dict[str, float]:
    """Give calibration error, Brier score and the area under the ROC curve."""
    error, _ = logistic.calibration_error(chance, y)
    good, bad = chance[y == 1], chance[y == 0]
    wins = (good[:, None] > bad[None, :]).mean() + 0.5 * (good[:, None] == bad[None, :]).mean() if len(good) and len(bad) else 1.0
    return {"calibration error": round(error, 4), "Brier score": round(float(((chance - y) ** 2).mean()), 4), "AUC": round(float(wins), 4)}


def table(chance: logistic.Floats, y: logistic.Floats) -> str:
    """Lay out the reliability of each bin."""
    _, rows = logistic.calibration_error(chance, y)
    lines = [f"{low:.1f}-{high:.1f}  {n:4d}  said {said:.2f}  right {right:.2f}" for low, high, n, said, right in rows]
    return "\n".join(lines)


def learn(rows: list[Row]) -> str:
    """Give the weights of the features, and how well calibrated they are on documents that they did not see."""
    names = sorted({name for r in rows for name in r.features})
    x = np.array([[1.0, *(r.features.get(n, 0.0) for n in names)] for r in rows])
    y = np.array([float(r.right) for r in rows])
    gold = np.array([r.gold for r in rows])
    weight = np.where(gold, 1.0, 0.25)
    lines = []
    best = min((0.3, 1.0, 3.0, 10.0), key=lambda ridge: _brier(x, y, weight, rows, gold, ridge))
    chance = logistic.without_own_group(x, y, weight, [r.document for r in rows], best)
    lines.append(f"ridge {best}; on the gold, each document by weights that did not see it: {figures(chance[gold], y[gold])}")
    steps = np.array(lexicon.table("confidence")["steps"])
    stepped = steps[np.abs(chance[:, None] - steps[None, :]).argmin(axis=1)]
    lines.append(f"the same in the room's steps: {figures(stepped[gold], y[gold])}")
    lines.append(table(stepped[gold], y[gold]))
    beta = logistic.fit(x, y, weight, best)
    lines += [f"{name:32} {value:+.3f}   ({x[:, i].mean():.2f} of the rows on average)" for i, (name, value) in enumerate(zip(["(bias)", *names], beta, strict=True))]
    return "\n".join(lines)


def _brier(x: Any, y: Any, weight: Any, rows: list[Row], gold: Any, ridge: float) -> float:
    chance = logistic.without_own_group(x, y, weight, [r.document for r in rows], ridge)
    return float(((chance - y)[gold] ** 2).mean())


def main() -> int:
    """Run the benchmark from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.calibration", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--fit", action="store_true", help="print logistic weights for the room's features")
    parser.add_argument("--readouts", type=int, default=0, metavar="N", help="learn from N labelled readouts too")
    parser.add_argument("--plain", action="store_true", help="fit features of the finished record in place of the room's own")
    args = parser.parse_args()
    if shared("gold", "records") is None or shared("corpus") is None:
        print("skipped: ../shared with the gold records is not here (set MEMCON_SHARED to its path)")
        return 0
    has_features = not args.plain and _remember_features()
    nlp = language.load()
    rows = gold_rows(nlp)
    if not rows:
        print("no engagements were found, so there is nothing to calibrate")
        return 0
    chance, y = np.array([r.confidence for r in rows]), np.array([float(r.right) for r in rows])
    measured = figures(chance, y) | {"engagements said": len(rows), "share right": round(float(y.mean()), 4)}
    if args.json:
        print(json.dumps(measured))
        return 0
    print(*(f"{k:24} {v:g}" for k, v in measured.items()), table(chance, y), sep="\n")
    if args.fit:
        print(f"features: {'those of the room' if has_features else 'those that the record shows'}")
        print(learn(rows + (readout_rows(nlp, args.readouts) if args.readouts else [])))
    return 0


if __name__ == "__main__":
    sys.exit(main())
