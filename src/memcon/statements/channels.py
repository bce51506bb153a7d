"""Tells through what a statement was made, where the words beside the cue say so."""

from memcon.statements.lexicon import lexicon
from memcon.statements.parsed import Parsed
from memcon.statements.saying import Saying

_LINKS = frozenset({"in", "on", "during", "at", "by", "via", "to", "with", "from"})
_WORDS = {"tweet": "post", "retweet": "post", "post": "post", "write": None}


def channel_of(parsed: Parsed, saying: Saying) -> str | None:
    """Give the channel of a statement ("statement", "interview", "call", "document", "post" ...), or None.

    It is the head noun of a phrase that hangs on the cue ("said [in a statement]"), or the speaker itself, where that
    is a document ("the communiqué said").
    """
    table = lexicon().channels
    if saying.entry is not None and _WORDS.get(saying.entry.words):
        return _WORDS[saying.entry.words]
    for c in parsed.children[saying.verb]:
        if parsed.rel(c) in ("obl", "obj", "iobj") and parsed.lemma[c] in table and any(parsed.low[g] in _LINKS for g in parsed.children[c]):
            return table[parsed.lemma[c]]
        if c == saying.listener and parsed.low[c] in table:
            return table[parsed.low[c]]
    if saying.named is not None and parsed.lemma[saying.named] in table and parsed.pos[saying.named] == "NOUN":
        return table[parsed.lemma[saying.named]]
    return None
