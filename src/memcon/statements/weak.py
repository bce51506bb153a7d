"""Leaves out what only looks like a statement: "estimates suggest", "asked not to be named", "welcomed him to the palace"."""

from memcon.statements.lexicon import lexicon
from memcon.statements.parsed import Parsed
from memcon.statements.saying import Saying

_PERSONAL = frozenset({"he", "she", "they", "we", "i", "you", "both", "who", "all"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_WHICH_TIME = frozenset({"last", "next", "this", "earlier", "on", "late", "yesterday", "today"})
_TIMES = frozenset({"week", "month", "year", "yesterday", "today", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
                    "weekend", "night", "morning", "summer", "autumn", "spring", "winter"})
_LOOKAHEAD = 12


def is_statement(parsed: Parsed, saying: Saying, *, known: bool) -> bool:
    """Tell whether an act is one of saying.

    Args:
        parsed: the text.
        saying: the act.
        known: whether its speaker is an actor of the report.
    """
    if saying.entry is None:
        return True
    if saying.entry.words in lexicon().weak and _is_relative(parsed, saying):
        return False
    if saying.entry.words in lexicon().weak and not known and not _can_speak(parsed, saying):
        return False
    if saying.entry.words == "share" and not _is_told(parsed, saying):
        return False
    return not _is_time(parsed, saying) and not _is_welcome(parsed, saying) and not _is_condition(parsed, saying)


def _is_relative(parsed: Parsed, saying: Saying) -> bool:
    """Tell whether a relative clause describes a thing or body: "the council, [which] reviewed the plan"."""
    return saying.source is not None and parsed.text[saying.source[0] : saying.source[1]].lower() in ("which", "that")


def _can_speak(parsed: Parsed, saying: Saying) -> bool:
    """Tell whether the speaker's head word is a person, a body or a pronoun for them."""
    head = saying.named
    if head is None:
        return saying.agentless
    if parsed.pos[head] == "PRON":
        return parsed.low[head] in _PERSONAL
    named = parsed.pos[head] == "PROPN" and parsed.tag[head] == "NNP"
    opens = head == parsed.first[parsed.sent[head]] and parsed.low[head].endswith("s")  # "[Estimates] suggest"
    return parsed.ent[head] in _NAMES or parsed.lemma[head] in lexicon().sources or (named and not opens)


def _is_told(parsed: Parsed, saying: Saying) -> bool:
    """Tell whether what is shared are words: "shared [his assessment]", not "shared [a border]"."""
    first = parsed.token_at(saying.content[0][0])
    words = parsed.low[first : min(first + _LOOKAHEAD, parsed.last[parsed.sent[saying.verb]])]
    return parsed.quote[first] != -1 or any(w in lexicon().shared for w in words)


def _is_welcome(parsed: Parsed, saying: Saying) -> bool:
    """Tell whether somebody is received: "welcomed the prime minister [to] the palace"."""
    if saying.entry is None or saying.entry.words != "welcome":
        return False
    first = parsed.token_at(saying.content[0][0])
    for i in range(first, min(first + _LOOKAHEAD, parsed.last[parsed.sent[saying.verb]])):
        if parsed.low[i] in ("to", "at", "in") and parsed.pos[i] == "ADP":
            return any(parsed.ent[j] == "PERSON" or parsed.low[j] in ("him", "her", "them") for j in range(first, i))
        if (parsed.pos[i] in ("ADP", "SCONJ") and parsed.low[i] != "of") or parsed.tag[i] in ("VBD", "VBZ", "VBP", "MD"):
            return False
    return False


def _is_time(parsed: Parsed, saying: Saying) -> bool:
    """Tell whether a content only says when: "the aid that was announced [last week]"."""
    start, end = saying.content[0]
    words = parsed.text[start:end].lower().split() if end - start < _LOOKAHEAD * 2 else []
    return len(saying.content) == 1 and 0 < len(words) < 4 and words[0] in _WHICH_TIME and words[-1].strip(".,") in _TIMES


def _is_condition(parsed: Parsed, saying: Saying) -> bool:
    """Tell whether a source asks for cover: "asked not to be named", "requested anonymity"."""
    start, end = saying.content[0]
    text = parsed.text[start : min(end, start + 60)].lower()
    return any(text.startswith(words) for words in lexicon().conditions)
