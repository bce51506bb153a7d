"""Who held which office on a day, and whom a name means: dated claims from the tables of holders."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from memcon.actors import tables
from memcon.actors.spelling import name_words, respelt, same_given, same_person

OWN, EDITORS = 2, 1
"""How far a row is trusted: one of the user's own more than the editors', these more than an open data set's (0)."""
_NUMERALS = frozenset({"ii", "iii", "iv", "vi", "vii", "viii", "ix", "xii", "xiv", "xvi"})
_ASIAN = frozenset({"kim", "park", "peng", "lee"})
_TITLES = frozenset({"king", "queen", "pope", "emir", "sultan", "prince", "princess", "grand", "duke", "sheikh", "crown"})
_THRONES = frozenset({"monarch", "crown", "pope"})
_SHEIKHS = frozenset({"AE", "QA", "KW", "BH", "SA"})
_SOLE = frozenset({"president", "premier", "monarch"})
_FIRST_NAMED = frozenset({"ET", "ER", "MY", "ID", "TH", "IS", "MM", "LA"})
"""States whose people are called by their first names: "Prime Minister Abiy", "Prabowo"."""
_FAMILY_FIRST = frozenset({"CN", "KR", "KP", "VN", "TW", "HK", "SG", "KH"})


@dataclass(frozen=True, slots=True)
class Holder:
    """A dated claim that a person held an office: `since` and `until` are EDTF days, months or years, or empty; `trust` as above."""

    name: str
    code: str | None
    office: str
    since: str
    until: str
    source: str
    gender: str = ""
    trust: int = 0

    def held_on(self, date: str | None) -> bool:
        """Tell whether the office was held on a day, as far as the claim goes; without a day every claim counts."""
        if date is None:
            return True
        if self.since and self.since[: len(date)] > date[: len(self.since)]:
            return False
        return not self.until or self.until[: len(date)] >= date[: len(self.until)]

    @property
    def classes(self) -> frozenset[str]:
        """The classes of the office (`tables.class_of`)."""
        return tables.class_of(self.office)

    @property
    def rank(self) -> int:
        """3 for who leads a state, 2 for its foreign minister, 0 for a spouse or deputy, 1 for others."""
        if self.classes & {"leader", "president", "premier", "monarch", "pope"}:
            return 3
        if "spouse" in self.classes or self.office.startswith("Deputy"):
            return 0
        return 2 if "foreign" in self.classes else 1

    @property
    def throned(self) -> bool:
        """Whether the table has the name with a throne's title, without which it is anybody's first name ("King Mohammed VI")."""
        return name_words(self.name)[0] in _TITLES

    @property
    def first(self) -> str:
        """The first word of the name, folded, without a title ("King Abdullah II" is "abdullah")."""
        return next((w for w in name_words(self.name) if w not in _TITLES), "")

    @property
    def surnames(self) -> tuple[str, ...]:
        """The words by which alone the person may be called, folded, the likeliest first."""
        words = [w for w in name_words(self.name) if w not in _NUMERALS] or list(name_words(self.name))
        western = words[0] not in _ASIAN and any(words[0] in tables.given_names(g) for g in ("male", "female"))  # "John Lee" of Hong Kong
        if self.code in _FIRST_NAMED and words[0] not in _TITLES:
            return (words[-1], words[0])
        return (words[0], words[-1]) if self.code in _FAMILY_FIRST and not western else (words[-1],)


