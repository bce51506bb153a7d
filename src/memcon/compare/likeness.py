"""How alike two points are: shared concepts, names, numbers and lemmas, and near words by the model's vectors."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memcon.compare.comparison import Point
from memcon.compare.terms import Term, Terms, Words, kin, last_name, rarity, relatives, wordings

Floats = NDArray[np.float64]
FEATURES = ("one", "cover of the longer", "cover of the shorter", "cosine", "shared weight", "lead over others", "numbers same", "numbers differ", "acts alike", "kinds alike", "place", "themes", "same speaker", "others spoken of", "wording", "rarest", "neighbours", "best of both")
_NEAR, _DISCOUNT, _KIN = 0.55, 0.85, 0.45
"""Words nearer than this cosine count for each other, by what they exceed it, and never for as much as the same word; so do
two concepts of one theme."""
_RARE = 7.0
_BEHIND = -0.05
"""The most that counts against a pair for being behind another one: a long point may hold what two short ones say."""
_RELATED = (("family", 0.9), ("synonym", 0.5))


@dataclass(frozen=True)
class Likeness:
    """Features of all pairs of points of a comparison, by the index of the points."""

    points: Sequence[Point]
    cover: Floats
    cosine: Floats
    shared: Floats
    same_numbers: Floats
    other_numbers: Floats
    terms: Sequence[Terms]
    places: Floats
    themes: Floats
    acts: Floats
    kinds: Floats
    speakers: Floats
    outside: Floats
    wording: Floats
    rarest: Floats

    def features(self, left: Sequence[int], right: Sequence[int]) -> Floats:
        """Give the features of the pairs of two accounts' points, an array (left, right, len(FEATURES))."""
        grid = np.ix_(left, right)
        there, back = self.cover[grid], self.cover.T[grid]
        mean = np.sqrt(np.maximum(there, 0) * np.maximum(back, 0))
        apart = np.abs(self.places[np.asarray(left)][:, None] - self.places[np.asarray(right)][None, :])
        return np.stack(
            [
                np.ones_like(there), np.minimum(there, back), np.maximum(there, back), self.cosine[grid], np.log1p(self.shared[grid]),
                np.maximum(_lead(mean), _BEHIND), self.same_numbers[grid], self.other_numbers[grid], self.acts[grid], self.kinds[grid], apart,
                self.themes[grid], self.speakers[grid], np.abs(self.outside[left][:, None] - self.outside[right][None, :]),
                self.wording[grid], self.rarest[grid], _neighbours(mean), _best_of_both(mean),
            ],
            axis=-1,
        )  # fmt: skip


def _lead(score: Floats) -> Floats:
    """Give how far a pair is ahead of the best other pair of its row and of its column."""
    if min(score.shape) == 0:
        return score
    lead = np.empty_like(score)
    for axis in (0, 1):
        ordered = np.sort(score, axis=axis)
        first = np.take(ordered, [-1], axis=axis)
        second = np.take(ordered, [-2], axis=axis) if score.shape[axis] > 1 else np.zeros_like(first)
        gap = score - np.where(score >= first, second, first)
        lead = gap if axis == 0 else lead + gap
    return np.asarray(lead / 2, dtype=np.float64)


def _neighbours(score: Floats) -> Floats:
    """Give how alike the points before two points are, and those behind them: accounts often go on in the same order."""
    found = np.zeros_like(score)
    found[1:, 1:] += score[:-1, :-1]
    found[:-1, :-1] += score[1:, 1:]
    return found


def _best_of_both(score: Floats) -> Floats:
    """Tell which pairs are the likest ones of both their points."""
    if min(score.shape) == 0:
        return score
    best = (score > 0) & (score >= score.max(axis=0)) & (score >= score.max(axis=1, keepdims=True))
    return np.asarray(best, dtype=np.float64)


