"""Writes the record of each entry: participants, status, date, place, topics, evidence, confidence."""

from datetime import date, timedelta

from memcon.actors.tables import class_of
from memcon.engagements import confidence, entry_place, scope, topics
from memcon.engagements.dating import lies_after
from memcon.engagements.joining import Entry
from memcon.engagements.scene import Scene
from memcon.engagements.telling import Party, Telling
from memcon.record import Engagement, EngagementKind, Participant, Place

_NEWS = 4
"""Days after which what took place is no news any more."""
_EVIDENCE = 3
_RECENT = 2
"""Days around publication within which an engagement is the report's own news."""
_LEAD = 2
_NEWSWORTHY = ("held", "planned")
_SHORT = 5
"""Sentences up to which a report is a brief item, which tells its news in three sentences."""
_SUMMIT = 3


def records(scene: Scene, found: list[Entry]) -> tuple[Engagement, ...]:
    """Give the engagements of the entries that count, the main ones first."""
    kept = [e for e in found if scope.counts(scene, e)]
    candidates = (
        [e for e in kept if _is_main(scene, e)]
        or [e for e in kept if _in_title(scene, e)]
        or [e for e in kept if _is_main(scene, e, True)]
        or _news(scene, kept)
    )
    mains = _fresh(scene, candidates)
    kept.sort(key=lambda e: (id(e) not in mains, min(t.order for t in e.tellings)))
    return tuple(_engagement(scene, e, f"e{n}", id(e) in mains) for n, e in enumerate(kept, 1))


def _is_main(scene: Scene, entry: Entry, background: bool = False) -> bool:
    """Tell whether the report is about an entry: its title or its first two sentences tell of it as such.

    What they name only as `background` counts where the report is about nothing else.
    """
    lead_end = _lead_end(scene)
    if entry.within is not None and entry.kind == "visit":
        return _is_main(scene, entry.within, background)
    first = min(t.order for t in entry.tellings)
    for telling in [t for t in entry.tellings if t.order == first or not (t.weak and t.kind == "contact")]:
        if telling.where in ("title", "deck") and not telling.other and (background or not telling.background):
            return True
        if telling.span.start < lead_end and not telling.other and (background or not telling.background) and not _is_aside(telling):
            return True
    return False


def _in_title(scene: Scene, entry: Entry) -> bool:
    """Tell whether the title names both sides of what has just taken place: "Harris tells Netanyahu it is time for a deal"."""
    if entry.other or entry.status not in _NEWSWORTHY or all(t.background or t.weak for t in entry.tellings) or entry.kind == "message":
        return False
    oldest = _oldest_news(scene)
    if entry.date and not (oldest and _is_recent(oldest, entry.date)):
        return False
    title = {a for b in scene.report.blocks if b.kind == "title" for m in scene.cast.mentions if b.span.start <= m.span.start < b.span.end for a in m.actors}
    named = [p for p in entry.parties if p.actor in title]
    return len(scope.sides(scene, named)) > 1


def _is_recent(oldest: str, told: str) -> bool:
    """Tell whether a date ends on or after the oldest day that is still news."""
    last = told.split("/")[-1]
    return last >= oldest[: len(last)]


def _oldest_news(scene: Scene) -> str:
    """Give the oldest day that is still news, "" where the day of publication is not known."""
    published = scene.published[:10]
    return (date.fromisoformat(published) - timedelta(days=_NEWS)).isoformat() if len(published) == 10 else ""


def _news(scene: Scene, kept: list[Entry]) -> list[Entry]:
    """Give the first engagement of the report's own days, for a report whose opening tells of none."""
    published = scene.published[:10]
    if len(published) != 10:
        return []
    day = date.fromisoformat(published)
    days = {(day + timedelta(days=n)).isoformat() for n in range(-_RECENT, _RECENT + 1)}
    return [e for e in kept if e.date in days and not e.other and e.status in _NEWSWORTHY and e.kind != "message" and not all(t.weak for t in e.tellings)][:1]


def _fresh(scene: Scene, candidates: list[Entry]) -> set[int]:
    """Give the identities of the main entries: what took place well before the report is background where it has fresh ones.

    "Sullivan spoke today with Ushakov to follow up on the December 7 call": the call of December is not the news.
    """
    oldest = _oldest_news(scene)
    if not oldest:
        return {id(e) for e in candidates}
    fresh = [e for e in candidates if not (e.date and e.status == "held" and not _is_recent(oldest, e.date))]
    return {id(e) for e in fresh or candidates}


def _is_aside(telling: Telling) -> bool:
    """Tell whether a telling stands in a subordinate clause of background ("... after he met X in May")."""
    return telling.status == "habitual"


def _lead_end(scene: Scene) -> int:
    """Give the offset where the second sentence of the body ends, in a brief item the third."""
    ends: list[int] = []
    for sent in scene.doc.sents:
        block = scene.block_of(sent.start_char)
        if block is not None and block.kind == "paragraph" and sent.end - sent.start >= 6:
            ends.append(int(sent.end_char))
    lead = _LEAD if len(ends) > _SHORT else _LEAD + 1
    return ends[lead - 1] if len(ends) >= lead else len(scene.text)


