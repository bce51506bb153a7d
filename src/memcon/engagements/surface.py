"""Parties by the words around a trigger, where the dependency tree gives too few.

The parser is wrong in one relation of five, and most often in long coordinations; "with" and "between" right after the
trigger, and the subject's mention right before it, are nearly always right.
"""

from dataclasses import replace

from memcon.engagements.lexicon import words_of
from memcon.engagements.phrase import mentions_under, subjects
from memcon.engagements.scene import Scene, Token
from memcon.engagements.telling import Party, Trigger
from memcon.record import Mention
from memcon.record.findings import Role

_JOURNEY: dict[str, Role] = {"to": "host", "by": "visitor"}


def is_person(scene: Scene, mention: Mention) -> bool:
    """Tell whether a mention stands for a person."""
    return any(scene.actors[a].kind == "person" for a in mention.actors)


def nearby(scene: Scene, trigger: Trigger) -> list[Party]:
    """Give the parties that the words around a trigger name."""
    token, sent = trigger.token, trigger.token.sent
    found: list[Party] = []
    if trigger.kind != "visit":
        if not trigger.noun and not trigger.word.with_only:
            found += _object_behind(scene, token, sent.end)
        for i in range(token.i + 1, min(token.i + 14, sent.end)):
            if found:
                break
            here = scene.doc[i]
            aside = trigger.word.weak and trigger.word.with_only
            if here.lower_ == "with" or (here.lower_ == "between" and not aside) or here.lower_ in trigger.word.case:
                found += _run(scene, i + 1, sent.end)
                break
            if i == token.i + 1 and not trigger.noun and not trigger.word.with_only:
                found += _run(scene, i, i + 1) and _run(scene, i, sent.end)
            if here.pos_ == "VERB" or here.lower_ in (";", ":"):
                break
    if trigger.kind == "visit" and not trigger.noun and not subjects(token):
        found += [replace(p, role="visitor") for p in run_back(scene, token.i - 1, max(token.i - 12, sent.start))]
    if not trigger.noun and trigger.kind != "visit" and (not subjects(token) or mentions_under(scene, subjects(token))):
        found += run_back(scene, token.i - 1, max(token.i - 12, sent.start)) or opening(scene, token)
    return found


