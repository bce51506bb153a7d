"""Times told by how far they lie from an event: "three months after the talks", where the text tells the day of the talks."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from memcon.times.calendar import Place, finer
from memcon.times.context import Context
from memcon.times.distances import Distance
from memcon.times.lengths import Length
from memcon.times.lexicon import lexicon
from memcon.times.meaning import Meaning
from memcon.times.patterns import compile_pattern
from memcon.times.reading import Anchor, Reading
from memcon.times.rule import Found, Tokens

_DATED = frozenset({"day", "week", "month"})
"""Units of the dates that tell when an event was."""
_BEFORE, _AFTER = 12, 8
"""How many tokens before and after a date, in its sentence, an event may stand that happened then."""
_SAYING = 4
"""How many tokens before a date a verb of saying may stand, so that it is the day of the saying ("the ministry said on Thursday")."""
_OBJECT = 4
"""How many tokens before an event "after" may stand that makes it another one than the one dated ("on May 5, after the vote")."""
_DETERMINER = "(?:the|that|those|this|these|his|her|their|its|our|last)"
_NAMED = f"{_DETERMINER} (?:<any>|<known>){{0,3}}? event=<event> (?:link=<event_link>)?"
_EVENT = f"way=<event_before> {_NAMED}"
_EVE = f"of {_NAMED}"
_DATE = "way=<event_before> (?:the|their|his|her|its)?"


@dataclass(slots=True)
class Told:
    """When an event was, by its word: the sentence that says so, how many tokens stood between, the date."""

    sentence: int
    apart: int
    anchor: Anchor


class Events:
    """The events of a text and the dates that it tells of them, filled as the dates are resolved."""

    def __init__(self, source: Tokens, sentences: list[int]) -> None:
        self._source, self._sentences = source, sentences
        self._told: dict[str, Told] = {}

    def tell(self, item: Found, reading: Reading) -> None:
        """Keep a date for the nearest event on either side of it in its sentence; of two dates the nearer, of two sentences the later."""
        place = reading.place
        codes, saying = self._source.codes, lexicon().classes["saying"]
        if place is None or place.unit not in _DATED or any(code in saying for code in codes[max(item.first - _SAYING, 0) : item.first]):
            return
        self._keep(item, place, range(item.first - 1, max(item.first - _BEFORE, 0) - 1, -1))
        self._keep(item, place, range(item.last, min(item.last + _AFTER, len(codes))))

    def _keep(self, item: Found, place: Place, side: range) -> None:
        sentence, codes, classes = self._sentences[item.first], self._source.codes, lexicon().classes
        for apart, i in enumerate(side):
            if self._sentences[i] != sentence:
                return
            if codes[i] in classes["event"] and not any(code in classes["event_before"] for code in codes[max(i - _OBJECT, 0) : i]):
                known = self._told.get(codes[i])
                if known is None or known.sentence < sentence or known.apart > apart:
                    self._told[codes[i]] = Told(sentence, apart, Anchor(place, "earlier date"))
                return

    def distance(self, item: Found, following: Found | None, context: Context) -> Reading | None:
        """Give the time that a length before or after an event comes to, None where the length has no event or the event no date."""
        length = item.meaning
        if not isinstance(length, Length) or length.count is None or length.lies is not None or self._of_work(item):
            return None
        told = self._dated(item, following, context) or self._named(item, following, context)
        if told is None:
            return None
        way, anchor = told
        if finer(length.unit, anchor.place.unit):
            return None
        reading = Distance(length.count, length.unit, way).from_anchor(anchor)
        return reading if reading.place is not None else None

    def eve(self, item: Found, following: Found | None, context: Context) -> Reading | None:
        """Give the day of "the eve of the talks", None where the text does not tell the day of the talks."""
        hit = _pattern(_EVE).match(self._source.codes, item.last)
        anchor = self._when(hit, item, following, context) if hit is not None else None
        if anchor is None or anchor.place.unit != "day":
            return None
        reading = Distance(Fraction(1), "day", -1).from_anchor(anchor)
        return reading if reading.place is not None else None

    def _of_work(self, item: Found) -> bool:
        """Tell whether days are those of work or trade, which are not counted on the calendar alone."""
        return any(code in lexicon().classes["work"] for code in self._source.codes[item.first : item.last])

    def _dated(self, item: Found, following: Found | None, context: Context) -> tuple[int, Anchor] | None:
        """Read "two days after May 5", "a week after Friday's talks"."""
        hit = _pattern(_DATE).match(self._source.codes, item.last)
        if hit is None or following is None or following.first != hit.end():
            return None
        anchor = _anchor(following.meaning, context)
        return None if anchor is None else (self._way(hit), anchor)

    def _named(self, item: Found, following: Found | None, context: Context) -> tuple[int, Anchor] | None:
        """Read "three months after the talks (on May 5)"."""
        hit = _pattern(_EVENT).match(self._source.codes, item.last)
        anchor = self._when(hit, item, following, context) if hit is not None else None
        return None if hit is None or anchor is None else (self._way(hit), anchor)

    def _when(self, hit: re.Match[str], item: Found, following: Found | None, context: Context) -> Anchor | None:
        """Give the date of an event that is named: the one right after it, else the one that the text told before."""
        if self._sentences[hit.end() - 1] != self._sentences[item.first]:
            return None
        anchor = None
        if following is not None and following.first == hit.end():
            anchor = _anchor(following.meaning, context)
        if anchor is None and (told := self._told.get(hit["event"][-1])) is not None:
            anchor = told.anchor
        return anchor

    @staticmethod
    def _way(hit: re.Match[str]) -> int:
        return int(lexicon().classes["event_before"][hit["way"]])


def _anchor(meaning: Meaning, context: Context) -> Anchor | None:
    place = meaning.resolve(context).place
    return Anchor(place, "text") if place is not None and place.unit in _DATED else None


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return compile_pattern(pattern, lexicon())
