"""Words of office on a page: "Russian Foreign Minister", "the President of the Republic of Korea", "NATO's chief"."""

from dataclasses import dataclass, field
from functools import cache

from memcon.actors import tables
from memcon.actors.complements import Complements
from memcon.actors.gazetteer import Gazetteer, Named
from memcon.actors.page import Page
from memcon.actors.phrases import Phrases
from memcon.language.persons import given_names

_MOST_MODIFIERS = 6
_MOST_COMPLEMENT = 9  # Atoms behind "of": "the National Security and Defense Council of Ukraine".
_POSSESSIVES = frozenset({"his", "her", "their", "its", "our", "my"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "both", "two", "three", "several", "some", "any", "another", "one", "all"})


@dataclass(slots=True)
class OfficePhrase:
    """Words of office.

    `first` to `end` are the atoms with nationality and complement, without article; `head` is where the office itself
    begins ("Foreign" in "Russian Foreign Minister"); `codes` are the states it names, in their order (None for a
    body that acts for no state), `implied` tells that only its title does ("Secretary of State"); `noun` is the head's last atom and `title` its singular; `owner` is the determiner or possessive before it ("the", "his", "" for none).
    """

    first: int
    head: int
    end: int
    classes: frozenset[str]
    plural: bool
    owner: str
    codes: tuple[str | None, ...] = ()
    former: bool = False
    named: tuple[Named, ...] = field(default=())
    noun: int = 0
    title: str = ""
    implied: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    title: str
    classes: frozenset[str]
    plural: bool


@cache
def _heads() -> Phrases[_Head]:
    entries: dict[str, _Head] = {}
    for titles in tables.toml("offices")["classes"].values():
        for title in titles:
            entries[title] = _Head(title, tables.class_of(title), False)
            for plural in _plurals(title):
                entries[plural] = _Head(title, tables.class_of(title), True)
    return Phrases(entries.items(), cased=False)


def _plurals(title: str) -> list[str]:
    """Give the plural forms: "foreign ministers", "secretaries of state", "chiefs of staff"."""
    first, *rest = title.split(" ")
    if len(rest) > 1 and rest[0] in ("of", "for"):
        return [" ".join([_plural(first), *rest])]
    words = title.split(" ")
    for i, word in enumerate(words):
        if word in ("of", "for") and i:
            return [" ".join([*words[: i - 1], _plural(words[i - 1]), *words[i:]])]
    return [" ".join([*words[:-1], _plural(words[-1])])]


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-2] + "en"
    if word.endswith("person"):
        return word + "s"
    return word[:-1] + "ies" if word.endswith("y") else word + "s"


@cache
def _no_offices() -> Phrases[None]:
    return Phrases(((words, None) for words in tables.toml("offices")["phrases"]["no_office"]), cased=False)


@cache
def _first_names() -> frozenset[str]:
    return tables.given_names("male") | tables.given_names("female") | frozenset(tables.fold(n) for n in given_names())


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(tables.toml("offices")["phrases"][part])


def _is_field(before: Named, said: str, head: _Head) -> bool:
    """Tell whether a name before an envoy is where it is sent: "the Kremlin's Syria envoy", "Russia's UN ambassador"."""
    if "envoy" not in head.classes:
        return False
    if before.entry.kind == "body":
        return head.title == "ambassador"
    return before.entry.kind in ("state", "capital") and said not in tables.adjectives() and not said.isupper()


