"""Joins what the rules and what the tagger find: each for the shapes that it reads better.

Measured on articles of PolNeAR's train split kept back from training: the tagger reads complement clauses, objects and
"according to" better than the parse alone does, and speakers nearly always; quotations and the narrower frames (urge,
thank, congratulate, "expressed hope that") stay with the rules.
"""

from collections import Counter
from collections.abc import Mapping

from memcon.statements.frames import offsets
from memcon.statements.listeners import split_listener
from memcon.statements.mending import mend_alone, mended, whole_quotes
from memcon.statements.occurrence import Occurrence
from memcon.statements.parsed import Parsed
from memcon.statements.pieces import content_spans, head_of, source_of
from memcon.statements.saying import Saying
from memcon.statements.subject import antecedent
from memcon.statements.tagging import Tagged

_TAGGED_SLOTS = frozenset({"clause", "object", "according to"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OWN_SOURCE = frozenset({"quotation, cue after", "trailing cue", "according to: front", "phrase", "phrase: front", "this was said"})
"""Rules that find the speaker by pattern better than the tagger does."""
SURE = 0.5
"""From this chance on the tagger alone makes a statement of a cue of the table."""


def join(parsed: Parsed, ruled: list[Saying], tagged: Mapping[int, Tagged], cues: Mapping[int, Occurrence]) -> list[Saying]:
    """Give one list of sayings, at most one for each cue."""
    official = is_official(cues)
    quoted = {k for s in ruled for k in s.quotes}
    taken = set()
    for saying in ruled:
        taken.add(saying.verb)
        t = tagged.get(saying.verb) if not is_quoted(cues, saying.verb) else None
        slot = saying.rule.rsplit(": ", 1)[-1]
        if t is not None and saying.rule not in _OWN_SOURCE:
            _take_source(parsed, saying, t, cues)
        if t is not None and slot in _TAGGED_SLOTS:
            source = saying.source, saying.named
            _take(parsed, saying, t, cues, keep_end=official)
            _give_back(parsed, saying, quoted)
            if saying.rule in _OWN_SOURCE:
                saying.source, saying.named = source
        saying.content = whole_quotes(parsed, saying.content)
        split_listener(parsed, saying)
    for verb, cue in cues.items():
        t = tagged.get(verb)
        if verb not in taken and t is not None and t.chance >= SURE and parsed.quote[verb] == -1:
            saying = Saying(verb, offsets(parsed, cue.first, cue.last), [], cue.entry, "tagger")
            _take(parsed, saying, t, cues)
            if saying.content and _says_something(parsed, saying) and not _is_deed(parsed, cue, t) and not _is_title_word(parsed, verb) and not _is_others(parsed, saying, quoted):
                mend_alone(parsed, saying, cues)
                saying.content = whole_quotes(parsed, saying.content)
                split_listener(parsed, saying)
                ruled.append(saying)
    return ruled


def is_quoted(cues: Mapping[int, Occurrence], verb: int) -> bool:
    """Tell whether another one quotes the speaker ("X was quoted as saying"): the tagger does not read that."""
    return verb in cues and cues[verb].quoted is not None


def _is_deed(parsed: Parsed, cue: Occurrence, t: Tagged) -> bool:
    """Tell whether the content is what is done, not said: "agreed to meet" against "promised to meet"."""
    first = t.content[0]
    return "to" in (parsed.low[first], parsed.low[first - 1]) and "infinitive" not in cue.entry.frame.content and cue.entry.words != "decline to comment"


def _says_something(parsed: Parsed, saying: Saying) -> bool:
    """Tell whether a content is more than a circumstance, "said [in a report]": it has a verb, marks, or no preposition in front."""
    first, last = parsed.token_at(saying.content[0][0]), parsed.token_at(saying.content[-1][1] - 1)
    if saying.entry is None or saying.entry.frame.name != "say" or parsed.pos[first] != "ADP":
        return True
    return any(parsed.quote[i] != -1 or parsed.tag[i] in _FINITE for i in range(first, last + 1))


def _is_others(parsed: Parsed, saying: Saying, quoted: set[int]) -> bool:
    """Tell whether a content in front of its cue is a quotation that another cue has."""
    start, end = saying.content[-1]
    return end <= saying.cue[0] and parsed.quote[parsed.token_at(start)] in quoted


def _give_back(parsed: Parsed, saying: Saying, quoted: set[int]) -> None:
    """Leave out of a content, but for its first span, the quotations in other sentences that another cue has."""
    own = parsed.sent[saying.verb]
    kept = saying.content[:1]
    for start, end in saying.content[1:]:
        first = parsed.token_at(start)
        if parsed.sent[first] == own or parsed.quote[first] not in quoted - set(saying.quotes):
            kept.append((start, end))
    saying.content = kept


def _is_title_word(parsed: Parsed, verb: int) -> bool:
    """Tell whether a word is capitalised within its sentence: "Statement on the [Call] with the President"."""
    return parsed.word[verb][0].isupper() and verb > parsed.first[parsed.sent[verb]]


def is_official(cues: Mapping[int, Occurrence]) -> bool:
    """Tell whether a text reads as an official account of talks: it underlines and reaffirms more than it says.

    There, a content runs to the end of its sentence; in news, asides and circumstances follow it.
    """
    frames = Counter(c.entry.frame.name for c in cues.values())
    plain = frames["say"] + frames["quote"]
    return sum(frames.values()) - plain > 1.5 * plain


def _take(parsed: Parsed, saying: Saying, t: Tagged, cues: Mapping[int, Occurrence], *, keep_end: bool = False) -> None:
    """Put the tagger's content and source into a saying."""
    spans = content_spans(parsed, t)
    if spans and spans[-1][1] <= saying.cue[0] < saying.content[0][0] if saying.content else False:
        spans = []  # what stands in front belongs to another cue: "We agree," she said. He wrote [that talks go on].
    if spans and spans[0][0] > saying.cue[0] and len(saying.content) == 1 and saying.content[0][0] > saying.cue[0]:
        spans = mended(parsed, saying, spans, cues, keep_end=keep_end)
    if spans:
        saying.content = spans
        saying.confidence = max(saying.confidence, min(0.95, t.chance))
    _take_source(parsed, saying, t, cues)


def _take_source(parsed: Parsed, saying: Saying, t: Tagged, cues: Mapping[int, Occurrence]) -> None:
    """Put the tagger's source into a saying: it finds the speaker more often than the parse alone does."""
    run = source_of(parsed, saying.verb, t, cues)
    if run and not saying.agentless:
        head = head_of(parsed, run)
        saying.source = offsets(parsed, run[0], run[-1])
        saying.named = antecedent(parsed, head, saying.verb)
