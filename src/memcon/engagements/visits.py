"""Settles the visits of a report: one record a journey, its days, and what becomes of the meeting that it was for.

The Guide: a visit whose only content is the one meeting is one meeting; told of with several meetings, or none, it is a
visit, and its meetings with others are records of their own.
"""

import re
from datetime import date, timedelta

from memcon.engagements.joining import Entry
from memcon.engagements.lexicon import words_of
from memcon.engagements.scene import Scene
from memcon.engagements.telling import AHEAD, Telling

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DAYS = re.compile(r"P(\d+)D")
_LONGEST = 14
"""Days over which tellings of a journey to one state may still be the same journey."""


def settle(scene: Scene, found: list[Entry]) -> list[Entry]:
    """Give the entries with the visits joined, dated and, where they are no more than their meeting, folded into it."""
    kept = _joined(scene, found)
    for visit in [e for e in kept if e.kind == "visit"]:
        visit.settled = _period(scene, visit)
    _on_the_way(scene, kept)
    for visit in [e for e in kept if e.kind == "visit"]:
        meetings = [e for e in kept if e is not visit and _belongs(scene, visit, e)]
        if len(meetings) > 1 and len(_travellers(visit)) > 1:  # the presidents of Iran and Turkey came for their summit with Putin
            meetings = [e for e in meetings if _travellers(visit) <= {p.actor for p in e.parties}]
        if len(meetings) == 1:
            _fold(visit, meetings[0])
            kept.remove(visit)
    for visit in [e for e in kept if e.kind == "visit" and (e.date or _goes_on(e))]:
        for meeting in kept:
            if not _during(scene, visit, meeting):
                continue
            meeting.within = visit
            one_day = len(visit.date or "") == 10
            if meeting.date is None and (meeting.status == visit.status == "held" or (one_day and meeting.status == "planned" and not any(t.purpose for t in meeting.tellings))):
                meeting.settled = visit.date
        _abroad(scene, visit, kept)
    return kept


def _on_the_way(scene: Scene, kept: list[Entry]) -> None:
    """Date the stops of a journey that names only a region: "on a visit to East Africa on Tuesday ... arrived in Tanzania"."""
    for journey in [e for e in kept if e.kind == "visit" and e.date and not _lands(scene, e) and _travellers(e) and _is_news(scene, e)]:
        for stop in kept:
            if stop.kind == "visit" and stop is not journey and not stop.date and _lands(scene, stop) and _travellers(stop) & _travellers(journey) and _ahead(stop) == _ahead(journey):
                stop.within, stop.settled = journey, journey.date


def _during(scene: Scene, visit: Entry, meeting: Entry) -> bool:
    """Tell whether a meeting without a day of its own belongs to the journey: the traveller and somebody of the host's."""
    if meeting is visit or meeting.kind not in ("meeting", "contact") or meeting.other or any(t.background for t in meeting.tellings):
        return False
    met, away = _days(meeting), _days(visit)
    if met and away and not away[0] <= met[0] <= away[-1]:
        return False
    parties = {p.actor for p in meeting.parties}
    hosts = {scene.actors[a].country for a in parties - _travellers(visit)}
    return bool(_travellers(visit) & parties) and bool(_lands(scene, visit) & hosts) and _is_news(scene, visit)


def _abroad(scene: Scene, visit: Entry, kept: list[Entry]) -> None:
    """Place what the traveller does with others on a day of the journey: "Hu met Howard ... President Hu is in Hanoi for a state visit"."""
    published = _published(scene)
    away = _days(visit) or ([published] if published is not None and _goes_on(visit) else [])
    for meeting in kept:
        if meeting.within is None and meeting.kind in ("meeting", "contact", "summit") and not meeting.other and visit.status == "held":
            days = _days(meeting)
            same = bool(days) and bool(away) and away[0] <= days[0] <= away[-1]
            if _travellers(visit) & {p.actor for p in meeting.parties} and (same or (not meeting.date and _goes_on(visit))):
                meeting.within = visit