class Offices:
    """All office phrases of a page, which do not overlap; by the atom where they begin and end."""

    def __init__(self, page: Page, gazetteer: Gazetteer) -> None:
        self._page = page
        self._gazetteer = gazetteer
        self._complements = Complements(page, gazetteer)
        self.all: list[OfficePhrase] = []
        heads = _heads()
        i, floor = 0, 0
        while i < len(page):
            match = None if i in gazetteer.over else heads.at(page, i)
            if match is None or self._is_no_head(i, match[0]):
                i += 1
                continue
            end, head = match
            floor = max(floor, page.block_first[i])
            phrase = self._phrase(i, end, head, floor)
            self.all.append(phrase)
            i = floor = max(phrase.end, end)
        self.from_ = {p.first: p for p in self.all}
        self.upto = {p.end: p for p in self.all}
        self.over = {i: p for p in self.all for i in range(p.first, p.end)}

    def _is_no_head(self, i: int, end: int) -> bool:
        """Tell whether the words only look like an office: "an official visit", "he will head", "deputy" before "minister"."""
        page = self._page
        if _no_offices().at(page, i) is not None or self._is_surname(i, end) or (end - i == 1 and self._is_postnominal(i)):
            return True
        if page.lower[i] == "general" and i > 0 and page.lower[i - 1] == "in":
            return True
        pos = page.pos[page.token[i]]
        if end - i == 1 and not page.capital[i] and pos in ("ADJ", "VERB", "AUX", "ADV"):
            follows = page.pos[page.token[end]] if end < len(page) else ""
            return pos != "ADJ" or follows in ("NOUN", "PROPN", "ADJ", "VERB")
        if end - i == 1 and not page.capital[i] and end < len(page) and page.pos[page.token[end]] == "NOUN" and page.dep[page.token[i]] == "compound":
            return True  # "the host nation", "minister level"
        if page.capital[i] and i > 1 and page.lower[i - 1] == "of" and page.capital[i - 2] and page.block[i] == page.block[i - 2]:
            return True  # "the Court of Justice", "the Council of Ministers"
        if end - i == 1 and page.lower[i] in _words("modifiers") and end < len(page) and page.block[end] == page.block[i]:
            after = end + (page.words[end] == "-" and end + 1 < len(page))
            return _heads().at(page, after) is not None or (
                page.lower[after] in _words("modifiers") and after + 1 < len(page) and _heads().at(page, after + 1) is not None
            )
        return False

    def _is_surname(self, i: int, end: int) -> bool:
        """Tell whether a royal word stands in a name: "Hassan Sheikh Mohamud", "Angus King said", "Hussein al-Sheikh"."""
        page = self._page
        if end - i != 1 or page.lower[i] not in _words("royal") or not page.capital[i] or i < 1:
            return False
        if page.words[i - 1] == "-" and i > 1 and page.glued(i) and page.lower[i - 2] in ("al", "el", "ash"):
            return True
        given = page.capital[i - 1] and page.block[i - 1] == page.block[i] and tables.fold(page.words[i - 1]) in _first_names()
        return given and i - 1 not in self._gazetteer.over and page.lower[i - 1] not in _words("royal")

    def _is_postnominal(self, i: int) -> bool:
        """Tell whether letters stand behind a name: "The Hon Julie Bishop MP"."""
        page = self._page
        if not page.words[i].isupper() or page.lower[i] not in _words("postnominals") or not i or not page.capital[i - 1]:
            return False
        named = page.entity[page.token[i - 1]] == "PERSON" or (i > 1 and page.capital[i - 2] and page.lower[i - 2] not in _DETERMINERS)
        return named and page.block[i - 1] == page.block[i] and (i + 1 >= len(page) or not page.capital[i + 1] or page.block[i + 1] != page.block[i])

    def _phrase(self, start: int, end: int, head: _Head, floor: int) -> OfficePhrase:
        first, former = self._modifiers(start, floor)
        stop, named = self._complements.read(end, head.classes, head.plural)
        begin = first
        if not named:
            begin = self._owners(first, floor, named, head)
        if begin > floor and self._page.lower[begin - 1] in _words("former"):
            begin, former = begin - 1, True
        codes = tuple(n.entry.code for n in named if n.entry.code is not None or not n.entry.kind.startswith("region"))
        implied = None if codes else tables.toml("offices")["implies"].get(" ".join(self._page.lower[start:end]))
        codes = (implied,) if implied else codes
        classes = self._classes(start, first, stop, end, head, named)
        owner = self._page.lower[begin - 1] if begin > floor else ""
        owner = owner if owner in _POSSESSIVES | _DETERMINERS else ""
        return OfficePhrase(begin, first, stop, classes, head.plural, owner, codes, former, tuple(named), end - 1, head.title, implied is not None)

    def _classes(self, start: int, first: int, stop: int, end: int, head: _Head, named: list[Named]) -> frozenset[str]:
        """Give the classes of the whole phrase: "vice president" is no president, "the Kremlin chief" is one."""
        if named and named[0].entry.kind == "seat" and "head" in head.classes:
            chief = tables.toml("aliases")["seats"]["chiefs"].get(named[0].entry.name)
            return frozenset({chief, "leader"}) if chief in ("president", "premier") else frozenset({chief}) if chief else head.classes
        if first == start and stop == end:
            return head.classes
        return tables.class_of(self._page.said(first, stop)) or head.classes

    def _modifiers(self, start: int, floor: int) -> tuple[int, bool]:
        """Go left over "deputy", "acting", "foreign": "and" only between two modifiers ("trade and industry minister")."""
        page, i, former = self._page, start, False
        while i > floor and start - i < _MOST_MODIFIERS:
            word = page.lower[i - 1]
            if word == "-" and i - 1 > floor and page.lower[i - 2] in _words("modifiers"):
                i -= 1
                continue
            over = self._gazetteer.over.get(i - 1)
            if (over is not None and not (over.entry.kind == "regional" and page.lower[i] in ("affairs", "relations"))) or not (word in _words("modifiers") or self._modifies(i - 1, start)):
                break
            if word == "and" and (i == start or i - 2 < floor or page.lower[i - 2] not in _words("modifiers")):
                break
            former |= word in _words("former")
            i -= 1
        while i < start and page.lower[i] in ("and", "-"):
            i += 1
        return i, former

    def _modifies(self, i: int, start: int) -> bool:
        """Tell whether an unlisted word is part of the title by the parse: "budget minister", "Europe minister"."""
        page = self._page
        token, head = page.token[i], page.token[start]
        noun = page.pos[token] == "NOUN" or (page.pos[token] == "ADJ" and not page.lower[i].endswith(("ed", "ing")))
        return noun and page.dep[token] in ("compound", "amod") and page.head[token] == head and page.words[i].isalpha()

    def _owners(self, first: int, floor: int, named: list[Named], head: _Head) -> int:
        """Go left over what says for whom: "Russian", "Russia's", "the Kremlin", "Russian and Syrian"."""
        page, i, plural, joined = self._page, first, head.plural, False
        while True:
            j = i
            if j - 2 >= floor and page.lower[j - 1] == "s" and page.words[j - 2] == "'":
                j -= 2
            elif j - 1 >= floor and page.words[j - 1] == "'":
                j -= 1
            before = self._gazetteer.upto.get(j)
            if before is None or before.first < floor:
                return i
            if j == i and before.entry.kind == "people":
                return i
            if j == i and not named and _is_field(before, page.said(before.first, before.end), head):
                i = before.first
                continue
            named.insert(0, before)
            i = before.first
            other = self._gazetteer.upto.get(i - 1)
            if not (plural and i - 1 > floor and page.lower[i - 1] in ("and", ",", "-", "&") and other):
                return i
            listed = page.lower[i - 1] != "," or other.entry.kind == before.entry.kind or (joined and other.entry.kind != "capital")
            if not listed:
                return i  # "in the Middle East, European diplomats ..."
            joined = True
            i -= 1
