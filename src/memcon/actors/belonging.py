"""Whose officials they are to whom no words give a state: "a Ugandan delegation led by Foreign Minister Okello Oryem"."""

from bisect import bisect_left
from functools import cache

from memcon.actors import tables
from memcon.actors.drafts import Draft, Found
from memcon.actors.gazetteer import Gazetteer
from memcon.actors.offices import OfficePhrase, Offices
from memcon.actors.page import Page
from memcon.actors.places import country_of_place
from memcon.actors.titled import TitledName

_NATIONAL = frozenset({"president", "premier", "foreign", "defence", "finance", "security", "deputy", "minister", "adviser", "envoy", "speaker", "general", "crown", "monarch"})
"""Classes of offices that only a state gives; chairmen and chiefs are as often a company's."""
_MOST_UNNAMED = 200  # Offices without a name looked at for each person: a bound on the time that a hostile text can take.
_ONE_EACH = frozenset({"president", "premier", "foreign", "defence", "finance", "minister"})
_OWNERS = frozenset({"its", "their"})


class Belonging:
    """Gives a state to persons of a national office for whom the text names none next to the office.

    In this order: the party or house that only one state has ("Republican"), the owner of "its ambassador", the fellow of a
    list ("the economic adviser X and the trade adviser Y"), the only state of the sentence, that of the sentence before.
    Two states in one sentence decide nothing, nor does that of somebody whom the person meets; where no state is near, that
    of the dateline counts. With a `voice`, the report
    is its publisher's own, whose officials need no state: then only the sentence itself counts.
    """

    def __init__(self, page: Page, gazetteer: Gazetteer, offices: Offices, names: list[TitledName], voice: bool) -> None:
        self._page = page
        named = {id(o) for name in names for o in name.offices}
        self._unnamed = [o for o in offices.all if len(o.codes) == 1 and not (o.plural or o.former or o.implied or id(o) in named)][:_MOST_UNNAMED]
        self._voice = voice
        line = page.report.dateline
        self._dateline = country_of_place(line.place.quote.split(",")[0].strip().title()) if line is not None and line.place is not None else None
        self._named = [n for n in gazetteer.all if n.entry.code is not None and n.entry.kind != "body"]
        self._starts = [n.first for n in self._named]

    def settle(self, names: list[TitledName], found: list[Found]) -> None:
        """Settle the persons of these names, in the order of the text."""
        drafts = {f.start: f.actors[0] for f in found}
        page = self._page
        people = [(name, draft) for name in names if (draft := drafts.get(page.start[name.begin])) is not None and draft.kind == "person"]
        for k, (name, draft) in enumerate(people):
            office = next((o for o in name.offices if not o.codes), None)
            if draft.country is not None or draft.settled:
                continue
            code = next((c for c, words in _courtesies().items() if name.courtesy in words), None) or (self._party(office) if office else None)
            if code is None and office is not None and (office.classes & _NATIONAL or office.title in _domestic()) and not self._company(office):
                code = self._led(name) or self._fellow(people, k) or self._elsewhere(office)
                if code is None and not page.headline[name.first]:
                    code = self._owner(office) or self._near(people, k, office)
            if code is not None:
                draft.settle(code)

    def _party(self, office: OfficePhrase) -> str | None:
        """Give the state of a party or house in or before an office: "Republican Senator", "a Tory lawmaker"."""
        words = self._page.lower[max(office.first - 2, 0) : office.end]
        return next((code for code, parties in _parties().items() if any(w in parties for w in words)), None)

    def _company(self, office: OfficePhrase) -> bool:
        """Tell whether a name that is no state's stands before the office or behind it: "Bundesbank President", "commander of the YPG"."""
        page, i = self._page, office.first - 1
        if page.words[office.end - 1].isupper() and office.end - 1 > office.noun:
            return True
        if office.end + 1 < len(page) and page.words[office.end] == "," and page.entity[page.token[office.end + 1]] == "ORG":
            return True  # "General President, Iron Workers International Union"
        own = i >= 0 and page.capital[i] and page.words[i].isalpha() and page.block[i] == page.block[office.first]
        return own and not page.first[i] and page.lower[i] not in ("the", "mr", "then")

    def _owner(self, office: OfficePhrase) -> str | None:
        """Give the state that "its" takes up: the subject or the last one named before, in the sentence or the one before."""
        if office.owner not in _OWNERS:
            return None
        page = self._page
        here = page.sentence[page.token[office.first]]
        last: str | None = None
        k = bisect_left(self._starts, office.first) - 1
        while k >= 0 and here - (at := page.sentence[page.token[self._named[k].first]]) <= 1:
            named = self._named[k]
            if last is not None and at < here and page.sentence[page.token[self._named[k + 1].first]] == here:
                break
            if named.entry.kind in ("state", "capital"):
                if page.dep[page.token[named.end - 1]] in ("nsubj", "nsubj:pass"):
                    return named.entry.code
                last = last or named.entry.code
            k -= 1
        return last

    def _led(self, name: TitledName) -> str | None:
        """Give the state of the delegation that a person leads: "a Ugandan delegation led by Foreign Minister X"."""
        page, i = self._page, name.begin - 1
        i -= i >= 0 and page.lower[i] == "the"
        if i < 2 or page.lower[i] != "by" or page.lower[i - 1] not in ("led", "headed", "represented"):
            return None
        k = bisect_left(self._starts, i) - 1
        return self._named[k].entry.code if k >= 0 and i - self._named[k].end <= 6 else None

    def _elsewhere(self, office: OfficePhrase) -> str | None:
        """Give the state of the same office where the report names it without a person: "Kenya's trade minister"."""
        wanted = office.classes & _ONE_EACH
        codes = {o.codes[0] for o in self._unnamed if o.classes & wanted and o.title == office.title}
        return next(iter(codes)) if len(codes) == 1 else None

    def _fellow(self, people: list[tuple[TitledName, Draft]], k: int) -> str | None:
        """Give the state of the person before in a list, where that one's office stands beside the name too."""
        if not k:
            return None
        page, (before, fellow), name = self._page, people[k - 1], people[k][0]
        between = page.lower[before.stop : name.begin]
        listed = between in ([","], ["and"], [",", "and"], [",", "the"], ["and", "the"], [",", "and", "the"], [";"])
        return fellow.country if listed and before.offices and not any("envoy" in o.classes for o in before.offices) else None

    def _near(self, people: list[tuple[TitledName, Draft]], k: int, office: OfficePhrase) -> str | None:
        """Give the only state of the sentence, else of the sentence before, without that of a person who is met or spoken to."""
        page = self._page
        name = people[k][0]
        if self._voice and ("speaker" in office.classes or page.lower[name.begin - 1 : name.begin] == ["by"]):
            return None  # "as noted by Minister ...": its own.
        here = page.sentence[page.token[name.first]]
        titled = {i for other, _ in people[max(k - 12, 0) : k + 6] for i in range(other.begin, other.stop)}
        others = {d.country for o, d in people[max(k - 12, 0) : k] if page.sentence[page.token[o.first]] == here and d.country}
        heard: dict[int, set[str]] = {}
        last = bisect_left(self._starts, name.stop + 40)
        for named in self._named[max(last - 60, 0) : last]:
            at = page.sentence[page.token[named.first]]
            inside = named.first in titled or office.first <= named.first < office.end
            if named.entry.code is not None and not inside and here - 1 <= at <= here:
                heard.setdefault(at, set()).add(named.entry.code)
        for sentence in (here,) if self._voice or others else (here, here - 1):
            codes = heard.get(sentence, set()) - {"EU"}
            if codes:
                return next(iter(codes)) if len(codes) == 1 and not codes & others else None
        return None if self._voice or others else self._dateline


@cache
def _courtesies() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in tables.toml("names")["courtesy"].items()}


@cache
def _domestic() -> frozenset[str]:
    return frozenset(tables.toml("offices")["phrases"]["domestic"])


@cache
def _parties() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in tables.toml("offices")["parties"].items()}
