"""What a reader wants to see, and how wide."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """How a record is shown.

    `width` is in columns of the terminal; engagements under the confidence `floor` are hidden; `explain` adds the reasons
    of each field; `colour` adds ANSI codes.
    """

    width: int = 100
    colour: bool = False
    explain: bool = False
    floor: float = 0.0
