"""Whether two names are one city's."""

import tomllib
from functools import cache
from importlib.resources import files

from memcon.register.spelling import plain, skeleton


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = tomllib.loads((files("memcon.register") / "data" / "cities.toml").read_text("utf-8"))["names"]
    return names


def same_city(a: str, b: str) -> bool:
    """Tell whether two names are one city's.

    >>> same_city("Kiev", "Kyiv"), same_city("Sankt-Peterburg", "Moscow")
    (True, False)
    """
    one, two = plain(a), plain(b)
    return skeleton(_names().get(one, one)) == skeleton(_names().get(two, two))
