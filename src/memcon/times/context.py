"""What is known where a time expression stands: the publication date and the times before it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from memcon.times.calendar import UNITS, finer, year
from memcon.times.reading import Anchor, Reading

_REMEMBERED = 200
"""How many times back the date named last is looked for, so that a long list of times costs no more than its length."""


COMPARED = frozenset({"quarter", "half", "month"})
"""Units of the periods that figures are compared over."""
_PART_YEARS = frozenset({"P6M", "P9M"})
"""Parts of a year that companies and statistics offices report on: "a year earlier" is then told of the year."""
_ASIDE = 10
"""How many years from the dates before it a year alone lies that is an aside."""


@cache
def _no_coarser(unit: str) -> frozenset[str]:
    """Give the units that are no larger than a unit."""
    return frozenset(u for u in UNITS if not finer(unit, u))


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
    `expects` tells that a word of the future ("will", "due") stands before the time in its sentence, `plans` that it is one
    of a plan ("will visit", "is to meet") with nothing between that was said or done before.
    `day_first` tells that the text writes the day before the month; `years` are those that it names, `dated`
    those of the days that it gives in full.
    """

    publication: Anchor | None
    sentence: int = 0
    expects: bool = False
    plans: bool = False
    day_first: bool = False
    years: frozenset[int] = frozenset()
    dated: frozenset[int] = frozenset()
    history: bool = False
    past: list[Past] = field(default_factory=list)

    def published(self, unit: str) -> Anchor | None:
        """Give the publication as an anchor for a unit, None where it is known less precisely than that."""
        known = self.publication
        return None if known is None or finer(unit, known.place.unit) else known

    def named(self, unit: str, within: int | None = None) -> Anchor | None:
        """Give the date named last that is no less precise than a unit: "a day earlier" is told from a day, not from a year."""
        return self.latest(_no_coarser(unit), within)

    def narrated(self, unit: str, within: int | None = None) -> Anchor | None:
        """Give the date that the text is telling of, for a unit: as `named`, and in a history however far back it was named."""
        return self.named(unit, within) or (self.told(_no_coarser(unit)) if self.history else None)

    def compared(self, within: int | None = None) -> Anchor | None:
        """Give the period that figures are told of: the quarter, half or month named last, a year where "nine months" were."""
        for item in self._back(within):
            if item.reading.value in _PART_YEARS:
                known = self.published("year")
                return known and Anchor(year(known.place.begin.year), known.by)
            if not item.compared and item.reading.place is not None and item.reading.place.unit in COMPARED:
                return self._anchored(item)
        return None

    def told(self, units: frozenset[str], within: int | None = None) -> Anchor | None:
        """Give the date that a history is telling of: the one named last, but none of publication ("yesterday") and no aside.

        An aside is a year alone in an earlier sentence, far from the date before it ("documents released in 2005 show ...").
        """
        dated = (
            (item, item.reading.place)
            for item in self._back(within)
            if item.reading.place is not None and not item.compared and item.reading.anchor_from not in ("publication", "dateline")
        )
        last = next(((item, place) for item, place in dated if place.unit in units), None)
        if last is None:
            return None
        if last[1].unit == "year" and last[0].sentence != self.sentence:
            before = next(dated, None)
            if before is not None and before[1].unit in units and abs(before[1].begin.year - last[1].begin.year) > _ASIDE:
                last = before
        return self._anchored(last[0])

    def latest(self, units: frozenset[str] | None = None, within: int | None = None) -> Anchor | None:
        """Give the date named last (of these units, at most `within` sentences back)."""
        for item in self._back(within):
            if item.reading.place is not None and not item.compared and (units is None or item.reading.place.unit in units):
                return self._anchored(item)
        return None

    def day(self, within: int | None = None) -> Anchor | None:
        """Give the day named last; one after publication only where the sentence looks ahead, else it is that of a plan told before."""
        for item in self._back(within):
            place = item.reading.place
            if place is None or place.unit != "day" or item.compared:
                continue
            ahead = self.publication is not None and place.begin >= self.publication.place.end
            if not ahead or self.expects or self.plans or item.sentence == self.sentence:
                return self._anchored(item)
        return None

    def _back(self, within: int | None) -> Iterator[Past]:
        """Give the times before, the nearest first, at most `within` sentences back."""
        for i in range(len(self.past) - 1, max(len(self.past) - _REMEMBERED, 0) - 1, -1):
            if within is not None and self.sentence - self.past[i].sentence > within:
                return
            yield self.past[i]

    def _anchored(self, item: Past) -> Anchor | None:
        place = item.reading.place
        return None if place is None else Anchor(place, "previous sentence" if item.sentence == self.sentence - 1 else "earlier date")
