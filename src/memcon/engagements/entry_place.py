"""Makes one place of an entry's tellings: what they say, else what the journey says during which it took place."""

from dataclasses import replace

from memcon.engagements.joining import Entry
from memcon.engagements.places import spots
from memcon.engagements.scene import Scene
from memcon.engagements.telling import Telling
from memcon.record import Place, Span

_FAR = ("call", "video_call", "message")
"""Kinds that need no common place."""


def find(scene: Scene, entry: Entry, tellings: list[Telling]) -> Place | None:
    """Give the place of an entry, None where neither it nor its journey tells."""
    place = _told(entry, tellings)
    if entry.kind == "visit" and place is not None and len({t.place.city for t in tellings if t.place is not None and t.place.city}) > 1:
        place = replace(place, name=None, city=None)  # "will fly to Beijing on Sunday and to Shanghai on Tuesday": a journey through a state
        return place
    if entry.kind in _FAR:
        return place if place is not None and place.name else None
    if entry.kind == "visit" and (place is None or place.country is None):
        hosts = [p for p in entry.parties if p.role == "host" and scene.actors[p.actor].country]
        if hosts:
            place = Place(None, None, scene.actors[hosts[0].actor].country, hosts[0].span)
    if (place is None or place.country is None) and entry.within is not None:
        place = find(scene, entry.within, entry.within.tellings)
    if entry.kind == "visit" and place is not None and place.city is None and place.name is None and _is_at_hand(scene, entry):
        return _stop(scene, entry, place)
    return place


def _is_at_hand(scene: Scene, visit: Entry) -> bool:
    """Tell whether a visit is the one that the report tells of, so that its towns are those of the report."""
    published = scene.published[:7]
    return visit.status == "held" and not visit.other and (not visit.date or not published or visit.date[:7] == published)


def _told(entry: Entry, tellings: list[Telling]) -> Place | None:
    """Merge what the tellings say; what only points back or tells of another one counts last ("as at their first talks in Gyeongju")."""
    name = city = country = None
    span: Span | None = None
    for telling in sorted(tellings, key=lambda t: (t.other, t.anaphoric, t.order)):
        place = telling.place
        if len(tellings) > 1 and (telling.weak or not telling.parties) and telling.kind == "contact":
            continue  # "discussed the situation in the South China Sea", "talks to end the fighting in Gaza" tell of no place
        if place is None or (country and place.country and place.country != country) or (telling.other and not entry.other):
            continue
        if city and place.city and place.city != city:
            continue
        name, city, country = name or place.name, city or place.city, country or place.country
        span = span or place.span
    return Place(name, city, country, span) if (name or city or country) else None


def _stop(scene: Scene, visit: Entry, place: Place) -> Place:
    """Give the town of a visit that the text names a sentence on: "visited Tanzania ... In Dar es Salaam, she laid a wreath"."""
    visitors = {p.actor for p in visit.parties if p.role == "visitor"}
    for sent in scene.doc.sents:
        if sent.start_char < visit.tellings[0].sentence.start or not any(
            set(m.actors) & visitors for t in sent for m in scene.mentions_of[t.i][:1]
        ):
            continue
        for spot in spots(scene, sent[min(20, len(sent) - 1)]):
            if spot.site.city and spot.site.country == place.country and spot.case in ("in", "to", "for", "at"):
                last = scene.doc[spot.last - 1]
                return Place(spot.site.name, spot.site.city, place.country, scene.span(scene.doc[spot.first].idx, last.idx + len(last)))
    return place
