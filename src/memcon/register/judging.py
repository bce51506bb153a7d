"""What analysts decided, as it bears on the register: constraints on joining, corrections, rejections, who is who.

The table of judgements is append-only: a judgement is taken back by another one (`undo`). What holds is worked out by
reading them in their order, so the latest word on a pair or a field counts.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, Row, func, or_, select

from memcon.register.answers import Judgement
from memcon.register.clustering import Decided, Pair, pair
from memcon.register.loading import chunks
from memcon.register.spelling import Name, name
from memcon.register.tables import actors, judgements


@dataclass(frozen=True)
class Judged:
    """The judgements that hold: `decided` on pairs of accounts, `fields` by account code, `rejected` accounts' codes; `one` and `two`
    are the pairs of actors' keys that are one, or two; `names` are the names under which such actors are compared.
    """

    decided: Decided = field(default_factory=Decided)
    fields: dict[str, dict[str, str | None]] = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()
    one: frozenset[Pair] = frozenset()
    two: frozenset[Pair] = frozenset()
    names: dict[str, Name] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()

    def corrections(self, codes: Sequence[str]) -> dict[str, str | None]:
        """Give the fields that were set on any of these accounts."""
        found: dict[str, str | None] = {}
        for code in sorted(codes):
            found |= self.fields.get(code, {})
        return found


_known: "WeakKeyDictionary[Engine, tuple[int, Judged]]" = WeakKeyDictionary()


def judged(conn: Connection) -> Judged:
    """Read the judgements that hold."""
    latest = conn.scalar(select(func.max(judgements.c.number))) or 0
    known = _known.get(conn.engine)
    if known is None or known[0] != latest:
        known = latest, _read(conn)
        _known[conn.engine] = known
    return known[1]


def _read(conn: Connection) -> Judged:
    together: set[Pair] = set()
    apart: set[Pair] = set()
    one: set[Pair] = set()
    two: set[Pair] = set()
    fields: dict[str, dict[str, str | None]] = {}
    rejected: set[str] = set()
    codes: set[str] = set()
    for act in held(conn):
        after: Any = json.loads(act.after) if act.after else None
        codes.add(act.target)
        if act.act == "merge" and act.other:
            apart -= {pair(a, b) for a in after[0] for b in after[1]}
            together.add(pair(act.target, act.other))
        elif act.act == "split":
            split = {pair(act.target, o) for o in after}
            together, apart = together - split, apart | split
        elif act.act == "correct" and act.field:
            fields.setdefault(act.target, {})[act.field] = after
        elif act.act == "reject":
            rejected |= set(after)
        elif act.act == "accept":
            rejected -= set(after)
        elif act.act in ("same_actor", "other_actor") and act.other:
            both = {pair(act.target, act.other)}
            one, two = (one | both, two - both) if act.act == "same_actor" else (one - both, two | both)
    decided = Decided(frozenset(together), frozenset(apart))
    names = _names(conn, one, two)
    return Judged(decided, fields, frozenset(rejected), frozenset(one), frozenset(two), names, frozenset(codes))


def _names(conn: Connection, one: Collection[Pair], two: Collection[Pair]) -> dict[str, Name]:
    """Give the names under which judged actors are compared: one name for those that are one, a mark on those that are not."""
    keys = {k for p in (*one, *two) for k in p}
    found: dict[str, Name] = {}
    for part in chunks(sorted(keys)):
        for row in conn.execute(select(actors).where(actors.c.key.in_(part), actors.c.kind == "person")):
            found[row.key] = name(row.name, row.country)
    for _, b in sorted(two):
        if b in found:
            found[b] = replace(found[b], family=f"{found[b].family} {b}")
    for a, b in sorted(one):
        if a in found and b in found:
            found |= {k: found[a] for k, n in found.items() if n == found[b]}
    return found


def held(conn: Connection) -> list[Row[Any]]:
    """Give the judgements that were not taken back, in their order."""
    rows = conn.execute(select(judgements).order_by(judgements.c.number)).all()
    undone = undone_by(rows)
    return [r for r in rows if r.act != "undo" and r.number not in undone]


def undone_by(rows: Sequence[Row[Any]]) -> set[int]:
    """Give the numbers of the judgements that an `undo` took back; an `undo` that was undone takes nothing back."""
    gone: set[int] = set()
    for row in reversed(rows):
        if row.act == "undo" and row.number not in gone:
            gone.add(int(row.target))
    return gone


def judged_codes(conn: Connection, codes: Collection[str]) -> set[str]:
    """Give those of these accounts on which a judgement holds."""
    known = judged(conn)
    linked = {c for p in known.decided.together for c in p}
    return set(codes) & (known.codes | linked)


def of_entry(conn: Connection, codes: Collection[str]) -> tuple[Judgement, ...]:
    """Give all judgements on these accounts, those taken back too, in their order."""
    return history(conn, codes)


def history(conn: Connection, targets: Collection[str] | None = None) -> tuple[Judgement, ...]:
    """Give all judgements, or those on these targets."""
    undone = undone_by(conn.execute(select(judgements).order_by(judgements.c.number)).all())
    query = select(judgements).order_by(judgements.c.number)
    if targets is not None:
        wanted = sorted(targets)
        query = query.where(or_(judgements.c.target.in_(wanted), judgements.c.other.in_(wanted)))
    return tuple(
        Judgement(r.number, r.act, r.target, r.who, r.at, r.other, r.field, r.before, r.after, r.note, r.number in undone)
        for r in conn.execute(query)
    )
