"""What an export came to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many `things` (rows, events, lines) were written, and what was left out, as sentences for the user."""

    written: int
    things: str
    left_out: tuple[str, ...] = ()
