"""Points of which one denies what the other says ("did not raise concerns", "called the report false")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np

from memcon.compare.comparison import Link, Point
from memcon.compare.terms import Terms, Words, _data, rarity
from memcon.record import Record

_SHARE = 0.5
"""Share of the weight of either point that both must have."""
_WEIGHT = 8.0
"""Weight that both must have: two rare words, or a concept and a word."""
_VERB = 0.6
"""Cosine from which two verbs count as one ("raise concerns", "voiced concerns")."""
_LOOKED, _EACH = 12, 2
"""Points of other accounts that are looked at for a denial, the likeliest first, and how many may stand against it."""


@dataclass(frozen=True, slots=True)
class Denial:
    """Words that deny: `verb` is what was not done ("did not [raise]"), None where a claim as such is denied; `back` that it points back."""

    start: int
    end: int
    verb: str | None
    back: bool


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = _data("denials.toml")
    strong, verbs, back = (re.compile("|".join(table[name]), re.I) for name in ("strong", "verbs", "back"))
    return strong, verbs, back


def denials(text: str, start: int, end: int) -> list[Denial]:
    """Give the words of `text[start:end]` that deny a claim, or that something was said or done."""
    strong, verbs, back = _patterns()
    points_back = back.search(text, start, end) is not None
    found = [Denial(*m.span(), None, points_back) for m in strong.finditer(text, start, end)]
    return found + [Denial(*m.span(), next(g for g in m.groups() if g), False) for m in verbs.finditer(text, start, end)]


def find(records: Sequence[Record], points: Sequence[Point], terms: Sequence[Terms], words: Words) -> list[Link]:
    """Give the pairs of points of different accounts of which one denies what the other says, the surest first.

    A denial that points back ("denied doing so") is held against the others with the words of the point before it.
    """
    denied = [denials(records[p.account].report.text, p.span.start, p.span.end) for p in points]
    if not any(denied):
        return []
    share, weight = _common(terms)
    account = np.array([p.account for p in points])
    claims = np.array([not d for d in denied])
    found: dict[tuple[str, str], Link] = {}
    for n, point in enumerate(points):
        if not denied[n]:
            continue
        before = n - 1 if n and points[n - 1].account == point.account and any(d.back for d in denied[n]) else n
        fits = np.maximum(np.where(weight[n] >= _WEIGHT, share[n], 0), np.where(weight[before] >= _WEIGHT, share[before], 0))
        fits = np.where(claims & (account != point.account), fits, 0)
        verbs = [d.verb for d in denied[n] if d.verb] if all(d.verb for d in denied[n]) else []
        likely = [int(m) for m in np.argsort(-fits, kind="stable")[:_LOOKED] if fits[m] >= _SHARE]
        for m in [m for m in likely if not verbs or _does(verbs, points[m], words)][:_EACH]:
            source = n if share[n, m] * (weight[n, m] >= _WEIGHT) >= fits[m] else before
            shared = [t for t in terms[source].counts if t in terms[m].counts]
            if any(t.kind != "name" for t in shared):
                a, b = sorted((n, m))
                keys = tuple(sorted(t.key for t in shared))
                found[points[a].id, points[b].id] = Link(points[a].id, points[b].id, round(min(float(fits[m]), 0.95), 3), "contradicts", keys)
    return sorted(found.values(), key=lambda k: (-k.confidence, k.a, k.b))


def _common(terms: Sequence[Terms]) -> tuple[Any, Any]:
    """Give for all pairs of points the greater share of the weight of either that both have, and that weight."""
    vocabulary = {t: n for n, t in enumerate(sorted({t for found in terms for t in found.counts}, key=lambda t: (t.kind, t.key)))}
    holds = np.zeros((len(terms), len(vocabulary)))
    for n, found in enumerate(terms):
        for term in found.counts:
            holds[n, vocabulary[term]] = 1.0
    weighed = holds * np.array([rarity(t) for t in vocabulary])
    mass = weighed.sum(axis=1)
    weight = weighed @ holds.T
    least = np.minimum(mass[:, None], mass[None, :])
    return np.where(least > 0, weight / np.where(least > 0, least, 1), 0), weight


def _does(verbs: Sequence[str], other: Point, words: Words) -> bool:
    """Tell whether the other point says that one of these things was done."""
    there = {words.lemma(w) for w in re.findall(r"[^\W\d_]+", other.span.quote)}
    for verb in verbs:
        lemma = words.lemma(verb.split()[0])
        if lemma in there:
            return True
        mine = words.vector(lemma)
        if any(_cosine(mine, words.vector(w)) >= _VERB for w in sorted(there)):
            return True
    return False


def _cosine(a: Any, b: Any) -> float:
    norm = float(np.linalg.norm(a) * np.linalg.norm(b))
    return float(a @ b) / norm if norm else 0.0


def marked(links: Sequence[Link], denied: Sequence[Link]) -> list[Link]:
    """Mark the links whose points contradict each other."""
    contrary = {(k.a, k.b) for k in denied}
    return [replace(k, relation="contradicts") if (k.a, k.b) in contrary else k for k in links]