def _acts(points: Sequence[Point]) -> Floats:
    """Tell how near the acts are: 1 where both are of one strength, nothing where a point has none."""
    strength = np.array([p.tone.strength if p.tone else np.nan for p in points])
    return np.asarray(np.nan_to_num(1.0 - np.abs(strength[:, None] - strength[None, :]) / 3), dtype=np.float64)


def _kinds(points: Sequence[Point]) -> Floats:
    kinds = np.array([p.kind for p in points])
    return np.asarray(kinds[:, None] == kinds[None, :], dtype=np.float64)


def _speakers(points: Sequence[Point]) -> Floats:
    """Tell where the speakers of two points are one (1) and where they are others (-1); 0 where an account names none."""
    keys = [frozenset(last_name(s) for s in p.speakers) for p in points]
    names = sorted({n for k in keys for n in k})
    holds = np.array([[n in k for n in names] for k in keys], dtype=np.float64).reshape(len(points), len(names))
    speaks = np.asarray(holds.sum(axis=1) > 0)
    return np.where(speaks[:, None] & speaks[None, :], np.where(holds @ holds.T > 0, 1.0, -1.0), 0.0)


def likeness(points: Sequence[Point], terms: Sequence[Terms], words: Words, outside: Sequence[float]) -> Likeness:
    """Compare all points of all accounts with each other.

    A term that most points have ("Ukraine" in a call about Ukraine) says little: its weight falls with the share that has it.
    `outside` tells of each point how surely it is about something else than the engagement.
    """
    vocabulary = sorted({t for found in terms for t in found.counts}, key=lambda t: (t.kind, t.key))
    index = {term: n for n, term in enumerate(vocabulary)}
    spread = Counter(t for found in terms for t in found.counts)
    total = max(len(points), 1)
    weight = np.array([rarity(t) * (1 - spread[t] / total) ** 2 * (0.4 if spread[t] / total > 0.3 else 1) for t in vocabulary])
    holds = np.zeros((len(points), len(vocabulary)))
    for n, found in enumerate(terms):
        for term in found.counts:
            holds[n, index[term]] = 1.0
    near, vectors = _near(vocabulary, words)
    best = np.zeros_like(holds)
    for n in range(len(points)):
        own = np.flatnonzero(holds[n])
        if own.size:
            best[n] = near[:, own].max(axis=1)
    weighed = holds * weight
    shared = weighed @ best.T
    mass = weighed.sum(axis=1)
    mean = weighed @ vectors / np.where(mass > 0, mass, 1)[:, None]
    if len(points) > 2:
        mean -= mean.mean(axis=0)  # what all points have in common tells none apart
    norm = np.linalg.norm(mean, axis=1)
    mean /= np.where(norm > 0, norm, 1)[:, None]
    same, other = _numbers(terms)
    places = _places(points)
    return Likeness(points, shared / np.where(mass > 0, mass, 1)[:, None], mean @ mean.T, np.minimum(shared, shared.T), same, other, terms, places, _themes(points), _acts(points), _kinds(points), _speakers(points), np.array(outside, dtype=np.float64), _wording(terms), _rarest(holds, weight))


