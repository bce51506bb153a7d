"""What the span model sees of each row around a cue: how the parse joins it to the cue, the marks, the words."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memcon.statements.columns import Columns, Ints, beside, short
from memcon.statements.hashing import Ids, Index, fold, mix
from memcon.statements.parsed import Parsed
from memcon.statements.roles import roles
from memcon.statements.rows import Window

BITS = 19
_COMMAS = frozenset({",", ";", ":", "(", ")", "—", "–", "--"})
ZONES = 4
"""Where a row stands: 0 before the cue in its sentence, 1 the cue or behind it, 2 a sentence before, 3 a sentence behind."""


@dataclass(slots=True)
class Rows:
    """The rows of many cues, one under another; `of` is the number of each row's window, `zone` its place."""

    features: Index
    zone: NDArray[np.int64]
    lengths: NDArray[np.int64]
    of: NDArray[np.int64]


def span_features(c: Columns, parsed: Parsed, windows: list[Window], cues: set[int]) -> Rows:
    """Give the features of all rows of these windows (at least one).

    Args:
        c: the document's columns.
        parsed: the document.
        windows: the rows of each cue.
        cues: main tokens of all cues of the document, which tell where another act of saying stands.
    """
    lengths = np.array([len(w.first) for w in windows], np.int64)
    of = np.repeat(np.arange(len(windows)), lengths)
    anchor = np.array([w.anchor for w in windows], np.int64)[of]
    first = np.array([f for w in windows for f in w.first], np.int64)
    last = np.array([f for w in windows for f in w.last], np.int64)
    away = np.array([f for w in windows for f in w.away], np.int64)
    up, branch, second, depth, other = _roles(parsed, windows, cues, c.size)
    zone = np.where(away == 0, np.where(first < anchor, 0, 1), np.where(away < 0, 2, 3))
    commas, verbs = _between(c, parsed, anchor, first)
    opener, finite, seg_cue = _segments(c, parsed, cues)
    ctx = _Context(c, anchor, first, last, away, up, branch, second, depth, other, zone, commas, verbs, _has_cue(c.size, first, last, cues), of,
                   opener[first], finite[first], seg_cue[first])
    return Rows(fold(_columns(ctx), BITS), zone, lengths, of)


@dataclass(slots=True)
class _Context:
    c: Columns
    anchor: Ints
    first: Ints
    last: Ints
    away: Ints
    up: Ints
    branch: Ints
    second: Ints
    depth: Ints
    other: Ints
    zone: Ints
    commas: Ints
    verbs: Ints
    has_cue: Ints
    of: Ints
    opener: Ints
    finite: Ints
    seg_cue: Ints


def _roles(parsed: Parsed, windows: list[Window], cues: set[int], size: int) -> tuple[Ints, ...]:
    """Give up, branch, second, depth and other cue of every row; what is outside the cue's sentence has none."""
    parts: list[list[int]] = [[], [], [], [], []]
    for w in windows:
        own = [k for k, a in enumerate(w.away) if a == 0]
        r = roles(parsed, w.anchor, w.first[own[0]], w.first[own[-1]], cues)
        lead, trail = own[0], len(w.away) - own[-1] - 1
        for part, values, empty in zip(parts, (r.up, r.branch, r.second, r.depth, r.other), (10, size, size, 0, size), strict=True):
            part += [empty] * lead + [size if v == -1 else v for v in values] + [empty] * trail
    return tuple(np.array(p, np.int64) for p in parts)


def _between(c: Columns, parsed: Parsed, anchor: Ints, first: Ints) -> tuple[Ints, Ints]:
    """Count the commas and the verbs between the cue and a row."""
    comma = np.cumsum([0, *(w == "," for w in parsed.low)])
    verb = np.cumsum([0, *(p == "VERB" for p in parsed.pos)])
    left, right = np.minimum(anchor, first), np.maximum(anchor, first)
    return comma[right] - comma[left], np.maximum(verb[right] - verb[np.minimum(left + 1, right)], 0)


def _segments(c: Columns, parsed: Parsed, cues: set[int]) -> tuple[Ints, Ints, Ints]:
    """Tell of each token in which stretch between commas it stands: its first word, whether it has a subject, a cue."""
    opener = np.zeros(c.size + 1, np.int64)
    begin = 0
    for i in range(c.size):
        if i and (parsed.low[i - 1] in _COMMAS or parsed.sent[i] != parsed.sent[i - 1]):
            begin = i
        opener[i] = begin
    subject = np.zeros(c.size + 1, np.int64)
    cue = np.zeros(c.size + 1, np.int64)
    for i in range(c.size):
        if parsed.dep[i] in ("nsubj", "nsubj:pass", "expl", "csubj"):
            subject[opener[i]] = 1
        if i in cues:
            cue[opener[i]] = 1
    return opener, subject[opener], cue[opener]


