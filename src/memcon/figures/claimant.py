"""Finds the statements in which figures stand: the speaker is the claimant."""

from collections.abc import Sequence

from memcon.record import Span, Statement


def statements_of(spans: Sequence[Span], said: Sequence[Statement]) -> list[Statement | None]:
    """Give for each span the innermost statement with a speaker whose content holds it, None where the report itself says it.

    In "Lavrov said that Kyiv had reported 30 strikes" the figure is Kyiv's. A statement without any words for its speaker
    ("it was announced that", "warning of 30 more strikes") hands the figure to the one around it, where there is one.

    Args:
        spans: the figures' spans, sorted by their start.
        said: the statements of the report.
    """
    waiting = sorted(((c.start, c.end, s) for s in said for c in s.content), key=lambda w: (w[0], w[1], w[2].id))
    found: list[Statement | None] = []
    open_: list[tuple[int, Statement]] = []
    k = 0
    for span in spans:
        while k < len(waiting) and waiting[k][0] <= span.start:
            open_.append(waiting[k][1:])
            k += 1
        open_ = [o for o in open_ if o[0] >= span.end]
        found.append(_innermost([s for _, s in open_]))
    return found


def _innermost(holders: Sequence[Statement]) -> Statement | None:
    inward = sorted(holders, key=lambda s: (sum(c.end - c.start for c in s.content), s.id))
    return next((s for s in inward if s.speakers or s.speaker), inward[0] if inward else None)
