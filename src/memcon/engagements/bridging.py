"""Finds the parties of an engagement that points to those of another one: "the next round of talks", "as in previous discussions".

Nothing by the noun itself names anybody. The parties are those of the talks told of last; of trilateral talks, whose parties no
sentence lists, the three sides that the title or the opening names.
"""

from memcon.engagements import scope
from memcon.engagements.joining import FAMILY, Entry
from memcon.engagements.lexicon import words_of
from memcon.engagements.scene import Scene
from memcon.engagements.telling import AHEAD, Party, Telling

_TWO, _THREE = 2, 3


def bridge(scene: Scene, entries: list[Entry], alone: list[Telling]) -> list[Entry]:
    """Give an entry for each telling of `alone` (those that no entry took) whose parties another entry or the title gives."""
    found: list[Entry] = []
    for entry in entries:
        if len(entry.tellings) == 1 and len(scope.sides(scene, entry.parties)) < _TWO and entry.tellings[0].trigger.noun:
            entry.parties = _three(scene, entry.tellings[0]) or entry.parties
    summits = [e for e in entries if e.kind == "summit" and not e.other]
    for telling in [t for t in alone if t.kind == "summit" and len(summits) == 1 and not t.other and not t.background]:
        if not telling.date or not summits[0].date:
            summits[0].tellings.append(telling)  # the title and the lead named it before a sentence lists who takes part
    for telling in alone:
        if telling.counted or not telling.trigger.noun or telling.trigger.lemma not in words_of("triggers", "rounds", "nouns"):
            continue
        parties = _three(scene, telling) or (_borrowed(scene, entries + found, telling) if _is_another(scene, telling) else [])
        if parties and not any(_tells_of(scene, e, telling, parties) for e in entries + found):
            telling.anaphoric = False
            found.append(Entry([telling], parties))
    return found


def _is_another(scene: Scene, telling: Telling) -> bool:
    """Tell whether the words say that it is one more of a kind told of before: "a new round of talks", "previous discussions"."""
    token = telling.trigger.token
    timed = {i for t in scene.times_of(token.sent.start_char, token.sent.end_char) for i in range(scene.token_at(t.span.start).i, scene.behind(t.span))}
    near = {t.lower_ for t in scene.doc[max(token.i - 5, token.sent.start) : token.i] if t.i not in timed}  # but "next week's talks" are no others
    another = bool(near & words_of("triggers", "rounds", "another"))
    return another and (telling.status in AHEAD or telling.date is not None or (telling.other and "Plur" in token.morph.get("Number")))


def _borrowed(scene: Scene, entries: list[Entry], telling: Telling) -> list[Party]:
    """Give the parties of the nearest engagement of the kind before the telling, else behind it."""
    own = telling.actors()
    fits = [e for e in entries if len(e.parties) > 1 and set(FAMILY[e.kind]) & set(FAMILY[telling.kind]) and all(a in {p.actor for p in e.parties} for a in own)]
    before = [e for e in fits if e.tellings[0].order < telling.order]
    chosen = max(before, key=lambda e: max(t.order for t in e.tellings if t.order < telling.order)) if before else next(iter(fits), None)
    return [Party(p.actor, "participant", p.span, sure=False) for p in chosen.parties] if chosen is not None else []


def _three(scene: Scene, telling: Telling) -> list[Party]:
    """Give the three sides of trilateral talks, as the title names them, or the opening; nothing where there are more or fewer."""
    token = telling.trigger.token
    if not {t.lower_ for t in scene.doc[max(token.i - 3, token.sent.start) : token.i]} & words_of("triggers", "rounds", "three"):
        return []
    for kinds in (("title",), ("title", "deck", "paragraph")):
        found = _sides(scene, kinds)
        if len(found) == _THREE:
            return found
        if len(found) > _THREE:
            return []
    return []


def _sides(scene: Scene, kinds: tuple[str, ...]) -> list[Party]:
    """Give the states named up to the first paragraph of these kinds of blocks."""
    found: dict[str, Party] = {}
    for block in scene.report.blocks:
        if block.kind not in kinds:
            continue
        for mention in scene.cast.mentions:
            if block.span.start <= mention.span.start < block.span.end:
                for actor in (scene.actors[a] for a in mention.actors):
                    if actor.kind == "state" and actor.country:
                        found.setdefault(actor.country, Party(actor.id, "participant", mention.span, sure=False))
        if block.kind == "paragraph":
            break
    return list(found.values())


def _tells_of(scene: Scene, entry: Entry, telling: Telling, parties: list[Party]) -> bool:
    """Tell whether an entry is the same engagement already: the same parties, time and standing."""
    same = {p.actor for p in parties} <= {p.actor for p in entry.parties}
    if same and (entry.date == telling.date or telling.date is None) and (entry.status in AHEAD) == (telling.status in AHEAD) and entry.other == telling.other:
        entry.tellings.append(telling)
        return True
    return False
