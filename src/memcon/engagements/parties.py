"""Finds the participants of one telling, from the trigger's frame in the dependency tree, then from the words around it."""

from collections.abc import Sequence
from dataclasses import replace

from memcon.engagements import lists, titled
from memcon.engagements.hosts import state_of
from memcon.engagements.lexicon import words_of
from memcon.engagements.phrase import (
    base,
    case_of,
    conjuncts,
    is_passive,
    mention_of,
    mentions_under,
    prepositional,
    subjects,
)
from memcon.engagements.scene import Scene, Token
from memcon.engagements.surface import journey, listed, nearby, opening, run_back, says
from memcon.engagements.telling import Party, Trigger
from memcon.record import Mention
from memcon.record.findings import Role

_WITH = frozenset({"with", "alongside"})
_BETWEEN = frozenset({"between", "among", "involving"})
_BY = frozenset({"by"})
_TO = frozenset({"to"})
_DESTINATION = frozenset({"to", "in", "for", "into", "at"})


def find(scene: Scene, trigger: Trigger, took_part: Sequence[Party] = ()) -> list[Party]:
    """Give the parties of a telling in the order of their roles (host or caller first where known).

    `took_part` are those that a sentence of its own lists (`attendance.py`).
    """
    found = [*(_of_noun(scene, trigger) if trigger.noun else _of_verb(scene, trigger)), *took_part]
    if trigger.kind == "visit" and trigger.noun:
        found += [p for p in journey(scene, trigger) if p.actor not in {q.actor for q in found}]
    if len({p.actor for p in found}) < 2:
        found += [p for p in nearby(scene, trigger) if p.actor not in {q.actor for q in found}]
    elif not trigger.noun and trigger.kind != "visit" and not any(p.span.start < trigger.token.idx for p in found):
        found += [p for p in opening(scene, trigger.token) if p.actor not in {q.actor for q in found}]
    elif trigger.kind != "visit":
        found += listed(scene, trigger, {p.actor for p in found})
    if trigger.word.with_only and not trigger.word.weak and not any(p.span.start > trigger.token.idx for p in found) and len({p.actor for p in found if p.sure}) < 2:
        return []  # "spoke about this at a briefing" tells of no contact
    unique: dict[str, Party] = {}
    for party in found:
        unique.setdefault(party.actor, party)
    return list(unique.values())


def _parties(scene: Scene, heads: list[Token], role: Role, trigger: Token) -> list[Party]:
    """Give the parties of some phrases: what the tree gives, each with the whole list that it is a member of."""
    found = _own(scene, mentions_under(scene, heads), trigger)
    members = [m for one in found for m in lists.whole(scene, one, trigger)]
    return [Party(a, role, m.span) for m in sorted(dict.fromkeys(members), key=lambda m: m.span.start) for a in m.actors]


def _own(scene: Scene, found: list[Mention], trigger: Token) -> list[Mention]:
    """Leave out who only tells of it: "headed to Cairo, Palestinian officials said" makes the officials no goal."""
    return [m for n, m in enumerate(found) if not (n and m.span.start > trigger.idx and says(scene, m))]


