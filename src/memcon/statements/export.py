"""Gives attributions in the convention of PolNeAR, for measuring and for training."""

from typing import TYPE_CHECKING

from memcon.statements.parsed import Parsed
from memcon.statements.quotes import lines, pair
from memcon.statements.tagging import THRESHOLD, outermost, tag
from memcon.statements.weights import Weights

if TYPE_CHECKING:
    from spacy.tokens import Doc

Spans = list[list[int]]


def polnear(doc: "Doc", threshold: float = THRESHOLD, model: Weights | None = None) -> list[dict[str, Spans]]:
    """Find the attributions of a parsed text: source, cue and content of each, as lists of offsets (code points).

    Only the outermost attributions are given, as PolNeAR does; "that" and "to" stand in the content.
    """
    parsed = Parsed(doc, pair(doc.text, list(lines(doc.text))))
    return [
        {"source": spans(parsed, t.source), "cue": spans(parsed, t.cue), "content": spans(parsed, t.content)}
        for t in outermost(tag(doc, parsed, threshold, model=model))
    ]


def spans(parsed: Parsed, tokens: list[int]) -> Spans:
    """Join neighbouring tokens to spans."""
    out: list[tuple[int, int]] = []
    for i in sorted(tokens):
        if out and out[-1][1] == i - 1:
            out[-1] = (out[-1][0], i)
        else:
            out.append((i, i))
    return [[parsed.start[a], parsed.end[b]] for a, b in out]