def _has_cue(size: int, first: Ints, last: Ints, cues: set[int]) -> Ints:
    flags = np.zeros(size + 1, np.int64)
    flags[list(cues)] = 1
    total = np.concatenate([[0], np.cumsum(flags)])
    found: Ints = total[last + 1] - total[first]
    return found


def _columns(x: _Context) -> list[Ids]:
    c, a, f, last = x.c, x.anchor, x.first, x.last
    side = np.sign(f - a) + 1
    branch_dep, second_dep = c.dep[x.branch], c.dep[x.second]
    role = mix(np.minimum(x.up, 10), branch_dep, x.branch > a)
    role2 = mix(role, second_dep, np.minimum(x.depth, 3))
    lead = mix(role, second_dep)
    before = np.where((x.of == np.roll(x.of, 1)), np.roll(role, 1), 0)
    after = np.where((x.of == np.roll(x.of, -1)), np.roll(role, -1), 0)
    lem, frame, cpos, cdep = c.lemma[a], c.frame[a], c.pos[a], c.dep[a]
    low, pos, dep = c.low[f], c.pos[f], c.dep[f]
    dist, offset = short(f - a), np.clip(f - a, -7, 7)
    q, qa = c.quote[f], c.quote[a]
    quotes = mix(q, qa, beside(c.quote, f, -1), beside(c.quote, last, 1))
    zone = mix(x.zone, np.clip(x.away, -2, 3))
    shape = mix(c.kids[a])
    core = c.kids[a] & np.uint64(0b1111_0110_1111)
    other = mix(c.dep[x.other], c.frame[x.other] > 0, x.other > a, x.other == c.size)
    near_other = np.where(x.other == f, 2, np.where(x.other == c.size, 0, 1))
    prev_low, next_low = beside(c.low, f, -1), beside(c.low, last, 1)
    prev_pos, next_pos = beside(c.pos, f, -1), beside(c.pos, last, 1)
    commas, verbs = np.minimum(x.commas, 4), np.minimum(x.verbs, 3)
    start, end = _edges(x)
    length = short(last - f + 1)
    trailing = mix(beside(c.low, a, 1), beside(c.pos, a, 2))
    return [
        mix(side, zone), mix(low, zone), mix(c.lemma[f], side), mix(pos, dep), prev_low, next_low, mix(prev_pos, pos, side), mix(pos, next_pos, side),
        mix(prev_low, low), mix(low, next_low),
        role, role2, mix(role, pos), mix(role, dep, start, end), mix(role, lem), mix(lead, lem), mix(role, cdep, cpos), mix(lead, cdep, frame),
        mix(role, frame, core), mix(role, side, q), mix(role, dist), mix(role, low), mix(role, start, end, low), mix(lead, core, pos),
        mix(side, dist, zone), mix(side, dist, cpos, pos), mix(side, commas, q, zone), mix(side, verbs, commas, zone), mix(quotes, side, dist, zone),
        mix(quotes, lem, side), mix(quotes, low, side, zone), mix(before, role, low), mix(role, after, low), mix(before, role, frame), mix(role, after, frame),
        mix(other, side, q), mix(other, role), mix(near_other, lead, zone), mix(x.has_cue > 0, zone, q), mix(zone, q, prev_low), mix(zone, q, next_low),
        mix(zone, low, length), mix(zone, q, length), mix(c.ent[f], role), mix(c.ent[f], side, dist), mix(offset, low), mix(offset, pos, dep), mix(offset, lem),
        mix(trailing, dist, low), mix(trailing, side, q, zone), mix(shape, role), mix(core, cdep, side, zone, q), mix(role, commas, low),
        mix(lem, side, low), mix(lem, side, zone, q), mix(frame, side, commas, prev_low), mix(beside(c.low, a, 1), beside(c.low, a, 2), side, dist),
        mix(c.low[x.opener], side, commas), mix(c.pos[x.opener], beside(c.pos, x.opener, 1), side, x.finite, x.seg_cue),
        mix(c.low[x.opener], role), mix(c.low[x.opener], x.finite, x.seg_cue, side, zone), mix(x.finite, x.seg_cue, commas, side, q),
        mix(c.low[x.opener], beside(c.low, x.opener, 1), side, x.opener == f), mix(c.tag[x.opener], x.finite, x.seg_cue, side, role),
    ]


def _edges(x: _Context) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Tell whether a row opens or closes the branch that it stands on."""
    same_before = (np.roll(x.branch, 1) == x.branch) & (np.roll(x.of, 1) == x.of)
    same_after = (np.roll(x.branch, -1) == x.branch) & (np.roll(x.of, -1) == x.of)
    return ~same_before, ~same_after
