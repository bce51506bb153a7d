"""Walking the dependency tree (Universal Dependencies): subjects, objects, prepositional phrases, noun phrases."""

from collections.abc import Iterator

from memcon.engagements.lexicon import words_of
from memcon.engagements.scene import Scene, Token
from memcon.record import Mention

CLAUSES = frozenset({"acl", "advcl", "ccomp", "parataxis", "csubj"})
"""Relations that begin another clause."""
_NAME_PARTS = frozenset({"flat", "appos", "compound", "nummod", "amod", "det", "nmod"})


def base(token: Token) -> str:
    """Give a token's relation without its subtype."""
    return str(token.dep_).split(":")[0].lower()


def conjuncts(token: Token) -> list[Token]:
    """Give a token and what is coordinated with it: "Putin, Xi and Modi"."""
    found = [token]
    for child in token.children:
        if base(child) == "conj":
            found += conjuncts(child)
        elif base(child) == "flat":  # "Joe Biden and Vladimir Putin": the parser may hang Vladimir on Biden
            found += conjuncts(child)[1:]
    return found


def case_of(token: Token) -> str:
    """Give the preposition of a phrase in lower case ("with", "on sidelines of" is "on"), "" where there is none."""
    for child in token.children:
        if base(child) in ("case", "mark") and child.i < token.i:
            return str(child.lower_)
    return ""


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is in the passive."""
    return any(str(c.dep_).endswith(":pass") for c in verb.children)


def clause_head(token: Token) -> Token:
    """Climb to the verb (or other predicate) of the clause that a token stands in."""
    here = token
    while here.head.i != here.i:
        relation = base(here)
        if relation in CLAUSES or relation == "root":
            break
        if relation == "conj" and here.pos_ in ("VERB", "AUX"):
            break
        if here.pos_ in ("VERB",) and relation in ("xcomp",):
            break
        here = here.head
    return here


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Give the heads of a verb's subject, shared or controlled ones too.

    "Putin arrived and met Assad": "met" has the subject of "arrived". "plans to meet": the subject of "plans".
    "a visit made by X": the agent of a passive counts, its subject not.
    """
    if depth > 5:
        return []
    own = [c for c in verb.children if base(c) == "nsubj" and not str(c.dep_).endswith(":pass")]
    if own and own[0].tag_ in ("WP", "WDT") and base(verb) == "acl":
        return [verb.head]
    if own:
        return own
    partner = bare_partner(verb)
    if partner is not None and depth < 3:
        return subjects(partner, depth + 1)
    if is_passive(verb):
        return [c for c in verb.children if c.dep_ == "obl:agent" or (base(c) == "obl" and case_of(c) == "by")]
    relation, head = base(verb), verb.head
    if head.i == verb.i:
        return []
    if relation == "advcl" and head.pos_ in ("PROPN", "NOUN", "PRON"):
        return [head]  # "Scharping, ending a two-day visit, said ..."
    if relation in ("conj", "xcomp", "advcl"):
        passive = [c for c in head.children if c.dep_ == "nsubj:pass"]
        if relation == "xcomp":
            objects = [c for c in head.children if base(c) in ("obj", "iobj")]
            if objects and str(head.lemma_).lower() in words_of("triggers", "control", "object"):
                return objects
        return subjects(head, depth + 1) or passive
    if relation == "acl":
        return [head] if head.pos_ in ("PROPN", "NOUN", "PRON") else []
    if relation in ("aux", "cop"):
        return subjects(head, depth + 1)
    return []


def carries(verb: Token) -> bool:
    """Tell whether a verb only carries a noun of contact ("held talks", "talks took place"), and does not just speak of it."""
    return str(verb.lemma_).lower() in words_of("triggers", "support", "subject") | words_of("triggers", "support", "happen")


def bare_partner(verb: Token) -> Token | None:
    """Give the infinitive that a bare one behind "and" goes on from: "is to have lunch with Li, who ..., and meet with Zhao".

    The parser often hangs the second one on the clause in between.
    """
    if verb.tag_ not in ("VB", "VBP") or verb.i == verb.sent.start or verb.doc[verb.i - 1].lower_ not in ("and", "also", "then"):
        return None
    for i in range(verb.i - 2, verb.sent.start, -1):
        here = verb.doc[i]
        if here.tag_ == "VB" and here.doc[i - 1].lower_ in ("to", "will", "would", "shall", "may"):
            return here
    return None


def prepositional(token: Token, cases: frozenset[str]) -> Iterator[Token]:
    """Give the heads of the phrases under a token that one of these prepositions introduces."""
    for child in token.children:
        if base(child) in ("obl", "nmod", "advmod") and case_of(child) in cases:
            yield child


def noun_phrase(token: Token) -> tuple[int, int]:
    """Give the token range of a noun phrase without its relative clauses, conjuncts and "with" phrases."""
    first = last = token.i
    stack = [token]
    while stack:
        here = stack.pop()
        for child in here.children:
            if base(child) in _NAME_PARTS and child.dep_ != "nmod:poss" and not (base(child) == "nmod" and case_of(child) not in ("of", "from", "")):
                first, last = min(first, child.i), max(last, child.i)
                stack.append(child)
    return first, last + 1


