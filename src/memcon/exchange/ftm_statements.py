"""FollowTheMoney statements: each value by itself, with who gives it, in CSV as `ftm` and OpenSanctions' tools read it.

What one report tells of an engagement is an entity (`entity_id`), the engagement in which the register put it is the canonical one
(`canonical_id`), so that the finding and the decision that two reports tell of the same stay apart. `dataset` is the publisher,
`origin` the report, `original_value` the words that stand there, `first_seen` and `last_seen` the days of publication.
"""

import csv
import hashlib
import io
import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, NamedTuple

from memcon.exchange.dates import plain
from memcon.exchange.follow_the_money import (
    NEVER_WAS,
    Entity,
    article,
    documentation,
    event,
    identifier,
    never_was,
    party,
)
from memcon.exchange.naming import clean
from memcon.exchange.outcome import Outcome
from memcon.exchange.selection import Selection
from memcon.record import Record
from memcon.register.actor_rows import key
from memcon.register.answers import Account, Entry, PartyAnswer

COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang", "original_value", "external",
    "first_seen", "last_seen", "id",
)  # fmt: skip
"""In the order in which followthemoney 4 writes them."""
TYPES = {
    "id": "id", "name": "name", "country": "country", "location": "address", "sourceUrl": "url", "summary": "text", "involved": "entity",
    "proof": "entity", "document": "entity", "entity": "entity", "publishedAt": "date", "date": "date", "startDate": "date", "endDate": "date",
}  # fmt: skip
"""The types of the properties that are written; all others are strings (followthemoney 4.11)."""
_KEEP = """
CREATE TABLE statement (id TEXT PRIMARY KEY, canonical_id, entity_id, prop, schema, value, dataset, origin, original_value, first_seen, last_seen)
"""
_PUT = """
INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
first_seen = min(coalesce(first_seen, excluded.first_seen), coalesce(excluded.first_seen, first_seen)),
last_seen = max(coalesce(last_seen, excluded.last_seen), coalesce(excluded.last_seen, last_seen))
"""
_TAKE = """
SELECT canonical_id, entity_id, prop, schema, value, dataset, origin, original_value, first_seen, last_seen, id FROM statement
ORDER BY canonical_id, prop <> 'id', id
"""


class Row(NamedTuple):
    """A statement: an entity of a `schema` has a `value`, according to a `dataset`."""

    canonical_id: str
    entity_id: str
    prop: str
    schema: str
    value: str
    dataset: str
    origin: str
    original_value: str | None
    seen: str | None

    @property
    def id(self) -> str:
        """The key that followthemoney makes of a statement."""
        return hashlib.sha1(f"{self.dataset}.{self.entity_id}.{self.prop}.{self.value}".encode(), usedforsecurity=False).hexdigest()


def write(selection: Selection, out: BinaryIO) -> Outcome:
    """Write the statements in the order of their canonical entities, which `ftm aggregate-statements` asks for.

    They are sorted in a temporary database, not in memory.
    """
    left = denied = 0
    kept = sqlite3.connect("")
    try:
        kept.execute(_KEEP)
        for entry in selection.entries():
            if entry.status in NEVER_WAS:
                left += 1
                continue
            denied += sum(a.status in NEVER_WAS for a in entry.accounts)
            for row in _rows(selection, entry):
                kept.execute(_PUT, (row.id, *row[:8], row.seen, row.seen))
        written = _write(kept, out)
    finally:
        kept.close()
    told = (f"{denied} accounts left out: they deny or call off what others tell of, which FollowTheMoney cannot say",) if denied else ()
    return Outcome(written, "statements", never_was(left) + told)


def _write(kept: sqlite3.Connection, out: BinaryIO) -> int:
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, dialect=csv.unix_dialect)
    writer.writerow(COLUMNS)
    count = 0
    for canonical, entity, prop, schema, value, dataset, origin, original, first, last, id in kept.execute(_TAKE):
        count += 1
        writer.writerow(
            [canonical, entity, prop, TYPES.get(prop, "string"), schema, value, dataset, origin, "", original or "", "f", first or "", last or "", id]
        )
    text.flush()
    text.detach()
    return count


def _rows(selection: Selection, entry: Entry) -> Iterator[Row]:
    for account in (a for a in entry.accounts if a.status not in NEVER_WAS):
        words = _words(selection.record(account.report), account)
        people = tuple(_known(p, entry) for p in account.participants)
        for one, known in zip(account.participants, people, strict=True):
            own = party(one)
            yield from _of(own | {"id": identifier("actor", known.actor)}, account, {"name": words.get(one.actor)}, own["id"])
        yield from _of(article(account), account, {})
        alone = replace(
            entry, kind=account.kind, status=account.status, date=account.date, place=account.place, city=account.city,
            country=account.country, participants=people, confidence=account.confidence, accounts=(account,),
        )  # fmt: skip
        yield from _of(event(alone), account, words, identifier("telling", account.id))
        yield from _of(documentation(entry, account), account, {})


def _known(one: PartyAnswer, entry: Entry) -> PartyAnswer:
    """Give the participant of an engagement whom an account names by the family name alone ("p:RU/lavrov/"), else the one it names."""
    fuller = [p for p in entry.participants if p.kind == one.kind == "person" and one.actor.endswith("/") and p.actor.startswith(one.actor)]
    return fuller[0] if len(fuller) == 1 else one


def _of(entity: Entity, account: Account, words: dict[str, str | None], own: str | None = None) -> Iterator[Row]:
    """Give the statements on an entity: that it is, and each of its values."""
    dataset, seen, origin = dataset_of(account.source.publisher), plain(account.source.published)[0], clean(account.report)
    canonical, own = entity["id"], own or entity["id"]
    yield Row(canonical, own, "id", entity["schema"], own, dataset, origin, None, seen)
    for prop, values in entity["properties"].items():
        for value in values:
            said = words.get(prop)
            yield Row(canonical, own, prop, entity["schema"], value, dataset, origin, said if said != value else None, seen)


def _words(record: Record, account: Account) -> dict[str, str | None]:
    """Give the words of a report behind the values: by property, and of participants by the actor's key."""
    told = next((e for e in record.engagements if e.id == account.engagement), None) if not account.kept else None
    if told is None:
        return {}
    when = next((clean(t.span.quote) for t in record.times if t.id == told.time), None)
    place = clean(told.place.span.quote) if told.place and told.place.span else None
    found: dict[str, str | None] = {"date": when, "startDate": when, "endDate": when, "location": place}
    for one in told.participants:
        if one.span:
            found[key(record.actor(one.actor))] = clean(one.span.quote)
    return found


def dataset_of(publisher: str | None) -> str:
    """Give the name of a publisher's data set, as followthemoney allows one.

    >>> dataset_of("Ministry of Foreign Affairs of Türkiye"), dataset_of(None)
    ('ministry_of_foreign_affairs_of_turkiye', 'publisher_unknown')
    """
    if not publisher or not publisher.strip():
        return "publisher_unknown"
    plain_letters = unicodedata.normalize("NFKD", publisher).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "_", plain_letters).strip("_")[:80]
    return slug if len(slug) > 1 else f"publisher_{hashlib.sha1(publisher.encode(), usedforsecurity=False).hexdigest()[:8]}"
