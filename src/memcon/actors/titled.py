"""Personal names with what stands around them: offices before and behind, words of courtesy, appositions."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from memcon.actors.gazetteer import Gazetteer
from memcon.actors.names import Run, runs, spoilers, words_of
from memcon.actors.offices import OfficePhrase, Offices
from memcon.actors.page import Page
from memcon.actors.spelling import name_words

_DEFINITE = frozenset({"the", "his", "her", "their", "its", "our"})


@dataclass(slots=True)
class TitledName:
    """A name on the page: its own atoms `first` to `end`, those with its title and state `begin` to `stop`, and its offices.

    `before` stands next in front ("Russian President Vladimir Putin"), `behind` in apposition ("Bashar al-Assad, the Syrian
    president"); `courtesy` is "mr", "mrs" and so on, "" for none; `leads` tells that an office follows right behind
    ("Apple chief executive"). `person` tells that the name finder calls it one.
    """

    first: int
    end: int
    begin: int
    stop: int
    words: tuple[str, ...]
    person: bool
    courtesy: str = ""
    leads: bool = False
    before: OfficePhrase | None = None
    behind: OfficePhrase | None = None
    offices: list[OfficePhrase] = field(default_factory=list)
    appositions: list[OfficePhrase] = field(default_factory=list)

    @property
    def royal(self) -> bool:
        """Tell whether it is a first name behind a royal title ("King Hussein", "Sheikh Mohammed"), which is no surname."""
        title = self.before.title if self.before is not None else self.courtesy
        return len(self.words) == 1 and title in words_of("royal")

    @property
    def strong(self) -> bool:
        """Tell whether the words around it show that it is a person's name."""
        return bool(self.before or self.courtesy or (self.behind and len(self.words) > 1))


def titled_names(page: Page, gazetteer: Gazetteer, offices: Offices, notes: set[int]) -> Iterator[TitledName]:
    """Give all names of the page with their titles, in the order of the text, but for those of the `notes` of who wrote it."""
    last: TitledName | None = None
    for run in runs(page, gazetteer, offices):
        if run.first in notes or run.end == run.first or any(page.lower[k] in words_of("body_nouns") | spoilers() for k in range(run.first, run.end)):
            continue
        name = _titled(page, gazetteer, run, offices)
        _inherit(page, gazetteer, last, name)
        last = name
        yield name


def _titled(page: Page, gazetteer: Gazetteer, run: Run, offices: Offices) -> TitledName:
    end = run.end
    while end - run.first > 1 and page.lower[end - 1] in words_of("postnominals") and page.words[end - 1].isupper():
        end -= 1
    name = TitledName(run.first, end, run.first, end, name_words(page.said(run.first, end)), run.person)
    name.leads = end in offices.from_ and end == run.end
    _read_courtesy(page, name, offices)
    _read_before(page, name, offices)
    behind = _behind(page, end, offices)
    name.offices += behind
    name.appositions = behind
    name.behind = behind[0] if behind else None
    if not behind and name.before is not None and not name.before.codes:
        _read_state(page, gazetteer, name)
    return name


def _read_courtesy(page: Page, name: TitledName, offices: Offices) -> None:
    """Go left over "Mr.", "Dato' Seri", "Gen."; the first word of courtesy that tells a gender counts."""
    k = name.first
    while True:
        k -= k > 1 and page.words[k - 1] in ".'"
        if k < 1 or page.lower[k - 1] not in words_of("honorifics") or not page.capital[k - 1] or k - 1 in offices.over:
            return
        k -= 1
        name.begin, name.courtesy = k, page.lower[k]


def _read_before(page: Page, name: TitledName, offices: Offices) -> None:
    """Add the offices in front: next to the name, or before a comma ("his Syrian counterpart, Bashar al-Assad")."""
    at = name.begin
    while len(name.offices) < 3:
        office = offices.upto.get(at)
        comma = at > 1 and page.words[at - 1] == ","
        if office is None and comma:
            k = at - 1
            if page.words[k - 1] == ")" and "(" in page.words[max(k - 4, 0) : k]:
                k -= page.words[max(k - 4, 0) : k][::-1].index("(") + 1  # "the head of the Asian Development Bank (ADB), X"
            office = offices.upto.get(k)
            known = office is not None and (office.owner in _DEFINITE or bool(office.codes) or page.lower[office.first - 1 : office.first] == ["s"])
            if office is None or office.plural or not (len(name.words) > 1 or name.courtesy) or not known:
                return
        if office is None or page.block[office.first] != page.block[name.first]:
            return
        owner = offices.upto.get(office.first - 2) if page.lower[office.first - 1 : office.first] == ["s"] else None
        if owner is not None and not office.codes:  # "the UAE president's adviser Anwar Gargash"
            office.codes = owner.codes
        name.offices.append(office)
        if name.before is None:
            name.before = office
        at = name.begin = office.first


def _read_state(page: Page, gazetteer: Gazetteer, name: TitledName) -> None:
    """Read the state behind a titled name: "President Putin of Russia", "Prime Minister Modi of the Republic of India"."""
    i = name.end
    if i + 1 >= len(page) or page.lower[i] != "of" or page.block[i + 1] != page.block[i]:
        return
    place = gazetteer.from_.get(i + 1 + (page.lower[i + 1] == "the"))
    if place is not None and place.entry.kind in ("state", "body") and name.before is not None:
        name.before.codes = (place.entry.code,)
        name.stop = place.end


def _behind(page: Page, end: int, offices: Offices) -> list[OfficePhrase]:
    """Give the offices in apposition: "X, the Russian foreign minister,", "X (foreign minister)", "X, premier and minister of"."""
    if end >= len(page) or page.words[end] not in ",(–-—":
        return []
    i = end + 1
    if i < len(page) and page.lower[i] in ("the", "a", "an", "now", "his", "her", "then"):
        i += 1
    found: list[OfficePhrase] = []
    while (office := offices.from_.get(i)) is not None and not office.plural and page.block[office.first] == page.block[end]:
        stop = office.end
        if page.possessive(stop):  # "Gargash, the UAE president's diplomatic adviser"
            owned = offices.from_.get(page.after_possessive(stop))
            if owned is None:
                break
            owned.codes, office, stop = owned.codes or office.codes, owned, owned.end
        if _goes_on(page, stop) or (page.lower[i - 1] == "," and not office.codes and not _closes(page, stop)):
            break
        found.append(office)
        if stop + 1 >= len(page) or page.lower[stop] not in ("and", ",") or len(found) > 2:
            break
        i = stop + 1 + (page.lower[stop + 1] == "the")
    codes = next((o.codes for o in reversed(found) if o.codes), ())
    for office in found:
        office.codes = office.codes or codes
    return found


def _goes_on(page: Page, stop: int) -> bool:
    """Tell whether the words go on so that the office is not in apposition: "Putin, Chinese President Xi Jinping and ..."."""
    if stop >= len(page) or page.first[stop]:
        return False
    named = page.capital[stop] and page.words[stop].isalpha()
    return named or page.pos[page.token[stop]] in ("VERB", "AUX", "NOUN", "ADJ")


def _closes(page: Page, stop: int) -> bool:
    return stop >= len(page) or page.words[stop] in ",).;" or page.lower[stop] in ("and", "of")


def _inherit(page: Page, gazetteer: Gazetteer, last: TitledName | None, name: TitledName) -> None:
    """Give the office of a list's first name to the next: "Presidents Sampaio of Portugal, dos Santos of Angola and ..."."""
    if last is None or name.offices or last.before is None or not last.before.plural or page.block[last.first] != page.block[name.first]:
        return
    between = page.lower[last.stop : name.begin]
    if between not in ([","], ["and"], ["&"], [",", "and"]):
        return
    office = last.before
    name.before = OfficePhrase(office.first, office.head, office.end, office.classes, True, "")
    name.offices.append(name.before)
    _read_state(page, gazetteer, name)
