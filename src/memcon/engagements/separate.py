"""Parts meetings that one sentence tells of together.

"met separately with Kishida and Yoon" are two, "Babis and Orban would hold bilateral meetings with Netanyahu" as well.
"""

from dataclasses import replace

from memcon.engagements.lexicon import words_of
from memcon.engagements.telling import Telling


def split(telling: Telling) -> list[Telling]:
    """Give one telling for each pair of parties where the words say "separately", else the telling as it is."""
    token = telling.trigger.token
    near = {t.lower_ for t in token.doc[max(token.i - 4, token.sent.start) : min(token.i + 4, token.sent.end)]}
    several = telling.trigger.noun and "Plur" in token.morph.get("Number") and bool(near & words_of("triggers", "separately", "each"))
    if telling.kind == "visit" or not (several or near & words_of("triggers", "separately", "words")):
        return [telling]
    before = [p for p in telling.parties if p.span.start < token.idx]
    behind = [p for p in telling.parties if p.span.start > token.idx]
    if len(before) == 1 and len(behind) > 1:
        return [replace(telling, parties=[*before, other]) for other in behind]
    if len(behind) == 1 and len(before) > 1:
        return [replace(telling, parties=[other, *behind]) for other in before]
    return [telling]