def _engagement(scene: Scene, entry: Entry, id: str, main: bool) -> Engagement:
    tellings = sorted(entry.tellings, key=lambda t: t.order)
    dated = next((t for t in tellings if t.date and (t.date == entry.date or entry.settled)), None)
    when, reason = (entry.date, dated.date_reason if dated and not entry.settled else None)
    if entry.settled:
        reason = "the days of the journey: " + ", ".join(f"“{t.time.span.quote}”" for t in tellings if t.time)
    published = scene.published[:10]
    if when and published and entry.status == "held" and lies_after(when, published):
        when, reason = None, None  # "the vision that the summit set for 2040": what was held has no day to come
    fresh = entry.status == "held" and not entry.other and (main or _goes_on(tellings))
    if when is None and fresh and scene.published:
        when, reason = scene.published, "no day given: a fresh main engagement is dated to its publication"
        entry.settled = when
    sentences = list(dict.fromkeys(t.sentence for t in tellings))
    place = entry_place.find(scene, entry, tellings)
    return Engagement(
        id=id,
        kind=_settled_kind(scene, entry, place),
        status=entry.status,
        main=main,
        participants=tuple(Participant(p.actor, p.role, p.span) for p in _participants(scene, entry)),
        trigger=tellings[0].span,
        evidence=tuple(sentences[:_EVIDENCE]),
        date=when,
        date_reason=reason,
        time=dated.time.id if dated and dated.time else None,
        place=place,
        topics=tuple(topics.find(scene, sentences)),
        reported_by=tellings[0].reported_by if all(t.reported_by for t in tellings) else (),
        confidence=confidence.of(scene, entry, main),
        reasons=tuple(sorted(tellings[0].why.items())),
    )


def _goes_on(tellings: list[Telling]) -> bool:
    """Tell whether a visit is going on: "President Hu is in Hanoi for a state visit"."""
    for telling in tellings:
        verb = telling.trigger.token
        while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
            verb = verb.head
        tenses = {c.tag_ for c in (verb, *verb.children) if c.pos_ == "AUX" or c.i == verb.i}
        if telling.kind == "visit" and tenses & {"VBZ", "VBP"} and not tenses & {"VBD", "VBN"}:
            return True
    return False


def _settled_kind(scene: Scene, entry: Entry, place: Place | None) -> EngagementKind:
    kind = entry.kind
    if kind == "visit" and not entry.as_visit and any(t.kind != "visit" for t in entry.tellings):
        kind = max((t.kind for t in entry.tellings if t.kind != "visit"), key=lambda k: k == "meeting")
    if kind == "contact" and any(t.kind == "visit" for t in entry.tellings):
        return "meeting"  # "visited Kyiv for talks with Zelenskyy"
    if kind == "contact" and place is not None and place.city is not None and any(t.place is not None and not t.weak and not t.anaphoric for t in entry.tellings):
        return "meeting"
    if kind == "meeting" and len(_leaders(scene, entry)) >= _SUMMIT:
        return "summit"
    if kind == "meeting" and scope.is_of_a_body(scene, entry):
        return "summit"
    if kind == "summit" and len(entry.parties) == 2 and all(scene.actors[p.actor].country not in (None, "EU") for p in entry.parties):
        return "meeting"  # of two states; a summit of a body stays one
    return kind


def _leaders(scene: Scene, entry: Entry) -> set[str]:
    """Give the states whose leaders take part (the Guide: three or more parties at the level of leaders are a summit)."""
    people = [scene.actors[p.actor] for p in entry.parties if scene.actors[p.actor].kind == "person"]
    return {a.country for a in people if a.country and any("leader" in class_of(o.title) for o in a.offices)}


def _participants(scene: Scene, entry: Entry) -> list[Party]:
    """Give the parties without the states and groups that a named person of theirs stands for."""
    named = {
        scene.actors[p.actor].country for p in entry.parties if scene.actors[p.actor].kind == "person"
    }
    visit = entry.kind == "visit"
    kept = []
    for party in entry.parties:
        actor = scene.actors[party.actor]
        nobody = actor.kind in ("group", "unnamed") and actor.country is None
        if nobody and (len(named - {None}) >= _SUMMIT or (len(named - {None}) > 1 and not scope.sides(scene, [party]))):
            continue  # "a call with European leaders", whose names follow; "met President Lasso and key ministers"
        loose = actor.kind in ("state", "group", "unnamed")
        if loose and actor.country in named and not (visit and party.role == "host" and _only_guests(scene, entry, actor.country)):
            continue
        kept.append(party)
    return kept


def _only_guests(scene: Scene, entry: Entry, country: str | None) -> bool:
    return not any(
        scene.actors[p.actor].kind == "person" and scene.actors[p.actor].country == country for p in entry.parties
    )