def _goes_on(visit: Entry) -> bool:
    """Tell whether a visit is told of in the present: "is in Hanoi for a state visit"."""
    verbs = [t.trigger.token.head if t.trigger.noun else t.trigger.token for t in visit.tellings]
    return any(c.tag_ in ("VBZ", "VBP") for v in verbs for c in (v, *v.children))


def _is_news(scene: Scene, visit: Entry, meeting: Entry | None = None) -> bool:
    """Tell whether a journey, or the meeting that it was for, is what the report tells of, not one long past."""
    published, days = _published(scene), _days(visit) or (_days(meeting) if meeting is not None else [])
    return published is not None and bool(days) and abs((published - days[-1]).days) <= _LONGEST


def _joined(scene: Scene, found: list[Entry]) -> list[Entry]:
    """Join the tellings of one journey: "departs for Beijing on Sunday", "will travel to Shanghai on Tuesday"."""
    kept: list[Entry] = []
    for entry in found:
        same = next((e for e in kept if entry.kind == "visit" == e.kind and _same_journey(scene, e, entry)), None)
        if same is None:
            kept.append(entry)
            continue
        same.tellings += entry.tellings
        known = {p.actor for p in same.parties}
        same.parties += [p for p in entry.parties if p.actor not in known and p.role != "host"]
    return kept


def _same_journey(scene: Scene, a: Entry, b: Entry) -> bool:
    if a.other != b.other or _ahead(a) != _ahead(b):
        return False
    if not _travellers(a) & _travellers(b) or not _lands(scene, a) & _lands(scene, b):
        return False
    left, right = _days(a), _days(b)
    return not left or not right or abs((left[0] - right[0]).days) <= _LONGEST


def _travellers(entry: Entry) -> set[str]:
    return {p.actor for p in entry.parties if p.role == "visitor"}


def _lands(scene: Scene, visit: Entry) -> set[str]:
    """Give the states that a visit goes to."""
    found = {scene.actors[p.actor].country for p in visit.parties if p.role == "host"}
    found |= {t.place.country for t in visit.tellings if t.place is not None}
    return {country for country in found if country}


def _days(entry: Entry) -> list[date]:
    """Give all days that the tellings name, in order."""
    told = [entry.settled] if entry.settled else [t.date for t in entry.tellings if t.date]
    return sorted({date.fromisoformat(day) for d in told for day in _DAY.findall(d)})


def _period(scene: Scene, visit: Entry) -> str | None:
    """Give the days of a visit as an interval, where the text tells of several or of how many; else None."""
    told = next((t.date for t in visit.tellings if t.date and "/" in t.date and t.time and t.time.edtf != t.date), None)
    if told is not None:
        return told  # the text gives the range itself: "from 17 to 19 June"
    exact = [t for t in visit.tellings if t.date and len(t.date) == 10]
    days = sorted({date.fromisoformat(t.date) for t in exact if t.date})
    length = next((n for t in visit.tellings if (n := _length(scene, t))), None)
    back = sorted(day for t in visit.tellings for day in _way_back(scene, t))
    if length and len(days) <= 1 and back:
        return _interval(back[-1] - timedelta(days=length - 1), back[-1])
    if length and len(days) <= 1:
        ending = any(_is_ending(scene, t) for t in visit.tellings)
        known = days[0] if days else _published(scene) if ending else None
        if known is None:
            return None
        step = timedelta(days=length - 1)
        return _interval(known - step, known) if ending else _interval(known, known + step)
    days = sorted({*days, *back})
    return _interval(days[0], days[-1]) if len(days) > 1 and (days[-1] - days[0]).days <= _LONGEST else None


def _interval(first: date, last: date) -> str | None:
    return f"{first}/{last}" if first != last else None


def _published(scene: Scene) -> date | None:
    value = scene.published
    return date.fromisoformat(value[:10]) if _DAY.match(value) else None


