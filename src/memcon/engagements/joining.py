"""Makes one entry of all tellings of the same engagement: title, lead, background, "the meeting"."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from memcon.engagements.scene import Scene
from memcon.engagements.telling import AHEAD, Party, Telling
from memcon.record import EngagementKind, Status

FAMILY: dict[EngagementKind, str] = {
    "meeting": "M", "visit": "V", "summit": "M", "contact": "MC", "call": "C", "video_call": "C", "message": "L",
}
"""Kinds of one family, by shared letters, may be tellings of one engagement."""
_LOOSE = frozenset({"state", "group", "unnamed", "organisation"})
_OFF = frozenset({"cancelled", "denied"})
_AUTHOR = ("i", "we", "me", "us")
"""The host of a visit that the report's author receives: "During the Prime Minister's visit I look forward to ..."."""
_OLD = 10
"""Days before publication after which an engagement is another one than the news."""
_LEAD = 4
"""Tellings of the title and the first sentences, which are what a title that names nobody ("Monday summit") points to."""
_VAGUE: dict[EngagementKind, int] = {
    "contact": 0, "meeting": 1, "summit": 1, "visit": 2, "call": 2, "video_call": 3, "message": 3,
}


@dataclass(slots=True)
class Entry:
    """An engagement in the making: its tellings in the order of the text, and the parties of them all."""

    tellings: list[Telling]
    parties: list[Party] = field(default_factory=list)
    settled: str | None = None
    """The date that was worked out from several tellings, as EDTF."""
    within: "Entry | None" = None
    """The visit during which it took or takes place."""
    as_visit: bool = False
    """Whether the meeting is told of as a visit of several days."""

    @property
    def kind(self) -> EngagementKind:
        """Give the most telling kind: "the talks" of a title's "Call" are a call."""
        if self.as_visit:
            return "visit"
        own = [t for t in self.tellings if not (t.anaphoric and t.kind == "summit")] or self.tellings
        return max((t.kind for t in own), key=lambda k: _VAGUE[k])

    @property
    def status(self) -> Status:
        """Give the status: what was called off stays so; else what the first telling with words of its own says."""
        for status in ("cancelled", "denied"):
            if any(t.status == status for t in self.tellings if not (t.anaphoric and t.weak)):
                return status
        if any(t.transcript for t in self.tellings):
            return "held"  # the speakers look ahead ("today we'll discuss") to what has begun
        own = [t for t in self.tellings if not t.anaphoric and not t.untensed] or [t for t in self.tellings if not t.anaphoric] or self.tellings
        body = [t for t in own if t.where != "title"] or own
        body = [t for t in body if not t.purpose] or body
        title = next((t.status for t in self.tellings if t.where == "title" and t.status in AHEAD), None)
        return title if title and body[0].status == "held" and not body[0].past else body[0].status

    @property
    def date(self) -> str | None:
        """Give the date: the one worked out, else the most precise of the tellings, the first one among equals."""
        if self.settled is not None:
            return self.settled
        dates = [t.date for t in self.tellings if t.date]
        return max(dates, key=_precision) if dates else None


    @property
    def other(self) -> bool:
        """Tell whether it is another engagement than the one at hand ("a previous meeting")."""
        return any(t.other for t in self.tellings)


def _precision(date: str) -> int:
    """Rank a date: a day before an interval of days, a month, a year."""
    return 3 if len(date.rstrip("~?")) == 10 else 2 if "/" in date else 1 if "-" in date else 0


def join(scene: Scene, tellings: list[Telling]) -> tuple[list[Entry], list[Telling]]:
    """Join tellings, in the order of the text, to entries; give those that point back to none as well."""
    entries: list[Entry] = []
    alone: list[Telling] = []
    for telling in sorted(tellings, key=lambda t: (t.anaphoric and t.where == "title", t.order)):
        _look_ahead(scene, entries, telling)
        scored = [(s, -n) for n, e in enumerate(entries) if (s := _likeness(scene, e, telling)) is not None]
        if scored:
            entry = entries[-max(scored)[1]]
            entry.tellings.append(telling)
            _add_parties(scene, entry, telling)
        elif not telling.counted and (not telling.anaphoric or len(telling.parties) >= 2):
            entry = Entry([telling])
            _add_parties(scene, entry, telling)
            entries.append(entry)
        else:
            alone.append(telling)
    return _without_doubles(scene, entries), alone


