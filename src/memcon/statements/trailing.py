"""Takes trailing cues by their surface: "[The talks will go on], presidential spokesperson Kang Yu-jung said in a briefing."

A sentence that ends with a comma, a speaker without a verb, and a plain verb of saying (or the two inverted) holds its
content in front of the comma, whatever the parse makes of it.
"""

from collections.abc import Mapping

from memcon.statements.frames import offsets
from memcon.statements.occurrence import Occurrence
from memcon.statements.parsed import Parsed
from memcon.statements.reach import trim_end, trim_start
from memcon.statements.saying import Saying
from memcon.statements.subject import phrase_of

_FRAMES = frozenset({"say", "stress", "tell", "warn"})
_VERBS = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_CLOSERS = frozenset({'"', "”", "''", "'", "’", ")"})
_RELATIVE = frozenset({"who", "which", "whose", "whom", "that", "where"})
_TAIL = 16
_SPEAKER = 22


def from_trailing(parsed: Parsed, cue: Occurrence, cues: Mapping[int, Occurrence]) -> Saying | None:
    """Read a trailing cue, or give None where the cue is none."""
    if cue.entry.frame.name not in _FRAMES or cue.noun is not None:
        return None
    if parsed.low[cue.verb].endswith("ing") and cue.quoted is None:
        return None
    sent = parsed.sent[cue.verb]
    first, last = parsed.first[sent], _last_word(parsed, parsed.last[sent])
    if cue.entry.frame.name != "tell" and any(_is_object(parsed, c, cue) for c in parsed.children[cue.verb]):
        return None
    if last - cue.last > _TAIL or not _is_tail(parsed, cue, last):
        return None
    speaker = _in_front(parsed, first, cue) or _inverted(parsed, first, last, cue)
    if speaker is None:
        return None
    comma, begin, end = speaker
    if parsed.low[begin] in _RELATIVE:
        return None
    start = max((i + 1 for i in range(first, comma) if parsed.low[i] == ";" and parsed.quote[i] == -1), default=first)
    start = trim_start(parsed, start, comma - 1)
    stop = trim_end(parsed, start, comma - 1)
    if not any(parsed.pos[i] in _VERBS for i in range(start, stop + 1)):
        return None
    saying = Saying(cue.verb, offsets(parsed, cue.first, cue.last), [offsets(parsed, start, stop)], cue.entry, "trailing cue", confidence=0.9)
    saying.source = offsets(parsed, begin, end)
    listener = next((c for c in parsed.children[cue.verb] if _is_told(parsed, c, cue)), None)
    if listener is not None:
        saying.listener, saying.addressee = listener, offsets(parsed, *phrase_of(parsed, listener))
    saying.named = head_word(parsed, begin, end) if cue.quoted is None else cue.quoted
    return saying


def _is_told(parsed: Parsed, child: int, cue: Occurrence) -> bool:
    """Tell whether a noun behind "told" is the one who is told."""
    return cue.entry.frame.name == "tell" and parsed.rel(child) in ("obj", "iobj") and child > cue.last and parsed.pos[child] in _NOMINAL


def _is_object(parsed: Parsed, child: int, cue: Occurrence) -> bool:
    """Tell whether a noun behind the cue is what it is about ("which reviewed [the situation]"), not a day."""
    nominal = parsed.pos[child] in _NOMINAL and parsed.ent[child] not in ("DATE", "TIME")
    return parsed.rel(child) == "obj" and child > cue.last and nominal and cue.entry.frame.name == "stress"


def _last_word(parsed: Parsed, last: int) -> int:
    while last and not parsed.word[last][0].isalnum():
        last -= 1
    return last


def _is_tail(parsed: Parsed, cue: Occurrence, last: int) -> bool:
    """Tell whether only circumstances or the inverted speaker follow the cue: no clause, no "that"."""
    behind = range(cue.last + 1, last + 1)
    if any(parsed.quote[i] != -1 for i in behind[:2]):
        return False  # "Asked about it, he said "maybe"": what was said stands behind
    return not any(parsed.low[i] in ("that", ":", "to") and i == cue.last + 1 for i in behind) and not any(
        (parsed.pos[i] in _VERBS and not parsed.low[i].endswith(("ing", "ed")) and parsed.tag[i] != "VBN") or parsed.low[i] == "that"
        for i in behind
    )


def _in_front(parsed: Parsed, first: int, cue: Occurrence) -> tuple[int, int, int] | None:
    """Give the comma and the speaker's first and last token where the speaker stands before the cue."""
    end = cue.first - 1
    if end <= first:
        return None
    apposition = parsed.low[end] == ","
    stop = end - 1 if apposition else end
    commas = 2 if apposition else 1
    for i in range(stop, max(first, stop - _SPEAKER), -1):
        if parsed.low[i] == ",":
            commas -= 1
            if commas == 0 and i + 1 <= stop:
                named = any(parsed.pos[j] in _NOMINAL for j in range(i + 1, stop + 1))
                return (i, i + 1, stop) if named and parsed.pos[i + 1] not in ("ADP", "SCONJ", "CCONJ", "ADV") else None
        elif (parsed.pos[i] in _VERBS and parsed.rel(i) not in ("amod", "compound", "flat")) or parsed.low[i] in (";", ":", "and", "that"):
            return None
    return None


def _inverted(parsed: Parsed, first: int, last: int, cue: Occurrence) -> tuple[int, int, int] | None:
    """Give the same where the speaker stands behind the cue: "..., said Lavrov"."""
    comma = cue.first - 1
    while comma > first and parsed.low[comma] in _CLOSERS:
        comma -= 1
    if comma <= first or parsed.low[comma] != "," or cue.last >= last:
        return None
    begin = cue.last + 1
    if parsed.pos[begin] not in ("PROPN", "DET", "NOUN", "ADJ"):
        return None
    end = begin
    while end < last and parsed.low[end + 1] not in (",", "in", "on", "at", "after", "during"):
        end += 1
    return comma, begin, end


def head_word(parsed: Parsed, begin: int, end: int) -> int:
    """Give the token of a phrase that best stands for it: the last nominal one before a comma or preposition."""
    best = begin
    for i in range(begin, end + 1):
        if parsed.pos[i] in _NOMINAL:
            best = i
        elif i > begin and best > begin and (parsed.low[i] in (",", "(") or parsed.pos[i] == "ADP"):
            break
    return best
