"""Sets points side by side: who tells of the same thing in which account."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from memcon.compare.assigning import chosen
from memcon.compare.comparison import Link, Point, Row
from memcon.compare.likeness import FEATURES, Likeness
from memcon.compare.terms import Terms

Floats = NDArray[np.float64]
_CONTACT, _SAME_FACT = 0.95, 0.6
_ALONE = 0.5
"""What is left of the chance of a sentence that says that the parties spoke, where the other account has none such."""
_MARKED = 2
"""Steps of the scale by which the tone of two points must differ to be told."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the features, the confidence from which two points stand in one row, and that for a second one."""

    weights: tuple[float, ...]
    floor: float
    second: float
    certainty: tuple[float, float]


@cache
def weights() -> Weights:
    """Give the weights that `python -m benchmarks.compare --fit` found on the pairs for tuning."""
    path = resources.files("memcon.compare") / "data" / "alignment.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Weights(tuple(float(table["weights"][name]) for name in FEATURES), table["floor"], table["second"], (table["certainty"][0], table["certainty"][1]))


def confidence(features: Floats, by: Sequence[float] | None = None) -> Floats:
    """Give the chance that pairs tell of the same thing, by the logistic function of the weighed features."""
    score = features @ np.asarray(weights().weights if by is None else by)
    return np.asarray(1 / (1 + np.exp(-np.clip(score, -30, 30))), dtype=np.float64)


def certainty(chance: float) -> float:
    """Give the confidence of a link: how often a pair of this chance that the assignment chose is right (on pairs left out of the fit)."""
    scale, shift = weights().certainty
    chance = min(max(chance, 1e-6), 1 - 1e-6)
    return float(1 / (1 + np.exp(-(scale * np.log(chance / (1 - chance)) + shift))))


def with_contacts(chance: Floats, left: Sequence[Point], right: Sequence[Point]) -> Floats:
    """Put the sentences that say that the parties spoke together, and with nothing else; how long and in what air they did, likely."""
    for kind in ("length", "mood"):
        mine, theirs = (np.array([p.kind == kind for p in side], dtype=bool) for side in (left, right))
        chance = np.where(mine[:, None] & theirs[None, :], np.maximum(chance, _SAME_FACT), chance)
    mine, theirs = (np.array([p.kind == "contact" for p in side], dtype=bool) for side in (left, right))
    if not mine.any() or not theirs.any():
        return np.where(mine[:, None] | theirs[None, :], chance * _ALONE, chance)
    both = mine[:, None] & theirs[None, :]
    return np.where(both, _CONTACT, np.where(mine[:, None] != theirs[None, :], 0.0, chance))


def pairs(chance: Floats, floor: float, second: float) -> list[tuple[int, int]]:
    """Give the pairs of two accounts: the best assignment, and for a point that it left out the one that fits best, from `second` on.

    A long sentence of one account may hold what two of the other say, and a speech says a thing twice.
    """
    found = list(chosen(chance, floor))
    rows, columns = {r for r, _ in found}, {c for _, c in found}
    for r in range(chance.shape[0]):
        if r not in rows and chance.shape[1] and chance[r, c := int(np.argmax(chance[r]))] >= second:
            found.append((r, c))
    more = []
    for c in range(chance.shape[1]):
        if c not in columns and chance.shape[0] and chance[r := int(np.argmax(chance[:, c])), c] >= second:
            more.append((r, c))
    return found + [m for m in more if m not in found]


def links(points: Sequence[Point], terms: Sequence[Terms], like: Likeness, accounts: int) -> list[Link]:
    """Give the links between the points of every two accounts, the surest first."""
    by = weights()
    members = [[n for n, p in enumerate(points) if p.account == a] for a in range(accounts)]
    found = []
    for left, right in combinations(members, 2):
        if not left or not right:
            continue
        chance = with_contacts(confidence(like.features(left, right)), [points[n] for n in left], [points[n] for n in right])
        for r, c in pairs(chance, by.floor, by.second):
            found.append(_link(points[left[r]], points[right[c]], terms[left[r]], terms[right[c]], certainty(float(chance[r, c]))))
    return sorted(found, key=lambda k: (-k.confidence, k.a, k.b))


