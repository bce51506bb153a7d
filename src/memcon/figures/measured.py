"""Finds the words that say what a figure measures: the noun it counts, the noun linked to it, or what rose or fell."""

from collections.abc import Sequence
from typing import Any

from memcon.figures.lexicon import table, words
from memcon.figures.quantity import Quantity
from memcon.record import Span, Timex, span_of

_IN_PHRASE = ("ADJ", "NOUN", "PROPN", "NUM", "ADV", "SYM")
_NOUNS = ("NOUN", "PROPN")
_LONGEST = 8
"""Tokens of the longest noun phrase; further words are told by the evidence."""
_BRACKET = 10
"""Tokens of a conversion in brackets at most."""
_REACH = 6
"""Tokens between a verb and "217 times" at most."""


def measured(doc: Any, text: str, quantity: Quantity, when: Sequence[Timex] = ()) -> Span | None:
    """Give what a quantity of a text measures, None where the words do not say so plainly.

    "400 drones" measures drones, "trade grew by 21 percent" trade, "a debt of $172 billion" the debt.
    """
    part = doc.char_span(quantity.span.start, quantity.span.end, alignment_mode="expand")
    if part is None or len(part) == 0:
        return None
    found = _around(doc, quantity, part)
    if found and any(t.span.start <= doc[found[0]].idx < t.span.end for t in when):
        # "sold for $16 million in August"
        return None
    return span_of(text, doc[found[0]].idx, doc[found[1] - 1].idx + len(doc[found[1] - 1].text)) if found else None


def _around(doc: Any, quantity: Quantity, part: Any) -> tuple[int, int] | None:
    if quantity.kind == "times" and quantity.change is None:
        return _occasions(doc, part)
    changes = quantity.change is not None and quantity.kind not in ("count", "rank")
    if changes and (subject := _changed(doc, part)):
        return subject
    end = _past_brackets(doc, part.end)
    money = quantity.kind == "money"
    if follows := _linked(doc, end, "links") or (_linked(doc, end, "money") if money else None):
        return follows
    if money and (paid := _before(doc, part) or _linked(doc, end, "purpose")):
        return paid
    if end + 1 < len(doc) and doc[end].text in ("-", "‑"):
        return end + 1, end + 2
    if quantity.kind != "times" and not changes and (counted := _phrase(doc, end, end)):
        return counted
    return _before(doc, part) or _subject(part, levels=not changes)


def _past_brackets(doc: Any, i: int) -> int:
    """Step over a closing quotation mark and a conversion: "1 trillion euro ($1.28 trillion) budget"."""
    while i < len(doc) and doc[i].text in ('"', "”", "’", "'"):
        i += 1
    if i < len(doc) and doc[i].text == "(":
        for j in range(i + 1, min(i + _BRACKET, len(doc))):
            if doc[j].text == ")":
                return j + 1
    return i


def _phrase(doc: Any, i: int, start: int) -> tuple[int, int] | None:
    """Read the noun phrase that begins at token `i`, with an "of" phrase behind it; gives its tokens (first, last + 1)."""
    while i < len(doc) and (doc[i].pos_ == "DET" or doc[i].lower_ in ("more", "other", "another", "its", "their", "his", "her", "our")):
        i += 1
    first, end = i, i
    while i < len(doc) and i - first < _LONGEST and doc[i].sent.start == doc[start - 1].sent.start and _goes_on(doc, i):
        i += 1
        if doc[i - 1].pos_ in _NOUNS:
            end = i
    if end == first:
        return None
    if end < len(doc) and doc[end].lower_ == "of" and (tail := _phrase(doc, end + 1, start)):
        return first, tail[1]
    return first, end


def _goes_on(doc: Any, i: int) -> bool:
    token = doc[i]
    if token.lower_ in ("and", "or") and i + 1 < len(doc):
        # "goods and services", not "10 countries and Cyprus", "71 missiles and 450 drones".
        return doc[i + 1].pos_ in ("ADJ", "NOUN")
    if token.pos_ in _IN_PHRASE or (token.pos_ == "VERB" and token.dep_ == "amod"):
        return True
    return token.text in ("-", "‑", "'s", "’s") and i + 1 < len(doc) and doc[i + 1].pos_ in (*_IN_PHRASE, "VERB")


