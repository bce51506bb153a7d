"""Finds the words that say what a figure measures."""

from typing import Any

from memcon.figures.quantity import Quantity
from memcon.record import Span, span_of

_LONGEST = 14
"""Tokens of the longest phrase given; a longer one is cut to its noun and what stands before it."""
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")


def measured(doc: Any, quantity: Quantity) -> Span | None:
    """Give what a quantity measures: its counted noun, the noun of "of", or the subject of what rose, None where nothing says so."""
    part = doc.char_span(quantity.span.start, quantity.span.end, alignment_mode="expand")
    if part is None or len(part) == 0:
        return None
    head = part.root
    noun = None if quantity.change else _noun(head, part)
    if noun is None:
        noun = _of(head, part) or _subject(head) or _noun(head, part)
    return _phrase(doc, noun, part) if noun is not None else None


def _noun(head: Any, part: Any) -> Any:
    """Give the noun that the number stands before, or of which it is the amount ("a package of $500 million")."""
    here = head
    while here.i in range(part.start, part.end) and here.head.i != here.i:
        if here.dep_ not in ("nummod", "compound", "amod", "nmod", "obl:npmod", "nmod:npmod", "advmod", "appos", "quantmod"):
            return None
        here = here.head
    return here if here.pos_ in ("NOUN", "PROPN") and not part.start <= here.i < part.end else None


def _of(head: Any, part: Any) -> Any:
    """Give the noun in "half of the members", "$500 million in aid", "95% support"."""
    for child in head.children:
        if child.i >= part.end and child.dep_ in ("nmod", "obl") and any(c.lower_ in ("of", "in", "for") for c in child.children):
            return child
    return None


def _subject(head: Any) -> Any:
    here = head
    for _ in range(6):
        if here.pos_ in ("VERB", "AUX") or any(c.dep_ in _SUBJECTS for c in here.children):
            return next((c for c in here.children if c.dep_ in _SUBJECTS), None)
        if here.head.i == here.i:
            return None
        here = here.head
    return None


def _phrase(doc: Any, noun: Any, part: Any) -> Span | None:
    """Give a noun with its words, without the quantity itself."""
    inside = [t for t in noun.subtree if not t.is_space and t.sent.start == noun.sent.start]
    before = [t for t in inside if t.i <= noun.i and not part.start <= t.i < part.end]
    start = max((t.i for t in inside if part.start <= t.i < part.end and t.i < noun.i), default=min(t.i for t in before) - 1) + 1
    ends = [t.i for t in inside if t.i >= noun.i and not part.start <= t.i < part.end]
    last = max(ends, default=noun.i)
    if last - start >= _LONGEST or any(part.start <= i <= last for i in range(noun.i + 1, last + 1) if part.start <= i < part.end):
        last = noun.i
    while start < noun.i and (doc[start].is_punct or doc[start].pos_ in ("DET", "CCONJ")):
        start += 1
    return span_of(doc.text, doc[start].idx, doc[last].idx + len(doc[last].text)) if start <= last else None
