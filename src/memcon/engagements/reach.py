"""How far a time or a place is from a trigger in the sentence: the nearest trigger owns it."""

from bisect import bisect_left
from collections.abc import Sequence

from memcon.engagements.lexicon import words_of
from memcon.engagements.phrase import base, case_of
from memcon.engagements.scene import Scene, Token

_REACH = 25
"""Tokens over which a time or place behind one clause border may still belong to a trigger."""
BORDER = 4.0
"""What a clause border costs."""
_DEEPEST = 14.0
"""Cost of a path through the tree that ties nothing any more ("met him to congratulate him on his inauguration in January")."""
FARTHEST = 45
"""Tokens beyond which nothing belongs to a trigger; it also bounds the work on a sentence without an end."""
_KEPT = 50_000
"""Costs that are remembered of a report; a time is weighed against each trigger that stands near it."""
_OWNED = ("compound", "nummod", "amod")
"""Relations by which a time belongs to another noun: "based on the May 27 arrangement"."""
_NOUNS = ("gathering", "meeting")
"""Nouns that the parser takes for participles: "on the sidelines of an ASEAN gathering in Laos last month"."""
_INSIDE = ("nmod", "appos", "compound")
_BORDERS = ("ccomp", "acl", "advcl", "parataxis")


def rivals(others: Sequence[Token], trigger: Token, first: Token) -> list[Token]:
    """Give those of the other triggers of a sentence, in its order, to which a time or place can belong instead."""
    found = []
    for k in range(bisect_left(others, first.i - FARTHEST, key=lambda o: int(o.i)), len(others)):
        if others[k].i > first.i + FARTHEST:
            break
        if others[k].i != trigger.i:
            found.append(others[k])
    return found


def cost(scene: Scene, trigger: Token, head: Token, first: Token) -> float | None:
    """Give how far a time or place is from a trigger, None where it can't belong to it.

    Each step in the tree costs one, each clause border crossed four, each ten tokens between them one. A participle that
    only carries the trigger is no border ("the meeting held on September 13", "pay a visit to China beginning Sunday"), and a step up out of the noun phrase that
    the trigger is part of costs more ("details about the meeting were published on Tuesday" does not date the meeting).
    """
    if abs(first.i - trigger.i) > FARTHEST:
        return None
    key = trigger.i, head.i, first.i
    if key not in scene.costs:
        if len(scene.costs) > _KEPT:
            scene.costs.clear()
        scene.costs[key] = _cost(scene, trigger, head, abs(first.i - trigger.i))
    return scene.costs[key]


def _cost(scene: Scene, trigger: Token, head: Token, distance: int) -> float | None:
    if trigger.i not in scene.above:
        scene.above[trigger.i] = _ancestors(trigger)
    up = scene.above[trigger.i]
    here, steps, borders = head, 0.0, 0
    while here.i not in up:
        if steps + BORDER * borders > _DEEPEST:
            return None
        if case_of(here) in words_of("status", "adverbs", "other_occasion") or str(here.lemma_).lower() in words_of("status", "adverbs", "occasion"):
            return None  # "spoke in advance of the summit in Vilnius", "since the war began in 2022"
        if here.head.i != trigger.i and here.head.pos_ == "NOUN" and not _is_carrier(here.head):
            if base(here) in _OWNED:
                return None
            steps += 4 if base(here) == "nmod" else 0
        if base(here) == "acl" and here.head.i not in up and not _carries(here) and here.lower_ not in _NOUNS:
            return None  # "In Lebanon, where I welcomed the new government in February, I met ..."
        if base(here) in _BORDERS and not (here.head.i in up and not up[here.head.i][1] and _carries(here)):
            borders += 1
        elif base(here) == "conj" and here.pos_ == "VERB":
            borders += 1  # "was glad to welcome him and congratulated him on his birthday on September 11"
        if here.head.i == here.i:
            return None
        here = here.head
        steps += 1
    steps += up[here.i][0]
    borders += up[here.i][1]
    if steps + BORDER * borders > _DEEPEST or borders > 1 or (borders and distance > _REACH):
        return None
    return float(steps + BORDER * borders + distance / 10)


def _is_carrier(noun: Token) -> bool:
    """Tell whether a noun only measures or places the trigger ("a round of talks", "the start of the visit")."""
    return str(noun.lemma_).lower() in words_of("triggers", "measures", "nouns")


def _carries(participle: Token) -> bool:
    """Tell whether a participle says no more than that the thing happens ("held", "scheduled")."""
    return str(participle.lemma_).lower() in words_of("triggers", "support", "happen")


def _ancestors(token: Token) -> dict[int, tuple[float, int]]:
    """Give each ancestor's (steps, clause borders) from a token, itself at (0, 0), as far up as anything is tied."""
    found: dict[int, tuple[float, int]] = {}
    here, steps, borders = token, 0.0, 0
    while here.i not in found and steps + BORDER * borders <= _DEEPEST:
        found[here.i] = (steps, borders)
        if base(here) in _BORDERS:
            borders += 1
        steps += 3 if base(here) in _INSIDE and here.head.pos_ in ("NOUN", "PROPN") else 1
        here = here.head
    return found
