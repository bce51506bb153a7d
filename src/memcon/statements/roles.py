"""Tells in which part of a cue's clause a token stands: on which branch of the cue or of what is above the cue."""

from dataclasses import dataclass

from memcon.statements.parsed import Parsed


@dataclass(slots=True)
class Roles:
    """For a stretch of tokens, relative to a cue.

    `up` is how far above the cue the branch leaves (0: it hangs on the cue itself), `branch` the token by which it
    leaves, `second` the next token on the way (each -1 where the token is on the way from the cue to the root),
    `depth` how far down the token is, `other` the nearest other cue on the way down, -1 for none.
    """

    up: list[int]
    branch: list[int]
    second: list[int]
    depth: list[int]
    other: list[int]


def roles(parsed: Parsed, anchor: int, begin: int, end: int, cues: frozenset[int] | set[int]) -> Roles:
    """Find the roles of the tokens from `begin` to `end` (inclusive), which are of the cue's sentence."""
    size = end - begin + 1
    out = Roles([9] * size, [-1] * size, [-1] * size, [0] * size, [-1] * size)
    done = bytearray(size)
    at, up = anchor, 0
    while True:
        if begin <= at <= end:
            out.up[at - begin] = up
            done[at - begin] = 1
        if parsed.head[at] == at or up > 60:
            break
        at, up = parsed.head[at], up + 1
    for i in range(begin, end + 1):
        if not done[i - begin]:
            _resolve(parsed, i, begin, end, out, done, cues)
    return out


def _resolve(parsed: Parsed, i: int, begin: int, end: int, out: Roles, done: bytearray, cues: frozenset[int] | set[int]) -> None:
    """Walk up to a token whose role is known, then fill in the roles on the way back."""
    way: list[int] = []
    at = i
    while begin <= at <= end and not done[at - begin] and len(way) < 200:
        way.append(at)
        if parsed.head[at] == at:
            break
        at = parsed.head[at]
    for token in reversed(way):
        p, k = parsed.head[token], token - begin
        if p == token or not begin <= p <= end or not done[p - begin]:
            out.up[k], out.branch[k] = 9, token
        else:
            j = p - begin
            out.up[k], out.depth[k] = out.up[j], out.depth[j] + 1
            out.branch[k] = token if out.branch[j] == -1 else out.branch[j]
            out.second[k] = -1 if out.branch[j] == -1 else (token if out.second[j] == -1 else out.second[j])
            out.other[k] = out.other[j]
        if token in cues:
            out.other[k] = token
        done[k] = 1
