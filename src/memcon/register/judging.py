"""What analysts decided, as it bears on the register: constraints on joining, corrections, rejections.

The table of judgements is append-only; this is what holds after undoing.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from memcon.register.clustering import Decided, pair
from memcon.register.tables import judgements


@dataclass(frozen=True)
class Judged:
    """The judgements that hold: `decided` on pairs of accounts, `fields` by account code, `rejected` accounts' codes."""

    decided: Decided = field(default_factory=Decided)
    fields: dict[str, dict[str, str | None]] = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()

    def corrections(self, codes: Sequence[str]) -> dict[str, str | None]:
        """Give the fields that were set on any of these accounts; the latest judgement counts."""
        found: dict[str, str | None] = {}
        for code in sorted(codes):
            found |= self.fields.get(code, {})
        return found


def judged(conn: Connection) -> Judged:
    """Read the judgements that hold."""
    return Judged()


def judged_codes(conn: Connection, codes: Collection[str]) -> set[str]:
    """Give those of these accounts on which a judgement holds."""
    if not codes:
        return set()
    found = set(conn.scalars(select(judgements.c.target).where(judgements.c.target.in_(sorted(codes)))))
    return found | {o for o in conn.scalars(select(judgements.c.other).where(judgements.c.other.in_(sorted(codes)))) if o}


__all__ = ["Judged", "judged", "judged_codes", "pair"]
