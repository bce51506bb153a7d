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
_EACH = 2
"""Points of another account that a denial is held against, the likeliest first."""


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
    found: dict[tuple[str, str], Link] = {}
    for n, point in enumerate(points):
        if not denied[n]:
            continue
        before = n - 1 if n and points[n - 1].account == point.account and any(d.back for d in denied[n]) else None
        verbs = [d.verb for d in denied[n] if d.verb] if all(d.verb for d in denied[n]) else []
        scored = []
        for m, other in enumerate(points):
            if other.account != point.account and not denied[m] and (not verbs or _does(verbs, other, words)):
                share, shared = max(_common(terms[s], terms[m]) for s in (n, before) if s is not None)
                kept = [t for t in terms[m].counts if t.key in shared]
                if share >= _SHARE and sum(map(rarity, kept)) >= _WEIGHT and any(t.kind != "name" for t in kept):
                    scored.append((share, m, shared))
        for share, m, shared in sorted(scored, key=lambda s: (-s[0], s[1]))[:_EACH]:
            a, b = sorted((n, m))
            found[points[a].id, points[b].id] = Link(points[a].id, points[b].id, round(min(share, 0.95), 3), "contradicts", shared)
    return sorted(found.values(), key=lambda k: (-k.confidence, k.a, k.b))


def _common(mine: Terms, theirs: Terms) -> tuple[float, tuple[str, ...]]:
    """Give the greater share of the weight of either that both have, and the terms that both have."""
    shared = [t for t in mine.counts if t in theirs.counts]
    weight = sum(rarity(t) for t in shared)
    least = min(sum(rarity(t) for t in side.counts) for side in (mine, theirs))
    return (weight / least if least else 0.0), tuple(sorted(t.key for t in shared))


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