def _length(scene: Scene, telling: Telling) -> int | None:
    """Give the number of days of "a four-day state visit"."""
    token = telling.trigger.token
    for time in scene.times_of(telling.sentence.start, telling.sentence.end):
        match = _DAYS.fullmatch(time.value)
        if match and time.type == "DURATION" and 0 <= token.i - scene.token_at(time.span.end - 1).i <= 3:
            return int(match[1])
    return None


def _is_ending(scene: Scene, telling: Telling) -> bool:
    """Tell whether the words say that a journey is over: "ending a two-day visit"."""
    head = telling.trigger.token.head
    return str(head.lemma_).lower() in words_of("triggers", "journey", "ending")


def _way_back(scene: Scene, telling: Telling) -> list[date]:
    """Give the days on which the traveller returns: "before returning home on Wednesday"."""
    sent = telling.trigger.token.sent
    found: list[date] = []
    for token in sent:
        if token.i > telling.trigger.token.i and str(token.lemma_).lower() in words_of("triggers", "journey", "back"):
            times = [t for t in scene.times_of(token.idx, sent.end_char) if t.edtf and len(t.edtf) == 10]
            if times and scene.token_at(times[0].span.start).i - token.i <= 6:
                options = [times[0].edtf, *times[0].alternatives]
                known = _days_of(telling)
                fits = [o for o in options if o and _DAY.fullmatch(o) and (not known or known[-1] <= date.fromisoformat(o))]
                if fits:
                    found.append(date.fromisoformat(fits[0]))
                elif times[0].alternatives and known:  # the weekday of the week after: "on next Tuesday ... returning on Wednesday"
                    last = date.fromisoformat(max(o for o in options if o))
                    found.append(last + timedelta(days=7 * -((last - known[-1]).days // 7)))
    return found


def _days_of(telling: Telling) -> list[date]:
    return [date.fromisoformat(day) for day in _DAY.findall(telling.date or "")]


def _belongs(scene: Scene, visit: Entry, meeting: Entry) -> bool:
    """Tell whether a meeting is what a visit was for: the traveller meets a host in the same time and nearby words."""
    if meeting.kind not in ("meeting", "contact", "summit") or (meeting.kind == "contact" and all(t.weak for t in meeting.tellings)) or _ahead(meeting) != _ahead(visit) or meeting.other != visit.other:
        return False
    met, away = _days(meeting), _days(visit)
    if met and away and not away[0] - timedelta(days=1) <= met[0] <= away[-1] + timedelta(days=_LONGEST):
        return False  # "departed for China; the two met in November": another occasion
    vague = meeting.date if meeting.date and not met else None
    if vague and away and not any(str(day).startswith(vague) for day in away):
        return False
    others = {p.actor for p in meeting.parties} - _travellers(visit)
    if not _travellers(visit) & {p.actor for p in meeting.parties} or not _lands(scene, visit) & {scene.actors[a].country for a in others}:
        return False
    if len(_travellers(visit)) > 1 and _travellers(visit) <= {p.actor for p in meeting.parties} and _is_news(scene, visit, meeting):
        return True
    hosts = {p.actor for p in visit.parties if p.role == "participant" and scene.actors[p.actor].kind == "person"}
    if hosts and not hosts & others:
        return False  # the visit has its host; a meeting with somebody else during it is a record of its own
    if any(t.sentence == v.sentence or v.anaphoric or t.anaphoric for t in meeting.tellings for v in visit.tellings):
        return True
    return not any(t.background or t.weak for t in (*visit.tellings, *meeting.tellings)) and _is_news(scene, visit, meeting)


def _ahead(entry: Entry) -> bool:
    return entry.status in AHEAD


def _fold(visit: Entry, meeting: Entry) -> None:
    """Make one entry of a visit and its only meeting; over several days it stays a visit, with the meeting's parties."""
    vague = meeting.date
    meeting.tellings += visit.tellings
    if visit.settled is not None and (vague is None or "/" in vague):
        meeting.settled = visit.settled
        meeting.as_visit = True
