"""FollowTheMoney entities, one a line, as Aleph and OpenAleph load them."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from memcon.exchange.dates import plain
from memcon.exchange.iris import web
from memcon.exchange.naming import KINDS, clean, title, where
from memcon.exchange.outcome import Outcome
from memcon.exchange.selection import Selection
from memcon.register.answers import Account, Entry, PartyAnswer

Entity = dict[str, Any]
_SCHEMAS = {"person": "Person", "state": "PublicBody", "organisation": "Organization", "group": "Organization", "unnamed": "LegalEntity"}
NEVER_WAS = ("denied", "cancelled")


def write(selection: Selection, out: BinaryIO) -> Outcome:
    """Write an Event with the entities `involved`, the Articles that tell of it as `proof`, and Documentation of the words.

    What was denied or called off is left out and counted: an Event has no status, and its links would say that it was.
    """
    seen: set[str] = set()
    written = left = 0
    for entry in selection.entries():
        if entry.status in NEVER_WAS:
            left += 1
            continue
        for entity in _entities(entry):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                out.write(json.dumps(entity, ensure_ascii=False).encode() + b"\n")
                written += 1
    return Outcome(written, "entities", never_was(left))


def never_was(left: int) -> tuple[str, ...]:
    """Say how many engagements were left out."""
    return (f"{left} engagements left out: denied or cancelled, which FollowTheMoney cannot say",) if left else ()


def identifier(*names: str) -> str:
    """Give the id of an entity; it depends on nothing but these names."""
    return "memcon-" + hashlib.sha1("\n".join(names).encode(), usedforsecurity=False).hexdigest()


def _entity(id: str, schema: str, **properties: object) -> Entity:
    """Make an entity; FollowTheMoney has a list of strings for each property."""
    found: dict[str, list[str]] = {}
    for name, value in properties.items():
        values = value if isinstance(value, list) else [value]
        kept = list(dict.fromkeys(clean(str(v)) for v in values if v))
        if kept:
            found[name] = kept
    return {"id": id, "schema": schema, "properties": found}


def _entities(entry: Entry) -> Iterator[Entity]:
    for one in entry.participants:
        yield party(one)
    for account in entry.accounts:
        yield article(account)
    yield event(entry)
    for account in entry.accounts:
        yield documentation(entry, account)


def party(one: PartyAnswer) -> Entity:
    """Give a participant as an entity."""
    country = one.country.lower() if one.country else None
    return _entity(identifier("actor", one.actor), _SCHEMAS[one.kind], name=one.name, country=country)


def article(a: Account) -> Entity:
    """Give the report of an account as an entity."""
    return _entity(
        identifier("report", a.report), "Article", fileName=a.report, title=a.source.title, publishedAt=plain(a.source.published)[0],
        publisher=a.source.publisher, sourceUrl=web(a.source.url),
    )  # fmt: skip


def event(entry: Entry) -> Entity:
    """Give an engagement as an entity."""
    begin, end = plain(entry.date)
    dated = {"startDate": begin, "endDate": end} if end else {"date": begin}
    return _entity(
        identifier("entry", entry.id), "Event", name=title(entry), **dated, location=where(entry),
        country=entry.country.lower() if entry.country else None,
        involved=[identifier("actor", p.actor) for p in entry.participants],
        summary=[f"{KINDS[entry.kind]}, {entry.status}; date {entry.date or 'not known'} (EDTF); confidence {entry.confidence:.2f}"],
        keywords=[entry.kind, entry.status, *(t for a in entry.accounts for t in a.topics)],
        proof=[identifier("report", a.report) for a in entry.accounts], recordId=entry.id,
        publisher=[a.source.publisher for a in entry.accounts], sourceUrl=[web(a.source.url) for a in entry.accounts],
    )  # fmt: skip


def documentation(entry: Entry, a: Account) -> Entity:
    """Give the words of an account as an entity that links the engagement and the report."""
    words = [f"“{s.quote}” [{s.start}:{s.end}]" for s in a.evidence]
    return _entity(
        identifier("account", a.id), "Documentation", document=identifier("report", a.report), entity=identifier("entry", entry.id),
        role=f"account, according to {', '.join(a.reported_by)}" if a.reported_by else "account", summary=words, recordId=a.id,
    )  # fmt: skip
