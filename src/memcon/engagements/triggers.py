"""Finds the words that tell of an engagement: "met", "held talks", "telephone conversation", "visit"."""

from collections.abc import Iterator

from memcon.engagements.lexicon import Word, table, words, words_of
from memcon.engagements.phrase import base, case_of, conjuncts, noun_phrase, prepositional
from memcon.engagements.scene import Scene, Token
from memcon.engagements.telling import Trigger
from memcon.record import EngagementKind

_CAPTION = 60
"""Characters from which on what stands beside the report may be a picture's caption, which tells of engagements too."""
_OTHER_CLAUSES = ("acl", "advcl", "xcomp", "ccomp", "parataxis", "conj", "nsubj")
_SETTINGS = frozenset({"sideline", "sidelines", "margin", "margins", "fringe", "fringes"})


def find(scene: Scene) -> Iterator[Trigger]:
    """Give the triggers of a report in the order of its text."""
    verbs, nouns = words("verbs"), words("nouns")
    for token in scene.doc:
        lemma = str(token.lemma_).lower()
        if lemma == "phone" and token.pos_ == "NOUN":
            continue
        word = verbs.get(lemma) if token.pos_ == "VERB" else _verb_in_disguise(scene, token)
        if word is None and token.pos_ in ("NOUN", "PROPN"):
            word = nouns.get(lemma) or nouns.get(str(token.lower_))
            if word is None and token.lower_ == "talks":
                word = nouns["talk"]
        if word is None or not _fits(scene, token, word):
            continue
        block = scene.block_of(token.idx)
        if block is not None and (block.kind == "desk" or (block.kind == "furniture" and len(block.span.quote) < _CAPTION)):
            continue
        yield Trigger(token, word, _kind(scene, token, word), lemma)


def _verb_in_disguise(scene: Scene, token: Token) -> Word | None:
    """Give the verb that the parser took for a noun: "Lee's envoy visits Poland", "when meeting with Howard"."""
    if token.pos_ not in ("NOUN", "PROPN") or token.i + 1 >= len(scene.doc):
        return None
    if token.lower_ in ("speak", "speaks"):
        return words("verbs")["speak"]
    headline = table("triggers")["headline"]
    behind, before = scene.doc[token.i + 1], scene.doc[max(token.i - 1, 0)]
    named = any(m.span.start == behind.idx for m in scene.mentions_of[behind.i])
    block = scene.block_of(token.idx)
    if token.lower_ == "meets":
        return words("verbs")["meet"]
    if block is not None and block.kind in ("title", "deck") and token.lower_ in headline["verbs"]:
        if named and before.pos_ in ("NOUN", "PROPN", "PRON"):
            return words("verbs")[headline["verbs"][token.lower_]]
    elif token.lower_ in headline["gerunds"] and before.lower_ in headline["before"] and (named or behind.lower_ == "with"):
        return words("verbs")[headline["gerunds"][token.lower_]]
    return None


def _fits(scene: Scene, token: Token, word: Word) -> bool:
    if word.frame != "noun":
        return _verb_fits(scene, token, word) and (word.frame != "host" or _hosts_people(scene, token, word.weak))
    if word.plural and not (token.lower_.endswith("s") or "Plur" in token.morph.get("Number")):
        return False
    if base(token) in ("compound", "amod") and token.head.i > token.i and token.head.lower_ not in words_of("triggers", "headline", "behind"):
        return False  # "meeting room", "summit talks": the head noun is the trigger
    first, last = noun_phrase(token)
    inside = {t.lower_ for t in scene.doc[first:last]}
    if word.needs_modifier and not inside & set(word.needs_modifier):
        return False
    if word.needs and not _clause_words(token.head) & set(word.needs):
        return False
    if token.lower_ in ("call", "calls") and _is_appeal(scene, token):
        return False
    return not _is_setting(token)


def _is_appeal(scene: Scene, call: Token) -> bool:
    """Tell whether a call is an appeal ("calls for a ceasefire", "a call on Russia to withdraw") and no conversation.

    "a video call on Tuesday" and "a call to President Xi" are conversations.
    """
    if call.i + 2 >= len(scene.doc):
        return False
    after, behind = scene.doc[call.i + 1].lower_, scene.doc[call.i + 2]
    if after == "on":
        return not any(True for _ in scene.times_of(behind.idx, behind.idx + 1))
    if after == "to":
        return not any(scene.actors[a].kind == "person" for m in scene.mentions_of[behind.i] for a in m.actors)
    return bool(after == "for")


def _is_setting(token: Token) -> bool:
    """Tell whether a summit is only the setting: "on the sidelines of the APEC summit" (the Guide: no record of its own)."""
    head = token.head
    if head.lower_ in _SETTINGS and case_of(token) == "of":
        return True
    window = token.doc[max(token.i - 9, token.sent.start) : token.i]
    return any(t.lower_ in _SETTINGS for t in window) and token.lower_ not in ("meeting", "talks", "conversation")


def _is_telephoned(scene: Scene, verb: Token) -> bool:
    """Tell whether somebody is called, not called something: "called Erdogan on Monday", but not "called Bush a liar"."""
    for thing in (c for c in verb.children if base(c) == "obj"):
        for mention in scene.mentions_of[thing.i][:1]:
            last = scene.token_at(mention.span.end - 1).i
            after = scene.doc[min(last + 1, len(scene.doc) - 1)]
            closed = after.pos_ in ("ADP", "CCONJ", "SCONJ", "PART", "SPACE") or after.text in (".", ",", ";")
            closed = closed or any(True for _ in scene.times_of(after.idx, after.idx + 1))
            if closed and any(scene.actors[a].kind in ("person", "unnamed") for a in mention.actors):
                return True
    return False