def journey(scene: Scene, trigger: Trigger) -> list[Party]:
    """Give who travels where by the words behind a noun: "called off a trip to North Korea by Secretary of State Pompeo"."""
    token = trigger.token
    found: list[Party] = []
    for i in range(token.i + 1, min(token.i + 12, token.sent.end - 1)):
        here, case = scene.doc[i], scene.doc[i].lower_
        if case in ("to", "by") and not any(p.role == _JOURNEY[case] for p in found):
            mentions = [m for k in range(i + 1, min(i + 7, token.sent.end)) for m in scene.mentions_of[k] if m.kind != "nationality"]
            wanted = [m for m in mentions if _acts(scene, m) == (case == "by") and (case == "by" or m.span.start <= scene.doc[i + 2].idx)]
            found += [Party(a, _JOURNEY[case], m.span, sure=False) for m in wanted[:1] for a in m.actors]
        elif here.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") or here.text in (",", ";", ":", "("):
            break
    return found


def _acts(scene: Scene, mention: Mention) -> bool:
    """Tell whether a mention stands for somebody, named or not ("by the Malaysian Prime Minister")."""
    return any(scene.actors[a].kind in ("person", "unnamed") for a in mention.actors)


def listed(scene: Scene, trigger: Trigger, known: set[str]) -> list[Party]:
    """Give the rest of a list of people of which the tree gave a part: "met with Prime Minister A, Minister B and C"."""
    token = trigger.token
    for i in range(token.i + 1, min(token.i + 6, token.sent.end)):
        if scene.doc[i].lower_ in ("with", "between"):
            found = _run(scene, i + 1, token.sent.end)
            people = [p for p in found if scene.actors[p.actor].kind == "person"]
            return [p for p in people if p.actor not in known] if known & {p.actor for p in people} else []
    return []


def opening(scene: Scene, verb: Token) -> list[Party]:
    """Give the person that a sentence opens with: "President X, fifth from right, accompanied by ..., meets with Y" (captions)."""
    for i in range(verb.sent.start, min(verb.sent.start + 5, verb.i)):
        for mention in scene.mentions_of[i]:
            if mention.kind != "pronoun" and any(scene.actors[a].kind == "person" for a in mention.actors):
                return [Party(a, "participant", mention.span, sure=False) for a in mention.actors]
    return []


def _object_behind(scene: Scene, verb: Token, end: int) -> list[Party]:
    """Give the people right behind a verb, a phrase of place skipped: "received in the Kremlin President Niinistö"."""
    for i in range(verb.i + 1, min(verb.i + 9, end)):
        here = scene.doc[i]
        if any(scene.actors[a].kind == "person" for m in scene.mentions_of[i] if m.kind != "pronoun" for a in m.actors):
            return _run(scene, i, end)
        if here.pos_ in ("VERB", "AUX", "SCONJ") or here.lower_ in (",", ";", ":", "with", "by", "of", "after", "before"):
            return []
    return []


def run_back(scene: Scene, last: int, first: int) -> list[Party]:
    """Read a list of names that ends before token `last`: "as Biden and Pope Francis meet"."""
    found: list[Party] = []
    i = last
    while i >= first:
        mentions = [m for m in scene.mentions_of[i] if m.kind in ("name", "office", "group", "pronoun", "nationality")]
        if mentions:
            found = [Party(a, "participant", mentions[0].span, sure=False) for a in mentions[0].actors] + found
            while i >= first and scene.doc[i].idx >= mentions[0].span.start:
                i -= 1
            if i >= 0 and scene.doc[i].pos_ == "ADP":
                return []  # "to prepare for the meeting with Kishida and to discuss ...": a party of something else
            if i < first or scene.doc[i].lower_ not in ("and", ",", "&"):
                break
        elif found and scene.doc[i].lower_ not in ("and", ",", "&"):
            break
        i -= 1
    return found


def _run(scene: Scene, start: int, end: int) -> list[Party]:
    """Read a list of names from token `start` on: "President Xi, Premier Li and ..."."""
    found: list[Party] = []
    gap = 0
    i = start
    while i < end and gap < 9:
        mentions: list[Mention] = [m for m in scene.mentions_of[i] if m.span.start == scene.doc[i].idx and not _is_owner(scene, i, m)]
        here = scene.doc[i]
        if mentions:
            persons = [m for m in mentions if any(scene.actors[a].kind == "person" for a in m.actors)]
            follows = scene.doc[i + 1 : i + 4] if not persons else []
            person_next = any(
                scene.actors[a].kind == "person" for t in follows for m in scene.mentions_of[t.i] for a in m.actors
            )
            if persons or not person_next:
                chosen = (persons or mentions)[0]
                if found and says(scene, chosen):
                    break
                found += [Party(a, "participant", chosen.span, sure=False) for a in chosen.actors]
                gap = 0
                while i < end and scene.doc[i].idx < chosen.span.end:
                    i += 1
                if i < end and scene.doc[i].lower_ not in (",", "and", "&"):
                    break
                continue
        if here.pos_ in ("VERB", "AUX", "ADP") and here.lower_ not in ("of", "for", "to"):
            break
        gap += 1
        i += 1
    return found


def _is_owner(scene: Scene, i: int, mention: Mention) -> bool:
    """Tell whether a pronoun only owns what follows: "with my colleague, the Minister for Trade"."""
    return mention.kind == "pronoun" and scene.doc[i].dep_ == "nmod:poss"


def says(scene: Scene, mention: Mention) -> bool:
    """Tell whether a verb of saying follows a mention: ", the Blue House said" names who tells of it and no further party."""
    after = scene.behind(mention.span)
    verb = scene.doc[after] if after < len(scene.doc) else None
    return verb is not None and verb.pos_ in ("VERB", "AUX") and str(verb.lemma_).lower() in words_of("status", "saying", "verbs") | {"have", "be"}
