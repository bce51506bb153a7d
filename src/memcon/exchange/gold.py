"""A record in the form of the gold guide: one plain dictionary a document, for scoring."""

from typing import Any

from memcon.record import Engagement, Figure, Record, Statement


def to_gold(record: Record, floor: float = 0.0) -> dict[str, Any]:
    """Give a record in the guide's form.

    Engagements under the confidence `floor` are left out. Names of several speakers are joined with "; ".
    """
    return {
        "id": record.report.id,
        "engagements": [_engagement(record, e) for e in record.engagements if e.confidence >= floor],
        "statements": [_statement(record, s) for s in record.statements],
        "figures": [_figure(record, f) for f in record.figures],
    }


def _names(record: Record, ids: tuple[str, ...]) -> str | None:
    return "; ".join(record.actor(i).name for i in ids) or None


def _engagement(record: Record, e: Engagement) -> dict[str, Any]:
    place = e.place
    return {
        "kind": e.kind,
        "status": e.status,
        "main": e.main,
        "date": e.date,
        "place": {"name": place.name, "city": place.city, "country": place.country} if place else None,
        "participants": [
            {"name": record.actor(p.actor).name, "country": record.actor(p.actor).country} for p in e.participants
        ],
        "topics": [t.quote for t in e.topics],
        "reported_by": _names(record, e.reported_by),
        "evidence": [s.quote for s in e.evidence],
    }


def _statement(record: Record, s: Statement) -> dict[str, Any]:
    said = {
        "speaker": _names(record, s.speakers) or (s.speaker.quote if s.speaker else None),
        "addressee": _names(record, s.addressees) or (s.addressee.quote if s.addressee else None),
        "type": s.type,
        "cue": s.cue.quote if s.cue else None,
        "content": [c.quote for c in s.content],
    }
    return said | ({"nested": True} if s.within else {})


def _figure(record: Record, f: Figure) -> dict[str, Any]:
    return {
        "quantity": f.span.quote,
        "what": f.what.quote if f.what else None,
        "period": f.period,
        "claimed_by": _names(record, f.claimants) or next((s.speaker.quote for s in record.statements if s.id == f.statement and s.speaker), None),
        "evidence": f.evidence.quote,
    }
