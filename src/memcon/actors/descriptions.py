"""Persons by their office alone: "the Russian leader", "his Syrian counterpart", "a senior administration official"."""

from functools import cache

from memcon.actors import tables
from memcon.actors.discourse import Discourse
from memcon.actors.drafts import Draft, Found
from memcon.actors.home import Home
from memcon.actors.offices import OfficePhrase
from memcon.actors.page import Page
from memcon.actors.people import People
from memcon.record import Office, span_of

_INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any"})
_POSSESSIVE = frozenset({"his", "her", "their", "its", "our", "my"})
_MOST_LATER = 100
_VOCATIVE = frozenset({"mr", "madam", "mrs", "ms", "excellency"})
_STRONG = frozenset({"president", "premier", "foreign", "defence", "finance", "deputy", "speaker", "pope", "monarch", "crown", "security"})
_OWN = frozenset({"president", "premier", "foreign", "defence"})
_ROYAL = frozenset({"monarch", "crown", "royal"})
_FELLOWS = frozenset({"counterpart", "counterparts", "colleague", "colleagues", "opposite"})


class Descriptions:
    """Resolves words of office that stand without a name to the persons of the report."""

    def __init__(self, page: Page, people: People, home: Home) -> None:
        self._page = page
        self._people = people
        self._home = home
        self._unnamed: dict[tuple[str, str | None], Draft] = {}

    def resolve(self, office: OfficePhrase, discourse: Discourse) -> Found | None:
        """Give whom a singular description means; one that no name fits is an unnamed actor of its own."""
        page = self._page
        if office.end < len(page) and page.lower[office.end] == "of" and not office.codes and not page.first[office.end] and not self._accused(office):
            stranger = self._new(office, code=None)
            return self._found(office, stranger) if stranger is not None else None  # "the president of the club": nobody's president of before.
        if page.lower[office.first] in _VOCATIVE or page.lower[office.first - 1 : office.first] == ["dear"]:
            return None  # "Mr President": whom a speaker addresses is not known here.
        code = self._code(office, discourse)
        if any(w in _FELLOWS for w in page.lower[office.head : office.end]):
            draft = self._fellow(office, code, discourse)
        elif office.owner in _INDEFINITE:
            draft = self._new(office, code)
        else:
            draft = self._own(office, code) or self._taken_up(office, code, discourse) or self._new(office, code)
        if draft is None:
            return None
        if draft.kind == "person" and office.codes and not office.former:
            draft.settle(code)
        return self._found(office, draft)

    def _accused(self, office: OfficePhrase) -> bool:
        """Tell whether "of" belongs to the verb: "accused the prime minister of making maximalist statements"."""
        page = self._page
        return office.end + 1 < len(page) and (page.lower[office.end + 1].endswith("ing") or page.pos[page.token[office.end + 1]] in ("VERB", "AUX", "PRON"))

    def _found(self, office: OfficePhrase, draft: Draft) -> Found:
        page = self._page
        return Found(page.start[office.first], page.end[office.end - 1], office.end - 1, (draft,), "office", "office")

    def _code(self, office: OfficePhrase, discourse: Discourse) -> str | None:
        """Give the state the office is of: that of its words, else of its possessor ("Putin's spokesman")."""
        if office.codes:
            return office.codes[-1]
        before = self._page.start[office.first]
        if office.owner in _POSSESSIVE or self._page.lower[office.first - 1 : office.first] == ["s"]:
            for heard in discourse.around():
                if heard.found.end <= before and before - heard.found.end <= 5:
                    return heard.one.country if heard.one else None
                break
        return None

    def _own(self, office: OfficePhrase, code: str | None) -> Draft | None:
        """Give the publisher's own office holder: "the President" in a text of the White House or the Kremlin."""
        home = self._home
        if home.code is not None and not home.agency and not (office.classes & home.classes & _OWN):
            return self._official(office, code)
        if home.leader is None or (office.codes and code != home.code) or not (self._page.capital[office.head] or office.codes):
            return None
        if office.owner in _POSSESSIVE or "deputy" in office.classes or office.former or not office.classes & _OWN & home.classes:
            return None
        return home.leader

    def _official(self, office: OfficePhrase, code: str | None) -> Draft | None:
        """Give another official of the publisher's, where no person of the report has the office: "the Foreign Secretary"."""
        page = self._page
        kind: str | None = next((k for k in ("president", "premier", "foreign", "defence", "finance") if k in office.classes), None)
        if page.lower[office.head : office.end] == ["vice", "president"]:
            kind = "deputy"
        plain = page.capital[office.head] and office.owner == "the" and not office.former and office.end - office.head <= 3
        alone = office.end >= len(page) or page.lower[office.end] != "and"
        if kind is None or not plain or not alone or (office.codes and code != self._home.code) or self._home.code is None:
            return None
        if any(kind in p.classes for p in self._people.all[:_MOST_LATER]) or (kind != "deputy" and "deputy" in office.classes):
            return None
        return self._people.holding(self._home.code, kind)

    def _taken_up(self, office: OfficePhrase, code: str | None, discourse: Discourse) -> Draft | None:
        """Give the person of before whom the office fits best; in a headline, one of the body's."""
        sentence = self._page.sentence[self._page.token[office.first]]
        best: tuple[tuple[int, int, int], Draft] | None = None
        for order, heard in enumerate(discourse.around()):
            draft = heard.one
            if draft is None or draft.kind not in ("person", "unnamed"):
                continue
            fit = self._fits(draft, office, code)
            if fit:
                rank = (fit, -abs(sentence - heard.sentence) + (heard.role == "subject"), -order)
                if best is None or rank > best[0]:
                    best = (rank, draft)
        if best is None:
            others = self._people.of_state(code) if code is not None else self._people.all[:_MOST_LATER]
            later = [p for p in others if self._fits(p, office, code) >= 2]
            return later[0] if len(later) == 1 else None
        return best[1] if best else None

    def _fits(self, draft: Draft, office: OfficePhrase, code: str | None) -> int:
        """Tell how well an office fits a person: 0 not, 1 by the country alone, 2 by a class, 3 by class and country."""
        if (code is not None or office.codes) and (draft.country != code or not (draft.settled or draft.country)):
            return 0
        body = next((n.entry.name for n in office.named if n.entry.kind == "body"), None)
        if body is not None and office.classes & {"head", "leader"} and draft.kind == "person":
            return 3 if body in draft.bodies else 0  # "the NATO chief" is its secretary general.
        wanted, has = office.classes, draft.classes
        if "royal" in wanted:
            shared = bool(has & _ROYAL)
        elif "leader" in wanted and not wanted & _STRONG:
            shared = bool(has & {"leader", "president", "premier"})
        elif "deputy" in has and "deputy" not in wanted:
            shared = False
        else:
            shared = bool(wanted & has & _STRONG) if wanted & _STRONG else self._same_word(draft, office)
        if shared:
            return 3 if code is not None else 2
        return 1 if code is not None and not has and draft.kind == "person" and wanted & {"leader", "president", "premier"} else 0

    def _same_word(self, draft: Draft, office: OfficePhrase) -> bool:
        """Tell whether a person's office has the very word: "the envoy" of before was a "special envoy"."""
        word = self._page.lower[office.end - 1]
        return any(word in o.title.lower().split() for o in draft.offices)

    def _fellow(self, office: OfficePhrase, code: str | None, discourse: Discourse) -> Draft | None:
        """Give the counterpart: a person of that state whom the report names; without a state it stays open."""
        if not office.codes:
            return self._other(discourse) if office.owner in _POSSESSIVE else None
        for heard in discourse.around():
            if heard.one is not None and heard.one.kind == "person" and heard.one.country == code:
                return heard.one
        later = self._people.of_state(code)
        return later[0] if len(later) == 1 else self._new(office, code)

    def _at_home(self, office: OfficePhrase) -> str | None:
        """Give the publisher's state for its own officials; "a prime minister" of a White House text is another's."""
        own = self._page.capital[office.head] or not office.classes & {"president", "premier", "leader", "foreign", "defence"}
        return None if self._home.agency or not own else self._home.code

    def _other(self, discourse: Discourse) -> Draft | None:
        """Give "his counterpart": the person last spoken of who holds a like office of another state."""
        first: Draft | None = None
        for heard in discourse.around():
            draft = heard.one
            if draft is None or draft.kind != "person":
                continue
            if first is None:
                first = draft
            elif draft.country != first.country:
                return draft if draft.classes & first.classes else None
        return None

    def _new(self, office: OfficePhrase, code: str | None) -> Draft | None:
        """Make an unnamed actor, or give the one of the same words; None for a word that is an office only beside a name."""
        page = self._page
        said = page.said(office.first, office.end)
        country = code if code is not None or office.codes else self._at_home(office)
        key = (said.lower(), country)
        if not office.codes and not office.owner and page.said(office.first, office.end).lower() in _never_alone():
            return None  # "Partnering for Unity, Justice and Development".
        draft = None if office.owner in _INDEFINITE else self._unnamed.get(key)
        if draft is None:
            span = span_of(page.text, page.start[office.head], page.end[office.end - 1])
            title = page.said(office.head, office.end)
            draft = Draft(said, "unnamed", country, True, [Office(title, country, "text", span)], classes=set(office.classes))
            self._unnamed[key] = draft
        return draft


@cache
def _never_alone() -> frozenset[str]:
    return frozenset(tables.toml("offices")["phrases"]["never_alone"])
