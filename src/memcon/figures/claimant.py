"""Finds the statement in which a figure stands: its speaker is the claimant."""

from collections.abc import Sequence

from memcon.record import Span, Statement


def statement_of(span: Span, said: Sequence[Statement]) -> Statement | None:
    """Give the innermost statement with a speaker whose content holds a span, None where the report itself says it.

    In "Lavrov said that Kyiv had reported 30 strikes" the figure is Kyiv's. A statement without any words for its speaker
    ("it was announced that", "warning of 30 more strikes") hands the figure to the one around it, where there is one.
    """
    holders = [(sum(c.end - c.start for c in s.content), s.id, s) for s in said if any(c.holds(span) for c in s.content)]
    inward = [h[2] for h in sorted(holders, key=lambda h: (h[0], h[1]))]
    return next((s for s in inward if s.speakers or s.speaker), inward[0] if inward else None)
