"""Which names mean one person, and what the text and the tables know of that person."""

from functools import cache

from memcon.actors import tables
from memcon.actors.drafts import Draft
from memcon.actors.gazetteer import bodies_in
from memcon.actors.holders import Holder, Holders
from memcon.actors.names import words_of
from memcon.actors.offices import OfficePhrase
from memcon.actors.page import Page
from memcon.actors.spelling import alike, name_words, same_given, same_person
from memcon.actors.titled import TitledName
from memcon.record import Office, span_of

_MINISTERS = frozenset({"president", "premier", "foreign", "defence", "finance", "security", "minister", "deputy"})
_ROYAL = frozenset({"monarch", "crown", "pope"})
_MOST_NEAR = 200  # Persons looked at for one name: a bound that no report reaches and a hostile text cannot pass.


class People:
    """The persons of a report, made name by name."""

    def __init__(self, page: Page, holders: Holders, spoken_of: frozenset[str] = frozenset()) -> None:
        """Begin with no person; `spoken_of` are the codes of the states that the page names, which bare surnames prefer."""
        self._page = page
        self._spoken_of = spoken_of
        self._holders = holders
        self.all: list[Draft] = []
        self._last: dict[int, int] = {}
        self._by_state: dict[str | None, list[Draft]] | None = None
        self._by_start: dict[str, list[Draft]] = {}

    def person(self, name: TitledName, *, new: bool) -> Draft | None:
        """Give the person whom a name means, made where there is none yet and `new` allows it."""
        draft = self._known(name)
        if draft is None:
            draft = self._made(name) if new else None
        if draft is not None:
            self._learn(draft, name)
            self._index(draft)
            self._last[id(draft)] = name.first
        return draft

    def holding(self, code: str, kind: str) -> Draft | None:
        """Give the person who held an office of a state on the day of publication, as the tables say."""
        holder = self._holders.holding(code, kind, self._page.published)
        if holder is None:
            return None
        words = name_words(holder.name)
        draft = next((p for p in self.all if p.words == words or (len(p.words) > 1 and same_person(p.words, words))), None)
        if draft is None:
            draft = Draft(holder.name, "person", holder.code, words=words)
            self._take(draft, holder, rename=True)
            self._index(draft)
            self.all.append(draft)
        return draft

    def at_home(self, code: str | None, *, agency: bool = False) -> None:
        """Give the publisher's state to persons who hold an office that no state is named for; an agency's only to ministers."""
        for draft in self.all:
            if agency and not draft.classes & _MINISTERS:
                continue
            if code is not None and draft.country is None and not draft.settled and any(o.source == "text" for o in draft.offices):
                draft.settle(code)

    def _known(self, name: TitledName) -> Draft | None:
        near = self._near(name)
        if len(name.words) > 1:
            fits = [p for p in near if len(p.words) > 1 and same_person(name.words, p.words)]
            if not fits:
                fits = [p for p in near if len(p.words) == 1 and alike(p.words[0], name.words[-1]) and self._agrees(p, name)]
        elif name.royal:
            fits = [p for p in near if same_given(name.words[0], p.words[0]) and self._agrees(p, name) and _reigns(p)]
        else:
            fits = [p for p in near if any(alike(name.words[0], w) for w in p.words) and self._agrees(p, name)]
        return max(fits, key=lambda p: self._rank(p, name), default=None)

    def _near(self, name: TitledName) -> list[Draft]:
        """Give the persons who share the start of a word with a name, without which two names are never alike."""
        found = {id(p): p for w in name.words for p in self._by_start.get(w[:5], ())[-_MOST_NEAR:]}
        return list(found.values())

    def _index(self, draft: Draft) -> None:
        for word in draft.words:
            row = self._by_start.setdefault(word[:5], [])
            if draft not in row[-_MOST_NEAR:]:
                row.append(draft)

    def of_state(self, code: str | None) -> list[Draft]:
        """Give the first persons of a state, in the order in which they were found."""
        if self._by_state is None:
            self._by_state = {}
            for draft in self.all:
                row = self._by_state.setdefault(draft.country, [])
                if len(row) < _MOST_NEAR:
                    row.append(draft)
        return self._by_state.get(code, [])

    def _rank(self, draft: Draft, name: TitledName) -> tuple[bool, bool, int]:
        classes = frozenset().union(*(o.classes for o in name.offices))
        return bool(classes & draft.classes), alike(name.words[-1], draft.words[-1]), self._last.get(id(draft), 0)

    def _agrees(self, draft: Draft, name: TitledName) -> bool:
        """Tell whether courtesy and country speak against the two being one."""
        gender = gender_of(name.courtesy, ())
        if gender and draft.gender and gender != draft.gender:
            return False
        codes = [c for o in name.offices for c in o.codes if not o.implied]
        return not codes or draft.country in codes or draft.country is None

    def _made(self, name: TitledName) -> Draft | None:
        said = self._page.said(name.first, name.end)
        draft = Draft(said, "person", words=name.words)
        codes = _codes(name)
        code = codes[0] if codes else None
        classes = frozenset[str]().union(*(o.classes for o in name.offices))
        holder = self._holder(said, name, code, classes)
        if holder is None and len(name.words) == 1 and name.leads and not name.strong:
            return None  # "Apple" of "Apple chief executive Tim Cook".
        gender = gender_of(name.courtesy, ())
        if holder is not None and gender and holder.gender and gender != holder.gender:
            holder = None  # "Mrs Gorton" is the prime minister's wife.
        shouted = said.isupper() and (len(said) > 3 or said in tables.toml("names")["known"])
        if holder is None and (shouted or (not self._speaks(name) and not (name.strong or (name.person and self._in_sentence(name))))):
            return None
        if holder is not None and not name.strong and len(name.words) == 1 and not self._well_known(holder, name):
            return None
        if holder is not None:
            self._take(draft, holder, len(name.words) == 1 or shouted)
        self.all.append(draft)
        return draft

    def _speaks(self, name: TitledName) -> bool:
        """Tell whether two or more words that no table knows are the subject of a verb of speech: "Basem Naim said"."""
        page = self._page
        if len(name.words) < 2 or page.headline[name.first]:
            return False
        tokens = range(page.token[name.first], page.token[name.end - 1] + 1)
        heads = [t for t in tokens if page.head[t] not in tokens]
        return len(heads) == 1 and page.dep[heads[0]] == "nsubj" and page.lemma[page.head[heads[0]]] in _speech() and all(
            page.pos[t] in ("PROPN", "PUNCT", "PART") for t in tokens
        )

    def _well_known(self, holder: Holder, name: TitledName) -> bool:
        """Tell whether a bare surname may be taken for a holder's: the name finder says so, or it leads a state that day."""
        leads = bool(holder.classes & {"president", "premier", "leader", "foreign"})
        if not holder.held_on(self._page.published):
            return name.person and leads  # Former leaders stay in the news, others' surnames are met everywhere.
        return name.person or (leads and self._page.pos[self._page.token[name.first]] == "PROPN")

    def _in_sentence(self, name: TitledName) -> bool:
        """Tell whether a lone word that the name finder calls a person has its capital inside a sentence too."""
        page = self._page
        if len(name.words) > 1:
            return True
        token = page.token[name.first]
        speaks = page.dep[token] == "nsubj" and page.lemma[page.head[token]] in _speech()
        return page.words[name.first] in page.inner and speaks

    def _holder(self, said: str, name: TitledName, code: str | None, classes: frozenset[str]) -> Holder | None:
        said = tables.toml("names")["known"].get(said, said)
        day, near = self._page.published, self._spoken_of
        if len(name_words(said)) > 1:
            found = self._holders.named(said, day, code, classes, near)
            if found is None and any(o.implied for o in name.offices):
                other = self._holders.named(said, day, None, classes, near)  # "Defense Secretary" of the Philippines
                found = other if other is not None and other.held_on(day) and other.classes & classes else None
            return found
        if name.royal:
            return self._holders.reigning(said, day, code, near)
        return self._holders.called(said, day, code, classes, near)

    def _take(self, draft: Draft, holder: Holder, rename: bool) -> None:
        """Take from the table what the text does not say; an office only where it was held on the day."""
        day = self._page.published
        if rename:
            draft.name, draft.name_source = holder.name, holder.source
            draft.words = tuple(w for w in name_words(holder.name) if w not in words_of("royal")) or name_words(holder.name)
        if holder.held_on(day):
            draft.offices.append(Office(holder.office, holder.code, holder.source))
            draft.classes |= holder.classes
            draft.seated = holder.code is not None and day is not None
        draft.bodies |= bodies_in(holder.office)
        draft.country = holder.code
        draft.gender = draft.gender or holder.gender

    def _learn(self, draft: Draft, name: TitledName) -> None:
        """Add what the words around a name say: a fuller form, an office, a country."""
        said = self._page.said(name.first, name.end)
        if _fuller(said, name.words, draft):
            draft.name, draft.name_source, draft.words = said, "text", name.words
        for office in name.offices:
            self.give(draft, office)
        draft.gender = draft.gender or gender_of(name.courtesy, draft.words)
        draft.courtesy = draft.courtesy or name.courtesy

    def give(self, draft: Draft, office: OfficePhrase) -> None:
        """Give a person an office that the text tells of; without a state of its own it is that of the person's."""
        if "counterpart" in self._page.lower[office.head : office.end] or "colleague" in self._page.lower[office.head : office.end]:
            if office.codes:
                draft.settle(office.codes[-1])
            return
        if len(office.codes) == 1 and not (office.implied and draft.seated) and not (office.former and office.codes == (None,)):
            if draft.country is None and not office.former:
                draft.settled = False  # A state's office tells more than one of a body: "the last leader of the G7 to come".
            draft.settle(office.codes[0])
        draft.bodies |= {n.entry.name for n in office.named if n.entry.kind == "body"}
        country = office.codes[0] if len(office.codes) == 1 and not (office.implied and draft.seated) else draft.country
        title = self._page.said(office.head, office.end)
        span = span_of(self._page.text, self._page.start[office.head], self._page.end[office.end - 1])
        same = [o for o in draft.offices if o.title.lower() == title.lower()]
        if not any(o.source == "text" for o in same):
            draft.offices = [o for o in draft.offices if o not in same]
            draft.offices.append(Office(title, country, "text", span))
        if not office.former:
            draft.classes |= office.classes


