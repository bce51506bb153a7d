"""Plural words that may stand for actors: "the two presidents", "both sides", "Ukrainian officials", "reporters"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from memcon.actors import tables
from memcon.actors.gazetteer import Gazetteer, Named
from memcon.actors.offices import Offices
from memcon.actors.page import Page
from memcon.actors.phrases import Phrases

_DETERMINERS = frozenset({"the", "both", "these", "those", "all", "his", "her", "their", "our", "its", "some", "several", "many", "other", "any", "no"})
_BETWEEN = frozenset({"world", "top", "senior", "respective", "high", "level", "ranking", "negotiating", "conflicting", "warring", "rival", "unnamed", "neighboring", "neighbouring"})


@dataclass(frozen=True, slots=True)
class Plural:
    """A plural noun with what stands before it.

    `first` to `end` are its atoms from the nationality or the count on, `noun` the noun itself, `count` how many it says
    (0 where it does not), `owner` the determiner, `named` the states it is of, `classes` those of an office and `title` its singular.
    """

    first: int
    end: int
    noun: str
    count: int
    owner: str
    named: tuple[Named, ...] = ()
    classes: frozenset[str] = frozenset()
    title: str = ""


@cache
def _nouns() -> Phrases[None]:
    groups = tables.toml("offices")["groups"]
    return Phrases(((noun, None) for part in ("people", "powers", "others") for noun in groups[part]), cased=False)


@cache
def _counts() -> dict[str, int]:
    counts: dict[str, int] = tables.toml("offices")["groups"]["counts"]
    return counts


def plurals(page: Page, gazetteer: Gazetteer, offices: Offices) -> Iterator[Plural]:
    """Give the plural nouns of a page, those of office too, in the order of the text."""
    i = 0
    while i < page.size:
        office = offices.from_.get(i)
        if office is not None and office.plural:
            first, count, owner = _before(page, office.first)
            yield Plural(first, office.end, page.lower[office.noun], count, owner, office.named, office.classes, office.title)
            i = office.end
            continue
        match = None if i in gazetteer.over or i in offices.over else _nouns().at(page, i)
        if match is not None and not _is_only_count(page, i, match[0]):
            yield _plain(page, gazetteer, i, match[0])
        i = match[0] if match else i + 1


def _is_only_count(page: Page, i: int, end: int) -> bool:
    """Tell whether "two" or "both" counts the noun behind it and stands for nobody itself, or the noun ends a conference's name."""
    if page.lower[max(i - 3, 0) : i] == ["conference", "of", "the"]:
        return True  # "the Conference of the Parties"
    if page.lower[i] not in ("two", "both", "three", "four"):
        return False
    return end >= len(page) or page.pos[page.token[end]] not in ("VERB", "AUX") or page.block[end] != page.block[i]


def _plain(page: Page, gazetteer: Gazetteer, start: int, end: int) -> Plural:
    """Read a noun that is no office: "both sides", "the two Korean sides", "US and Russian teams"."""
    k = start
    while k > 0 and page.lower[k - 1] in _BETWEEN:
        k -= 1
    named: list[Named] = []
    while (before := gazetteer.upto.get(k)) is not None and before.entry.kind != "people":
        named.insert(0, before)
        k = before.first
        if not (k > 1 and page.lower[k - 1] in ("and", "-", "&") and (k - 1) in gazetteer.upto):
            break
        k -= 1
    first, count, owner = _before(page, k)
    count = count or _counts().get(page.lower[end - 1], 0)
    return Plural(first, end, page.lower[end - 1], count, owner, tuple(named))


def _before(page: Page, k: int) -> tuple[int, int, str]:
    """Give where the phrase begins, its count and its determiner: "the two" before "presidents"."""
    while k > 0 and page.lower[k - 1] in _BETWEEN:
        k -= 1
    count = _counts().get(page.lower[k - 1], 0) if k > 0 else 0
    if count:
        k -= 1
    owner = page.lower[k - 1] if k > 0 and page.lower[k - 1] in _DETERMINERS else ""
    return k, count, owner or ("both" if count and page.lower[k] == "both" else "")