def mention_of(scene: Scene, token: Token) -> Mention | None:
    """Give the mention that a noun phrase's head stands for, as far as the cast knows one.

    The mention that covers the head comes first; else a name that is part of the phrase ("Secretary of State Antony
    Blinken": the head is "Secretary", the name hangs on it), persons before bodies and states.
    """
    covering: list[Mention] = scene.mentions_of[token.i]
    if covering:
        return _owned(scene, covering[0]) or _head_of_body(scene, covering[0]) or _body_of(scene, token, covering[0]) or covering[0]
    first, last = noun_phrase(token)
    best: Mention | None = None
    rank = 9
    for i in range(first, last):
        for mention in scene.mentions_of[i]:
            under = scene.doc[i]
            direct = under.head.i == token.i and base(under) in ("flat", "appos", "compound")
            person = any(scene.actors[a].kind == "person" for a in mention.actors)
            if not (person or direct or token.pos_ == "PROPN" or str(token.lemma_).lower() in words_of("triggers", "people", "nouns")):
                continue  # "discussed the future of Ukraine" makes Ukraine no party
            here = 0 if direct and person else 1 if direct else 2 if person and i > token.i else 3
            if mention.kind == "pronoun":
                here += 4
            if here < rank:
                best, rank = mention, here
    if best is None:
        return None
    return _head_of_body(scene, best) or best


def _states_of(scene: Scene, token: Token) -> list[Mention]:
    """Give the states of a plural that stands for their people: "leaders of China, Russia and India", "Russian and US envoys"."""
    if scene.mentions_of[token.i] or "Plur" not in token.morph.get("Number"):
        return []
    if str(token.lemma_).lower() not in words_of("triggers", "people", "nouns"):
        return []
    heads = [c for c in token.children if base(c) == "amod" or (base(c) in ("nmod", "compound") and case_of(c) in ("of", "from", ""))]
    found = [scene.mentions_of[t.i][0] for head in heads for t in conjuncts(head) if scene.mentions_of[t.i]]
    states = [m for m in found if all(scene.actors[a].kind == "state" for a in m.actors)]
    return states if len(states) > 1 else []


def _body_of(scene: Scene, token: Token, group: Mention) -> Mention | None:
    """Give the body whose members a group is: "will consult with NATO Allies" (the Guide: where only the body is named, the body)."""
    if any(scene.actors[a].kind not in ("group", "unnamed") or scene.actors[a].country for a in group.actors):
        return None
    for child in token.children:
        if base(child) in ("compound", "amod", "nmod") and child.i < token.i:
            bodies: list[Mention] = [m for m in scene.mentions_of[child.i] if all(scene.actors[a].kind == "organisation" for a in m.actors)]
            if bodies:
                return bodies[0]
    return None


def _head_of_body(scene: Scene, body: Mention) -> Mention | None:
    """Give the person whose title a body's name opens: "with International Committee of the Red Cross (ICRC) President Egger"."""
    if any(scene.actors[a].kind != "organisation" for a in body.actors):
        return None
    for i in range(scene.behind(body.span), len(scene.doc)):
        here = scene.doc[i]
        behind: list[Mention] = [m for m in scene.mentions_of[i] if m.span.start > body.span.end and any(scene.actors[a].kind == "person" for a in m.actors)]
        if behind:
            return behind[0]
        if i - scene.token_at(body.span.start).i > 12 or not (here.pos_ in ("PROPN", "NOUN", "ADJ") or here.text in ("(", ")", "-") or here.lower_ == "for"):
            return None
    return None


def _owned(scene: Scene, owner: Mention) -> Mention | None:
    """Give the person behind a state's possessive: in "with Syria's Assad" the parser may take Syria for the head."""
    if any(scene.actors[a].kind == "person" for a in owner.actors):
        return None
    last = scene.token_at(max(owner.span.end - 1, owner.span.start))
    if last.i + 2 >= len(scene.doc) or scene.doc[last.i + 1].lower_ not in ("'s", "’s", "'", "’"):
        return None
    for i in range(last.i + 2, min(last.i + 6, len(scene.doc))):
        for mention in scene.mentions_of[i]:
            if any(scene.actors[a].kind == "person" for a in mention.actors):
                return mention
        if scene.doc[i].pos_ not in ("PROPN", "NOUN", "ADJ"):
            break
    return None


def mentions_under(scene: Scene, heads: list[Token]) -> list[Mention]:
    """Give the mentions of some phrases' heads and all their conjuncts, each once, in the order of the text."""
    found: dict[tuple[int, int], Mention] = {}
    for head in heads:
        for token in conjuncts(head):
            one = mention_of(scene, token)
            for mention in _states_of(scene, token) or ([one] if one is not None else []):
                found.setdefault((mention.span.start, mention.span.end), mention)
    return [found[key] for key in sorted(found)]