def _reigns(draft: Draft) -> bool:
    """Tell whether a person may be called by a royal title and the first name."""
    titled = any(word in words_of("royal") for o in draft.offices for word in o.title.lower().split())
    return titled or bool(draft.classes & _ROYAL) or draft.courtesy in words_of("royal")


@cache
def _speech() -> frozenset[str]:
    return frozenset(tables.toml("names")["evidence"]["speech"])


def _codes(name: TitledName) -> list[str | None]:
    return [o.codes[0] for o in name.offices if len(o.codes) == 1]


def _fuller(said: str, words: tuple[str, ...], draft: Draft) -> bool:
    """Tell whether a form of the name says more than the one known: more words; as many letters do not."""
    if said.isupper() or len(words) < 2:
        return False
    return draft.name_source != "text" or len(draft.words) < 2 or len(words) > len(draft.words) or (
        len(words) == len(draft.words) and draft.name.isupper()
    )


def gender_of(courtesy: str, words: tuple[str, ...]) -> str:
    """Give "f" or "m" as words of courtesy or the first name tell, "" where they do not."""
    female, male = tables.toml("offices")["female"], tables.toml("offices")["male"]
    if courtesy in female["titles"]:
        return "f"
    if courtesy in male["titles"]:
        return "m"
    if words and words[0] in tables.given_names("female"):
        return "f"
    return "m" if words and words[0] in tables.given_names("male") else ""
