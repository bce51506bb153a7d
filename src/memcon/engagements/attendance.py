"""Finds who took part where a sentence of its own lists them: "Participants in the call included Justin Trudeau and Olaf Scholz"."""

from memcon.engagements.lexicon import table, words_of
from memcon.engagements.scene import Scene, Token
from memcon.engagements.telling import Party


def listed(scene: Scene, trigger: Token) -> list[Party]:
    """Give the participants that the trigger's sentence lists, none where it is no such sentence.

    "Participants in the call included A and B", "The meeting was attended by A and B", "Also attending the talks were A and B".
    """
    took = _took_part(scene, trigger)
    if took:
        return took
    lemma = _words(scene, trigger)
    if not lemma:
        return []
    noun = next((lemma[w] for w in words_of("triggers", "attendance", "people") if w in lemma), None)
    if noun is not None and noun.i < trigger.i and trigger.i - noun.i <= 4:
        start = next((t.i for t in scene.doc[trigger.i : trigger.sent.end] if str(t.lemma_).lower() in ("include", "be") or t.text == ":"), None)
        return _named(scene, start + 1, trigger.sent.end) if start is not None else []
    carrier = trigger.head
    if trigger.dep_ == "nsubj" and str(carrier.lemma_).lower() in words_of("triggers", "attendance", "gather") and carrier.i > trigger.i:
        return _named(scene, carrier.i + 1, trigger.sent.end)
    verb = next((lemma[w] for w in words_of("triggers", "attendance", "verbs") if w in lemma), None)
    if verb is not None and trigger.i < verb.i <= trigger.i + 4 and verb.i + 1 < len(scene.doc) and scene.doc[verb.i + 1].lower_ == "by":
        return _named(scene, verb.i + 2, trigger.sent.end)
    return []


def _took_part(scene: Scene, trigger: Token) -> list[Party]:
    """Give the people who "took part in the talks", "attended the meeting" or "joined the call" that the text has told of."""
    start = trigger.i - 1
    while start > trigger.sent.start and scene.doc[start].pos_ in ("ADJ", "NOUN", "PROPN"):
        start -= 1
    if scene.doc[start].lower_ != "the" or start - 1 <= trigger.sent.start:
        return []
    before = " ".join(t.lower_ for t in scene.doc[max(start - 4, trigger.sent.start) : start])
    words = next((w for w in table("triggers")["attendance"]["took_part"] if before.endswith(w)), None)
    if words is None:
        return []
    people = [p for p in _named(scene, trigger.sent.start, start - len(words.split())) if scene.actors[p.actor].kind == "person"]
    return people if len(people) > 1 else []


def _words(scene: Scene, trigger: Token) -> dict[str, Token]:
    """Give the words of a sentence that a list of participants needs, by lemma, read once a sentence; few sentences have any."""
    start = int(trigger.sent.start)
    if start not in scene.attending:
        wanted = frozenset().union(*(words_of("triggers", "attendance", key) for key in ("people", "verbs", "gather")))
        scene.attending[start] = {w: t for t in trigger.sent if (w := str(t.lemma_).lower()) in wanted}
    found: dict[str, Token] = scene.attending[start]
    return found


def _named(scene: Scene, start: int, end: int) -> list[Party]:
    """Give the people of a stretch, or its states and bodies where it names no people."""
    mentions = dict.fromkeys(m for i in range(start, end) for m in scene.mentions_of[i] if m.kind == "name" or m.kind == "office")
    people = [m for m in mentions if all(scene.actors[a].kind == "person" for a in m.actors)]
    return [Party(a, "participant", m.span) for m in people or mentions for a in m.actors]