def _near(vocabulary: Sequence[Term], words: Words) -> tuple[Floats, Floats]:
    """Give how near each term is to each other (1 for itself), and the vectors of words (nothing for other terms)."""
    plain = [n for n, t in enumerate(vocabulary) if t.kind == "word"]
    width = words.vector("word").shape[0]
    vectors = np.zeros((len(vocabulary), width))
    for n in plain:
        vector = np.asarray(words.vector(vocabulary[n].key), dtype=np.float64)
        vectors[n] = vector / (np.linalg.norm(vector) or 1.0)
    _relate(vocabulary, near_words := np.zeros((len(vocabulary), len(vocabulary))))
    ideas = [n for n, t in enumerate(vocabulary) if t.kind == "concept"]
    for n in ideas:
        own = [np.asarray(words.vector(w), dtype=np.float64) for w in wordings(vocabulary[n].key)]
        mean = np.sum([v / (np.linalg.norm(v) or 1.0) for v in own], axis=0) if own else np.zeros(width)
        vectors[n] = mean / (np.linalg.norm(mean) or 1.0)
    near = np.clip((vectors @ vectors.T - _NEAR) / (1 - _NEAR), 0, 1) * _DISCOUNT
    near = np.maximum(near, near_words)
    themes = sorted({t for n in ideas for t in kin().get(vocabulary[n].key, ())})
    belongs = np.array([[t in kin().get(vocabulary[n].key, ()) for t in themes] for n in ideas], dtype=np.float64).reshape(len(ideas), len(themes))
    near[np.ix_(ideas, ideas)] = np.where(belongs @ belongs.T > 0, _KIN, 0.0)
    np.fill_diagonal(near, 1.0)
    return near, vectors


def _relate(vocabulary: Sequence[Term], near: Floats) -> None:
    """Set how near words of one family and synonyms are ("negotiate" and "negotiations", "deal" and "agreement")."""
    index = {t.key: n for n, t in enumerate(vocabulary) if t.kind == "word"}
    for relation, much in _RELATED:
        for word, others in relatives()[relation].items():
            if word in index:
                here = [index[o] for o in sorted(others) if o in index]
                near[index[word], here] = np.maximum(near[index[word], here], much)


def _wording(terms: Sequence[Terms]) -> Floats:
    """Give how much wording two points share, from the weight of terms that follow each other in both: the more, the less it adds."""
    where: dict[tuple[Term, Term], list[int]] = {}
    for n, found in enumerate(terms):
        for pair in found.beside:
            where.setdefault(pair, []).append(n)
    shared = np.zeros((len(terms), len(terms)))
    for pair in sorted(where, key=lambda p: (p[0].key, p[0].kind, p[1].key, p[1].kind)):
        here = where[pair]
        if 1 < len(here) <= max(4, len(terms) // 10):
            shared[np.ix_(here, here)] += (rarity(pair[0]) + rarity(pair[1])) / 10
    return np.log1p(shared)


def _rarest(holds: Floats, weight: Floats) -> Floats:
    """Give the weight of the rarest term that two points share, 1 for a concept that no other point has."""
    best = np.zeros((len(holds), len(holds)))
    for n in np.argsort(weight, kind="stable"):
        here = np.flatnonzero(holds[:, n])
        if len(here) > 1:
            best[np.ix_(here, here)] = weight[n] / _RARE
    return best


def _numbers(terms: Sequence[Terms]) -> tuple[Floats, Floats]:
    """Tell which points claim the same figure, and which claim figures of the same unit that differ."""
    same, other = np.zeros((len(terms), len(terms))), np.zeros((len(terms), len(terms)))
    having = [n for n, t in enumerate(terms) if t.numbers]
    for i in having:
        for j in having:
            a, b = terms[i].numbers, terms[j].numbers
            same[i, j] = bool(a & b)
            other[i, j] = not a & b and bool({u for _, u in a} & {u for _, u in b})
    return same, other


def _themes(points: Sequence[Point]) -> Floats:
    """Give how much two points share themes that few points have, from 0 to 1."""
    names = sorted({t for p in points for t in p.themes})
    holds = np.array([[t in p.themes for t in names] for p in points], dtype=np.float64).reshape(len(points), len(names))
    rare = (1 - holds.mean(axis=0)) ** 2 if len(points) else np.zeros(0)
    return np.minimum((holds * rare) @ holds.T, 1.0)


def _places(points: Sequence[Point]) -> Floats:
    """Give where each point stands in its account, from 0 to 1."""
    last = Counter(p.account for p in points)
    seen = Counter[int]()
    found = []
    for point in points:
        found.append(seen[point.account] / max(last[point.account] - 1, 1))
        seen[point.account] += 1
    return np.array(found)
