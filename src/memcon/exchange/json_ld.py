"""JSON-LD: schema.org Event, Quotation and Claim, and where they come from in PROV."""

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from memcon.exchange.dates import plain
from memcon.exchange.graph_stream import pruned, stream
from memcon.exchange.iris import PREFIX, iri, text_iri, web
from memcon.exchange.naming import title
from memcon.exchange.outcome import Outcome
from memcon.exchange.selection import Selection
from memcon.record import Actor, Figure, Record, Statement
from memcon.register.actor_rows import key
from memcon.register.answers import Account, Entry, PartyAnswer

Node = dict[str, Any]
_TYPES = {"person": "Person", "state": "Country", "organisation": "Organization", "group": "Organization", "unnamed": "Thing"}
_STATUS = {"planned": "EventScheduled", "cancelled": "EventCancelled"}
"""schema.org has no more; `memcon:status` says what ours is."""
_LINKS = ("attendee", "subjectOf", "spokenByCharacter", "author", "isPartOf", "appearance", "recipient", "eventStatus", "url")
_PROV = ("wasDerivedFrom", "wasGeneratedBy", "wasAttributedTo", "wasAssociatedWith", "used")
CONTEXT: Node = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "memcon": f"{PREFIX}vocabulary:",
    **{name: {"@type": "@id"} for name in _LINKS},
    **{name: {"@id": f"prov:{name}", "@type": "@id"} for name in _PROV},
}
"""The context stands in the document, so that nothing has to be fetched to read it."""


def write(selection: Selection, out: BinaryIO) -> Outcome:
    """Write a graph: the engagements that are asked for with their accounts, and the reports with what they quote and claim."""
    return Outcome(stream(out, {"@context": CONTEXT}, "@graph", _once(_nodes(selection))), "nodes")


def _once(nodes: Iterator[Node]) -> Iterator[Node]:
    """Give each node once: an actor or a publisher turns up with every finding of it."""
    seen: set[str] = set()
    for node in nodes:
        if node["@id"] not in seen:
            seen.add(node["@id"])
            yield node


def _nodes(selection: Selection) -> Iterator[Node]:
    for entry in selection.entries():
        yield from (_party(p) for p in entry.participants)
        yield _event(entry)
        yield from (_account(a) for a in entry.accounts)
    for record in selection.records():
        yield from _report(record)
        for s in record.statements:
            if s.confidence >= selection.floor:
                yield from (_actor(record.actor(i)) for i in (*s.speakers, *s.addressees))
                yield _said(record, s)
        for f in record.figures:
            if f.confidence >= selection.floor:
                yield from (_actor(record.actor(i)) for i in f.claimants)
                yield _claimed(record, f)


def _party(p: PartyAnswer) -> Node:
    return pruned({"@id": iri("actor", p.actor), "@type": _TYPES[p.kind], "name": p.name, "memcon:country": p.country})


def _actor(actor: Actor) -> Node:
    return _party(PartyAnswer(actor.name, actor.country, actor.kind, key(actor)))


def _ids(record: Record, actors: Sequence[str]) -> list[str]:
    return [iri("actor", key(record.actor(i))) for i in actors]


def _event(entry: Entry) -> Node:
    begin, end = plain(entry.date)
    address = pruned({"@type": "PostalAddress", "addressLocality": entry.city, "addressCountry": entry.country})
    place = pruned({"@type": "Place", "name": entry.place or entry.city, "address": address if len(address) > 1 else None})
    status = _STATUS.get(entry.status)
    return pruned(
        {
            "@id": iri("entry", entry.id),
            "@type": ["Event", "prov:Entity"],
            "name": title(entry),
            "startDate": begin,
            "endDate": end,
            "eventStatus": f"https://schema.org/{status}" if status else None,
            "location": place if len(place) > 1 else None,
            "attendee": [iri("actor", p.actor) for p in entry.participants],
            "subjectOf": list(dict.fromkeys(iri("report", a.report) for a in entry.accounts)),
            "wasDerivedFrom": [iri("account", a.id) for a in entry.accounts],
            "memcon:kind": entry.kind,
            "memcon:status": entry.status,
            "memcon:edtf": entry.date,
            "memcon:confidence": entry.confidence,
        }
    )