def _of_verb(scene: Scene, trigger: Trigger) -> list[Party]:
    verb, frame = trigger.token, trigger.word.frame
    agents = subjects(verb)
    objects = [c for c in verb.children if base(c) in ("obj", "iobj")]
    if is_passive(verb):
        objects += [c for c in verb.children if c.dep_ == "nsubj:pass"]
    aside = trigger.word.weak and trigger.word.with_only  # "discussed the partnership between the US and the UN" are no parties
    withs = [t for t in prepositional(verb, _WITH if aside else _WITH | _BETWEEN) if not _is_time(scene, t)]
    for thing in objects:
        withs += prepositional(thing, _WITH)
    if frame == "mutual":
        withs += prepositional(verb, frozenset(trigger.word.case))
        others = [] if trigger.word.with_only else objects
        return _parties(scene, agents, "participant", trigger.token) + _parties(scene, others + withs, "participant", trigger.token)
    if frame == "host":
        return _parties(scene, agents, "host", trigger.token) + _parties(scene, objects, "visitor", trigger.token)
    if frame == "caller":
        return _parties(scene, agents, "caller", trigger.token) + _parties(scene, objects, "recipient", trigger.token)
    if frame == "send":
        to = list(prepositional(verb, frozenset(trigger.word.case) | {"to"}))
        return _parties(scene, agents, "sender", trigger.token) + _parties(scene, objects + to, "recipient", trigger.token)
    cases = frozenset(trigger.word.case) or _DESTINATION
    goals = list(prepositional(verb, cases))
    if not trigger.word.preposition:
        goals = objects
    return _parties(scene, agents, "visitor", trigger.token) + _hosts(scene, goals, verb) + _parties(scene, withs, "participant", trigger.token)


def _hosts(scene: Scene, goals: list[Token], trigger: Token) -> list[Party]:
    """Give the states to which the goals of a journey belong, as hosts."""
    return [
        Party(a, "host", m.span)
        for m in _own(scene, mentions_under(scene, goals), trigger)
        for a in m.actors
        if scene.actors[a].kind != "person"
    ]


def _of_noun(scene: Scene, trigger: Trigger) -> list[Party]:
    noun = trigger.token
    role: Role = "visitor" if trigger.kind == "visit" else "sender" if trigger.kind == "message" else "participant"
    found: list[Party] = []
    possessors = [c for c in noun.children if base(c) == "nmod" and c.dep_ == "nmod:poss"]
    found += _parties(scene, possessors, role, trigger.token) or _owner_before(scene, noun, role)
    found += _support_subjects(scene, trigger, role, bool(found))
    for clause in (c for c in noun.children if base(c) == "acl" and str(c.lemma_).lower() in words_of("triggers", "support", "plain")):
        own = [c for c in clause.children if c.dep_ == "nsubj" and noun.i < c.i < clause.i and c.tag_ not in ("WDT", "WP")]
        if own:  # "briefed him on the talks she held with Palestinian leaders": whose talks they are stands inside
            return _parties(scene, own + list(prepositional(clause, _WITH)), "participant", noun)
    phrases = [t for t in _phrases(noun, _WITH | _BETWEEN) if not _is_time(scene, t)]
    both = _parties(scene, [t for t in _phrases(noun, _BETWEEN) if not _is_time(scene, t)], "participant", noun)
    if len({p.actor for p in both}) > 1:
        # "to follow up on the call between Biden and Putin": who follows up is no party; who hosts talks between two others is
        return [p for p in found if p.role == "host"] + both + _mediators(scene, noun)
    joint = [p for head in _phrases(noun, frozenset({"of"}), False) if _is_joint(head) for p in _inside(scene, head) + _sides_of(scene, head)]
    if len({p.actor for p in joint}) > 1:
        return joint
    found += _parties(scene, phrases, "participant", noun)
    by, to, source = (_phrases(noun, frozenset({case}), case != "of") for case in ("by", "to", "from"))
    of = _phrases(noun, frozenset({"of"}), False)
    if trigger.kind == "visit":
        found += _parties(scene, by + of, "visitor", noun) + _hosts(scene, to, noun)
    elif trigger.kind == "message":
        carrier = _governor(noun)
        to += [c for c in carrier.children if base(c) in ("obj", "iobj") and c.i != noun.i] if carrier is not None else []
        found += _parties(scene, to, "recipient", noun) + _parties(scene, source, "sender", noun)
    elif trigger.kind == "call":
        found += _parties(scene, to, "recipient", noun) + _parties(scene, source, "caller", noun) + _parties(scene, by + of, "participant", noun)
    else:
        found += _parties(scene, of + by, "participant", noun)
    inside = _inside(scene, noun) or _pair_before(scene, noun)
    if trigger.kind == "visit":  # "the minister's Israel visit": where to
        inside = [replace(p, role="host") if scene.actors[p.actor].kind == "state" and found else p for p in inside]
    found += inside
    if len({p.actor for p in found}) < 2:
        found += titled.speakers(scene, noun)
    if len({p.actor for p in found}) == 1 and phrases:
        found += _who_tells(scene, noun, found[0])
    if len({p.actor for p in found}) < 2 and (case_of(noun) not in words_of("status", "adverbs", "ahead_of") or any(scene.actors[p.actor].kind == "person" for p in found)):
        found += _speakers_during(scene, noun)
    return found


