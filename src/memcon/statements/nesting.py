"""Numbers the statements and tells which one stands inside another one."""

from collections.abc import Sequence
from dataclasses import replace

from memcon.record import Statement


def numbered(made: Sequence[Statement]) -> list[Statement]:
    """Give the statements their ids, "s1", "s2", ... in their order."""
    return [replace(s, id=f"s{n}") for n, s in enumerate(made, 1)]


def nested(made: Sequence[Statement]) -> tuple[Statement, ...]:
    """Say of each statement in which other one's content it stands: the smallest that holds its cue (else its content).

    Args:
        made: numbered statements, sorted by the start of their content.
    """
    out = []
    open_: list[Statement] = []
    for s in made:
        anchor = s.cue or s.content[0]
        open_ = [o for o in open_ if o.content[-1].end > s.content[0].start]
        holders = [o for o in open_ if any(c.holds(anchor) for c in o.content)]
        holder = min(holders, key=lambda o: sum(c.end - c.start for c in o.content), default=None)
        out.append(replace(s, within=holder.id) if holder else s)
        open_.append(s)
    return tuple(out)
