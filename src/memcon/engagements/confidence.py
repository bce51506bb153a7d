"""How sure an engagement is: a logistic score of what is known to go right and wrong."""

import math

from memcon.engagements import scope
from memcon.engagements.joining import Entry
from memcon.engagements.scene import Scene


def of(scene: Scene, entry: Entry, main: bool) -> float:
    """Give the confidence of an engagement between 0 and 1, rounded to two places."""
    persons = sum(scene.actors[p.actor].kind == "person" for p in entry.parties)
    score = 0.4
    score += 0.8 * main
    score += 0.5 * (persons >= 2)
    score += 0.4 * any(t.date for t in entry.tellings)
    score += 0.3 * (len(entry.tellings) > 1)
    score -= 0.9 * all(t.weak for t in entry.tellings)
    score -= 0.7 * (persons == 0)
    score -= 0.6 * any(not p.sure for p in entry.parties)
    score -= 0.5 * (len(scope.sides(scene, entry.parties)) > 4)
    return round(1 / (1 + math.exp(-score)), 2)
