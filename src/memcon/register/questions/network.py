"""Who is in contact with whom: countries and bodies, or persons."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, func, select

from memcon.actors.tables import short_names
from memcon.register.answers import Link, Network, PartyAnswer
from memcon.register.calendar import iso
from memcon.register.questions.engagements import Asked, conditions
from memcon.register.tables import actors, entries, parties


@dataclass
class _Edge:
    count: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    begin: int | None = None
    end: int | None = None

    def take(self, row: Any) -> None:
        self.count += row.times
        self.kinds[row.kind] += row.times
        if row.first is not None:
            self.begin = row.first if self.begin is None else min(self.begin, row.first)
            self.end = row.last if self.end is None else max(self.end, row.last)


def find(conn: Connection, asked: Asked, persons: bool = False, limit: int | None = 100) -> Network:
    """Give the edges of the contacts that a question asks for, the strongest first, no more than `limit`."""
    edges: dict[tuple[Any, Any], _Edge] = {}
    for row in conn.execute(_counted(conn, asked, persons)):
        edges.setdefault((row.a, row.b), _Edge()).take(row)
    ranked = sorted(edges.items(), key=lambda e: (-e[1].count, str(e[0])))[:limit]
    names = _names(conn, {n for pair, _ in ranked for n in pair}, persons)
    links = tuple(_link(names[a].actor, names[b].actor, edge) for (a, b), edge in ranked)
    nodes = tuple(sorted({names[n] for pair, _ in ranked for n in pair}, key=lambda p: p.actor))
    return Network(nodes, links)


def _counted(conn: Connection, asked: Asked, persons: bool) -> Select[Any]:
    """Count the entries by pair and kind."""
    one, two = parties.alias(), parties.alias()
    query = select(entries.c.kind, func.min(entries.c.begin).label("first"), func.max(entries.c.end).label("last"))
    query = query.add_columns(func.count(entries.c.number.distinct()).label("times")).where(*conditions(conn, asked))
    query = query.join(one, one.c.entry == entries.c.number).join(two, two.c.entry == entries.c.number)
    if not persons:
        query = query.add_columns(one.c.side.label("a"), two.c.side.label("b")).where(one.c.side < two.c.side)
        return query.group_by(one.c.side, two.c.side, entries.c.kind)
    first, second = actors.alias(), actors.alias()
    query = query.join(first, first.c.number == one.c.actor).join(second, second.c.number == two.c.actor)
    query = query.add_columns(first.c.chief.label("a"), second.c.chief.label("b"))
    query = query.where(first.c.chief < second.c.chief, one.c.side != two.c.side)
    query = query.where(first.c.kind == "person", second.c.kind == "person")
    return query.group_by(first.c.chief, second.c.chief, entries.c.kind)


def _link(a: str, b: str, edge: _Edge) -> Link:
    kinds = tuple(sorted(edge.kinds.items()))
    first = iso(edge.begin) if edge.begin is not None else None
    return Link(a, b, edge.count, kinds, first, iso(edge.end) if edge.end is not None else None)


def _names(conn: Connection, nodes: set[Any], persons: bool) -> dict[Any, PartyAnswer]:
    if persons:
        rows = conn.execute(select(actors).where(actors.c.number.in_(sorted(nodes))))
        return {r.number: PartyAnswer(r.name, r.country, r.kind, r.key) for r in rows}
    known = {r.key: r for r in conn.execute(select(actors).where(actors.c.key.in_(sorted(nodes))))}
    names = short_names()
    return {
        n: PartyAnswer(known[n].name, known[n].country, known[n].kind, n)
        if n in known
        else PartyAnswer(names.get(n, n), n, "state", n)
        for n in nodes
    }


