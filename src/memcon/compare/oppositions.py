"""Points that cannot both be so without one denying the other: "agreed to withdraw from the strip" against "will remain in the strip"."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from memcon.compare.comparison import Link, Point
from memcon.compare.phrases import Phrases
from memcon.compare.terms import Terms, _data, rarity
from memcon.record import Record

_SHARE = 0.3
"""Share of the weight of the lighter point that both must have, apart from the opposed words."""
_WEIGHT = 8.0
"""Weight that both must have besides names: a concept and a word, or two rare words. Israel and Gaza alone make no one matter."""
_SURE = 0.7
"""The most that such a contradiction is sure: a word may stand for another matter or time."""
_EACH = 2
_NOT = re.compile(
    r"(?:\bnot|n[’']t|\bnever|\bno|\bneither|\bnor|\bcannot|\bwithout|\b(?:refus|reject|declin|den)\w*\s+to|\brul(?:ed|es|ing)\s+out|\bstopp?\w*\s+short\s+of|\bfail\w*\s+to|\bopposed?\s+to)"
    r"\s+(?:(?:be|been|to|a|an|any|the|of|intention|plan|plans|have|has|had|yet|going)\s+){0,4}$",
    re.I,
)
_IF = re.compile(r"\b(?:if|unless|whether|until|should|calls?\s+(?:for|on)|called\s+(?:for|on)|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)?|need\s+(?:to|for)|must)\b", re.I)
"""Behind these words a thing is wished for or a condition, and not said to be so."""


@cache
def _wordings() -> Phrases[tuple[str, int]]:
    table = _data("oppositions.toml")
    return Phrases((w, (name, side)) for name, row in table.items() for side, key in ((1, "one"), (-1, "other")) for w in row[key])


def sides(text: str, start: int, end: int) -> dict[str, tuple[int, list[str]]]:
    """Give the side that `text[start:end]` takes in each opposition (1 or -1) and the words; none where it has both or only wishes it.

    >>> sides("The army will not withdraw from the strip.", 0, 42)
    {'troops go or stay': (-1, ['withdraw'])}
    """
    found: dict[str, tuple[int, list[str]]] = {}
    for a, b, (name, side) in _wordings().find(text, start, end):
        if _IF.search(text, max(start, a - 60), a):
            continue
        turned = -side if _NOT.search(text, max(start, a - 40), a) else side
        before, words = found.setdefault(name, (turned, []))
        words.append(text[a:b].casefold())
        found[name] = (turned if before == turned else 0, words)
    return {name: row for name, row in found.items() if row[0]}


def find(records: Sequence[Record], points: Sequence[Point], terms: Sequence[Terms], elsewhere: Sequence[float]) -> list[Link]:
    """Give the pairs of points of different accounts that take opposite sides of one matter, the surest first.

    Points about another engagement (`elsewhere` is 1) do not count.
    """
    taken = [sides(records[p.account].report.text, p.span.start, p.span.end) if elsewhere[n] < 1 else {} for n, p in enumerate(points)]
    having = [n for n, t in enumerate(taken) if t]
    scored: list[tuple[float, int, int, tuple[str, ...]]] = []
    for name in sorted({o for n in having for o in taken[n]}):
        here = [n for n in having if name in taken[n]]
        ones, others = ([n for n in here if taken[n][name][0] == side] for side in (1, -1))
        own = {w for n in here for phrase in taken[n][name][1] for w in phrase.split()}
        scored += _opposed(ones, others, points, terms, own)
    seen: dict[int, int] = {}
    found: dict[tuple[int, int], Link] = {}
    for share, n, m, keys in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if (n, m) not in found and max(seen.get(n, 0), seen.get(m, 0)) < _EACH:
            found[n, m] = Link(points[n].id, points[m].id, round(min(share, _SURE), 3), "contradicts", keys)
            seen[n], seen[m] = seen.get(n, 0) + 1, seen.get(m, 0) + 1
    return list(found.values())


def _opposed(ones: list[int], others: list[int], points: Sequence[Point], terms: Sequence[Terms], own: set[str]) -> list[tuple[float, int, int, tuple[str, ...]]]:
    """Give (share, first, second, shared terms) of the points on two sides that speak of one matter."""
    if not ones or not others:
        return []
    both = [*ones, *others]
    vocabulary = sorted({t for n in both for t in terms[n].counts if not (t.kind == "word" and t.key in own)}, key=lambda t: (t.kind, t.key))
    index = {t: i for i, t in enumerate(vocabulary)}
    holds = np.zeros((len(both), len(vocabulary)))
    for row, n in enumerate(both):
        holds[row, [index[t] for t in terms[n].counts if t in index]] = 1.0
    weight: Any = np.array([rarity(t) for t in vocabulary])
    mass = holds @ weight
    shared = (holds[: len(ones)] * weight) @ holds[len(ones) :].T
    least = np.minimum(mass[: len(ones), None], mass[None, len(ones) :])
    share = np.where(least > 0, shared / np.where(least > 0, least, 1), 0)
    found = []
    words = (holds[: len(ones)] * np.where([t.kind == "name" for t in vocabulary], 0, weight)) @ holds[len(ones) :].T
    for i, j in zip(*np.nonzero((words >= _WEIGHT) & (share >= _SHARE)), strict=True):
        n, m = sorted((ones[i], others[j]))
        if points[n].account != points[m].account:
            common = [t for t in vocabulary if t in terms[n].counts and t in terms[m].counts]
            found.append((float(share[i, j]), n, m, tuple(sorted(t.key for t in common))))
    return found
