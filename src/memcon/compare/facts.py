"""Facts as each account tells them: date, length, who asked for the contact, who took part, where, how, in what air."""

import re
from collections.abc import Callable, Sequence

from memcon.actors.tables import fold
from memcon.compare.comparison import Fact, FactField, Point, Row, Told
from memcon.compare.meant import engagement_of, engagements
from memcon.compare.sides import side
from memcon.compare.terms import _data, last_name
from memcon.record import Engagement, Record, Span, Timex

__all__ = ["engagements", "facts"]
_LASTED = re.compile(r"\b(?:last(?:ed|ing)|went\s+on\s+for|took|long|for|after)\b", re.I)
_TALKS = re.compile(r"\b(?:call|conversation|talks?|meeting|met|meeting|spoke|discussion|summit|negotiations|lasted)\b", re.I)
_ISO_LENGTH = re.compile(r"PT(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?")
_ALIKE = 0.1
"""Lengths that differ by no more than this share are one."""


def facts(
    records: Sequence[Record], meant: Sequence[str | None], points: Sequence[Point], rows: Sequence[Row], elsewhere: Sequence[float]
) -> tuple[Fact, ...]:
    """Give the facts that at least one account tells, each with what every account says of it.

    `elsewhere` tells of each point how surely it is about something else (`points.outside`); such a point tells no length of the talks,
    nor, in the press, who asked for them.
    """
    every = [[p.span for p in points if p.account == n] for n in range(len(records))]
    near = [[p.span for p, e in zip(points, elsewhere, strict=True) if p.account == n and e < 1] for n in range(len(records))]
    contacts = [engagement_of(r, id) for r, id in zip(records, meant, strict=True)]
    publishers = [r.report.publisher.name if r.report.publisher else None for r in records]
    tellers: tuple[tuple[FactField, Callable[[int], Told], Callable[[str, str], bool]], ...] = (
        ("kind", lambda n: _kind(n, contacts[n]), _same_kind),
        ("date", lambda n: _date(n, records[n], contacts[n]), _compatible),
        ("length", lambda n: _length(n, records[n], near[n]), _same_length),
        ("initiative", lambda n: _initiative(n, records[n], every[n] if side(publishers[n]) else near[n]), _same_name),
        ("participants", lambda n: _participants(n, records[n], contacts[n], points), _same_names),
        ("place", lambda n: _place(n, contacts[n]), _same_name),
        ("air", lambda n: _air(n, points), _same_name),
    )
    found = []
    for field, tell, same in tellers:
        told = tuple(tell(n) for n in range(len(records)))
        if any(t.value for t in told):
            found.append(Fact(field, told, _agree(told, same)))
    return (*found, *_numbers(records, points, rows))


def _agree(told: Sequence[Told], same: Callable[[str, str], bool]) -> bool | None:
    values = [t.value for t in told if t.value]
    if len(values) < 2:
        return None
    return all(same(values[0], v) for v in values[1:])


def _kind(n: int, met: Engagement | None) -> Told:
    return Told(n, met.kind.replace("_", " "), met.trigger) if met else Told(n, None)


def _date(n: int, record: Record, met: Engagement | None) -> Told:
    if met is None or met.date is None:
        return Told(n, None)
    time = next((t for t in record.times if t.id == met.time), None)
    return Told(n, met.date, time.span if time else None)


def _length(n: int, record: Record, near: Sequence[Span]) -> Told:
    """Give the length of the talks: a duration of minutes or hours beside a word for talks."""
    text = record.report.text
    for time in record.times:
        home = next((s for s in near if s.meets(time.span)), None) if time.type == "DURATION" and _minutes(time) is not None else None
        if home is not None:
            around = text[max(home.start, time.span.start - 80) : min(home.end, time.span.end + 40)]
            if _TALKS.search(around) and (_LASTED.search(around) or "-" in text[time.span.end - 5 : time.span.end]):
                return Told(n, _in_words(time), time.span)
    return Told(n, None)


def _minutes(time: Timex) -> float | None:
    match = _ISO_LENGTH.fullmatch(time.value)
    return float(match[1] or 0) * 60 + float(match[2] or 0) if match and (match[1] or match[2]) else None


