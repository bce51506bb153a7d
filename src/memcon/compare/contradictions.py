"""Points of which one denies what the other says ("did not raise concerns", "called the report false")."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from memcon.compare.comparison import Link, Point
from memcon.compare.likeness import Likeness
from memcon.compare.terms import Terms, _data
from memcon.record import Record

_HELD = 0.55
"""Share of the weight of what is denied that the other point must have."""
_WEIGHT = 9.0
"""Weight that both must share; two rare words or a concept and a word."""
_EACH = 3
"""Points of another account that a denial is held against, the nearest first."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = _data("denials.toml")
    return re.compile("|".join(table["strong"]), re.I), re.compile("|".join(table["back"]), re.I)


def denials(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the words of `text[start:end]` that deny a claim."""
    return [m.span() for m in _patterns()[0].finditer(text, start, end)]


def find(records: Sequence[Record], points: Sequence[Point], terms: Sequence[Terms], like: Likeness, links: Sequence[Link]) -> list[Link]:
    """Give the pairs of points of different accounts of which the first denies what the second says, the surest first.

    A denial that points back ("denied doing so") is held against the others with the words of the point before it.
    """
    found: dict[tuple[str, str], Link] = {}
    for n, point in enumerate(points):
        text = records[point.account].report.text
        if not denials(text, point.span.start, point.span.end):
            continue
        sources = [n]
        if n and points[n - 1].account == point.account and _patterns()[1].search(text, point.span.start, point.span.end):
            sources.append(n - 1)
        for m, share in _answered(records, points, like, point.account, sources):
            pair = tuple(sorted((n, m)))
            shared = [t.key for s in sources for t in terms[s].counts if t in terms[m].counts and t.kind != "number"]
            link = Link(points[pair[0]].id, points[pair[1]].id, round(min(share, 0.99), 3), "contradicts", tuple(dict.fromkeys(shared)))
            if (link.a, link.b) not in found or found[link.a, link.b].confidence < link.confidence:
                found[link.a, link.b] = link
    return sorted(found.values(), key=lambda k: (-k.confidence, k.a, k.b))


def _answered(records: Sequence[Record], points: Sequence[Point], like: Likeness, account: int, sources: list[int]) -> list[tuple[int, float]]:
    """Give the points of other accounts that say what is denied, each with the share of the denied words that it has."""
    scored = []
    for m, other in enumerate(points):
        if other.account == account or denials(records[other.account].report.text, other.span.start, other.span.end):
            continue
        share, source = max((float(like.cover[s, m]), s) for s in sources)
        if share >= _HELD and like.shared[source, m] >= _WEIGHT:
            scored.append((m, share))
    scored.sort(key=lambda s: (-s[1], s[0]))
    return scored[:_EACH]


def marked(links: Sequence[Link], denied: Sequence[Link]) -> list[Link]:
    """Mark the links whose points contradict each other."""
    contrary = {(k.a, k.b) for k in denied}
    return [replace(k, relation="contradicts") if (k.a, k.b) in contrary else k for k in links]
