"""What the words of a time expression say before anything is known of when they were said."""

from dataclasses import dataclass
from typing import Protocol

from memcon.times.calendar import Place
from memcon.times.context import Context
from memcon.times.reading import Reading, placed


class Meaning(Protocol):
    """A meaning, resolved in its context."""

    def resolve(self, context: Context) -> Reading:
        """Give what it comes to where it stands."""
        ...


@dataclass(frozen=True, slots=True)
class NoTime:
    """Words that look like a time and are none: they are kept from other rules, and dropped."""

    def resolve(self, context: Context) -> Reading:
        """Never asked."""
        raise AssertionError("what is no time was not dropped")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A place on the calendar that the words give in full ("5 March 2024")."""

    place: Place

    def resolve(self, context: Context) -> Reading:
        """Give the place; nothing else is needed."""
        return placed(self.place)
