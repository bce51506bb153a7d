"""Decides whether an engagement took place, is planned, proposed, cancelled, denied or a habit.

The path from the trigger up to the verb of its sentence is read: tense and modals on the trigger's own verb, then the
verbs and nouns above it ("plans to meet", "an invitation to visit", "agreed to postpone the talks").
"""

from collections.abc import Iterator

from memcon.engagements.lexicon import words_of
from memcon.engagements.phrase import bare_partner, base, carries, case_of
from memcon.engagements.scene import Scene, Token
from memcon.engagements.telling import Trigger
from memcon.engagements.titled import is_transcript
from memcon.record import Status

_STRENGTH: tuple[Status, ...] = ("denied", "cancelled", "proposed", "planned", "habitual")
NO_CUE = "past or present tense, no word of a plan"
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})
_PARTICLES = frozenset({"off", "out", "forward"})
_CLIMB = frozenset({"xcomp", "ccomp", "obj", "acl", "csubj", "nsubj", "nmod", "obl", "conj", "advcl", "appos", "dep"})
_BACKGROUND = frozenset({"after", "following", "since", "during", "when", "while", "as", "in", "at", "on", "about", "from", "of"})


def is_purpose(trigger: Trigger) -> bool:
    """Tell whether a noun is what somebody travels for: "departed for China for talks with Xi" does not say that they met."""
    token = trigger.token
    verb = token.head if token.head.pos_ == "VERB" else token.head.head
    return trigger.noun and case_of(token) == "for" and str(verb.lemma_).lower() in words_of("triggers", "journey", "away")


def find(scene: Scene, trigger: Trigger) -> tuple[Status, str]:
    """Give the status of a telling and, in plain language, the words that decided it."""
    found: dict[Status, str] = {}
    if is_transcript(scene, trigger.token):
        return "held", "the title of a transcript"
    for status, word in _cues(scene, trigger):
        found.setdefault(status, word)
    for status in _STRENGTH:
        if status in found:
            return status, f"“{found[status]}”"
    if is_purpose(trigger):
        return "planned", f"“for {trigger.token.text}”, the purpose of a journey"
    return "held", NO_CUE


def _cues(scene: Scene, trigger: Trigger) -> Iterator[tuple[Status, str]]:
    token = trigger.token
    yield from _own_words(trigger)
    yield from _noun_before_infinitive(token if token.pos_ == "VERB" else token.head)
    here, steps = token, 0
    yield from _verb_cues(scene, here, trigger)
    partner = bare_partner(token) if token.pos_ == "VERB" else None
    if partner is not None:
        yield from _verb_cues(scene, partner, trigger)
        here = partner
    while here.head.i != here.i and steps < 6:
        relation, above = base(here), here.head
        if relation not in _CLIMB:
            return
        if relation == "conj":
            if _own_tense(here):
                return
            here = above
            steps += 1
            yield from _verb_cues(scene, here, trigger)
            continue
        if relation == "advcl" and here.tag_ == "VBG" and here.i < above.i and not case_of(here):
            return  # "Posing for photographers with Clinton, Blair pledged ...": at the same time
        if relation in ("obl", "nmod", "advcl") and case_of(here) in _BACKGROUND and not (
            relation == "nmod" and above.pos_ == "NOUN" and case_of(here) == "of"
        ) and not _sets_out(here):
            return
        if relation in ("obl", "nmod") and case_of(here) in ("before", "ahead"):
            yield "planned", f"{case_of(here)} …"
            return
        if relation == "ccomp" and _is_past_clause(here):
            yield from (cue for cue in _governor_cues(above) if cue[0] == "denied")
            return  # "confirmed that Hill had met his counterpart"
        if relation == "ccomp" and _own_tense(here) and str(above.lemma_).lower() not in _all_governors():
            return
        if relation in ("obj", "nsubj:pass") and str(above.lemma_).lower() in words_of("status", "governors", "past"):
            return
        yield from _governor_cues(above)
        here = above
        steps += 1
        if here.pos_ in ("VERB", "AUX"):
            yield from _verb_cues(scene, here, trigger)
            if _own_tense(here) and base(here) in ("ccomp", "parataxis", "advcl", "root"):
                return


def _sets_out(noun: Token) -> bool:
    """Tell whether the verb above carries the noun: "will embark on a visit", "will take part in talks"."""
    return case_of(noun) in ("on", "in", "to", "for") and str(noun.head.lemma_).lower() in words_of("triggers", "journey", "out")


def _all_governors() -> frozenset[str]:
    return frozenset().union(*(words_of("status", "governors", s) for s in ("planned", "proposed", "cancelled", "denied")))


