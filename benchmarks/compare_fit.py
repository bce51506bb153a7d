"""Fits the weights of the alignment on the pairs for tuning: `python -m benchmarks.compare --fit`.

Each pair is judged by weights that have seen neither it nor another pair of the same document.
"""

from typing import Any

import numpy as np

from benchmarks import logistic
from benchmarks.compare import examples, f1, labels, score, stretches
from memcon.compare.aligning import confidence, pairs, with_contacts
from memcon.compare.likeness import FEATURES

KEPT, SECOND = 0.4, 0.4
"""The chances from which a pair is kept, and one that the assignment left out: chosen on pairs left out in turn: of floors whose
F1 is alike the one with the higher precision, since a wrong link costs a reader more than a missing one."""
PRIOR = {
    "one": -4.5, "cover of the longer": 2.5, "cover of the shorter": 1.5, "cosine": 1.0, "shared weight": 0.9, "lead over others": 2.0,
    "numbers same": 2.0, "numbers differ": -0.5, "acts alike": 0.4, "kinds alike": 0.3, "place": -1.0, "themes": 1.2, "same speaker": 0.2,
    "others spoken of": -3.0, "wording": 1.0, "rarest": 0.5, "neighbours": 0.5, "best of both": 0.5,
}  # fmt: skip
"""Weights from judgement, to which the fit is drawn."""
_CONTACT = 0.95
Floats = logistic.Floats


def towards(x: Floats, y: Floats, prior: Floats, ridge: float) -> Floats:
    """Give logistic weights that are drawn to `prior` instead of to nothing, by Newton's method: a hundred right pairs are few."""
    beta = prior.copy()
    for _ in range(50):
        chance = logistic.predict(x, beta)
        gradient = x.T @ (y - chance) - ridge * (beta - prior)
        step = np.linalg.solve((x * (chance * (1 - chance))[:, None]).T @ x + ridge * np.eye(len(beta)), gradient)
        beta = beta + step
        if np.max(np.abs(step)) < 1e-8:
            break
    return np.asarray(beta, dtype=np.float64)


def fit(nlp: Any, ridge: float) -> None:
    """Print the weights of the features for `data/alignment.toml`, and what they give on a pair that they have not seen."""
    tuning = {label["name"]: label for label in labels("tuning")}
    seen = [(name, like, left, right, like.features(left, right), truth, counts) for name, like, left, right, truth, counts in examples(nlp)]
    rows = np.concatenate([features[counts] for *_, features, _, counts in seen])
    right_ = np.concatenate([truth[counts].astype(float) for *_, truth, counts in seen])
    documents = np.concatenate([np.full(int(counts.sum()), tuning[name]["a"]) for name, *_, counts in seen])
    prior = np.array([PRIOR[n] for n in FEATURES])
    print("[weights]", *(f'"{n}" = {w:.3f}' for n, w in zip(FEATURES, towards(rows, right_, prior, ridge), strict=True)), sep="\n")
    print(f"{int(right_.sum())} right pairs of {len(right_)}")
    sure: list[tuple[float, float]] = []
    floors = [(a, b) for a in (0.2, KEPT, 0.3, 0.35, 0.4, 0.5) for b in (0.2, SECOND, 0.25, 0.3, 0.4)]
    sums = {floor: np.zeros(3, dtype=int) for floor in floors}
    for name, like, left, right, features, truth, counts in seen:
        others = documents != tuning[name]["a"]
        mine, theirs = ([like.points[n] for n in side] for side in (left, right))
        chance = with_contacts(confidence(features, list(towards(rows[others], right_[others], prior, ridge))), mine, theirs)
        for floor in floors:
            chosen = pairs(chance, *floor)
            found = [((mine[r].span.start, mine[r].span.end), (theirs[c].span.start, theirs[c].span.end)) for r, c in chosen]
            sums[floor] += score(found, stretches(tuning[name], "pairs"), stretches(tuning[name], "also"))
            if floor == (KEPT, SECOND):
                sure += [(float(chance[r, c]), float(truth[r, c])) for r, c in chosen if counts[r, c] and chance[r, c] != _CONTACT]
    odds = np.array([[1.0, np.log(p / (1 - p))] for p, _ in sure])
    line = towards(odds, np.array([t for _, t in sure]), np.array([0.5, 1.0]), 1.0)
    print(f"certainty = [{line[1]:.3f}, {line[0]:.3f}]")
    for floor in floors:
        print(f"floor {floor[0]}, second {floor[1]}: left out in turn", {k: round(v, 3) for k, v in f1(*(int(n) for n in sums[floor])).items()})
