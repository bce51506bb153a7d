"""Whom the words of a question mean: a country, a body, a person, however spelt."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import ColumnElement, Connection, Table, or_, select

from memcon.actors.tables import bodies, fold, short_names, states
from memcon.record import Actor
from memcon.register import actor_rows
from memcon.register.errors import QuestionError
from memcon.register.spelling import alike, name, plain
from memcon.register.tables import actors


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom words mean: the side of a country or body, or the numbers of a person's actors."""

    words: str
    side: str | None
    numbers: tuple[int, ...]
    kind: str
    country: str | None = None

    def of(self, table: Table) -> ColumnElement[bool]:
        """Give the condition that a row of `participants`, `parties` or `concerns` is of this party."""
        if self.side is not None and self.numbers:
            return or_(table.c.side == self.side, table.c.actor.in_(self.numbers))
        return table.c.side == self.side if self.side is not None else table.c.actor.in_(self.numbers)


def find(conn: Connection, words: str) -> Meant:
    """Give whom words mean.

    Raises:
        QuestionError: the register has nobody of that name.
    """
    if code := country(words):
        return Meant(short_names().get(code, words), code, (), "state", code)
    if body := _body(conn, words):
        return body
    numbers = person(conn, words)
    if numbers:
        row = conn.execute(select(actors).where(actors.c.number == numbers[0])).one()
        return Meant(row.name, None, tuple(numbers), row.kind, row.country)
    raise QuestionError(f"the register has nobody called {words!r}; give a country (RU, Russia), a person or a body")


def country(words: str) -> str | None:
    """Give the code of a country by code or name.

    >>> country("ru"), country("Syria"), country("Sergey Lavrov")
    ('RU', 'SY', None)
    """
    if len(words) == 2 and words.upper() in {*short_names(), "EU"}:
        return words.upper()
    return _states().get(fold(words))


@cache
def _states() -> dict[str, str]:
    return {fold(n): c for n, c in states().items()}


@cache
def _bodies() -> dict[str, str]:
    return {fold(a): b for a, b in bodies().items()}


def _body(conn: Connection, words: str) -> Meant | None:
    known = _bodies().get(fold(words), words)
    _, _, name = actor_rows.key(Actor("", known, "organisation", None)).partition("/")
    found = [f"b:{code}/{name}" for code in ("", *short_names())]
    rows = conn.execute(select(actors).where(actors.c.key.in_(found)).order_by(actors.c.number)).all()
    if not rows:
        return None
    side = next((r.key for r in rows if r.country is None), None)
    return Meant(rows[0].name, side, tuple(r.number for r in rows), "organisation", rows[0].country)


def person(conn: Connection, words: str) -> list[int]:
    """Give the actors that a person's name may mean, whole classes, the best first."""
    asked = name(words, None)
    families = {asked.family, *(name(w, None).family for w in words.split())}
    query = select(actors).where(actors.c.family.in_(sorted(families)), actors.c.kind == "person").order_by(actors.c.number)
    fits = [r for r in conn.execute(query) if _means(words, r.name, r.country)]
    if name(words, None).given:
        fits = [r for r in fits if plain(r.name) == plain(words)] or fits
    selves = sorted({r.chief for r in fits})
    if not selves:
        return []
    whole = conn.execute(select(actors.c.number, actors.c.chief).where(actors.c.chief.in_(selves)).order_by(actors.c.number)).all()
    chief = max(selves, key=lambda s: (sum(r.chief == s for r in whole), -s))
    return [chief, *sorted(r.number for r in whole if r.number != chief)]


def _means(words: str, known: str, country: str | None) -> bool:
    """Tell whether words can be a known name; of a longer question all words must stand in the name."""
    asked, have = name(words, country), name(known, country)
    if plain(words) == plain(known):
        return True
    return alike(asked, have) and len(have.given) >= bool(asked.given)


def all_of(conn: Connection, words: Sequence[str]) -> list[Meant]:
    """Give whom each of the words means."""
    return [find(conn, w) for w in words]
