"""Actors across reports: the key of each, and which of them are one.

A key is a function of name, kind and country alone; the classes of persons of one family name are a function of the set of
actors, so that they do not depend on the order of adding.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, update

from memcon.actors.tables import bodies, fold
from memcon.record import Actor
from memcon.register.clustering import Pair, pair
from memcon.register.judging import judged
from memcon.register.loading import chunks
from memcon.register.spelling import Name, alike, name
from memcon.register.tables import actors

_LETTERS = {"state": "s", "organisation": "b", "group": "b", "unnamed": "u"}


def key(actor: Actor) -> str:
    """Give the key of an actor: "p:RU/lavrov/srg" for a person, "s:RU" for a state, "b:nato" for a body."""
    if actor.kind == "person":
        return f"p:{name(actor.name, actor.country).key}"
    if actor.kind == "state" and actor.country:
        return f"s:{actor.country}"
    known = bodies().get(actor.name, actor.name)
    words = " ".join(fold(known).removeprefix("the ").split())
    return f"{_LETTERS[actor.kind]}:{actor.country or ''}/{words}"


def side(actor: Actor) -> str:
    """Give the side that an actor is on: the state acted for, else the actor's own key."""
    return actor.country or key(actor)


def family(actor: Actor) -> str | None:
    """Give the skeleton of a person's family name."""
    return name(actor.name, actor.country).family if actor.kind == "person" else None


@dataclass(frozen=True, slots=True)
class Person:
    """A person among the actors of one family name."""

    number: int
    key: str
    words: str
    name: Name


def classes(persons: Sequence[Person], two: Collection[Pair] = ()) -> list[list[Person]]:
    """Sort persons of one family name into those that are one, each class headed by its fullest name.

    Full names that are alike are one; a family name alone ("Lavrov") belongs to the full name of its country where there is
    only one. `two` are pairs of keys that analysts hold apart.
    """
    groups: list[list[Person]] = []
    for person in sorted(persons, key=lambda p: (-len(p.name.given), p.name.country is None, p.key)):
        fits = [g for g in groups if all(alike(person.name, p.name) and pair(person.key, p.key) not in two for p in g)]
        if len(fits) == 1:
            fits[0].append(person)
        else:
            groups.append([person])
    return [sorted(g, key=_rank) for g in groups]


def _rank(person: Person) -> tuple[bool, int, str]:
    return person.name.country is None, -len(person.name.given), person.key


def enter(conn: Connection, casts: Sequence[Sequence[Actor]]) -> list[dict[str, int]]:
    """Enter the actors of several records, those that are new, and give for each record the number of each by its id there."""
    keys = [{a.id: key(a) for a in cast} for cast in casts]
    best: dict[str, Actor] = {}
    for cast, named in zip(casts, keys, strict=True):
        for actor in cast:
            best[named[actor.id]] = min(best.get(named[actor.id], actor), actor, key=_preference)
    known = _known(conn, best)
    first = (conn.scalar(select(func.max(actors.c.number))) or 0) + 1
    fresh = sorted(k for k in best if k not in known)
    if fresh:
        conn.execute(actors.insert(), [_row(n, k, best[k]) for n, k in enumerate(fresh, first)])
        known |= {k: (n, best[k]) for n, k in enumerate(fresh, first)}
        reclass(conn, {f for k in fresh if (f := family(best[k]))})
    for k, actor in best.items():
        number, older = known[k]
        if _preference(actor) < _preference(older):
            better = {"name": actor.name, "known": actor.name_source != "text"}
            conn.execute(update(actors).where(actors.c.number == number).values(better))
    return [{id: known[k][0] for id, k in named.items()} for named in keys]


def _row(number: int, key: str, actor: Actor) -> dict[str, object]:
    return {
        "number": number,
        "key": key,
        "name": actor.name,
        "known": actor.name_source != "text",
        "kind": actor.kind,
        "country": actor.country,
        "family": family(actor),
        "chief": number,
    }


def _preference(actor: Actor) -> tuple[bool, int, str]:
    """Rank the spellings of one actor: those out of a table first, then the longest, then by the alphabet."""
    return actor.name_source == "text", -len(actor.name.split()), actor.name


def _known(conn: Connection, keys: Collection[str]) -> dict[str, tuple[int, Actor]]:
    found: dict[str, tuple[int, Actor]] = {}
    for part in chunks(sorted(keys)):
        for row in conn.execute(select(actors).where(actors.c.key.in_(part))):
            source = "table" if row.known else "text"
            found[row.key] = row.number, Actor(row.key, row.name, row.kind, row.country, (), source)
    return found


def reclass(conn: Connection, families: Collection[str]) -> None:
    """Make the classes of these family names again, and of those that analysts joined with them."""
    known = judged(conn)
    whole = set(families)
    if known.one:
        keys = {k for p in known.one for k in p}
        of = dict(conn.execute(select(actors.c.key, actors.c.family).where(actors.c.key.in_(sorted(keys)))).all())
        while more := {f for p in known.one if {of.get(k) for k in p} & whole for k in p if (f := of.get(k))} - whole:
            whole |= more
    groups: dict[str, list[Person]] = {}
    chiefs: dict[int, int] = {}
    for part in chunks(sorted(whole)):
        query = select(actors).where(actors.c.family.in_(part), actors.c.kind == "person").order_by(actors.c.number)
        for row in conn.execute(query):
            groups.setdefault(row.family, []).append(Person(row.number, row.key, row.name, name(row.name, row.country)))
            chiefs[row.number] = row.chief
    found = [c for family in sorted(groups) for c in classes(groups[family], known.two)]
    for joined in _united(found, known.one):
        for person in joined:
            if chiefs[person.number] != joined[0].number:
                conn.execute(update(actors).where(actors.c.number == person.number).values(chief=joined[0].number))


def _united(found: Sequence[list[Person]], one: Collection[Pair]) -> list[list[Person]]:
    """Unite the classes that analysts joined."""
    classes = list(found)
    for a, b in sorted(one):
        first = next((c for c in classes if any(p.key == a for p in c)), None)
        second = next((c for c in classes if any(p.key == b for p in c)), None)
        if first is not None and second is not None and first is not second:
            classes.remove(second)
            first += second
    return classes
