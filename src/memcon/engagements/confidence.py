"""How sure an engagement is: a logistic score of what is known to go right and wrong, given in a few steps.

The weights stand in `data/confidence.toml`; `python -m benchmarks.calibration --fit --readouts 150` makes them from the
development gold and the labelled readouts. Finer steps than these would claim more than some hundred judged records can tell.
"""

import math

from memcon.engagements.joining import Entry
from memcon.engagements.lexicon import table
from memcon.engagements.scene import Scene


def of(scene: Scene, entry: Entry, main: bool) -> float:
    """Give the confidence of an engagement: one of the steps of the table, between 0 and 1.

    `entry.settled` has to hold the date that the record gets, also where that is the day of publication.
    """
    weights = table("confidence")["weights"]
    score = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features(scene, entry, main).items())
    chance = 1 / (1 + math.exp(-score))
    steps: list[float] = table("confidence")["steps"]
    return min(steps, key=lambda step: (abs(step - chance), step))


def features(scene: Scene, entry: Entry, main: bool) -> dict[str, float]:
    """Give the features of an engagement by name, 1.0 where one holds and 0.0 where not."""
    actors = [scene.actors[p.actor] for p in entry.parties]
    date = entry.date
    found = {
        "main": main,
        "day": date is not None and len(date) == 10,
        "vague date": date is not None and len(date) != 10,
        "two persons": sum(a.kind == "person" for a in actors) >= 2,
        "no person": not any(a.kind == "person" for a in actors),
        "country unknown": any(a.country is None for a in actors),
        "unsure party": any(not p.sure for p in entry.parties),
        "told twice": len(entry.tellings) > 1,
        "in the title": any(t.where == "title" for t in entry.tellings),
        "weak words only": all(t.weak for t in entry.tellings),
        "by a noun": all(t.trigger.noun for t in entry.tellings),
        "said": all(t.reported_by for t in entry.tellings),
        "held": entry.status == "held",
    }
    return {name: float(value) for name, value in found.items()}