def _is_past_clause(verb: Token) -> bool:
    """Tell whether a clause says that something has happened: "met", "had met", "have met"."""
    auxiliaries = {str(c.lower_) for c in verb.children if base(c) == "aux"}
    if verb.tag_ == "VBD":
        return True
    return verb.tag_ == "VBN" and bool(auxiliaries & {"had", "has", "have", "'d", "’d", "'ve", "’ve"})


def _governor_cues(above: Token) -> Iterator[tuple[Status, str]]:
    lemma, word = str(above.lemma_).lower(), str(above.lower_)
    behind = above.doc[above.i + 1] if above.i + 1 < len(above.doc) else None
    particle = next((str(c.lower_) for c in above.children if c.dep_ == "compound:prt"), "")
    if not particle and behind is not None and behind.lower_ in _PARTICLES:
        particle = str(behind.lower_)  # "calls off meeting": the parser may lose the particle in a headline
    for status in ("denied", "cancelled", "proposed", "planned"):
        governors = words_of("status", "governors", status)
        if lemma in governors or word in governors or (particle and f"{lemma} {particle}" in governors):
            yield status, str(above.text)
            return


def _noun_before_infinitive(verb: Token) -> Iterator[tuple[Status, str]]:
    """Read the noun whose content an infinitive is, which the parser may tie elsewhere: "support for our proposal to hold a meeting"."""
    if verb.pos_ == "VERB" and verb.i - 2 >= verb.sent.start and verb.doc[verb.i - 1].lower_ == "to" and verb.doc[verb.i - 2].pos_ == "NOUN":
        yield from _governor_cues(verb.doc[verb.i - 2])


def _own_tense(verb: Token) -> bool:
    """Tell whether a verb is finite by itself or by an auxiliary."""
    if "Fin" in verb.morph.get("VerbForm"):
        return True
    return any("Fin" in c.morph.get("VerbForm") for c in verb.children if base(c) in ("aux", "cop"))


def _verb_cues(scene: Scene, verb: Token, trigger: Trigger) -> Iterator[tuple[Status, str]]:
    """Read modals, negation, infinitives and adverbs that hang on a verb."""
    if verb.pos_ not in ("VERB", "AUX"):
        return
    auxiliaries = [c for c in verb.children if base(c) == "aux"]
    lower = [str(c.lower_) for c in auxiliaries]
    negated = any(c.lower_ in _NOT for c in verb.children if base(c) in ("advmod", "det"))
    is_trigger = verb.i == trigger.token.i or verb.i == trigger.token.head.i
    for word in lower:
        if word in words_of("status", "modals", "reported_future") and trigger.noun and not carries(verb):
            yield "proposed", word  # "the hardest topics would be reserved for a meeting of the leaders"
        elif word in words_of("status", "modals", "planned") or word in words_of("status", "modals", "reported_future"):
            yield ("denied" if negated and is_trigger else "planned"), word
        elif word in words_of("status", "modals", "proposed"):
            yield "proposed", word
    if negated and is_trigger and ("did" in lower or "has" in lower or "had" in lower or "have" in lower):
        yield "denied", "not"
    if is_trigger and verb.morph.get("VerbForm") == ["Inf"] and "to" in {c.lower_ for c in verb.children if c.i < verb.i}:
        block = scene.block_of(verb.idx)
        if block is not None and block.kind in ("title", "deck"):
            yield "planned", f"to {verb.text}"
        elif (verb.head.i != verb.i and verb.head.lemma_ == "be") or any(c.lemma_ == "be" and c.i < verb.i and base(c) in ("aux", "cop") for c in verb.children):
            yield "planned", f"be to {verb.text}"
        elif base(verb) in ("xcomp", "root") and verb.head.lemma_ in ("be", "set", "due", "schedule"):
            yield "planned", f"to {verb.text}"
    for child in verb.children:
        if base(child) == "mark" and child.lower_ in ("whether", "if"):
            yield "proposed", str(child.text)
        if base(child) == "advmod" and child.lower_ in words_of("status", "adverbs", "habitual"):
            yield "habitual", str(child.text)


def _own_words(trigger: Trigger) -> Iterator[tuple[Status, str]]:
    """Read the adjectives of a noun: "upcoming visit", "possible summit", "cancelled talks"."""
    if not trigger.noun:
        return
    for child in trigger.token.children:
        lower = str(child.lower_)
        if base(child) == "det" and lower == "no":
            yield "denied", "no"
        for status in ("cancelled", "proposed", "planned"):
            if lower in words_of("status", "adverbs", status) and base(child) in ("amod", "compound", "acl"):
                yield status, lower
