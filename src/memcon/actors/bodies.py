"""Bodies that the gazetteer does not list: "the Russian Foreign Ministry", "Gaza's health ministry", "the ministry"."""

from bisect import bisect_left
from functools import cache

from memcon.actors import tables
from memcon.actors.drafts import Draft, Found
from memcon.actors.gazetteer import Gazetteer, Named
from memcon.actors.home import Home
from memcon.actors.offices import Offices
from memcon.actors.page import Page
from memcon.actors.phrases import Phrases
from memcon.actors.powers import Powers

_MODIFIERS = 4


@cache
def _nouns() -> Phrases[str]:
    table = tables.toml("offices")["bodies"]
    return Phrases(((noun, kind) for kind in ("own", "state") for noun in table[kind]), cased=False)


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(tables.toml("offices")["phrases"]["modifiers"])


class Bodies:
    """Finds bodies made of a nationality and a noun, and takes up "the ministry" for the one named before."""

    def __init__(self, page: Page, gazetteer: Gazetteer, offices: Offices, powers: Powers, home: Home) -> None:
        self._page = page
        self._gazetteer = gazetteer
        self._offices = offices
        self._powers = powers
        self._home = home
        self._by_key: dict[tuple[str, str | None], Draft] = {}
        self._last: dict[str, Draft] = {}
        self._starts = [n.first for n in gazetteer.all]

    def find(self) -> list[Found]:
        """Give the mentions of such bodies, in the order of the text."""
        page, found, i = self._page, list[Found](), 0
        while i < page.size:
            match = None if i in self._gazetteer.over or i in self._offices.over else _nouns().at(page, i)
            if match is None:
                i += 1
                continue
            one = self._body(i, *match)
            if one is not None:
                found.append(one)
            i = match[0]
        return found

    def _body(self, start: int, end: int, kind: str) -> Found | None:
        page = self._page
        first = start
        while first > 0 and start - first < _MODIFIERS and page.lower[first - 1] in _modifiers() and first - 1 not in self._offices.over:
            if first - 1 in self._gazetteer.over or page.lower[first - 1] == "and":
                break
            first -= 1
        owner = self._owner(first)
        stop, of = self._complement(end, page.lower[end - 1])
        named = owner or of
        begin = owner.first if owner else first
        if kind == "state":
            if named is None or named.entry.kind in ("body", "seat"):
                return None
            return self._found(begin, stop, self._powers.of(named), "government")
        if named is not None and named.entry.kind.startswith("region"):
            return None
        if named is None and not self._stands_alone(first, stop):
            return None
        code = named.entry.code if named else None if self._home.agency else self._home.code
        return self._found(begin, stop, self._draft(begin, first, stop, code, named is not None), "body")

    def _stands_alone(self, first: int, stop: int) -> bool:
        """Tell whether a body without a state is one: "the ministry" named before, "the Foreign Ministry" with its domain."""
        page = self._page
        if first > 0 and page.capital[first - 1] and not page.first[first] and page.words[first - 1].isalpha() and page.lower[first - 1] != "the":
            return False  # "Yonhap News Agency" is a name of its own.
        if not (page.capital[first] or page.lower[first - 1 : first] == ["the"]):
            return False
        bare = " ".join(page.lower[first:stop])
        if bare == "office" and self._seat(first) is not None:
            return True
        return bare in self._last or (stop - first > 1 and page.lower[first] not in ("the", "new", "special"))

    def _seat(self, first: int) -> Draft | None:
        """Give the seat named last before an atom: "the office" of a report on Cheong Wa Dae or the Kremlin."""
        page = self._page
        sentence = page.sentence[page.token[first]]
        last = bisect_left(self._starts, first) - 1
        for k in range(last, max(last - 40, -1), -1):
            named = self._gazetteer.all[k]
            if sentence - page.sentence[page.token[named.first]] > 3:
                return None
            if named.entry.kind == "seat":
                return self._powers.of(named)
        return None

    def _owner(self, first: int) -> Named | None:
        """Give the state before: "Russian Foreign Ministry", "Gaza's health ministry"."""
        page, j = self._page, first
        if j > 1 and page.possessive(j - 2) and page.after_possessive(j - 2) == j:
            j -= 2
        elif j > 0 and page.possessive(j - 1) and page.after_possessive(j - 1) == j:
            j -= 1
        named = self._gazetteer.upto.get(j)
        return None if named is None or named.entry.kind == "people" else named

    def _complement(self, end: int, noun: str) -> tuple[int, Named | None]:
        """Go over "of Foreign Affairs of Ukraine" behind a noun that takes one."""
        page, i, named = self._page, end, None
        if noun not in tables.toml("offices")["bodies"]["of"]:
            return end, None
        while i + 1 < len(page) and page.lower[i] in ("of", "for"):
            j = i + 1 + (page.lower[i + 1] == "the")
            place = self._gazetteer.from_.get(j)
            if place is not None and place.entry.kind not in ("nationality", "people"):
                i, named = place.end, place
                continue
            k = j
            while k < len(page) and ((page.capital[k] and k not in self._gazetteer.over) or (page.lower[k] == "and" and page.capital[k + 1 : k + 2] == [True])):
                k += 1
            if k == j:
                break
            i = k
        return i, named

    def _draft(self, begin: int, first: int, stop: int, code: str | None, named: bool) -> Draft:
        """Give the body of these words, the one named before where only its noun is said."""
        page = self._page
        noun = page.lower[stop - 1]
        if bare_office := (not named and noun == "office" and self._seat(first)):
            return bare_office
        bare = " ".join(page.lower[first:stop])
        if not named:
            for known in (bare, noun):
                if known in self._last:
                    return self._last[known]
        draft = self._by_key.get((bare, code))
        if draft is None:
            draft = Draft(page.said(begin, stop), "organisation", code, True)
            self._by_key[bare, code] = draft
        self._last[bare] = self._last[noun] = draft
        return draft

    def _found(self, begin: int, stop: int, draft: Draft, rule: str) -> Found:
        kind = "group" if rule == "government" else "name"
        return Found(self._page.start[begin], self._page.end[stop - 1], stop - 1, (draft,), "group" if kind == "group" else "name", rule)
