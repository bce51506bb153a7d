"""Days into entries: clusters of one day, and the smaller ones of the days next to them.

A report printed a day later, or beyond the date line, gives the next day or the day before. A cluster of one day goes to a
greater one of a neighbouring day with which it agrees, if that one goes nowhere itself. So each decision looks no further than
a few days, and a long row of daily contacts is not drawn into one.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from memcon.register.clustering import Block

Rank = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Accounts of one day that are one engagement; `rank` orders by reports, main tellings and, at last, code."""

    day: int
    codes: tuple[str, ...]
    rank: Rank
    reports: frozenset[str]

    @property
    def root(self) -> str:
        """The least code."""
        return self.codes[0]


def clusters(block: Block, codes: Collection[str]) -> list[Cluster]:
    """Cluster sharp accounts day by day."""
    days: dict[int, list[str]] = {}
    for code in sorted(codes):
        days.setdefault(block.tellings[code].day, []).append(code)
    found = []
    for day in sorted(days):
        mine = days[day]
        edges = [(a, b) for n, a in enumerate(mine) for b in mine[n + 1 :] if block.agreement(a, b).joins]
        found += [_cluster(block, day, group) for group in block.clusters(mine, edges)]
    return found


def _cluster(block: Block, day: int, codes: Iterable[str]) -> Cluster:
    tellings = [block.tellings[c] for c in sorted(codes)]
    reports = frozenset(t.report for t in tellings)
    rank = (-len(reports), -sum(t.main for t in tellings), tellings[0].code)
    return Cluster(day, tuple(t.code for t in tellings), rank, reports)


def stars(block: Block, found: Collection[Cluster]) -> list[tuple[str, ...]]:
    """Give the codes of each entry: a cluster and those of the neighbouring days that go to it."""
    near: dict[str, list[tuple[float, Cluster]]] = {c.root: [] for c in found}
    by_day: dict[int, list[Cluster]] = {}
    for cluster in found:
        by_day.setdefault(cluster.day, []).append(cluster)
    for one in found:
        for two in by_day.get(one.day + 1, ()):
            if (score := _fit(block, one, two)) is not None:
                near[one.root].append((score, two))
                near[two.root].append((score, one))
    outer = {c.root for c in found if any(o.rank < c.rank for _, o in near[c.root])}
    wishes: dict[str, list[tuple[float, Cluster]]] = {c.root: [] for c in found if c.root not in outer}
    for cluster in found:
        centres = [(-score, o.rank, o) for score, o in near[cluster.root] if o.root not in outer]
        if cluster.root in outer and centres:
            score, _, centre = min(centres, key=lambda c: c[:2])
            wishes[centre.root].append((score, cluster))
    return _filled(block, found, wishes)


def _filled(
    block: Block, found: Collection[Cluster], wishes: Mapping[str, list[tuple[float, Cluster]]]
) -> list[tuple[str, ...]]:
    whole: dict[str, list[str]] = {c.root: list(c.codes) for c in found}
    by_root = {c.root: c for c in found}
    for root in sorted(wishes):
        reports = set(by_root[root].reports)
        for _, cluster in sorted(wishes[root], key=lambda w: (w[0], w[1].root)):
            judged = any(block.decided_apart(a, b) for a in whole[root] for b in cluster.codes)
            if not judged and not reports & cluster.reports:
                reports |= cluster.reports
                whole[root] += whole.pop(cluster.root)
    return [tuple(sorted(codes)) for _, codes in sorted(whole.items())]


def _fit(block: Block, one: Cluster, two: Cluster) -> float | None:
    """Give the best score between two clusters, None where they do not agree or any two accounts may not stand together."""
    if one.reports & two.reports or any(block.apart(a, b) for a in one.codes for b in two.codes):
        return None
    best = max((block.agreement(a, b) for a in one.codes for b in two.codes), key=lambda a: a.score)
    return best.score if best.joins else None
