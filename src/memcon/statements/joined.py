"""Joins what the rules and what the tagger find: each for the shapes that it reads better.

Measured on articles of PolNeAR's train split kept back from training: the tagger reads complement clauses, objects and
"according to" better than the parse alone does, and speakers nearly always; quotations and the narrower frames (urge,
thank, congratulate, "expressed hope that") stay with the rules.
"""

from collections import Counter
from collections.abc import Mapping

from memcon.statements.occurrence import Occurrence
from memcon.statements.frames import offsets
from memcon.statements.parsed import Parsed
from memcon.statements.reach import next_act, trim_end, trim_start
from memcon.statements.saying import Offsets, Saying
from memcon.statements.subject import antecedent
from memcon.statements.tagging import Tagged

_TAGGED_SLOTS = frozenset({"clause", "object", "according to"})
SURE = 0.5
"""From this chance on the tagger alone makes a statement of a cue of the table."""


def join(parsed: Parsed, ruled: list[Saying], tagged: Mapping[int, Tagged], cues: Mapping[int, Occurrence]) -> list[Saying]:
    """Give one list of sayings, at most one for each cue."""
    official = is_official(cues)
    taken = set()
    for saying in ruled:
        taken.add(saying.verb)
        t = tagged.get(saying.verb) if not is_quoted(cues, saying.verb) else None
        slot = saying.rule.rsplit(": ", 1)[-1]
        if t is not None and saying.rule != "quotation, cue after" and saying.rule != "trailing cue":
            _take_source(parsed, saying, t)
        if t is not None and slot in _TAGGED_SLOTS:
            _take(parsed, saying, t, cues, keep_end=official)
    for verb, cue in cues.items():
        t = tagged.get(verb)
        if verb not in taken and t is not None and t.chance >= SURE and parsed.quote[verb] == -1:
            saying = Saying(verb, offsets(parsed, cue.first, cue.last), [], cue.entry, "tagger")
            _take(parsed, saying, t, cues)
            if saying.content and not _is_deed(parsed, cue, t):
                ruled.append(saying)
    return ruled


def is_quoted(cues: Mapping[int, Occurrence], verb: int) -> bool:
    """Tell whether another one quotes the speaker ("X was quoted as saying"): the tagger does not read that."""
    return verb in cues and cues[verb].quoted is not None


def _is_deed(parsed: Parsed, cue: Occurrence, t: Tagged) -> bool:
    """Tell whether the content is what is done, not said: "agreed to meet" against "promised to meet"."""
    first = t.content[0]
    return parsed.low[first] == "to" and "infinitive" not in cue.entry.frame.content and cue.entry.words != "decline to comment"


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
    if spans and spans[0][0] > saying.cue[0] and len(saying.content) == 1 and saying.content[0][0] > saying.cue[0]:
        spans = _mended(parsed, saying, t, spans, cues, keep_end=keep_end)
    if spans:
        saying.content = spans
        saying.confidence = max(saying.confidence, min(0.95, t.chance))
    _take_source(parsed, saying, t)


def _take_source(parsed: Parsed, saying: Saying, t: Tagged) -> None:
    """Put the tagger's source into a saying: it finds the speaker more often than the parse alone does."""
    if t.source and not saying.agentless:
        head = head_of(parsed, t.source)
        saying.source = offsets(parsed, t.source[0], t.source[-1])
        saying.named = antecedent(parsed, head, saying.verb)


def _mended(parsed: Parsed, saying: Saying, t: Tagged, spans: list[Offsets], cues: Mapping[int, Occurrence], *, keep_end: bool) -> list[Offsets]:
    """Set the end of a content right where the tagger stops too early or goes on over the next act of the speaker."""
    begin, end = spans[0][0], spans[-1][1]
    first, last = parsed.token_at(begin), parsed.token_at(end - 1)
    stop = next_act(parsed, first, last, saying.verb, cues)
    if stop is not None and stop > first:
        return [(begin, parsed.end[trim_end(parsed, first, stop)])]
    ruled = saying.content[0][1]
    if ruled > end and (keep_end or _is_torn(parsed, first, last)):
        return [(begin, ruled)]
    return spans


def _is_torn(parsed: Parsed, first: int, last: int) -> bool:
    """Tell whether a content cannot end here: it has a "that" and no verb, or what follows belongs to its last words."""
    opened = first and parsed.low[first - 1] == "that"
    if opened and not any(parsed.pos[i] in ("VERB", "AUX") for i in range(first, last + 1)):
        return True
    return last + 1 < parsed.size and parsed.low[last + 1] in ("of", "by", "into", "than", "between")


def content_spans(parsed: Parsed, t: Tagged) -> list[Offsets]:
    """Give the tagger's content in the guide's form: without "that" in front and punctuation at the edges."""
    runs: list[list[int]] = []
    for i in t.content:
        if runs and i - runs[-1][1] == 1:
            runs[-1][1] = i
        elif runs and i - runs[-1][1] == 2 and not parsed.word[i - 1][0].isalnum():
            runs[-1][1] = i
        else:
            runs.append([i, i])
    out = []
    for first, last in runs:
        first = trim_start(parsed, first, last)
        if parsed.low[first] == "that" and first < last and parsed.pos[first] in ("SCONJ", "PRON", "DET") and parsed.low[first + 1] not in (",",):
            first += 1
        last = trim_end(parsed, first, last)
        if any(parsed.word[i][0].isalnum() for i in range(first, last + 1)):
            out.append(offsets(parsed, first, last))
    return out


def head_of(parsed: Parsed, tokens: list[int]) -> int:
    """Give the head token of a phrase: the first one whose head stands outside of it."""
    inside = set(tokens)
    words = [i for i in tokens if parsed.word[i][0].isalnum()] or tokens
    return next((i for i in words if parsed.head[i] not in inside and parsed.pos[i] in ("NOUN", "PROPN", "PRON", "DET", "NUM")), words[0])
