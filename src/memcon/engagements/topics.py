"""Collects the subjects that were discussed, in the document's own words."""

from memcon.engagements.phrase import base, case_of, conjuncts
from memcon.engagements.scene import Scene, Token
from memcon.record import Span

_DIRECT = frozenset({"discuss", "review", "address", "cover", "tackle", "consider", "raise", "debate", "negotiate", "explore", "examine", "exchange"})
_PREPOSITION = {
    "talk": ("about",), "speak": ("about",), "touch": ("on", "upon"), "focus": ("on",), "dwell": ("on",), "center": ("on",),
    "centre": ("on",), "exchange": ("on",), "consult": ("on",), "concentrate": ("on",), "confer": ("on", "about"),
    "hold": ("on", "about"), "have": ("on", "about"), "meet": ("to",), "pay": ("to",), "negotiate": ("on", "over"),
}
_NOUNS = frozenset({"attention", "focus", "discussion", "talk", "view", "topic", "issue", "matter", "meeting", "conversation", "exchange", "call"})
_LIMIT = 12


def find(scene: Scene, sentences: list[Span]) -> list[Span]:
    """Give the topics that the sentences of an engagement's tellings name, at most twelve, each as a span."""
    found: list[Span] = []
    for sentence in sentences:
        first = scene.token_at(sentence.start)
        for token in first.sent:
            for head in _heads(token):
                for span in _spans(scene, head):
                    if any(time.span.holds(span) or (span.holds(time.span) and len(span.quote) < 2 * len(time.span.quote)) for time in scene.times_of(span.start, span.end)):
                        continue  # "talks on Friday" are about something else
                    if span.quote and all(not span.meets(other) for other in found):
                        found.append(span)
    return found[:_LIMIT]


def _heads(token: Token) -> list[Token]:
    """Give the heads of the noun phrases that a verb of discussing, or a noun of attention, introduces."""
    lemma = str(token.lemma_).lower()
    heads: list[Token] = []
    if token.pos_ == "VERB":
        if lemma in _DIRECT:
            heads += [c for c in token.children if base(c) == "obj" or (c.dep_ == "nsubj:pass")]
        for child in token.children:
            if base(child) == "obl" and case_of(child) in _PREPOSITION.get(lemma, ()):
                heads.append(child)
    elif token.pos_ == "NOUN" and lemma in _NOUNS:
        heads += [c for c in token.children if base(c) == "nmod" and case_of(c) in ("on", "about", "to", "of")]
    return [h for h in heads if h.pos_ in ("NOUN", "PROPN", "ADJ") and str(h.lemma_).lower() not in ("call", "meeting", "president")]


def _spans(scene: Scene, head: Token) -> list[Span]:
    """Cut each conjunct as a topic of its own, without the preposition at its front and what a comma parts off."""
    spans: list[Span] = []
    all_heads = conjuncts(head)
    for i, part in enumerate(all_heads):
        stop = all_heads[i + 1].left_edge.i if i + 1 < len(all_heads) else part.right_edge.i + 1
        tokens = [t for t in part.subtree if t.i < max(stop, part.i + 1)]
        if not tokens:
            continue
        first, last = tokens[0].i, tokens[-1].i
        while first < part.i and scene.doc[first].pos_ in ("ADP", "DET", "PUNCT", "CCONJ", "SCONJ"):
            first += 1
        while last > part.i and scene.doc[last].pos_ in ("PUNCT", "CCONJ", "SPACE"):
            last -= 1
        if last - first < 25 and scene.doc[first].pos_ != "PRON":
            spans.append(scene.span(scene.doc[first].idx, scene.doc[last].idx + len(scene.doc[last])))
    return spans
