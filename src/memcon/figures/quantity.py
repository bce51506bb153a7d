"""What the number grammar finds."""

from dataclasses import dataclass
from typing import Literal

from memcon.record import Span

QuantityKind = Literal["money", "percent", "count", "unit", "times", "share", "rank", "change"]
"""`count` is a bare or counted number, `share` a fraction ("two thirds"), `change` a change without a number of its own
("doubled")."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity of a text.

    `span` takes in the comparator and the unit, not the counted noun ("more than 400", "$1.4 bln", "3.5 times");
    `value` (and `high` for a range) is the number; `unit` an ISO 4217 code, "%", "times", "1" for a share, "rank", a
    UCUM-like code, or None where what is counted is in `noun`. `comparator` is one of "<", "<=", ">", ">=", "~";
    `change` "rise" or "fall", and `rule` says how it was read.
    """

    span: Span
    value: float
    unit: str | None
    kind: QuantityKind
    rule: str
    high: float | None = None
    comparator: str | None = None
    change: str | None = None
    noun: Span | None = None
