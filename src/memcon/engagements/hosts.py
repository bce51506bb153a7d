"""Finds the state that a visit went to where the words right by the trigger don't name it.

"is in Hanoi for a state visit": the place tells. "Putin last visited the country in January": the state spoken of before.
The Guide: a visit with no named host has the host state as a participant. A plural ("earlier visits to Poland and Norway")
is a visit each.
"""

from collections.abc import Sequence
from dataclasses import replace

from memcon.engagements import dating
from memcon.engagements.lexicon import words_of
from memcon.engagements.phrase import base
from memcon.engagements.places import dateline
from memcon.engagements.scene import Scene, Token
from memcon.engagements.telling import Party, Telling, Trigger
from memcon.record import Place


def complete(scene: Scene, trigger: Trigger, parties: Sequence[Party], place: Place | None) -> list[Party]:
    """Give the parties of a visit, with the host state added where none is among them."""
    visitors = [p for p in parties if p.role == "visitor"]
    if not trigger.noun:
        parties = [*parties, *(p for p in _dated_goals(scene, trigger.token, parties) if p.actor not in {q.actor for q in parties})]
    else:
        parties = [*parties, *(p for p in more_goals(scene, trigger.token, parties) if p.actor not in {q.actor for q in parties})]
    found = [p for p in parties if p.role == "visitor" or not _is_home(scene, p, visitors)]
    if any(p.role != "visitor" for p in found):
        return found
    home = {scene.actors[p.actor].country for p in visitors}
    if place is not None and place.country and place.country not in home:
        state = state_of(scene, place.country)
        if state is not None and place.span is not None:
            return [*found, Party(state, "host", place.span)]
    line = dateline(scene)
    if trigger.noun and visitors and line is not None and line.country and line.country not in home and _is_bare(trigger.token):
        state = state_of(scene, line.country)
        if state is not None and line.span is not None:
            return [*found, Party(state, "host", line.span, sure=False)]
    thing = _definite_goal(trigger.token)
    if thing is not None:
        for mention in reversed([m for m in scene.cast.mentions if m.span.end <= thing.idx]):
            for actor in mention.actors:
                here = scene.actors[actor]
                if here.country and here.country not in home and (state := state_of(scene, here.country)) is not None:
                    return [*found, Party(state, "host", scene.span(thing.idx, thing.idx + len(thing)), sure=False)]
    return found


def _is_home(scene: Scene, party: Party, visitors: Sequence[Party]) -> bool:
    """Tell whether a state is the visitors' own: nobody visits home."""
    actor = scene.actors[party.actor]
    return actor.kind == "state" and any(scene.actors[v.actor].country == actor.country for v in visitors)


def state_of(scene: Scene, country: str) -> str | None:
    """Give the id of the actor that is this state itself, None where the report has none."""
    return next((a.id for a in scene.cast.actors if a.kind == "state" and a.country == country), None)


def _is_bare(visit: Token) -> bool:
    """Tell whether nothing is said of where a visit went: "ending a two-day visit" means where the report comes from."""
    return not any(base(c) == "nmod" and c.dep_ != "nmod:poss" and c.i > visit.i for c in visit.children) and any(
        c.lower_ in ("a", "an", "his", "her", "their") for c in visit.children
    )


def _definite_goal(token: Token) -> Token | None:
    """Give "the country" of "visited the country"."""
    for child in token.children:
        definite = any(c.lower_ in ("the", "this", "that") for c in child.children)
        if definite and base(child) in ("obj", "obl", "nmod") and str(child.lemma_).lower() in words_of("triggers", "goals", "nouns"):
            return child
    return None


def split(scene: Scene, telling: Telling) -> list[Telling]:
    """Part a plural ("visits to Poland, Romania and Norway", "trips to ...") into one telling for each host."""
    hosts = [p for p in telling.parties if p.role == "host"]
    token = telling.trigger.token
    if telling.kind != "visit" or len(hosts) < 2:
        return [telling]
    if not telling.trigger.noun and not _each_dated(scene, hosts, telling.sentence.end):
        return [telling]
    if telling.trigger.noun and "Plur" not in token.morph.get("Number"):
        return [telling]
    others = [p for p in telling.parties if p.role != "host"]
    published = scene.published or None
    parts = []
    for host in hosts:
        country = scene.actors[host.actor].country
        place = Place(None, None, country, host.span) if country else None
        part = replace(telling, parties=[*others, host], place=place)
        time = next((t for t in scene.times_of(host.span.end, telling.sentence.end) if t.edtf and t.type == "DATE"), None)
        if time is not None:  # each group of goals has the time behind it: "to Poland in October and to Egypt in November"
            part.time = time
            part.date, part.date_reason = dating.edtf(time, telling.status, published)
            part.date = dating.interval(scene, time) or part.date
        parts.append(part)
    return parts


def _each_dated(scene: Scene, hosts: Sequence[Party], end: int) -> bool:
    """Tell whether each goal has a time of its own behind it: "visit the United States from 15 to 19 July and Britain from 20 July"."""
    ordered = sorted(hosts, key=lambda p: p.span.start)
    ends = [p.span.start for p in ordered[1:]] + [end]
    return all(any(t.edtf and t.type == "DATE" for t in scene.times_of(p.span.end, stop)) for p, stop in zip(ordered, ends, strict=True))


def _dated_goals(scene: Scene, verb: Token, found: Sequence[Party]) -> list[Party]:
    """Give the states behind "and" that a verb of travel goes on to, each with its time."""
    hosts = [p for p in found if p.role == "host" and p.span.start > verb.idx]
    if not hosts:
        return []
    more: list[Party] = []
    for i in range(scene.behind(hosts[-1].span), verb.sent.end - 1):
        if scene.doc[i].pos_ == "VERB":
            break
        if scene.doc[i].lower_ == "and":
            mentions = [m for k in (i + 1, i + 2) if k < verb.sent.end for m in scene.mentions_of[k][:1]]
            more += [Party(a, "host", m.span) for m in dict.fromkeys(mentions) for a in m.actors if scene.actors[a].kind == "state"]
    return more if more and _each_dated(scene, [*hosts, *more], verb.sent.end_char) else []


def more_goals(scene: Scene, noun: Token, found: Sequence[Party]) -> list[Party]:
    """Give the goals behind a second "to": "visits to Poland in October and to Egypt and Jordan in November"."""
    hosts = [p for p in found if p.role == "host"]
    if not hosts or "Plur" not in noun.morph.get("Number"):
        return []
    more: list[Party] = []
    last = scene.behind(hosts[-1].span)
    going = False
    for i in range(last, noun.sent.end):
        here = scene.doc[i]
        if here.lower_ == "to" and scene.doc[i - 1].lower_ in ("and", ","):
            going = True
        elif here.pos_ == "VERB":
            break
        for mention in scene.mentions_of[i][:1] if going else ():
            more += [Party(a, "host", mention.span) for a in mention.actors if scene.actors[a].kind == "state"]
    return more