def _in_words(time: Timex) -> str:
    minutes = _minutes(time) or 0
    hedge = {"APPROX": "about ", "MORE_THAN": "more than ", "LESS_THAN": "less than ", "EQUAL_OR_MORE": "at least ", "EQUAL_OR_LESS": "at most "}.get(time.mod or "", "")
    return f"{hedge}{minutes:g} minutes"


def _initiative(n: int, record: Record, near: Sequence[Span]) -> Told:
    text = record.report.text
    for pattern in _data("denials.toml")["initiative"]["patterns"]:
        for match in (m for s in near for m in re.compile(pattern).finditer(text, s.start, s.end)):
            around = text[max(0, match.start() - 160) : match.end() + 80]
            if _TALKS.search(around):
                return Told(n, " ".join(match[1].split()), Span(match.start(1), match.end(1), match[1]))
    return Told(n, None)


def _participants(n: int, record: Record, met: Engagement | None, points: Sequence[Point]) -> Told:
    if met is not None:
        names = [record.actor(p.actor).name for p in met.participants]
        first = next((p.span for p in met.participants if p.span), None)
        return Told(n, "; ".join(names) or None, first)
    contact = next((p for p in points if p.account == n and p.kind == "contact"), None)
    if contact is None:
        return Told(n, None)
    ids = [id for m in record.mentions if contact.span.holds(m.span) for id in m.actors if record.actor(id).kind == "person"]
    return Told(n, "; ".join(dict.fromkeys(record.actor(id).name for id in ids)) or None, contact.span)


def _place(n: int, met: Engagement | None) -> Told:
    if met is None or met.place is None:
        return Told(n, None)
    parts = dict.fromkeys(p for p in (met.place.name, met.place.city, met.place.country) if p)
    return Told(n, ", ".join(parts) or None, met.place.span)


def _air(n: int, points: Sequence[Point]) -> Told:
    """Give the words for the air of the talks, from where the account tells of the contact or of its mood."""
    found = [pair for p in points if p.account == n and p.kind in ("contact", "mood") for pair in p.air]
    return Told(n, ", ".join(dict.fromkeys(s.quote for _, s in found)) or None, found[0][1] if found else None)


def _same_kind(a: str, b: str) -> bool:
    """A video call may be told as a call, and a visit as the meeting that it was made for; "contact" leaves the form open."""
    families = ({"call", "video call", "contact"}, {"meeting", "visit", "summit", "contact"}, {"message", "contact"})
    return any(a in f and b in f for f in families)


def _compatible(a: str, b: str) -> bool:
    """Tell whether two EDTF dates can be the same: one is the beginning of the other, or lies in its interval."""
    if a == b or a.startswith(b) or b.startswith(a):
        return True
    for whole, day in ((a, b), (b, a)):
        begin, slash, end = whole.partition("/")
        if slash and begin <= day <= end:
            return True
    return False


def _same_length(a: str, b: str) -> bool:
    x, y = (float(re.sub(r"[^\d.]", "", v) or 0) for v in (a, b))
    return abs(x - y) <= _ALIKE * max(x, y)


def _same_name(a: str, b: str) -> bool:
    mine, theirs = set(fold(a).replace(",", " ").split()), set(fold(b).replace(",", " ").split())
    return bool(mine & theirs)


def _same_names(a: str, b: str) -> bool:
    mine, theirs = ({last_name(name) for name in value.split("; ")} for value in (a, b))
    return mine == theirs


def _numbers(records: Sequence[Record], points: Sequence[Point], rows: Sequence[Row]) -> list[Fact]:
    """Give the figures of one unit that differ within a row ("$1 billion", "$800 million")."""
    of = {p.id: p for p in points}
    found = []
    for row in rows:
        if len(row.accounts) < 2:
            continue
        claimed = {n: [f for id in ids for f in records[n].figures if of[id].span.holds(f.span)] for n, ids in enumerate(row.points)}
        units = {f.unit for fs in claimed.values() for f in fs}
        for unit in sorted(units):
            values = {n: [f for f in fs if f.unit == unit] for n, fs in claimed.items()}
            having = {n: fs for n, fs in values.items() if fs}
            if len(having) > 1 and not set.intersection(*({f.value for f in fs} for fs in having.values())):
                told = tuple(Told(n, ", ".join(f.span.quote for f in values[n]) or None, values[n][0].span if values[n] else None) for n in range(len(records)))
                found.append(Fact("number", told, False))
    return found
