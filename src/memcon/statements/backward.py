"""Takes "This was stated by X": what was said is the sentence before.

"Talks will resume on Monday. This was stated by the minister at a briefing in Kyiv." Official sites report so.
"""

from collections.abc import Mapping

from memcon.statements.frames import offsets
from memcon.statements.occurrence import Occurrence
from memcon.statements.parsed import Parsed
from memcon.statements.reach import trim_end, trim_start
from memcon.statements.saying import Saying
from memcon.statements.subject import agent_of, is_passive, phrase_of, subject_of

_POINTING = frozenset({"this", "that"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_FRAMES = frozenset({"say", "stress", "speak"})


def from_pointing(parsed: Parsed, cues: Mapping[int, Occurrence]) -> dict[int, Saying]:
    """Give the statements whose content is the sentence before their cue's, by the cue's main token."""
    found = {}
    for verb, cue in cues.items():
        sent = parsed.sent[verb]
        if cue.entry.frame.name not in _FRAMES or not sent or not _points_back(parsed, cue):
            continue
        passive = is_passive(parsed, verb)
        source = agent_of(parsed, verb) if passive else subject_of(parsed, verb)
        begin, end = parsed.first[sent - 1], parsed.last[sent - 1]
        begin = trim_start(parsed, begin, end)
        end = trim_end(parsed, begin, end)
        gap = parsed.text[parsed.end[parsed.last[sent - 1]] : parsed.start[parsed.first[sent]]]
        if (source is None and passive) or "\n" in gap or any(i in cues or parsed.quote[i] != -1 for i in range(begin, end + 1)):
            continue
        saying = Saying(verb, offsets(parsed, cue.first, cue.last), [offsets(parsed, begin, end)], cue.entry, "this was said", confidence=0.6)
        if source is not None:
            saying.source, saying.named = offsets(parsed, *phrase_of(parsed, source)), source
        found[verb] = saying
    return found


def _points_back(parsed: Parsed, cue: Occurrence) -> bool:
    """Tell whether what is said is only "this": "This was stated by X", "X said this", "X spoke about this"."""
    behind = cue.last + 1
    if cue.entry.frame.name == "speak" and parsed.low[behind : behind + 1] == ["this"]:
        return behind + 1 >= parsed.size or parsed.pos[behind + 1] not in _NOMINAL
    for c in parsed.children[cue.verb]:
        if parsed.low[c] in _POINTING and parsed.pos[c] == "PRON" and not parsed.children[c]:
            return parsed.dep[c] in ("nsubj:pass", "obj") or (parsed.dep[c] == "nsubj" and is_passive(parsed, cue.verb))
    return False