def _speakers_during(scene: Scene, noun: Token) -> list[Party]:
    """Give who spoke to whom "during the conversation": "In his audience with Pope Francis, President Biden thanked him"."""
    head = noun.head
    opening = noun.sent[0].lower_ in words_of("triggers", "prepositions", "during") and noun.i - noun.sent.start < 8
    if opening and not (base(noun) == "obl" and head.pos_ == "VERB"):
        head = noun.sent.root  # the parser lost the link in "In a phone conversation with the President, X said ..."
    elif base(noun) not in ("obl", "advcl") or head.pos_ != "VERB" or case_of(noun) not in words_of("triggers", "prepositions", "during"):
        return []
    things = [c for c in head.children if base(c) in ("obj", "iobj")]
    people = subjects(head) + things + list(prepositional(head, _TO))
    people += [t for thing in things for t in prepositional(thing, _TO | _WITH)]  # "offered his congratulations to President Aliyev"
    people += prepositional(head, _WITH)  # "shakes hands with Zelensky during a meeting"
    found = [replace(p, sure=False) for p in _parties(scene, people, "participant", noun)]
    persons = [p for p in found if scene.actors[p.actor].kind == "person"]
    if persons or str(noun.lemma_).lower() not in words_of("triggers", "rounds", "nouns"):
        return persons
    # "Russia and NATO will sign an agreement at a summit in Paris", "EU ministers made little progress during a two-day meeting"
    sides = subjects(head) + list(prepositional(head, _WITH)) + [t for thing in things for t in prepositional(thing, _WITH)]
    return [replace(p, sure=False) for p in _parties(scene, sides, "participant", noun) if scene.actors[p.actor].kind in ("state", "organisation", "group")]


def _inside(scene: Scene, noun: Token) -> list[Party]:
    """Give the parties inside the noun phrase before its head: "Biden-Xi talks", "US-Iran talks", "Turkish phone call"."""
    found: list[Party] = []
    i = noun.i - 1
    while i >= noun.sent.start and noun.i - i <= 6:
        token = scene.doc[i]
        mentions = [m for m in scene.mentions_of[i] if m.kind in ("name", "nationality", "place") or (m.kind == "group" and token.lower_ == token.text)]
        modifies = token.pos_ in ("ADJ", "NUM") or (token.pos_ == "NOUN" and noun.i - i == 1)
        mediates = token.lower_ in words_of("triggers", "mediation", "words")
        if not (mentions or modifies or mediates or token.lower_ in ("-", "–", "/", "and", "'s", "’s")):
            break
        for mention in [m for m in mentions[:1] if m.span.end <= noun.idx]:
            found += [Party(a, "participant", mention.span, sure=False) for a in mention.actors]
        i -= 1
    return found[::-1]


def _who_tells(scene: Scene, noun: Token, partner: Party) -> list[Party]:
    """Give who speaks of his own talks: "Zelenskyy said that the key issues in the talks with Johnson were ...".

    With a state as the partner it is his state: "Putin said there had been no talks with Ukraine".
    """
    statement = scene.statement_at(noun.idx)
    if statement is None or len(statement.speakers) != 1 or statement.speaker is None:
        return []
    speaker = scene.actors[statement.speakers[0]]
    other = scene.actors[partner.actor]
    if speaker.kind != "person" or not speaker.country or speaker.country == other.country or partner.span.start < noun.idx:
        return []
    state = state_of(scene, speaker.country) if other.kind == "state" else None
    return [Party(state or speaker.id, "participant", statement.speaker, sure=False)]


