"""Stretches of a page that may be personal names: capitalised words with their particles, initials and hyphens."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from memcon.actors import tables
from memcon.actors.gazetteer import Gazetteer, Named
from memcon.actors.holders import shipped
from memcon.actors.offices import Offices
from memcon.actors.page import Page

_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of atoms, `first` up to but without `end`, with the share of it that the name finder calls a person."""

    first: int
    end: int
    person: bool


@cache
def _set(section: str, part: str) -> frozenset[str]:
    return frozenset(tables.toml("names")[section][part])


@cache
def words_of(part: str) -> frozenset[str]:
    """Give a list of words of `offices.toml`: "honorifics", "postnominals", "body_nouns"."""
    return frozenset(tables.toml("offices")["phrases"][part])


@cache
def spoilers() -> frozenset[str]:
    """Give the words that make a capitalised stretch the name of a thing ("USS Carney", "Lehman Brothers")."""
    return _set("none", "spoilers")


def runs(page: Page, gazetteer: Gazetteer, offices: Offices) -> Iterator[Run]:
    """Give the stretches that may be names, in the order of the text; words of office and places are none."""
    i = 0
    while i < page.size:
        if not _starts(page, i, gazetteer, offices):
            i += 1
            continue
        end = _end_of(page, i, gazetteer, offices)
        yield Run(i, end, _is_person(page, i, end))
        i = end


def _starts(page: Page, i: int, gazetteer: Gazetteer, offices: Offices) -> bool:
    if i in offices.over or (i in gazetteer.over and not _person_holds(page, i, gazetteer.over[i])):
        return False
    if page.lower[i] in _set("parts", "leading") and not page.capital[i]:
        return i + 2 < len(page) and page.words[i + 1] in "-'" and page.capital[i + 2] and page.glued(i + 1)
    if page.glued(i) and page.words[i - 1] == "'" and page.lower[i] == "s":
        return False  # "PUTIN MEETS ISRAEL'S BENNETT"
    if _company(page, i) or _shout(page, i):
        return False
    if page.lower[i] in _set("parts", "suffixes") and page.words[i].isupper():
        return False  # "World War II".
    return page.capital[i] and page.words[i][0].isalpha() and page.lower[i] not in _set("none", "words") and not _honorific(page, i)


def _company(page: Page, i: int) -> bool:
    """Tell whether an atom is a side of "Johnson & Johnson"."""
    before, after = page.words[max(i - 2, 0) : i], page.words[i + 1 : i + 3]
    return [page.words[i], "&"] == before or ["&", page.words[i]] == after


def _shout(page: Page, i: int) -> bool:
    """Tell whether a word in capitals is a heading glued to the name behind it: "SANCTIONS Merkel said"."""
    if not page.words[i].isupper() or len(page.words[i]) < 5 or page.headline[i] or i + 1 >= len(page) or page.block[i + 1] != page.block[i]:
        return False
    return page.capital[i + 1] and page.words[i + 1][1:2].islower()


def _honorific(page: Page, i: int) -> bool:
    return page.lower[i] in words_of("honorifics") and i + 1 < len(page) and (page.words[i + 1] == "." or page.capital[i + 1])


def _person_holds(page: Page, i: int, named: Named) -> bool:
    """Tell whether a name of a place is the first of a personal name: "Israel Katz", "Jordan Bardella"."""
    if named.end - named.first > 1 or named.end >= len(page) or not page.capital[named.end] or named.entry.kind not in ("state", "capital"):
        return False
    if page.block[named.end] != page.block[i] or not page.words[named.end].isalpha():
        return False
    here, after = page.token[i], page.token[named.end]
    one = page.entity[here] == page.entity[after] == "PERSON" and not page.begins[after]
    return one or shipped().named(page.said(i, named.end + 1), None, None, frozenset()) is not None


def _end_of(page: Page, i: int, gazetteer: Gazetteer, offices: Offices) -> int:
    """Give the end of the run that begins at `i`."""
    k = i + 1
    while k < len(page) and k - i < _LONGEST:
        step = _step(page, i, k, gazetteer, offices)
        if not step:
            break
        k += step
    while k - i > 1 and not page.capital[k - 1] and page.lower[k - 1] in _set("parts", "particles"):
        k -= 1
    return k


