"""One account as it is compared with others: who, when, how, where."""

from dataclasses import dataclass
from functools import cached_property

from memcon.register.calendar import Days, Grain, days
from memcon.register.spelling import Name, name

FAMILIES = {
    "meeting": "in person", "visit": "in person", "summit": "in person",
    "call": "remote", "video_call": "remote", "message": "message", "contact": "open",
}  # fmt: skip
"""The family of each kind; `contact` leaves the form open."""
SOON = 21
"""Days within which an announced contact without a date is looked for."""


@dataclass(frozen=True)
class Party:
    """A participant: `side` is the state acted for, else the actor's own key; `person` is its name where it is a person."""

    key: str
    side: str
    words: str
    person: Name | None

    @classmethod
    def of(cls, key: str, side: str, words: str, kind: str, country: str | None) -> "Party":
        """Make a party; only persons are compared by name."""
        return cls(key, side, words, name(words, country) if kind == "person" else None)


@dataclass(frozen=True)
class Telling:
    """An account: `code` names it, `report` is the report's id, `published` its day, `copy` the report it was copied from."""

    code: str
    number: int
    report: str
    kind: str
    status: str
    main: bool
    date: str | None
    parties: tuple[Party, ...]
    country: str | None
    city: str | None
    published: int | None
    confidence: float
    topics: tuple[str, ...] = ()

    @cached_property
    def days(self) -> Days | None:
        """The days that it may have been on."""
        return days(self.date)

    @cached_property
    def window(self) -> Days | None:
        """The days, or those soon after publication where it is announced without a date."""
        if self.days or self.status not in ("planned", "proposed") or self.published is None:
            return self.days
        return Days(self.published, self.published + SOON)

    @property
    def grain(self) -> Grain:
        """How precise its date is."""
        return self.days.grain() if self.days else "none"

    @cached_property
    def sides(self) -> frozenset[str]:
        """The states and bodies that take part."""
        return frozenset(p.side for p in self.parties)

    def persons(self, side: str) -> tuple[Name, ...]:
        """Give the persons of one side."""
        return tuple(p.person for p in self.parties if p.side == side and p.person)

    @cached_property
    def named(self) -> frozenset[str]:
        """The sides for which a person is named."""
        return frozenset(p.side for p in self.parties if p.person)

    @cached_property
    def sharp(self) -> bool:
        """Whether it has a day, and persons on two sides: precise enough to found an entry with others."""
        return self.grain == "day" and len(self.named) >= 2 and self.status != "habitual"

    @property
    def day(self) -> int:
        """The day of a sharp account."""
        assert self.days is not None
        return self.days.begin
