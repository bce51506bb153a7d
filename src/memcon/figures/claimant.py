"""Finds the statement in which a figure stands: its speaker is the claimant."""

from collections.abc import Sequence

from memcon.record import Span, Statement


def statement_of(span: Span, said: Sequence[Statement]) -> Statement | None:
    """Give the innermost statement whose content holds a span, None where the report itself says it.

    In "Lavrov said that Kyiv had reported 30 strikes" the figure is Kyiv's.
    """
    holders = [(sum(c.end - c.start for c in s.content), s.id, s) for s in said if any(c.holds(span) for c in s.content)]
    return min(holders, key=lambda h: (h[0], h[1]))[2] if holders else None
