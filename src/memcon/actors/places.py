"""What a place name means: site, city, state."""

from dataclasses import dataclass

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
    >>> look_up("Geneva")
    Site(name=None, city='Geneva', country='CH')
    """
    bare = name.removeprefix("the ").removeprefix("The ").strip()
    site = tables.toml("aliases")["sites"].get(bare)
    if site is not None:
        return Site(site.get("name", bare), site["city"] or None, site["code"])
    if bare in tables.cities():
        return Site(None, bare, tables.cities()[bare])
    if bare.isupper() and bare.title() in tables.cities():
        return Site(None, bare.title(), tables.cities()[bare.title()])
    code = tables.states().get(bare)
    return Site(None, None, code) if code and len(code) == 2 and code != "EU" else None


def country_of_place(name: str) -> str | None:
    """Give the state in which a place lies."""
    found = look_up(name)
    return found.country if found else None


def city_of(name: str) -> str | None:
    """Give the city in which a place lies, or which it is."""
    found = look_up(name)
    return found.city if found else None