def _mediators(scene: Scene, noun: Token) -> list[Party]:
    """Give who brought the parties together: "US-mediated talks between Russia and Ukraine"."""
    for i in range(noun.i - 1, max(noun.i - 5, noun.sent.start + 1), -1):
        if scene.doc[i].lower_ in words_of("triggers", "mediation", "words"):
            behind = scene.doc[i - 1].text in ("-", "–", "‑")
            return [Party(a, "participant", m.span, sure=False) for m in scene.mentions_of[i - 1 - behind][:1] for a in m.actors]
    return []


def _journey_before(noun: Token) -> Token | None:
    """Give the verb of a journey before "for talks", None where another verb stands between."""
    for i in range(noun.i - 1, max(noun.i - 16, noun.sent.start), -1):
        here = noun.doc[i]
        if here.pos_ == "VERB":
            return here if str(here.lemma_).lower() in words_of("triggers", "journey", "out") else None
    return None


def _is_time(scene: Scene, token: Token) -> bool:
    """Tell whether a phrase is a time: "would visit between April 7 and 9 and Levy would be in Ankara" names no party behind "between"."""
    return any(t.span.start <= token.idx < t.span.end for t in scene.times_of(token.sent.start_char, token.idx + 1))


def _is_joint(body: Token) -> bool:
    """Tell whether a body's own name gives its sides: "a meeting of the NATO-Ukraine Commission"."""
    return str(body.lemma_).lower() in words_of("triggers", "joint", "nouns")


def _sides_of(scene: Scene, body: Token) -> list[Party]:
    """Give the states behind a body's name: "the Council of Presidents of Ukraine and Azerbaijan"."""
    named = [m for m in scene.mentions_of[body.i] for a in m.actors if scene.actors[a].kind == "organisation" and scene.actors[a].country]
    own = [Party(s, "participant", m.span) for m in named[:1] if (s := state_of(scene, scene.actors[m.actors[0]].country or "")) is not None]
    states = [m for t in body.subtree if t.i > body.i for m in scene.mentions_of[t.i][:1] if all(scene.actors[a].kind == "state" for a in m.actors)]
    return own + [Party(a, "participant", m.span) for m in dict.fromkeys(states) for a in m.actors]


def _phrases(noun: Token, cases: frozenset[str], governed: bool = True) -> list[Token]:
    """Give the phrases with these prepositions on the noun, and on the verb that carries it ("sent a letter to Trump")."""
    found = list(prepositional(noun, cases))
    governor = _governor(noun) if governed else None
    if governor is not None:
        found += [p for p in prepositional(governor, cases) if p.i > min(noun.i, governor.i)]
    return found


def _owner_before(scene: Scene, noun: Token, role: Role) -> list[Party]:
    """Give the owner by the words before the noun, where the parser lost it: "Prime Minister Chirac's first official visit"."""
    for i in range(noun.i - 1, max(noun.i - 7, noun.sent.start), -1):
        here = scene.doc[i]
        if here.lower_ in ("'s", "’s", "'", "’"):
            mentions = [m for m in scene.mentions_of[i - 1] if m.kind in ("name", "office") and m.span.end >= scene.doc[i - 1].idx]
            people = [m for m in mentions if any(scene.actors[a].kind in ("person", "unnamed") for a in m.actors)]
            return [Party(a, role, m.span) for m in people[:1] for a in m.actors]
        if here.pos_ not in ("ADJ", "NOUN", "NUM", "PUNCT", "PROPN") or here.text in (",", ";", "."):
            break
    return []


