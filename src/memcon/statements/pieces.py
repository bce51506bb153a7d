"""Cuts the tagger's tokens into the spans of a content and of a source."""

from collections.abc import Mapping

from memcon.statements.frames import offsets
from memcon.statements.occurrence import Occurrence
from memcon.statements.parsed import Parsed
from memcon.statements.reach import behind_day, trim_end, trim_start
from memcon.statements.saying import Offsets
from memcon.statements.subject import subject_of
from memcon.statements.tagging import Tagged

_RELATIVE = frozenset({"who", "which", "whose", "whom"})
_NAMING = ("NOUN", "PROPN", "PRON", "DET", "NUM")


def content_spans(parsed: Parsed, t: Tagged) -> list[Offsets]:
    """Give the tagger's content in the guide's form: without "that" in front and punctuation at the edges.

    Behind the cue, in its sentence, a content is one piece: a short gap in it is filled, and what stands behind a long one is
    left out. In front of the cue, what belongs to the speaker ("X, [ending a visit], said ...") is left out.
    """
    out = []
    for first, last in _pieces(parsed, t):
        first = trim_start(parsed, first, last)
        if parsed.low[first] == "that" and parsed.pos[first] in ("SCONJ", "PRON", "DET"):
            if first == last:
                continue
            first = trim_start(parsed, first + 1, last)
        if first == t.cue[-1] + 1:
            first = behind_day(parsed, first, last)
        last = trim_end(parsed, first, last)
        if any(parsed.word[i][0].isalnum() for i in range(first, last + 1)):
            out.append(offsets(parsed, first, last))
    return out


_GAP = 10
"""A gap of at most so many tokens in a content behind its cue is filled."""


def _pieces(parsed: Parsed, t: Tagged) -> list[tuple[int, int]]:
    """Give the first and last tokens of the pieces of the tagger's content."""
    end = parsed.last[parsed.sent[t.anchor]]
    front = _runs([i for i in t.content if i < t.cue[0]], 2)
    behind = _runs([i for i in t.content if t.cue[0] < i <= end], 2)
    later = _runs([i for i in t.content if i > end], 2)
    if behind and t.source and t.source[0] < t.cue[0]:
        front = [r for r in front if r[-1] < t.source[0] or r[0] > t.cue[0]]
    elif behind and not t.source:
        front = []
    if behind and t.source:
        lost = [i for i in t.source if t.cue[-1] < i < behind[0][0]]
        if lost and t.source[0] < t.cue[0] and behind[0][0] - lost[-1] <= 2:
            behind[0] = lost[:1] + behind[0]  # "the ministry said [John Kerry, the secretary, met] him"
    kept = behind[:1]
    for run in behind[1:]:
        if run[0] - kept[-1][-1] <= _GAP or any(i in t.source for i in range(kept[-1][-1], run[0])):
            kept.append(run)
        else:
            break
    if kept and not any(kept[0][0] < i < kept[-1][-1] for i in t.source):
        kept = [[kept[0][0], kept[-1][-1]]]
    return [(r[0], r[-1]) for r in front + kept + later]


def source_of(parsed: Parsed, verb: int, t: Tagged, cues: Mapping[int, Occurrence]) -> list[int]:
    """Give the tokens of the source: one piece, without other cues and asides; an empty list where the tagger found none."""
    return _own_words(parsed, _source_run(parsed, verb, t), cues)


def _own_words(parsed: Parsed, run: list[int], cues: Mapping[int, Occurrence]) -> list[int]:
    """Cut a source behind another cue ("X said [he]") and before an aside ("[Josep Borrell], who arrived")."""
    other = max((i for i in range(run[0], run[-1]) if i in cues), default=-1) if run else -1
    run = [i for i in run if i > other]
    if len(run) > 1 and parsed.low[run[0]] == "that":
        run = run[1:]
    for k in range(1, len(run) - 1):
        behind = run[k + 1]
        if parsed.low[run[k]] == "," and (parsed.low[behind] in _RELATIVE or (parsed.pos[behind] == "VERB" and parsed.low[behind].endswith("ing"))):
            return run[:k]
    return run


def _source_run(parsed: Parsed, verb: int, t: Tagged) -> list[int]:
    """Give the source's tokens on one side of the cue: those that hold the verb's subject, else the first ones with a noun."""
    runs = _runs([i for i in t.source if i < t.cue[0]], 3) + _runs([i for i in t.source if i > t.cue[0]], 3)
    subject = subject_of(parsed, verb)
    nominal = [r for r in runs if any(parsed.pos[i] in ("NOUN", "PROPN", "PRON", "DET", "NUM") for i in r)]
    return next((r for r in nominal if subject in r), (nominal or runs or [[]])[0])


def _runs(tokens: list[int], gap: int) -> list[list[int]]:
    """Cut sorted tokens where `gap` or more are left out between two of them."""
    runs: list[list[int]] = []
    for i in tokens:
        if runs and i - runs[-1][-1] <= gap:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def head_of(parsed: Parsed, tokens: list[int]) -> int:
    """Give the head token of a phrase: the first one whose head stands outside of it."""
    inside = set(tokens)
    words = [i for i in tokens if parsed.word[i][0].isalnum()] or tokens
    return next((i for i in words if parsed.head[i] not in inside and parsed.pos[i] in ("NOUN", "PROPN", "PRON", "DET", "NUM")), words[0])
