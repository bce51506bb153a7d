"""Reads a coordination of parties from the surface: "Vladimir Putin, Ebrahim Raisi and Recep Tayyip Erdogan held a summit".

The parser hangs the middle of a long list on a neighbour's name, as an apposition, or on another verb, so that the tree gives one
or two of its members. Commas and "and" between mentions of one class are nearly always right.
"""

from dataclasses import dataclass

from memcon.engagements.lexicon import words_of
from memcon.engagements.scene import Scene, Token
from memcon.record import Mention

_PEOPLE = frozenset({"person", "unnamed"})
_BODIES = frozenset({"state", "organisation", "group"})
_BEFORE_NAME = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM"})
_INSIDE_TITLE = frozenset({"of", "for", "'s", "’s", "-", "his", "her", "their"})
_LONGEST_TITLE = 10
"""Tokens of title before a name: "and the Minister for Foreign Affairs and Trade of New Zealand, ..."."""


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a list: its mention, whether a comma and whether an "and" stands before it."""

    mention: Mention
    comma: bool
    joined: bool


def whole(scene: Scene, mention: Mention, trigger: Token) -> list[Mention]:
    """Give the list that a mention is a member of, in the order of the text; the mention alone where there is none.

    Behind the trigger a member whose own verb follows begins another clause: "met Putin, and Xi said that ...".
    """
    for chain in _chains(scene, trigger):
        if any(m.mention == mention for m in chain):
            if mention.span.start > trigger.idx:
                chain = _within_clause(scene, chain)
            found = [m.mention for m in chain]
            return found if mention in found else [mention]
    return [mention]


def _within_clause(scene: Scene, chain: list[Member]) -> list[Member]:
    last = chain[-1]
    after = _behind(scene, last.mention)
    if after is None or after.pos_ not in ("VERB", "AUX"):
        return chain
    saying = str(after.lemma_).lower() in words_of("status", "saying", "verbs")
    return _closed(chain[:-1]) if saying or (last.comma and len(chain) == 2) else chain


def _chains(scene: Scene, trigger: Token) -> list[list[Member]]:
    """Give the lists of a sentence, read once."""
    start = trigger.sent.start
    if start not in scene.lists:
        scene.lists[start] = _read(scene, start, trigger.sent.end)
    found: list[list[Member]] = scene.lists[start]
    return found


def _read(scene: Scene, start: int, end: int) -> list[list[Member]]:
    chains: list[list[Member]] = []
    i = start
    while i < end:
        first = _member_at(scene, i, None)
        if first is None:
            i += 1
            continue
        chain = [Member(first, False, False)]
        i = scene.behind(first.span)
        while (following := _next(scene, i, end, chain)) is not None:
            if following.mention.actors != chain[-1].mention.actors:  # an apposition tells of the same one again
                chain.append(following)
            i = scene.behind(following.mention.span)
        chain = _closed(chain)
        if len(chain) > 1:
            chains.append(chain)
            i = scene.behind(chain[-1].mention.span)
    return chains


def _closed(chain: list[Member]) -> list[Member]:
    """Cut a list behind its last "and": what only commas tie to it may be an apposition or another clause."""
    last = max((n for n, m in enumerate(chain) if m.joined), default=0)
    return chain[: last + 1]


def _next(scene: Scene, i: int, end: int, chain: list[Member]) -> Member | None:
    """Read a separator at token `i` and the member behind it."""
    comma = joined = False
    if i < end and scene.doc[i].text == ",":
        comma, i = True, i + 1
    if i < end and scene.doc[i].lower_ in ("and", "&"):
        joined, i = True, i + 1
    elif scene.doc[i : i + 3].text.lower() == "as well as":
        joined, i = True, i + 3
    if not (comma or joined) or (chain[-1].joined and comma and not joined):
        return None
    people = any(scene.actors[a].kind in _PEOPLE for a in chain[0].mention.actors)
    for k in range(i, min(i + _LONGEST_TITLE, end)):
        mention = _member_at(scene, k, people)
        if mention is not None:
            return Member(mention, comma, joined)
        here = scene.doc[k]
        if here.pos_ not in _BEFORE_NAME and here.lower_ not in _INSIDE_TITLE:
            return None
    return None


def _member_at(scene: Scene, i: int, people: bool | None) -> Mention | None:
    """Give the mention that begins at a token and belongs to the class asked for (people, bodies, or either)."""
    for mention in scene.mentions_of[i]:
        leading = people is None and scene.doc[i].lower_ in ("he", "she")  # "he, Prime Minister Pellegrini and Orban"
        if (mention.kind == "pronoun" and not leading) or mention.kind == "nationality" or scene.token_at(mention.span.start).i != i:
            continue
        kinds = {scene.actors[a].kind for a in mention.actors}
        if (people is not False and kinds <= _PEOPLE) or (people is not True and kinds <= _BODIES and not _owns(scene, mention)):
            return mention
    return None


def _owns(scene: Scene, mention: Mention) -> bool:
    """Tell whether a state is only the owner of what follows: "and Syria's Assad"."""
    after = _behind(scene, mention)
    return after is not None and (after.lower_ in ("'s", "’s", "'", "’") or after.pos_ in ("PROPN", "NOUN"))


def _behind(scene: Scene, mention: Mention) -> Token | None:
    i = scene.behind(mention.span)
    return scene.doc[i] if i < len(scene.doc) else None

