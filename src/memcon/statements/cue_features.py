"""What the cue model sees of each token: its words, its place in the parse, its clause and the marks beside it."""

import numpy as np

from memcon.statements.columns import Columns, Ints, beside
from memcon.statements.hashing import Ids, Index, fold, mix

BITS = 19


def cue_features(c: Columns) -> Index:
    """Give the feature indices of every token of a document: (tokens, features)."""
    i = np.arange(c.size)
    low, lem, pos, dep, tag = c.low[i], c.lemma[i], c.pos[i], c.dep[i], c.tag[i]
    head = c.head[i]
    subj, clause = c.subject[i], c.clause[i]
    kids, prep, frame, q = c.kids[i], c.prep[i], c.frame[i], c.quote[i]
    clausal = kids & np.uint64(0b1111)
    q_before = _quote_near(c, i, -1)
    q_after = _quote_near(c, i, 1)
    governed = _governed(c)
    core = kids & np.uint64(0b1111_0110_1111)
    cols: list[Ids] = [
        low, lem, mix(lem, pos), mix(pos, dep), mix(tag, dep), mix(lem, dep), mix(lem, clausal), mix(lem, core), mix(pos, core, frame > 0),
        mix(lem, prep), mix(prep, pos), beside(c.low, i, -1), beside(c.low, i, 1), mix(low, beside(c.low, i, 1)), mix(beside(c.low, i, -1), low),
        beside(c.low, i, -2), beside(c.low, i, 2), mix(beside(c.pos, i, -1), pos, beside(c.pos, i, 1)),
        mix(beside(c.low, i, 1), beside(c.low, i, 2)), mix(lem, beside(c.low, i, 1), beside(c.low, i, 2)),
        mix(lem, q, q_before, q_after), mix(q, q_before, q_after, pos), mix(frame, q, q_before, q_after),
        mix(lem, c.pos[subj]), mix(lem, c.ent[subj]), mix(c.low[subj]), mix(frame, c.pos[subj], c.ent[subj]), mix(pos, c.ent[subj], core),
        mix(c.lemma[subj], pos, clausal), mix(lem, c.lemma[subj]),
        mix(lem, c.lemma[clause]), mix(c.low[clause], pos), mix(lem, c.tag[clause]), mix(frame, clausal),
        c.lemma[head], mix(c.lemma[head], dep), mix(c.pos[head], dep, pos), mix(lem, c.lemma[head]), mix(c.frame[head], dep, frame > 0),
        mix(governed, q), mix(governed, lem), mix(governed, dep, frame),
        mix(c.suffix[i], pos, clausal), mix(c.suffix[i], dep), mix(tag, core), mix(tag, lem), mix(frame, tag, dep),
        mix(c.dep[head], dep, pos), mix(c.lemma[c.head[head]], c.lemma[head]),
    ]
    return fold(cols, BITS)


def _quote_near(c: Columns, i: Ints, step: int) -> Ids:
    """Tell how near a quotation begins or ends on this side: 0 none within twelve tokens of the sentence."""
    out = np.zeros(c.size, np.int64)
    for by in (12, 9, 6, 4, 3, 2, 1):
        at = np.clip(i + step * by, 0, c.size)
        hit = (c.quote[at] == 1) & (c.sent[at] == c.sent[i])
        out = np.where(hit, by, out)
    return out.astype(np.uint64)


def _governed(c: Columns) -> Ids:
    """Tell whether a word of the cue table stands above a token, and by what relation the token's clause hangs on it."""
    at = np.arange(c.size)
    found = np.zeros(c.size, np.uint64)
    for depth in range(6):
        up = c.head[at]
        hit = (c.frame[up] > 0) & (found == 0) & (up != at)
        found = np.where(hit, mix(c.dep[at], c.frame[up], min(depth, 2)), found)
        at = up
    return found
