"""What a place name means: site, city, state."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from memcon.actors import tables


@dataclass(frozen=True, slots=True)
class Site:
    """A place as far as the gazetteer knows it; `country` is ISO 3166-1 alpha-2."""

    name: str | None
    city: str | None
    country: str | None


def look_up(name: str) -> Site | None:
    """Give what a place name means, None where the gazetteer does not know it.

    >>> look_up("Kremlin")
    Site(name='Kremlin', city='Moscow', country='RU')
    >>> look_up("Istanbul")
    Site(name=None, city='Istanbul', country='TR')
    """
    bare = name.removeprefix("the ").removeprefix("The ").strip()
    site = _sites().get(bare)
    if site is not None:
        return site
    if bare in tables.cities():
        return Site(None, bare, tables.cities()[bare])
    if bare.isupper() and bare.title() in tables.cities():
        return Site(None, bare.title(), tables.cities()[bare.title()])
    code = tables.states().get(bare)
    return Site(None, None, code) if code and len(code) == 2 and code != "EU" else None


@cache
def _sites() -> dict[str, Site]:
    """Give the buildings and estates that stand for a meeting's place."""
    return {row["name"]: Site(row["shown"] or row["name"], row["city"] or None, row["code"]) for row in tables.rows("sites.csv")}


@cache
def _namesakes() -> dict[str, list[str]]:
    """Give the states of the towns of one name, the largest town first."""
    found: dict[str, list[str]] = {}
    for row in tables.rows("namesakes.csv"):
        found.setdefault(row["name"], []).append(row["code"])
    return found


@cache
def _towns() -> dict[str, str]:
    """Give the state's code of each smaller town, and of larger ones by their name without accents ("Zurich")."""
    named = {row["name"]: row["code"] for row in tables.rows("towns.csv")} | tables.cities()
    plain = {_plain(name): code for name, code in named.items()}
    extra: dict[str, str] = tables.toml("regions")["towns"]
    return plain | named | extra


def _plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


@cache
def _regions() -> dict[str, str]:
    """Give the state's code of each part of a state."""
    return {name: code for code, names in tables.toml("regions")["regions"].items() for name in names}


def look_up_town(name: str, near: Collection[str] = ()) -> Site | None:
    """Give what a name behind a preposition of place means: as `look_up`, and smaller towns and parts of states.

    The names of smaller towns are surnames as well, so they count only where the words say that a place is meant. `near`
    are the codes of the states that the report is about, the likeliest first; of towns of one name that in one of them is meant.

    >>> look_up_town("Lucerne")
    Site(name=None, city='Lucerne', country='CH')
    >>> look_up_town("Windsor", near=("GB", "US"))
    Site(name=None, city='Windsor', country='GB')
    """
    found = _named(name)
    if found is None or not near or found.name is not None or found.city is None or found.country in near or look_up(name) is not None:
        return found  # a city of renown is meant wherever the parties come from: Geneva is not the one in New York
    # American towns that bear a European one's name are written with their state ("Geneva, New York").
    code = next((c for wanted in near for c in _namesakes().get(found.city, ()) if c == wanted and c != "US"), None)
    return found if code is None else Site(None, found.city, code)


def _named(name: str) -> Site | None:
    found = look_up(name)
    if found is not None:
        return found
    if name in _regions():
        return Site(None, None, _regions()[name])
    return Site(None, name, _towns()[name]) if name in _towns() else None


def country_of_place(name: str) -> str | None:
    """Give the state in which a place lies."""
    found = look_up(name)
    return found.country if found else None


def city_of(name: str) -> str | None:
    """Give the city in which a place lies, or which it is."""
    found = look_up(name)
    return found.city if found else None