def _match(doc: Any, i: int, entries: list[str], back: bool = False) -> int | None:
    """Give the index past the longest of some phrases at token `i`, or of its first token where it ends before `i`."""
    for entry in sorted(entries, key=len, reverse=True):
        parts = entry.split()
        a, b = (i - len(parts), i) if back else (i, i + len(parts))
        if a >= 0 and [t.lower_ for t in doc[a:b]] == parts:
            return a if back else b
    return None


def _linked(doc: Any, end: int, part: str) -> tuple[int, int] | None:
    """Read "of the members" behind two thirds, "in direct budget support" behind $500 million."""
    i = _match(doc, end, table("measured")["after"][part])
    return _phrase(doc, i, end) if i is not None and i < len(doc) and doc[i].pos_ != "NUM" else None


def _before(doc: Any, part: Any) -> tuple[int, int] | None:
    """Read the noun before "of $172 billion", "worth $15 billion"."""
    start = part.start
    while start > part.sent.start and doc[start - 1].pos_ == "DET":
        start -= 1
    i = _match(doc, start, table("measured")["before"]["links"], back=True)
    if i is None or i <= part.sent.start or doc[i - 1].pos_ not in _NOUNS or doc[i - 1].lower_ in _change_nouns():
        return None
    return _first(doc, i - 1, part.sent.start), i


def _first(doc: Any, noun: int, start: int) -> int:
    """Give the first word of the phrase that ends in a noun: "Russia-Finland trade", "trade and economic ties"."""
    first = noun
    while first > start and noun - first < _LONGEST - 1:
        before = doc[first - 1]
        joined = before.lower_ == "and" and first - 2 >= start and doc[first - 2].pos_ in ("ADJ", "NOUN")
        if before.pos_ not in ("ADJ", *_NOUNS) and before.text not in ("-", "'s", "’s") and not joined:
            break
        first -= 1
    while first < noun and (doc[first].text in ("-", "'s", "’s") or doc[first].lower_ == "and"):
        first += 1
    return first


def _change_nouns() -> frozenset[str]:
    return words("changes", "rise", "nouns") | words("changes", "fall", "nouns")


def _changed(doc: Any, part: Any) -> tuple[int, int] | None:
    """Read what rose or fell: "a 9% decline in sales", "an increase in forest cover of 5%", else the subject."""
    for token in doc[part.end : part.end + 3]:
        if token.lower_ in _change_nouns():
            i = _match(doc, token.i + 1, ["in", "of"])
            return (_phrase(doc, i, part.end) if i is not None else None) or _subject(part, levels=False)
    return _subject(part, levels=False)


def _subject(part: Any, levels: bool) -> tuple[int, int] | None:
    """Give the subject of the verb that the quantity hangs under, `levels` asks for a verb like "amounts to"."""
    here = part.root
    for _ in range(6):
        near = [*here.children, *(g for c in here.children if c.pos_ == "AUX" for g in c.children)]
        subject = next((c for c in near if c.dep_.startswith("nsubj") and c.i < part.start), None)
        if subject is None and here.dep_ == "acl" and here.pos_ == "VERB" and here.head.i < here.i:
            # "exports increased by a third in May" is often parsed as exports that were increased.
            subject = here.head
        if subject is not None:
            if (levels and here.lemma_ not in words("measured", "levels", "verbs") and not any(c.dep_ == "cop" for c in here.children)) or subject.pos_ not in _NOUNS:
                return None
            return _phrase(part.doc, _first(part.doc, subject.i, part.sent.start), part.start)
        if here.head.i == here.i:
            return None
        here = here.head
    return None


def _occasions(doc: Any, part: Any) -> tuple[int, int] | None:
    """Read what happened so many times: "struck power stations" before "217 times"."""
    if part.end < len(doc) and doc[part.end].lower_ in ("as", "more", "higher", "larger", "bigger", "the"):
        return None
    for i in range(part.start - 1, max(part.start - _REACH, part.sent.start) - 1, -1):
        if doc[i].pos_ == "VERB":
            return i, part.start
    return None
