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


@dataclass(frozen=True, slots=True)
class Slashed:
    """A day in digits that may be read in two orders ("03/04/2024"): the American reading and the British one."""

    american: Place
    british: Place

    def resolve(self, context: Context) -> Reading:
        """Give the reading in the order of the text's other dates, American where they tell none, and the other as the alternative."""
        first, second = (self.british, self.american) if context.day_first else (self.american, self.british)
        return placed(first, alternatives=(second.edtf,))
