"""What is known where a time expression stands: the publication date and the times before it."""

from dataclasses import dataclass, field

from memcon.times.calendar import UNITS, finer
from memcon.times.reading import Anchor, Reading

_REMEMBERED = 200
"""How many times back the date named last is looked for, so that a long list of times costs no more than its length."""


@dataclass(slots=True)
class Past:
    """A time that was resolved earlier in the text: its reading, its sentence, the token at which it ends.

    `compared` marks what is told only for comparison ("a year earlier"): nothing else is meant by it.
    """

    reading: Reading
    sentence: int
    last: int
    compared: bool = False


@dataclass(slots=True)
class Context:
    """The state of the reading of one text, in its order.

    `publication` is None where no date of publication is known: then relative times stay unresolved.
    `history` tells that the text is about another time than that of its publication.
    `expects` tells that a word of the future ("will", "due") stands before the time in its sentence.
    """

    publication: Anchor | None
    sentence: int = 0
    expects: bool = False
    history: bool = False
    past: list[Past] = field(default_factory=list)

    def published(self, unit: str) -> Anchor | None:
        """Give the publication as an anchor for a unit, None where it is known less precisely than that."""
        known = self.publication
        return None if known is None or finer(unit, known.place.unit) else known

    def named(self, unit: str, within: int) -> Anchor | None:
        """Give the date named last that is no less precise than a unit: "a day earlier" is told from a day, not from a year."""
        units = frozenset(u for u in UNITS if not finer(unit, u))
        return self.latest(units, within)

    def latest(self, units: frozenset[str] | None = None, within: int | None = None) -> Anchor | None:
        """Give the date named last (of these units, at most `within` sentences back)."""
        for item in reversed(self.past[-_REMEMBERED:]):
            if within is not None and self.sentence - item.sentence > within:
                return None
            place = item.reading.place
            if place is not None and not item.compared and (units is None or place.unit in units):
                return Anchor(place, "previous sentence" if item.sentence == self.sentence - 1 else "earlier date")
        return None
