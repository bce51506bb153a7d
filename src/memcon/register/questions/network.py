"""Who is in contact with whom: countries and bodies, or persons."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from memcon.actors.tables import short_names
from memcon.register.answers import Link, Network, PartyAnswer
from memcon.register.calendar import iso
from memcon.register.questions.engagements import Asked, conditions
from memcon.register.tables import actors, entries, parties


@dataclass
class _Edge:
    entries: set[int] = field(default_factory=set)
    kinds: Counter[str] = field(default_factory=Counter)
    begin: int | None = None
    end: int | None = None

    def take(self, row: Any) -> None:
        if row.entry in self.entries:
            return
        self.entries.add(row.entry)
        self.kinds[row.kind] += 1
        if row.begin is not None:
            self.begin = row.begin if self.begin is None else min(self.begin, row.begin)
            self.end = row.end if self.end is None else max(self.end, row.end)


def find(conn: Connection, asked: Asked, persons: bool = False, limit: int | None = 100) -> Network:
    """Give the edges of the contacts that a question asks for, the strongest first, no more than `limit`."""
    one, two = parties.alias(), parties.alias()
    chief_one, chief_two = actors.alias(), actors.alias()
    where = conditions(conn, asked)
    query = select(entries.c.number.label("entry"), entries.c.kind, entries.c.begin, entries.c.end).where(*where)
    query = query.join(one, one.c.entry == entries.c.number).join(two, two.c.entry == entries.c.number)
    if persons:
        query = query.join(chief_one, chief_one.c.number == one.c.actor).join(chief_two, chief_two.c.number == two.c.actor)
        query = query.add_columns(chief_one.c.chief.label("a"), chief_two.c.chief.label("b"))
        query = query.where(chief_one.c.chief < chief_two.c.chief, one.c.side != two.c.side)
        query = query.where(chief_one.c.kind == "person", chief_two.c.kind == "person")
    else:
        query = query.add_columns(one.c.side.label("a"), two.c.side.label("b")).where(one.c.side < two.c.side)
    edges: dict[tuple[Any, Any], _Edge] = {}
    for row in conn.execute(query):
        edges.setdefault((row.a, row.b), _Edge()).take(row)
    ranked = sorted(edges.items(), key=lambda e: (-len(e[1].entries), str(e[0])))[:limit]
    names = _names(conn, {n for pair, _ in ranked for n in pair}, persons)
    links = tuple(_link(names[a].actor, names[b].actor, edge) for (a, b), edge in ranked)
    nodes = tuple(sorted({names[n] for pair, _ in ranked for n in pair}, key=lambda p: p.actor))
    return Network(nodes, links)


def _link(a: str, b: str, edge: _Edge) -> Link:
    kinds = tuple(sorted(edge.kinds.items()))
    first = iso(edge.begin) if edge.begin is not None else None
    return Link(a, b, len(edge.entries), kinds, first, iso(edge.end) if edge.end is not None else None)


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


