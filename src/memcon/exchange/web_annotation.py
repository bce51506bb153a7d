"""W3C Web Annotations: each field of a finding on the words that it came from."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from memcon.exchange.graph_stream import pruned, stream
from memcon.exchange.iris import iri, text_iri, web
from memcon.exchange.outcome import Outcome
from memcon.exchange.selection import Selection
from memcon.record import Engagement, Figure, Record, Span, Statement

_AROUND = 32
"""Characters before and after the words in a quote selector."""
Field = tuple[str, str, Span | None]
"""The field's name, what is said of the words, the words."""


def write(selection: Selection, out: BinaryIO) -> Outcome:
    """Write an annotation page: the engagements that are asked for, and all statements and figures of the reports that tell of them.

    Each target has a position selector (code points into the report's text, whose hash the source is) and a quote selector.
    """
    head = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": iri("annotations"), "type": "AnnotationPage"}
    return Outcome(stream(out, head, "items", _annotations(selection)), "annotations")


def _annotations(selection: Selection) -> Iterator[dict[str, Any]]:
    for record in selection.records():
        for e in record.engagements:
            entry = selection.accounts.get((record.report.id, e.id))
            if entry is not None:
                yield from _finding(record, e.id, _engagement(record, e), iri("entry", entry))
        for s in record.statements:
            if s.confidence >= selection.floor:
                yield from _finding(record, s.id, _statement(record, s))
        for f in record.figures:
            if f.confidence >= selection.floor:
                yield from _finding(record, f.id, _figure(record, f))


def _finding(record: Record, id: str, fields: Iterator[Field], entry: str | None = None) -> Iterator[dict[str, Any]]:
    about = [entry or iri("finding", record.report.id, id)]
    for number, (name, said, span) in enumerate(fields, 1):
        if span is not None:
            yield {
                "id": iri("annotation", record.report.id, id, str(number)),
                "type": "Annotation",
                "motivation": "classifying" if name == "kind" else "identifying" if name in _WHO else "describing",
                "body": [
                    {"type": "TextualBody", "value": f"{name}: {said}", "format": "text/plain", "language": "en", "purpose": "tagging"},
                    *({"type": "SpecificResource", "source": a, "purpose": "linking"} for a in about),
                ],
                "target": _target(record, span),
                "generator": {
                    "id": iri("software", record.stamp.memcon, record.stamp.model),
                    "type": "Software",
                    "name": f"Memcon {record.stamp.memcon}, {record.stamp.model}",
                },
            }


_WHO = ("participant", "place", "speaker", "addressee")


def _target(record: Record, span: Span) -> dict[str, Any]:
    text = record.report.text
    return pruned(
        {
            "type": "SpecificResource",
            "source": text_iri(record.report.sha256),
            "scope": web(record.report.url),
            "selector": [
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": span.quote,
                    "prefix": text[max(span.start - _AROUND, 0) : span.start],
                    "suffix": text[span.end : span.end + _AROUND],
                },
            ],
        }
    )


def _engagement(record: Record, e: Engagement) -> Iterator[Field]:
    yield "kind", f"{e.kind}, {e.status}", e.trigger
    for p in e.participants:
        yield "participant", f"{record.actor(p.actor).name}, {p.role}", p.span
    if e.date:
        when = next((t.span for t in record.times if t.id == e.time), None)
        yield "date", e.date, when
    if e.place:
        yield "place", ", ".join(x for x in (e.place.name, e.place.city, e.place.country) if x), e.place.span
    for topic in e.topics:
        yield "topic", topic.quote, topic
    for words in e.evidence:
        yield "evidence", f"{e.kind}, {e.status}", words


def _statement(record: Record, s: Statement) -> Iterator[Field]:
    names = ", ".join(record.actor(i).name for i in s.speakers)
    yield "speaker", names or "not named", s.speaker
    yield "cue", s.stance or s.type, s.cue
    yield "addressee", ", ".join(record.actor(i).name for i in s.addressees) or "not named", s.addressee
    for content in s.content:
        yield "statement", f"{s.type}, by {names or 'somebody not named'}", content


def _figure(record: Record, f: Figure) -> Iterator[Field]:
    by = ", ".join(record.actor(i).name for i in f.claimants) or "the report"
    high = f" to {f.high:g}" if f.high is not None else ""
    yield "figure", f"{f.comparator or ''}{f.value:g}{high} {f.unit}, claimed by {by}", f.span
    yield "what", f"what {f.span.quote} measures", f.what