def _pair_before(scene: Scene, noun: Token) -> list[Party]:
    """Give two sides that a hyphen ties further before the noun: "U.S.-China Economic and Trade Meeting"."""
    for i in range(noun.i - 2, max(noun.i - 9, noun.sent.start), -1):
        here = scene.doc[i]
        within = [m for m in scene.mentions_of[i] if m.kind != "pronoun"] if "-" in here.text[1:-1] else []
        if len({m.actors for m in within}) > 1:
            return [Party(a, "participant", m.span, sure=False) for m in within for a in m.actors]
        if here.text in ("-", "–", "‑", "—"):
            left, right = ([m for m in scene.mentions_of[k][:1] if m.kind != "pronoun"] for k in (i - 1, i + 1))
            if left and right and left[0].actors != right[0].actors:
                return [Party(a, "participant", m.span, sure=False) for m in (left[0], right[0]) for a in m.actors]
        elif here.pos_ not in ("PROPN", "NOUN", "ADJ", "CCONJ", "NUM") or here.lower_ in ("'s", "’s"):
            break
    return []


def _carried(noun: Token) -> Token:
    """Give the noun that stands under the verb: of coordinated ones the first, of "90 minutes of talks" the minutes."""
    here = noun
    for _ in range(6):
        head = here.head
        if (base(here) == "conj" and head.pos_ in ("NOUN", "PROPN")) or (base(here) == "nmod" and case_of(here) == "of" and str(head.lemma_).lower() in words_of("triggers", "measures", "nouns")):
            here = head
        else:
            break
    return here


def _governor(noun: Token) -> Token | None:
    """Give the verb that carries the noun ("held talks", "talks took place"), None where there is none."""
    noun = _carried(noun)
    head = noun.head
    if head.pos_ not in ("VERB", "AUX"):
        return None
    lemma = str(head.lemma_).lower()
    if base(noun) in ("obj", "obl") and lemma in words_of("triggers", "support", "subject"):
        return head
    if base(noun) == "nsubj" and lemma in words_of("triggers", "support", "happen"):
        return head
    return None


def _support_subjects(scene: Scene, trigger: Trigger, role: Role, has_owner: bool) -> list[Party]:
    """Give the subject of the verb that carries the noun; with an owner in place only where the verb is a support verb."""
    noun = _carried(trigger.token)
    head = noun.head
    if base(noun) in ("nmod", "obl") and any(base(c) == "cop" for c in head.children):
        return _parties(scene, subjects(head), role, trigger.token)  # "who is in Russia on a working visit"
    journey_verb = _journey_before(noun) if case_of(noun) == "for" and head.pos_ not in ("VERB", "AUX") else None
    if journey_verb is not None:
        head = journey_verb  # "may visit Japan later this month for talks with Takaichi"
    elif base(noun) == "nmod" and case_of(noun) == "for" and head.pos_ in ("NOUN", "PROPN"):
        noun, head = _carried(head), _carried(head).head  # "make a visit to China for talks with Xi"
    if head.pos_ not in ("VERB", "AUX") or (journey_verb is None and base(noun) not in ("obj", "obl")):
        return []
    lemma = str(head.lemma_).lower()
    if lemma not in words_of("triggers", "support", "subject"):
        return []
    if base(noun) != "obj" and (has_owner or case_of(noun) not in ("for", "in", "on", "at", "to", "into")):
        return []
    if role == "sender" and lemma == "receive":
        role = "recipient"
    if lemma == "host":
        role = "host"
    found = _parties(scene, subjects(head), role, trigger.token)
    if not found and lemma in words_of("triggers", "support", "plain"):  # the parser lost the subject of "held talks"
        found = [replace(p, role=role) for p in run_back(scene, head.i - 1, max(head.i - 12, head.sent.start))]
    return found


__all__ = ["conjuncts", "find", "mention_of"]