def _account(a: Account) -> Node:
    return pruned(
        {
            "@id": iri("account", a.id),
            "@type": "prov:Entity",
            "wasDerivedFrom": iri("report", a.report),
            "wasGeneratedBy": iri("reading", a.report),
            "memcon:kind": a.kind,
            "memcon:status": a.status,
            "memcon:edtf": a.date,
            "memcon:reportedBy": list(a.reported_by),
            "memcon:evidence": [{"text": s.quote, "memcon:start": s.start, "memcon:end": s.end} for s in a.evidence],
        }
    )


def _report(record: Record) -> Iterator[Node]:
    report, stamp = record.report, record.stamp
    publisher = {"@id": iri("publisher", report.publisher.name), "@type": "Organization", "name": report.publisher.name} if report.publisher else None
    software = iri("software", stamp.memcon, stamp.model)
    yield {
        "@id": software, "@type": ["SoftwareApplication", "prov:SoftwareAgent"], "name": f"Memcon {stamp.memcon}, {stamp.model}",
        "softwareVersion": stamp.memcon, "memcon:modelSha256": stamp.model_sha256,
    }  # fmt: skip
    if publisher:
        yield publisher
    yield {
        "@id": iri("reading", report.id), "@type": "prov:Activity", "used": text_iri(report.sha256), "wasAssociatedWith": software,
    }  # fmt: skip
    yield pruned(
        {
            "@id": iri("report", report.id),
            "@type": ["Article", "prov:Entity"],
            "headline": report.title.quote if report.title else None,
            "datePublished": plain(report.published.value)[0] if report.published else None,
            "publisher": {"@id": publisher["@id"]} if publisher else None,
            "wasAttributedTo": publisher["@id"] if publisher else None,
            "inLanguage": report.language,
            "url": web(report.url),
            "wasDerivedFrom": text_iri(report.sha256),
        }
    )


def _said(record: Record, s: Statement) -> Node:
    """Words of the speaker are a Quotation; what is only reported of him is a Statement, whose words are the report's."""
    quoted = s.type != "indirect"
    return pruned(
        {
            "@id": iri("statement", record.report.id, s.id),
            "@type": ["Quotation" if quoted else "Statement", "prov:Entity"],
            "text": " … ".join(c.quote for c in s.content),
            "spokenByCharacter" if quoted else "author": _ids(record, s.speakers),
            "recipient": _ids(record, s.addressees),
            "memcon:type": s.type,
            "memcon:stance": s.stance,
            "memcon:start": s.content[0].start if s.content else None,
            "memcon:end": s.content[-1].end if s.content else None,
            "memcon:confidence": s.confidence,
            **_from(record),
        }
    )


def _claimed(record: Record, f: Figure) -> Node:
    ranged = f.high is not None
    value = {
        "@type": "QuantitativeValue",
        "value": None if ranged else f.value,
        "minValue": f.value if ranged else None,
        "maxValue": f.high,
        "unitText": f.unit,
        "name": f.what.quote if f.what else None,
    }
    return pruned(
        {
            "@id": iri("figure", record.report.id, f.id),
            "@type": ["Claim", "prov:Entity"],
            "text": f.evidence.quote,
            "author": _ids(record, f.claimants),
            "appearance": iri("report", record.report.id),
            "about": pruned(value),
            "memcon:comparator": f.comparator,
            "memcon:change": f.change,
            "memcon:period": f.period,
            "memcon:start": f.span.start,
            "memcon:end": f.span.end,
            "memcon:confidence": f.confidence,
            **_from(record),
        }
    )


def _from(record: Record) -> Node:
    report = iri("report", record.report.id)
    return {"isPartOf": report, "wasDerivedFrom": report, "wasGeneratedBy": iri("reading", record.report.id)}
