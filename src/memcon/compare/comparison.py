"""What a comparison holds: accounts, their points, the rows that set points side by side, the facts, what is left out."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from memcon.compare.kinds import Kind
from memcon.record import Span

FactField = Literal["date", "length", "initiative", "participants", "place", "kind", "air", "number"]


@dataclass(frozen=True, slots=True)
class Account:
    """One report's telling: `report` is its id, `side` the country (ISO 3166-1 alpha-2) of a government, None for the press.

    `label` is how the columns name it ("White House"); two accounts of one publisher have different labels.
    """

    report: str
    label: str
    side: str | None
    publisher: str | None
    published: str | None
    title: str | None
    url: str | None
    engagement: str | None


@dataclass(frozen=True, slots=True)
class Tone:
    """How an account words an act of saying: its `step` ("stressed") and `strength` (1 to 6), and the words themselves."""

    step: str
    strength: int
    words: Span


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of one account that says one thing; the points of an account do not overlap and leave out no word of its body.

    `account` is its index; `speakers` are names as the record has them; `themes` name what it is about (`data/themes.toml`);
    `negated` tells that it says that something is not so; `air` are words for the air of the talks.
    """

    id: str
    account: int
    span: Span
    kind: Kind
    tone: Tone | None
    speakers: tuple[str, ...]
    themes: tuple[str, ...]
    negated: bool
    air: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Two points that tell of the same thing, with the confidence that they do, and how they differ.

    `relation`: "same"; "stronger"/"weaker" where the first words it two or more steps stronger or weaker than the second;
    "contradicts" where one says what the other denies. `words` are the content words that both have.
    """

    a: str
    b: str
    confidence: float
    relation: Literal["same", "stronger", "weaker", "contradicts"]
    words: tuple[str, ...]
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """Points set side by side: `points[i]` are the ids of account i's points, empty where it has none."""

    points: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...] = ()

    @property
    def accounts(self) -> tuple[int, ...]:
        """Give the indexes of the accounts that have a point in the row."""
        return tuple(i for i, ids in enumerate(self.points) if ids)


@dataclass(frozen=True, slots=True)
class Told:
    """What one account says of a fact: a value in words (None where it says nothing) and where it says so."""

    account: int
    value: str | None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as the accounts tell it; `agree` is None where fewer than two tell it."""

    field: FactField
    told: tuple[Told, ...]
    agree: bool | None


@dataclass(frozen=True, slots=True)
class Omission:
    """A theme that some accounts mention and others do not; both by their indexes."""

    theme: str
    mentioned: tuple[int, ...]
    left_out: tuple[int, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or more accounts of one engagement.

    Every point stands in exactly one row. `rows` are in the order of the first account; the points that it has not stand behind
    the row of the point before them in their own account. `contradictions` are pairs of points of which one denies the other,
    whether or not they stand in one row. `notes` tell what was not done.
    """

    accounts: tuple[Account, ...]
    points: tuple[Point, ...]
    rows: tuple[Row, ...]
    facts: tuple[Fact, ...]
    omissions: tuple[Omission, ...]
    contradictions: tuple[Link, ...]
    notes: tuple[str, ...] = ()

    def point(self, id: str) -> Point:
        """Give the point of this id.

        Raises:
            KeyError: there is none.
        """
        letter, dot, number = id.rpartition(".")
        account = ord(id[0]) - ord("A") + (26 * int(letter[1:]) if dot else 0)
        n = bisect_left(self.points, account, key=lambda p: p.account) + int(number if dot else id[1:]) - 1
        if n >= len(self.points) or self.points[n].id != id:
            raise KeyError(id)
        return self.points[n]