def _look_ahead(scene: Scene, entries: list[Entry], telling: Telling) -> None:
    """Read a bare weekday ahead where the text has told of the same engagement as one to come.

    "The two are to meet next week. Asked about the agenda of the talks between them on Monday, ...": the Monday of next week.
    """
    if telling.status != "held" or telling.time is None or not telling.trigger.noun or not (telling.untensed or telling.anaphoric):
        return
    for day in telling.time.alternatives:
        for entry in entries:
            parties = [p.actor for p in entry.parties]
            same = bool(telling.parties) and all(any(_same(scene, a, b) for b in parties) for a in telling.actors())
            if entry.status in AHEAD and (same or telling.anaphoric) and entry.date and _dates_agree(entry.date, day) and not _dates_agree(entry.date, telling.date):
                telling.date, telling.status = day, entry.status
                telling.date_reason = f"“{telling.time.span.quote}”, the next one because it is {entry.status}"
                return


def _without_doubles(scene: Scene, entries: list[Entry]) -> list[Entry]:
    """Join entries that grew apart: the title told of one party only, the lead of both."""
    kept: list[Entry] = []
    for entry in entries:
        same = next((e for e in kept if _are_one(scene, e, entry)), None)
        if same is None:
            kept.append(entry)
            continue
        for telling in entry.tellings:
            same.tellings.append(telling)
            _add_parties(scene, same, telling)
    return kept


def _are_one(scene: Scene, a: Entry, b: Entry) -> bool:
    if not set(FAMILY[a.kind]) & set(FAMILY[b.kind]) or a.other or b.other or not _status_agrees(a.status, b.status):
        return False
    if not _dates_agree(a.date, b.date) or (a.date and b.date and a.date != b.date):
        return False
    if any(_is_fresh_lead(scene, x) and y.date and _is_old(scene, y.date) for x, y in ((a, b), (b, a))):
        return False
    short, long = sorted(([p.actor for p in a.parties], [p.actor for p in b.parties]), key=len)
    if len(short) < 2 and not any(t.where == "title" for t in (*a.tellings, *b.tellings)):
        return False
    return bool(short) and all(any(_same(scene, x, y) for y in long) for x in short)


def _add_parties(scene: Scene, entry: Entry, telling: Telling) -> None:
    known = {p.actor for p in entry.parties}
    own = {p.actor for p in telling.parties}
    for party in telling.parties:
        if party.actor in known:
            continue
        host = entry.kind == "visit" and scene.text[party.span.start : party.span.end].lower() in _AUTHOR and any(p.role == "host" and _stands_for(scene, p.actor, party.actor) for p in entry.parties)
        if len(entry.tellings) > 1 and not telling.attendance and (telling.anaphoric or not party.sure) and len(known) >= 2 and not host:
            continue
        if own & known and any(_stands_for(scene, party.actor, k) for k in known):
            continue
        loose = [p for p in entry.parties if _stands_for(scene, p.actor, party.actor)]
        if loose and (own & known or len(entry.parties) > 1) and len(entry.tellings) > 1:
            entry.parties[entry.parties.index(loose[0])] = party
        else:
            entry.parties.append(party)
        known.add(party.actor)


def _stands_for(scene: Scene, loose: str, person: str) -> bool:
    """Tell whether a state or group ("Russia", "the Syrian side") may stand for a person who acts for it."""
    a, b = scene.actors[loose], scene.actors[person]
    return a.country is not None and a.country == b.country and a.kind in _LOOSE and b.kind != "state"


def _same(scene: Scene, a: str, b: str) -> bool:
    return a == b or _stands_for(scene, a, b) or _stands_for(scene, b, a)