def _link(a: Point, b: Point, mine: Terms, theirs: Terms, sure: float) -> Link:
    gap = a.tone.strength - b.tone.strength if a.tone and b.tone else 0
    relation = "same" if abs(gap) < _MARKED else "stronger" if gap > 0 else "weaker"
    shared = [t.key for t in mine.counts if t in theirs.counts and t.kind != "number"]
    return Link(a.id, b.id, round(sure, 3), relation, tuple(shared), tuple(f"{v:g} {u}" for v, u in sorted(mine.numbers & theirs.numbers)))  # type: ignore[arg-type]


def rows(points: Sequence[Point], found: Sequence[Link], accounts: int) -> tuple[Row, ...]:
    """Put linked points into rows; each point stands in exactly one, and the surest links decide.

    With three accounts or more a link that would bring two points of one account together is left out, unless they are
    neighbours: chains of links would else draw together what is far apart.
    """
    of = {p.id: p for p in points}
    row = {p.id: {p.id} for p in points}
    kept: list[Link] = []
    for link in found:
        mine, theirs = row[link.a], row[link.b]
        if mine is theirs or accounts == 2 or not _clash(mine, theirs, of):
            kept.append(link)
        if mine is not theirs and (accounts == 2 or not _clash(mine, theirs, of)):
            mine |= theirs
            for member in theirs:
                row[member] = mine
    order = {p.id: n for n, p in enumerate(points)}
    by_row: dict[int, list[Link]] = {}
    for link in kept:
        by_row.setdefault(id(row[link.a]), []).append(link)
    seen: set[str] = set()
    made: list[Row] = []
    for point in points:
        if point.id not in seen:
            ids = sorted(row[point.id], key=lambda i: order[i])
            seen |= set(ids)
            cells = tuple(tuple(i for i in ids if of[i].account == a) for a in range(accounts))
            made.append(Row(cells, tuple(by_row.get(id(row[point.id]), ()))))
    return _ordered(made, points)


def _clash(mine: set[str], theirs: set[str], of: Mapping[str, Point]) -> bool:
    """Tell whether two rows may not become one: they hold points of one account that are no neighbours."""
    numbers = {(of[i].account, int(i.split(".")[-1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))) for i in mine}
    for i in theirs:
        account, number = of[i].account, int(i.split(".")[-1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        same = [n for a, n in numbers if a == account]
        if same and min(abs(n - number) for n in same) > 1:
            return True
    return False


def _ordered(made: list[Row], points: Sequence[Point]) -> tuple[Row, ...]:
    """Order rows by the first account; a row without it stands behind the row of the point before it in its own account."""
    home = {id: n for n, row in enumerate(made) for cell in row.points for id in cell}
    place = {p.id: n for n, p in enumerate(points)}
    first = sorted((n for n, row in enumerate(made) if row.points[0]), key=lambda n: place[made[n].points[0][0]])
    behind: dict[int, list[int]] = {}
    placed = set(first)
    before: dict[int, int] = {}
    last: dict[int, int] = {}
    for point in points:
        n = home[point.id]
        if n not in placed and n not in before:
            before[n] = last.get(point.account, -1)
            behind.setdefault(before[n], []).append(n)
        last[point.account] = n
    order: list[int] = []
    stack = list(reversed([*behind.get(-1, []), *first]))
    while stack:
        n = stack.pop()
        order.append(n)
        stack += reversed(behind.get(n, []))
    return tuple(made[n] for n in order)


def reordered(made: Sequence[Row], points: Sequence[Point], account: int) -> tuple[Row, ...]:
    """Give the rows in the order of another account's text."""
    turned = [Row((row.points[account], *row.points), row.links) for row in made]
    mine = [p for p in points if p.account == account]
    others = [p for p in points if p.account != account]
    ordered = _ordered(turned, [*mine, *others])
    return tuple(Row(row.points[1:], row.links) for row in ordered)
