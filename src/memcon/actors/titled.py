"""Personal names with what stands around them: offices before and behind, words of courtesy, appositions."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from memcon.actors.gazetteer import Gazetteer
from memcon.actors.names import Run, body_nouns, honorifics, runs
from memcon.actors.offices import OfficePhrase, Offices
from memcon.actors.page import Page
from memcon.actors.spelling import name_words

_DEFINITE = frozenset({"the", "his", "her", "their", "its", "our"})


@dataclass(slots=True)
class TitledName:
    """A name on the page: its own atoms `first` to `end`, those with its title `begin` to `stop`, and its offices.

    `before` stands in front ("Russian President Vladimir Putin"), `behind` in apposition ("Bashar al-Assad, the Syrian
    president"); `courtesy` is "mr", "mrs" and so on, "" for none. `person` tells that the name finder calls it one.
    """

    first: int
    end: int
    begin: int
    words: tuple[str, ...]
    person: bool
    courtesy: str = ""
    before: OfficePhrase | None = None
    behind: OfficePhrase | None = None
    offices: list[OfficePhrase] = field(default_factory=list)

    @property
    def strong(self) -> bool:
        """Tell whether the words around it show that it is a person's name."""
        return bool(self.before or self.courtesy or (self.behind and len(self.words) > 1))


def titled_names(page: Page, gazetteer: Gazetteer, offices: Offices) -> Iterator[TitledName]:
    """Give all names of the page with their titles, in the order of the text."""
    for run in runs(page, gazetteer, offices):
        if any(page.lower[k] in body_nouns() for k in range(run.first, run.end)):
            continue
        yield _titled(page, run, offices)


def _titled(page: Page, run: Run, offices: Offices) -> TitledName:
    begin, courtesy = run.first, ""
    k = begin - (begin > 1 and page.words[begin - 1] == ".")
    if k > 0 and page.lower[k - 1] in honorifics() and page.capital[k - 1] and k - 1 not in offices.over:
        begin, courtesy = k - 1, page.lower[k - 1]
    name = TitledName(run.first, run.end, begin, name_words(page.said(run.first, run.end)), run.person, courtesy)
    name.before = _before(page, name, offices)
    if name.before is not None:
        name.begin = name.before.first
        name.offices.append(name.before)
    name.behind = _behind(page, run.end, offices)
    if name.behind is not None:
        name.offices.append(name.behind)
    return name


def _before(page: Page, name: TitledName, offices: Offices) -> OfficePhrase | None:
    """Give the office in front: next to the name, or before a comma ("his Syrian counterpart, Bashar al-Assad")."""
    office = offices.upto.get(name.begin)
    if office is not None:
        return office if page.block[office.first] == page.block[name.begin] else None
    if name.begin > 1 and page.words[name.begin - 1] == ",":
        office = offices.upto.get(name.begin - 1)
        if office is not None and not office.plural and len(name.words) > 1 and (office.owner in _DEFINITE or office.codes):
            return office
    return None


def _behind(page: Page, end: int, offices: Offices) -> OfficePhrase | None:
    """Give the office in apposition: "X, the Russian foreign minister,", "X (foreign minister)"."""
    if end >= len(page) or page.words[end] not in ",(–-—":
        return None
    i = end + 1
    if i < len(page) and page.lower[i] in ("the", "a", "an", "now", "who", "his", "her", "then"):
        i += 1
    office = offices.from_.get(i)
    if office is None or office.plural or page.block[office.first] != page.block[end]:
        return None
    stop = office.end
    if stop < len(page) and page.capital[stop] and not page.first[stop] and page.words[stop].isalpha():
        return None  # "Putin, Chinese President Xi Jinping and ...": the office is that of the next name.
    if page.lower[i - 1] == "," and not office.codes and stop < len(page) and page.words[stop] not in ",).;":
        return None
    return office