def _verb_fits(scene: Scene, token: Token, word: Word) -> bool:
    children = {base(c) for c in token.children}
    if token.lower_ == "going" and token.i + 2 < len(scene.doc) and scene.doc[token.i + 1].lower_ == "to" and scene.doc[token.i + 2].tag_ == "VB":
        return False  # "we're going to send more vaccines to Kenya" is a future, no journey
    if token.lower_ == "gathering" or (token.lower_ == "meeting" and any(base(c) == "det" for c in token.children)):
        return False  # nouns that the parser took for verbs
    if word.frame == "send" and (base(token) == "amod" or token.tag_ == "VBG") and not any(True for _ in prepositional(token, frozenset({"to"}))):
        return False  # "in a written statement", "(Writing by ...)"
    if word.case and word.frame == "travel" and not any(True for _ in prepositional(token, frozenset(word.case))):
        return False  # "left" of a caption ("Harris (left) shakes hands"), "leave their posts"
    if str(token.lemma_).lower() == "meet" and any(
        (base(c) == "obj" or c.dep_ == "nsubj:pass") and str(c.lemma_).lower() in words_of("triggers", "met", "nouns") for c in token.children
    ):
        return False
    if word.person_object:
        return "obj" in children and not children & {"xcomp", "ccomp"} and _is_telephoned(scene, token)
    if any(c.lower_ in ("for", "on") and base(c) == "case" for c in token.children):
        return False
    if word.needs:
        clause = {t.lemma_.lower() for t in token.subtree}
        return bool(clause & set(word.needs))
    return True


def _hosts_people(scene: Scene, verb: Token, weak: bool) -> bool:
    """Tell whether what is received, hosted or welcomed are people: one may also welcome an election and receive a gift."""
    things = [c for c in verb.children if base(c) == "obj" or c.dep_ == "nsubj:pass"]
    if any(c.i > verb.i and str(c.lemma_).lower() in words_of("triggers", "sent", "nouns") for c in verb.children):
        return False  # "received a letter from Kim": what is received is no person, whatever the parser ties to the verb
    if not things:
        behind = scene.mentions_of[verb.i + 1] if verb.i + 1 < len(scene.doc) else []
        return not weak or any(scene.actors[a].kind in ("person", "unnamed") for m in behind for a in m.actors)
    for thing in (t for head in things for t in conjuncts(head)):
        kinds = {scene.actors[a].kind for m in scene.mentions_of[thing.i][:1] for a in m.actors}
        if kinds & {"person", "unnamed", "group"} or str(thing.lemma_).lower() in words_of("triggers", "people", "nouns"):
            return True
        if thing.pos_ == "PROPN" and "organisation" not in kinds and "state" not in kinds:
            return True
    return False


def _kind(scene: Scene, token: Token, word: Word) -> EngagementKind:
    """Settle the kind by the words around the trigger: "spoke by phone" is a call, "virtual meeting" a video call."""
    kind = word.kind
    if kind in ("message", "visit"):
        return kind
    if word.needs_modifier and scene.doc[max(token.i - 1, 0)].lower_ in ("news", "press"):
        return "meeting"  # "at a joint news conference with Rutte in Kyiv": they met
    near = _clause_words(token, word.with_only) if word.frame != "noun" else _noun_words(scene, token)
    if near & words_of("triggers", "medium", "video"):
        return "video_call"
    if kind in ("contact", "meeting") and near & words_of("triggers", "medium", "phone"):
        return "call"
    if kind == "contact" and not (word.weak and word.with_only) and near & words_of("triggers", "medium", "person"):
        return "meeting"
    return kind


def _clause_words(token: Token, without_object: bool = False) -> set[str]:
    """Give the words of a verb's own clause; of "discussed the visit" without what is discussed."""
    found: set[str] = {before.lower_ for before in token.doc[max(token.i - 1, token.sent.start) : token.i]}
    stack = [token]
    while stack:
        here = stack.pop()
        found.add(here.lower_)
        found.add(str(here.lemma_).lower())
        stack += [c for c in here.children if base(c) not in _OTHER_CLAUSES and not _is_occasion(c) and not (without_object and base(c) == "obj")]
    return found


def _is_occasion(phrase: Token) -> bool:
    """Tell whether a phrase names another occasion: "spoke in advance of the summit", "ahead of his visit" don't say that they met."""
    case = next((c for c in phrase.children if base(c) == "case"), None)
    before = phrase.doc[case.i - 1].lower_ if case is not None and case.lower_ == "of" and case.i > phrase.sent.start else phrase.lower_
    return before in words_of("status", "adverbs", "ahead_of") or case_of(phrase) in words_of("status", "adverbs", "ahead_of") | {"after", "about", "regarding", "concerning"} or str(phrase.lemma_).lower() in words_of("status", "adverbs", "occasion")


def _noun_words(scene: Scene, token: Token) -> set[str]:
    """Give the words of a noun's phrase and of the support verb's phrases ("held talks via videoconference")."""
    first, last = noun_phrase(token)
    found = {t.lower_ for t in scene.doc[first:last]} - {token.lower_ if token.lower_ != "call" else ""}
    for i in range(max(token.i - 3, token.sent.start), token.i):
        if scene.doc[i].dep_ in ("compound", "amod", "dep") or scene.doc[i].lower_ in ("phone", "telephone"):
            found.add(scene.doc[i].lower_)
    head = token.head
    if head.pos_ == "VERB" and base(token) in ("obj", "nsubj", "obl"):
        for child in head.children:
            if child.i != token.i and base(child) in ("obl", "advmod"):
                found |= {t.lower_ for t in child.subtree if t.i - child.i < 6}
    return found
