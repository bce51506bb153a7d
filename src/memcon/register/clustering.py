"""Which accounts of a block are one engagement: a function of the set of accounts alone, whatever their order.

The pairs that agree are joined from the best down; a join that would put two accounts together of which any pair is
forbidden (one report tells of both, different persons, days apart) is not made. Ties are broken by the accounts' codes.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from memcon.register.agreement import Agreement, compare
from memcon.register.tellings import Telling

Pair = tuple[str, str]
"""Two codes in their order."""


def pair(a: str, b: str) -> Pair:
    """Give two codes in their order."""
    return (a, b) if a <= b else (b, a)


@dataclass(frozen=True, slots=True)
class Decided:
    """What analysts decided about pairs of accounts, and it outranks agreement."""

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()


class Block:
    """Accounts that may belong together; comparisons are made once."""

    def __init__(self, tellings: Iterable[Telling], decided: Decided = Decided()) -> None:
        self.tellings = {t.code: t for t in sorted(tellings, key=lambda t: t.code)}
        self.decided = decided
        self._known: dict[Pair, Agreement] = {}

    def agreement(self, a: str, b: str) -> Agreement:
        """Compare two accounts."""
        key = pair(a, b)
        if key not in self._known:
            self._known[key] = compare(self.tellings[key[0]], self.tellings[key[1]])
        return self._known[key]

    def apart(self, a: str, b: str) -> bool:
        """Tell whether two accounts may not stand in one entry."""
        key = pair(a, b)
        if key in self.decided.apart:
            return True
        return key not in self.decided.together and self.agreement(a, b).forbidden

    def decided_apart(self, a: str, b: str) -> bool:
        """Tell whether analysts decided that two accounts are different engagements."""
        return pair(a, b) in self.decided.apart

    def clusters(self, codes: Collection[str], edges: Iterable[Pair]) -> list[frozenset[str]]:
        """Cluster accounts along the edges, the best first."""
        of: dict[str, frozenset[str]] = {c: frozenset((c,)) for c in codes}
        ranked = sorted({pair(*e) for e in edges}, key=lambda e: (-self.agreement(*e).score, e))
        for a, b in ranked:
            if of[a] is not of[b] and not any(self.apart(x, y) for x in of[a] for y in of[b]):
                self._merge(of, a, b)
        return sorted(set(of.values()), key=min)

    @staticmethod
    def _merge(of: dict[str, frozenset[str]], a: str, b: str) -> None:
        whole = of[a] | of[b]
        for code in whole:
            of[code] = whole


def why(block: Block, code: str, cluster: Collection[str]) -> Mapping[str, object] | None:
    """Tell why an account is in its cluster: its best pair and how the fields compare; None where it stands alone."""
    others = [(block.agreement(code, o), o) for o in sorted(cluster) if o != code]
    if not others:
        return None
    best, other = max(others, key=lambda found: (not found[0].forbidden, found[0].score))
    decided = pair(code, other) in block.decided.together
    points = [{"field": p.field, "verdict": p.verdict, "words": p.words, "weight": p.weight} for p in best.points]
    return {"with": other, "score": best.score, "judged": decided, "points": points}
