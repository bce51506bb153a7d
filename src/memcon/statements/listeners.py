"""Splits "urged [X] [to act]" and "warned [X] [that ...]" where both were taken for the content."""

from memcon.statements.frames import offsets
from memcon.statements.parsed import Parsed
from memcon.statements.saying import Saying

_WITHIN = 14
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_SPLITTING = frozenset({"tell", "warn", "urge", "ask", "call_on"})
_ASKING = frozenset({"urge", "ask"})
_TOPICS = frozenset({"about", "regarding", "concerning"})


def split_listener(parsed: Parsed, saying: Saying) -> None:
    """Take the one who is spoken to out of the start of a content, where the cue's frame has an addressee as its object."""
    if saying.entry is None or saying.entry.frame.name not in _SPLITTING or not saying.content:
        return
    begin, end = saying.content[0]
    if begin < saying.cue[1]:
        return
    first = parsed.token_at(begin)
    if saying.addressee is None and parsed.low[first] in ("to", "not", "that"):
        _between(parsed, saying, first)
        return
    if parsed.pos[first - 1] == "ADP" and first - 1 > saying.verb:
        return  # "informed him about [the plans to meet]"
    link = _link(parsed, first, parsed.token_at(end - 1), saying.entry.frame.name)
    if link is None:
        if saying.addressee is not None and saying.addressee[0] == begin:
            _behind(parsed, saying, end)
        return
    stop = link - 1
    head = _head(parsed, first, stop)
    if head is None:
        return
    saying.listener, saying.addressee = head, offsets(parsed, first, stop)
    start = link + (parsed.low[link] == "that" or parsed.low[link] in _TOPICS)
    saying.content[0] = (parsed.start[start], end)


def _between(parsed: Parsed, saying: Saying, first: int) -> None:
    """Take the noun phrase between the cue and "to" for the one who is spoken to, where the parse has not: "urged [X] to act"."""
    start = parsed.token_at(saying.cue[1])
    if not 0 < first - start <= _WITHIN or any(parsed.pos[i] in ("VERB", "ADP", "SCONJ") and parsed.low[i] != "of" for i in range(start, first)):
        return
    capital = next((i for i in range(start, first) if parsed.word[i][0].isupper()), None)
    head = _head(parsed, start, first - 1)
    head = head if head is not None else capital
    if head is not None:
        saying.listener, saying.addressee = head, offsets(parsed, start, first - 1)


def _behind(parsed: Parsed, saying: Saying, end: int) -> None:
    """Begin a content behind the one who is told, where it starts with him: "told [a parade] [there was no danger]"."""
    assert saying.addressee is not None
    first, last = parsed.token_at(saying.addressee[1]), parsed.token_at(end - 1)
    if first < last and any(parsed.tag[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(first, last + 1)):
        saying.content[0] = (parsed.start[first + (parsed.low[first] == "that")], end)


def _link(parsed: Parsed, first: int, last: int, frame: str) -> int | None:
    """Give the "to", "not to", "that" or "about" which opens what is asked or told, behind a noun phrase without a verb."""
    for i in range(first + 1, min(first + _WITHIN, last)):
        if frame == "tell" and parsed.low[i] in _TOPICS:
            return i
        if (parsed.low[i] == "to" and (parsed.pos[i] == "PART" or frame in _ASKING)) or (parsed.low[i] == "that" and parsed.pos[i] == "SCONJ"):
            return i - (parsed.low[i - 1] == "not" and i - 1 > first)
        if parsed.pos[i] in ("VERB", "AUX") or parsed.low[i] in (",", ";", ":"):
            return None
    return None


def _head(parsed: Parsed, first: int, last: int) -> int | None:
    """Give the head of a noun phrase: a noun whose head stands outside of it; None where its words are of another kind."""
    if parsed.pos[first] in ("ADP", "ADV", "SCONJ", "PART", "VERB", "AUX"):
        return None
    nouns = [i for i in range(first, last + 1) if parsed.pos[i] in _NOMINAL]
    return next((i for i in nouns if not first <= parsed.head[i] <= last), nouns[0] if nouns else None)