def _dates_agree(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return True
    a, b = a.rstrip("~?"), b.rstrip("~?")
    if a == b or a.startswith(b) or b.startswith(a):
        return True
    left, right = a.split("/"), b.split("/")
    return left[0] <= right[-1] + "~" and right[0] <= left[-1] + "~"


def _likeness(scene: Scene, entry: Entry, telling: Telling) -> float | None:
    """Give how likely a telling tells of an entry, None where it can't."""
    aside = telling.weak and telling.kind == "contact" and not telling.trigger.noun and telling.date is None and _at_hand(scene, entry)
    if not set(FAMILY[entry.kind]) & set(FAMILY[telling.kind]) and not aside and not (
        telling.anaphoric and telling.trigger.noun and telling.trigger.lemma in ("meeting", "session", "summit")
        and entry.kind in ("video_call", "call", "summit")
    ):
        return None
    if telling.anaphoric and telling.kind == "summit" and _is_named(telling) and entry.kind != "summit":
        return None  # "They spoke ahead of the NATO Summit": a summit of that name is another occasion
    held = [p.actor for p in entry.parties]
    told = telling.actors()
    matched = sum(any(_same(scene, a, b) for b in held) for a in told)
    if telling.attendance:
        return float(matched) - 0.01 * (telling.order - entry.tellings[-1].order)
    if telling.anaphoric:
        if matched < len(told):
            return None
    elif matched < _needed(len(told), len(held)) or (min(len(told), len(held)) < 2 and not _close(entry, telling)):
        return None
    if not _dates_agree(entry.date, telling.date):
        return None
    if entry.status in AHEAD and telling.status == "held" and telling.date and _is_earlier(scene, telling.date):
        return None
    told_on = telling.order >= _LEAD or telling.anaphoric or any(t.where == "paragraph" for t in entry.tellings)
    if telling.date and _is_fresh_lead(scene, entry) and told_on and _is_old(scene, telling.date):
        return None  # "Harris met Marcos ... This builds on her meetings with Marcos in May 2023"
    if entry.status in _OFF and telling.status == "planned" and telling.date and telling.date != entry.date and not telling.trigger.noun:
        return None  # "has cancelled a meeting on Tuesday ... would meet with Lew next week"
    same_date = entry.date is not None and entry.date == telling.date
    if not telling.anaphoric and not same_date:
        if telling.other != entry.other and not (telling.date and entry.date):
            return None
        announced = entry.tellings[0].where == "title" and entry.status in AHEAD and telling.status == "held" and not telling.past
        announced = announced or (telling.untensed and entry.status in AHEAD) or (all(t.untensed for t in entry.tellings) and telling.status in AHEAD)
        purpose = telling.purpose or all(t.purpose for t in entry.tellings)
        if not _status_agrees(entry.status, telling.status) and not announced and not purpose and not (aside and len(told) > 1):
            return None
    elif telling.anaphoric and telling.other:
        return None
    lead = telling.where == "title" and entry.tellings[0].order < _LEAD
    score = 2.0 * matched + 3.0 * same_date + (entry.status == telling.status) + 2.5 * lead
    return score - 0.01 * (telling.order - entry.tellings[-1].order)


def _is_fresh_lead(scene: Scene, entry: Entry) -> bool:
    """Tell whether an entry is the undated news of the report's opening."""
    return entry.date is None and entry.status == "held" and not entry.other and entry.tellings[0].order < _LEAD and entry.tellings[0].where != "furniture"


def _is_old(scene: Scene, told: str) -> bool:
    """Tell whether a date lies more than some days, a vague one in a month, before the publication."""
    published = scene.published[:10]
    if len(published) != 10:
        return False
    last = told.rstrip("~?").split("/")[-1]
    oldest = (date.fromisoformat(published) - timedelta(days=_OLD)).isoformat() if len(last) == 10 else published
    return last[:10] < oldest[: len(last[:10])]


def _is_named(telling: Telling) -> bool:
    """Tell whether a summit has a name of its own ("the Leaders Summit on Climate")."""
    token = telling.trigger.token
    return telling.where not in ("title", "deck") and bool(token.text[:1].isupper()) and token.i > token.sent.start


def _is_earlier(scene: Scene, date: str) -> bool:
    """Tell whether a date lies before the report was published."""
    published = scene.published
    return bool(published) and date[:10] < published[: len(date[:10])]


def _at_hand(scene: Scene, entry: Entry) -> bool:
    """Tell whether an entry is the engagement that the report is telling of, not one of the past."""
    published = scene.published[:7]
    return not entry.other and not (entry.date and published and entry.date[:7] < published)


def _needed(told: int, held: int) -> int:
    """Give how many parties have to agree: all of the shorter list, at least one."""
    return max(1, min(told, held))


def _status_agrees(a: Status, b: Status) -> bool:
    if a == b:
        return True
    if {a, b} <= AHEAD:
        return True
    return bool({a, b} & _OFF) and bool({a, b} & AHEAD)


def _close(entry: Entry, telling: Telling) -> bool:
    """Tell whether a telling with one party only may belong to an entry: title and lead, or the same or next sentence."""
    last = entry.tellings[-1]
    if "title" in (last.where, telling.where):
        return True
    return telling.sentence.start - last.sentence.end < 200