class Holders:
    """A table of holders; the rows of the editors come first."""

    def __init__(self, rows: Iterable[Holder]) -> None:
        self._by_word: dict[str, list[Holder]] = {}
        self._by_code: dict[str | None, list[Holder]] = {}
        for row in rows:
            self._by_code.setdefault(row.code, []).append(row)
            for start in {word[:5] for word in name_words(row.name)}:
                self._by_word.setdefault(start, []).append(row)

    @cached_property
    def _thrones(self) -> list[Holder]:
        rows = (h for rows in self._by_code.values() for h in rows if h.classes & (_THRONES | {"leader"}))
        return [h for h in rows if h.classes & _THRONES or h.code in _SHEIKHS]

    @cached_property
    def _editors_surnames(self) -> frozenset[str]:
        return frozenset(s for rows in self._by_code.values() for h in rows if h.trust for s in h.surnames)

    def has_surname(self, word: str) -> bool:
        """Tell whether a word is the surname of somebody whom the editors list."""
        return tables.fold(word) in self._editors_surnames

    def named(
        self, name: str, date: str | None, code: str | None, classes: frozenset[str], near: frozenset[str] = frozenset()
    ) -> Holder | None:
        """Give whom a full name means, None where the table does not know it.

        Args:
            name: two words or more.
            date: day of publication; a holder on that day comes before one of another time.
            code: the country that the text gives, None where it gives none.
            classes: classes of the office that the text gives.
            near: codes of the states that the text speaks of; among namesakes theirs come first.
        """
        words = name_words(name)
        if len(words) < 2:
            return None
        initials = all(len(w) < 3 for w in words[:-1])  # "HR McMaster"; "San Francisco" is no Pope Francis.
        near_alike = [h for w in words for h in self._by_word.get(w[:5], ())]
        fits = [h for h in near_alike if (initials or len(name_words(h.name)) > 1) and same_person(words, name_words(h.name))]
        if code is not None:
            fits = [h for h in fits if h.code == code]
        return _best(fits, date, classes, near)

    def called(
        self, word: str, date: str | None, code: str | None, classes: frozenset[str], near: frozenset[str] | None = None
    ) -> Holder | None:
        """Give whom a surname alone means; thousands of ministers share surnames, so the day, and the country or office, decide.

        Without an office or country in the text only the editors' rows count ("Putin", "Merkel"), and of them only who leads
        a state on the day or is of a state that the text speaks of (`near`; None for any): "Ali" in a family's story is no president.
        """
        words = name_words(word)
        fits = [h for h in self._by_word.get(words[-1][:5], ()) if any(respelt(words[-1], s) for s in h.surnames)]
        if code is not None:
            fits = [h for h in fits if h.code == code]
        if classes:
            same = [h for h in fits if h.classes & classes and h.held_on(date)]
            sure = [h for h in same if h.trust or code is not None or "leader" in h.classes]
            if not sure and len({h.code for h in same}) == 1:
                sure = same  # One state's minister of that name and office on that day.
            found = _best(sure, date, classes, near or frozenset())
            if found is not None:
                return found
        if classes & _SOLE and near is not None:
            fits = [h for h in fits if h.classes & classes]  # "President Mohamed": another's minister of that surname is no answer.
        if not classes:
            fits = [h for h in fits if not h.throned]
        fits = [h for h in fits if h.trust and (date is None or h.since[: len(date)] <= date)]
        if near is not None:
            fits = [h for h in fits if (h.code is None and h.rank) or h.code in near or (date is not None and h.held_on(date) and h.rank > 1)]
        return _best(fits, date, classes, near or frozenset())

    def reigning(self, word: str, date: str | None, code: str | None, near: frozenset[str]) -> Holder | None:
        """Give the monarch, heir or pope of a first name ("King Abdullah"), None where two states have one and neither is spoken of."""
        first = name_words(word)[0]
        fits = [h for h in self._thrones if h.held_on(date) and same_given(first, h.first)]
        fits = [h for h in fits if h.code == code] if code is not None else [h for h in fits if h.code in near] or fits
        return _best(fits, date, frozenset(), near) if len({h.code for h in fits}) == 1 else None

    def holding(self, code: str | None, kind: str, date: str | None) -> Holder | None:
        """Give who held an office of this class ("leader", "foreign") for a state on a day, None where that is not known."""
        if date is None:
            return None
        fits = [h for h in self._by_code.get(code, ()) if kind in h.classes and h.held_on(date)]
        return _best(fits, date, frozenset({kind}))


def _best(fits: list[Holder], date: str | None, classes: frozenset[str], near: frozenset[str] = frozenset()) -> Holder | None:
    """Choose: in office on the day, the office of the text, a state spoken of, the higher office, the editors' row, the latest."""
    return max(
        fits,
        key=lambda h: (h.held_on(date), len(h.classes & classes), h.code in near, h.rank, h.trust, _ended(h), h.since, h.name),
        default=None,
    )


def _ended(h: Holder) -> str:
    return h.until or "9999"


def shipped_rows() -> list[Holder]:
    """Give the rows of the tables that Memcon ships, those of the editors first."""
    rows: list[Holder] = []
    for name, trust in (("editors.csv", EDITORS), ("holders.csv", 0)):
        for row in csv.DictReader(tables.lines(name)):
            rows.append(Holder(row["name"], row["code"] or None, row["office"], row["since"], row["until"], row["source"], row.get("gender") or "", trust))
    return rows


@cache
def shipped() -> Holders:
    """Give the tables that Memcon ships."""
    return Holders(shipped_rows())
