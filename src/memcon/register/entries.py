"""One entry made of its accounts: what they agree on, and who says what where they differ.

A function of the accounts (and of the corrections that analysts made): every choice is by count of reports, ties by the
earliest publication and the code.
"""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from memcon.register.calendar import days
from memcon.register.places import same_city
from memcon.register.spelling import alike
from memcon.register.tellings import Party, Telling

_STATUS = ("held", "cancelled", "planned", "proposed", "denied", "habitual")
"""Ranked for accounts of one day; over time the latest account counts, and what was held stays held."""
_KIND = ("summit", "visit", "meeting", "video_call", "call", "message", "contact")
_LATE = 1 << 30


@dataclass(frozen=True, slots=True)
class Made:
    """An entry as it is written: the row of `entries` and its participants."""

    row: dict[str, Any]
    parties: tuple[Party, ...]


def order(telling: Telling) -> tuple[int, str, str]:
    """Give the order of accounts: by publication, report, code. The first one founds the entry and gives it its id."""
    return telling.published if telling.published is not None else _LATE, telling.report, telling.code


def make(
    tellings: Collection[Telling],
    places: Mapping[str, str | None],
    copies: Mapping[str, str],
    corrections: Mapping[str, str | None],
    rejected: Collection[str] = (),
) -> Made:
    """Make an entry.

    `places` gives the name of the site by account code, `copies` the report that a report was copied from, `corrections` the fields
    that analysts set, `rejected` the codes of accounts that they threw out.
    """
    ranked = sorted(tellings, key=order)
    counted = [t for t in ranked if t.code not in rejected] or ranked
    fair = [t for t in counted if copies.get(t.report) not in {o.report for o in counted}] or counted
    status = corrections.get("status") or _status(counted)
    timed = [t for t in fair if t.status == "held" and t.date] if status == "held" else []
    country, city, site = _place(fair, places)
    date = corrections["date"] if "date" in corrections else _date(timed or fair)
    when = days(date)
    row = {
        "number": ranked[0].number,
        "code": ranked[0].code,
        "kind": corrections.get("kind") or _kind(fair),
        "status": status,
        "date": date,
        "begin": when.begin if when else None,
        "end": when.end if when else None,
        "country": corrections.get("country", country),
        "city": corrections.get("city", city),
        "place": corrections.get("place", site),
        "main": any(t.main for t in counted),
        "confidence": max(t.confidence for t in counted),
        "reports": len({t.report for t in counted}),
        "independent": len({t.report for t in fair}),
        "rejected": len(counted) == 0 or all(t.code in rejected for t in ranked),
        "differences": json.dumps(differences(counted), ensure_ascii=False, separators=(",", ":")),
    }
    return Made(row, parties(counted))


def _status(tellings: Sequence[Telling]) -> str:
    if any(t.status == "held" for t in tellings):
        return "held"
    latest = max(t.published or 0 for t in tellings)
    return min((t.status for t in tellings if (t.published or 0) == latest), key=_STATUS.index)


def _kind(tellings: Sequence[Telling]) -> str:
    counts = Counter(t.kind for t in tellings if t.kind != "contact") or Counter(t.kind for t in tellings)
    return min(counts, key=lambda k: (-counts[k], _KIND.index(k)))


def _date(tellings: Sequence[Telling]) -> str | None:
    known = [t for t in tellings if t.date and t.days]
    if not known:
        return next((t.date for t in tellings if t.date), None)
    finest = min(t.days.length for t in known if t.days)
    dates = [t.date for t in known if t.days and t.days.length <= max(finest, 1) and t.date]
    counts = Counter(dates)
    return min(counts, key=lambda d: (-counts[d], dates.index(d)))


def _place(
    tellings: Sequence[Telling], sites: Mapping[str, str | None]
) -> tuple[str | None, str | None, str | None]:
    country = _most(t.country for t in tellings)
    here = [t for t in tellings if t.country == country]
    city = _most(t.city for t in here)
    return country, city, _most(sites.get(t.code) for t in here if not city or t.city in (city, None))


def _most(values: Iterable[str | None]) -> str | None:
    known = [v for v in values if v]
    counts = Counter(known)
    return min(counts, key=lambda v: (-counts[v], known.index(v))) if known else None


def parties(tellings: Sequence[Telling]) -> tuple[Party, ...]:
    """Give the participants: persons once however spelt, a state only where no person of it is named."""
    found: list[Party] = []
    for party in (p for t in tellings for p in t.parties):
        twin = next((n for n, p in enumerate(found) if _same(p, party)), None)
        if twin is None:
            found.append(party)
        elif party.person and found[twin].person and _fuller(party, found[twin]):
            found[twin] = party
    named = {p.side for p in found if p.person}
    return tuple(p for p in found if p.person or p.side not in named)


def _same(a: Party, b: Party) -> bool:
    if a.person and b.person:
        return a.key == b.key or alike(a.person, b.person)
    return a.key == b.key


def _fuller(a: Party, b: Party) -> bool:
    assert a.person and b.person
    return (len(a.person.given), a.person.country is not None) > (len(b.person.given), b.person.country is not None)


def differences(tellings: Sequence[Telling]) -> list[dict[str, Any]]:
    """Give the fields in which the accounts differ, each with its values and the reports that say so."""
    fields: tuple[tuple[str, Callable[[Telling], str | None]], ...] = (
        ("kind", lambda t: t.kind),
        ("status", lambda t: t.status),
        ("date", lambda t: t.date),
        ("country", lambda t: t.country),
        ("city", lambda t: t.city),
        ("participants", lambda t: ", ".join(sorted(t.sides)) or None),
    )
    found = []
    for field, value in fields:
        said: dict[str, list[str]] = {}
        for telling in tellings:
            if (words := value(telling)) is not None:
                said.setdefault(words, []).append(telling.report)
        if len(said) > 1 and _differ(field, list(said)):
            found.append({"field": field, "values": [[v, sorted(set(r))] for v, r in said.items()]})
    return found


def _differ(field: str, values: Sequence[str]) -> bool:
    """Tell whether values are at odds: 13 September and September are not, nor Kiev and Kyiv."""
    pairs = [(a, b) for n, a in enumerate(values) for b in values[n + 1 :]]
    if field == "date":
        known = [(days(a), days(b)) for a, b in pairs]
        return any(a is None or b is None or a.gap(b) > 0 for a, b in known)
    if field == "city":
        return not all(same_city(a, b) for a, b in pairs)
    return True
