"""Which engagement of each record a comparison is about: the one that the other records tell of as well."""

from collections.abc import Sequence

from memcon.compare.terms import name_key
from memcon.record import Engagement, Record

_FAMILIES = ({"call", "video_call", "contact"}, {"meeting", "visit", "summit", "contact"}, {"message"})
_LEAST = 2.0
"""Agreement under which two engagements are not one: two parties in common, or one and the day."""


def engagement_of(record: Record, id: str | None) -> Engagement | None:
    """Give the engagement of this id, None where there is none."""
    return next((e for e in record.engagements if e.id == id), None)


def engagements(records: Sequence[Record], named: Sequence[str | None] | None = None) -> tuple[str | None, ...]:
    """Give the engagement of each record that the records agree on best; None for a record that has none that fits.

    `named` are ids already known (of an entry's accounts).
    """
    if named is not None:
        return tuple(named)
    best: tuple[float, int, Engagement] | None = None
    some = any(e.main for r in records for e in r.engagements)
    for n, record in enumerate(records):
        for e in record.engagements:
            if some and not e.main:
                continue
            total = sum(_best(record, e, other)[0] for m, other in enumerate(records) if m != n)
            if best is None or total > best[0]:
                best = (total, n, e)
    if best is None:
        return tuple(None for _ in records)
    _, home, seed = best
    found = []
    for n, record in enumerate(records):
        score, fit = _best(records[home], seed, record)
        found.append(seed.id if n == home else fit.id if fit and score >= _LEAST else None)
    return tuple(found)


def _best(record: Record, e: Engagement, other: Record) -> tuple[float, Engagement | None]:
    scored = [(_agreement(record, e, other, f), f) for f in other.engagements]
    return max(scored, key=lambda s: (s[0], s[1].main, s[1].confidence), default=(0.0, None))


def _agreement(a: Record, e: Engagement, b: Record, f: Engagement) -> float:
    """Give points for parties in common, the family of kind, the status and the date; other days or months take them away."""
    shared = len(_parties(a, e) & _parties(b, f))
    if not shared:
        return 0.0
    score = float(min(shared, 3)) + (1.0 if e.main and f.main else 0)
    if shared < min(2, len(_parties(a, e)), len(_parties(b, f))):
        score -= 1.5  # one met Biden, the other Harris
    score += 0.5 if any(e.kind in k and f.kind in k for k in _FAMILIES) else -1.0
    if e.status != f.status:
        score -= 0.25 if e.main and f.main else 1.5  # a preview tells of the same meeting as planned; a follow-up is another one
    if e.date and f.date:
        if e.date[:10] == f.date[:10]:
            score += 1.0
        elif e.date[:7] != f.date[:7]:
            score -= 3.0
        elif len(e.date) >= 10 and len(f.date) >= 10:
            score -= 0.5
    return score


def _parties(record: Record, e: Engagement) -> set[str]:
    actors = [record.actor(p.actor) for p in e.participants]
    return {name_key(actor) for actor in actors}
