"""A record's engagements as PLOVER event records (manual, draft 2.0); docs/plover.md tells the mapping and its limits.

One event a record of engagement, with all its parties: never one a pair. What has no day, and no month or year either,
is left out, since PLOVER asks for a date and none may be made up.
"""

import calendar
import datetime
import re
from typing import Any

from memcon.exchange import plover_codes
from memcon.record import Engagement, Participant, Place, Record

_PART = re.compile(r"^(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?$")
_ACTING = frozenset({"visitor", "sender", "caller"})


def to_plover(record: Record, floor: float = 0.0) -> list[dict[str, Any]]:
    """Give the events of a record, in the order of its engagements.

    Engagements of a confidence under `floor` and those that no date places are left out. The fields are the manual's;
    what it has no field for (the kind, the status, the EDTF date, the confidence, who reports it) stands under "memcon".
    """
    found = (_event(record, e) for e in record.engagements if e.confidence >= floor)
    return [event for event in found if event is not None]


def days(edtf: str | None) -> tuple[str, str] | None:
    """Give the first and the last day (ISO) of an EDTF date, None where it has none.

    >>> days("2021-09")
    ('2021-09-01', '2021-09-30')
    >>> days("2021-09-13/2021-09-15")
    ('2021-09-13', '2021-09-15')
    >>> days("2021-21") is None  # a season: its days depend on the hemisphere
    True
    """
    if not edtf:
        return None
    ends = [_bounds(part) for part in edtf.split("/")]
    if len(ends) > 2 or ends[0] is None or ends[-1] is None:
        return None
    first, last = ends[0][0], ends[-1][1]
    return (first, last) if first <= last else None


def _bounds(part: str) -> tuple[str, str] | None:
    match = _PART.match(part)
    if match is None:
        return None
    year, month, day = int(match[1]), match[2], match[3]
    try:
        if day:
            whole = datetime.date(year, int(month), int(day)).isoformat()
            return whole, whole
        if month:
            last = calendar.monthrange(year, int(month))[1]
            return datetime.date(year, int(month), 1).isoformat(), datetime.date(year, int(month), last).isoformat()
        return datetime.date(year, 1, 1).isoformat(), datetime.date(year, 12, 31).isoformat()
    except ValueError:  # a month of 21 to 24 is a season; 30 February is no day
        return None


def _event(record: Record, e: Engagement) -> dict[str, Any] | None:
    placed = days(e.date)
    if placed is None:
        return None
    published = record.report.published.value if record.report.published else None
    rule = _rule(e, placed, published)
    if rule is None:
        return None
    category: str = rule["event"]
    modes = [rule["mode"]] if "mode" in rule else _modes(record, e) if category == "CONSULT" else []
    acting, receiving = _sides(e.participants)
    event: dict[str, Any] = {
        "id": f"{record.report.id}-{e.id}",
        "date": placed[0],
        "enddate": placed[1] if placed[1] != placed[0] else None,
        "actor": [_entity(record, p) for p in acting],
        "recipient": [_entity(record, p) for p in receiving],
        "event": [category],
        "mode": modes,
        "context": _contexts(e, rule, placed, published),
        "quad_code": plover_codes.table()["quads"][category],
        "event_scale": _scale(category, modes),
        "event_loc": _place(e.place),
        "event_text": [s.quote for s in e.evidence],
        "text_info": {"start": e.trigger.start, "end": e.trigger.end},
        "cite_info": _cited(record),
        "coder": f"memcon {record.stamp.memcon}",
        "memcon": _own(record, e),
    }
    return {key: value for key, value in event.items() if value not in (None, [], {})}


def _rule(e: Engagement, placed: tuple[str, str], published: str | None) -> dict[str, Any] | None:
    """Give the line of the mapping; a denial of a day to come is a refusal, one of a day past a negated CONSULT."""
    ahead = published is not None and placed[0] > published
    status = "denied_future" if e.status == "denied" and ahead else e.status
    rule: dict[str, Any] | None = plover_codes.table()["status"].get(status)
    return rule


def _modes(record: Record, e: Engagement) -> list[str]:
    """Give the mode of a CONSULT: by its kind, else by its roles, its parties and its place."""
    by_kind: str | None = plover_codes.table()["modes"].get(e.kind)
    if by_kind is not None:
        return [by_kind]
    actors = [record.actor(p.actor) for p in e.participants]
    countries = {a.country for a in actors if a.country is not None}
    if e.kind == "summit" or len(countries) > 2 or any(a.kind == "organisation" and a.country is None for a in actors):
        return ["multilateral"]
    roles = {p.role for p in e.participants}
    if {"host", "visitor"} <= roles:
        return ["visit"]
    if e.kind == "meeting" and e.place and e.place.country and len(countries) == 2 and e.place.country not in countries:
        return ["third-party"]
    return []


def _sides(participants: tuple[Participant, ...]) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Part visitors from hosts, senders from recipients; where the roles do not tell, all are actors and none recipient."""
    acting = tuple(p for p in participants if p.role in _ACTING)
    receiving = tuple(p for p in participants if p.role not in _ACTING)
    told = any(p.role in ("host", "recipient") for p in receiving) or any(p.role == "caller" for p in acting)
    return (acting, receiving) if acting and receiving and told else (participants, ())


def _entity(record: Record, p: Participant) -> dict[str, Any]:
    return plover_codes.entity(record.actor(p.actor), p.span.quote if p.span else None)


def _contexts(e: Engagement, rule: dict[str, Any], placed: tuple[str, str], published: str | None) -> list[str]:
    """Give "diplomatic", the topics' contexts, and the auxiliary ones: an earlier contact of the background is historical."""
    found = ["diplomatic", *plover_codes.contexts([t.quote for t in e.topics])]
    past = published is not None and placed[1] < published
    if e.status == "held" and not e.main and past:
        found.append("historical")
    return found + [c for c in rule.get("context", ()) if c not in found]


def _scale(category: str, modes: list[str]) -> float:
    scales = plover_codes.table()["scales"]
    own = [scales[f"{category}.{m}"] for m in modes if f"{category}.{m}" in scales]
    value: float = own[0] if own else scales[category]
    return value


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    found = {
        "extracted_place": place.span.quote if place.span else None,
        "resolved_place": place.name,
        "city": place.city,
        "country_code": plover_codes.alpha3(place.country),
        "resolution": 5 if place.name else 4 if place.city else 1 if place.country else None,
    }
    return {key: value for key, value in found.items() if value is not None}


def _cited(record: Record) -> dict[str, Any]:
    report = record.report
    found = {
        "title": report.title.quote if report.title else None,
        "url": report.url,
        "publication": report.publisher.name if report.publisher else None,
        "language": report.language,
        "codebook": "PLOVER",
        "version": "draft 2.0",
    }
    return {key: value for key, value in found.items() if value is not None}


def _own(record: Record, e: Engagement) -> dict[str, Any]:
    return {
        "kind": e.kind,
        "status": e.status,
        "main": e.main,
        "date": e.date,
        "confidence": e.confidence,
        "reported_by": [record.actor(i).name for i in e.reported_by],
    }