def _step(page: Page, i: int, k: int, gazetteer: Gazetteer, offices: Offices) -> int:
    """Give how many atoms from `k` on still belong to the run from `i`, 0 where it ends."""
    word, before = page.words[k], page.words[k - 1]
    after = page.words[k + 1] if k + 1 < len(page) else ""
    if page.block[k] != page.block[i] or (page.first[k] and not page.glued(k)):
        return 0
    if word == ".":
        initial = (len(before) == 1 and before.isupper()) or page.lower[k - 1] in ("jr", "sr", "st")
        return 1 if initial and page.glued(k) else 0
    if word == ",":
        return 2 if page.lower[k + 1 : k + 2] and page.lower[k + 1] in ("jr", "sr") else 0
    wrapped = k - i > 1 and after.islower()  # "Ban Ki- moon": a line was broken at the hyphen.
    if word == "-" and page.glued(k) and after.isalpha() and (wrapped or page.glued(k + 1)):
        return 2 if _hyphenated(page, i, k, gazetteer, offices) else 0
    if word == "'" and page.glued(k) and k + 1 < len(page) and page.glued(k + 1) and len(after) > 2 and k + 1 not in gazetteer.over:
        return 2  # "O'Neill", "Ja'afari"
    if k in gazetteer.over or (k in offices.over and page.lower[k - 1] not in _set("parts", "particles")):
        return 0  # "Bandar bin Sultan" goes on.
    if page.capital[k] and word[0].isalpha():
        return 1 if _goes_on(page, i, k) else 0
    particle = page.lower[k] in _set("parts", "particles") or (page.lower[k] in _set("parts", "hyphened") and after == "-")
    return 1 if particle and _particle_leads_on(page, k) else 0


def _goes_on(page: Page, i: int, k: int) -> bool:
    """Tell whether a capitalised word belongs to the name before it; a word met twice begins another name."""
    twice = page.words[k] in page.words[i:k] and page.lower[k - 1] not in _set("parts", "particles")  # "Kamanda wa Kamanda"
    if twice or (page.lower[k] in words_of("honorifics") and k + 1 < len(page) and page.words[k + 1] == "."):
        return False
    if page.lower[k] not in _set("none", "words"):
        return not (k == i + 1 and _two_surnames(page, i, k))
    # "Theresa May", "Robert Gates ...": a common word is a surname where the tables know the name so.
    return k == i + 1 and shipped().named(page.said(i, k + 1), None, None, frozenset()) is not None


def _two_surnames(page: Page, i: int, k: int) -> bool:
    """Tell whether two surnames stand side by side in a caption's title: "Trump Netanyahu"."""
    both = page.headline[i] and all(shipped().has_surname(page.words[j]) for j in (i, k))
    return both and shipped().named(page.said(i, k + 1), None, None, frozenset()) is None


def _hyphenated(page: Page, i: int, k: int, gazetteer: Gazetteer, offices: Offices) -> bool:
    if k + 1 in gazetteer.over or k + 1 in offices.over:
        return False
    if page.capital[k + 1]:
        # "Biden-Xi talks" are two names, "Amir-Abdollahian" is one.
        two = all(w in page.alone or shipped().has_surname(w) for w in (page.words[k - 1], page.words[k + 1]))
        return not two and page.lower[k + 1] not in _set("none", "words")
    particle = page.lower[k - 1] in _set("parts", "particles")
    return particle or (k - i > 1 and len(page.words[k + 1]) <= 6 and page.lower[k + 1] not in ("led", "based", "era", "style", "backed", "born"))


def _particle_leads_on(page: Page, k: int) -> bool:
    """Tell whether a name goes on behind particles: "bin Abdulrahman", "von der Leyen", "al-Assad"."""
    for j in range(k + 1, min(k + 4, len(page))):
        if page.capital[j]:
            return page.lower[j] not in _set("none", "words") or page.lower[j - 1] in ("bin", "ibn", "al", "abu", "ould")  # "bin Said"
        if page.words[j] not in "-'" and page.lower[j] not in _set("parts", "particles"):
            return False
    return False


def _is_person(page: Page, first: int, end: int) -> bool:
    tokens = [page.token[k] for k in range(first, end) if page.words[k].isalpha()]
    return bool(tokens) and 2 * sum(page.entity[t] == "PERSON" for t in tokens) > len(tokens)
