"""One person however spelt: names cut into family and given names, and compared by sound-alike skeletons.

The rules are data (`data/spelling.toml`). Two names are compared pairwise by `alike`; `skeleton` and `Name.key` are pure
functions of the words, so that the same name gets the same key whatever came before.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from memcon.actors.tables import fold

_WORD = re.compile(r"[^\W\d_]+\.?")
_SUFFIX = re.compile(r",.*$")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("memcon.register") / "data" / "spelling.toml").read_text(encoding="utf-8"))


def plain(word: str) -> str:
    """Fold a word: lower case, no accents, letters that Unicode does not take apart replaced.

    >>> plain("Erdoğan"), plain("Støre")
    ('erdogan', 'store')
    """
    letters = _data()["letters"]
    return "".join(letters.get(c, c) for c in fold(word))


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Give what all common spellings of a word have in common.

    >>> {skeleton(w) for w in ("Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyi")}
    {'zelenski'}
    """
    found = plain(word)
    for old, new in _data()["replacements"]:
        found = found.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", found)


def _consonants(word: str) -> str:
    return word[:1] + re.sub(r"[aeiou]", "", word[1:])


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: `family` and `given` as skeletons; an initial keeps its one letter. `country` is ISO or None."""

    family: str
    given: tuple[str, ...]
    country: str | None

    @property
    def key(self) -> str:
        """A key that the spellings of one full name share: country, family name, consonants of the given names."""
        return f"{self.country or ''}/{self.family}/{''.join(_consonants(g) for g in self.given if len(g) > 1)}"


@lru_cache(maxsize=65536)
def name(words: str, country: str | None) -> Name:
    """Cut a person's name. A father's name ("bin Zayed") is the family name: the house after it is told or left out at will.

    >>> name("Joseph R. Biden, Jr.", "US")
    Name(family='biden', given=('josef', 'r'), country='US')
    >>> name("Mohamed bin Zayed Al Nahyan", "AE") == name("Mohamed Bin Zayed", "AE")
    True
    """
    tables = _data()
    found = [plain(w) for w in _WORD.findall(_SUFFIX.sub("", words).replace("'", "").replace("’", ""))]
    parts = [w.rstrip(".") for w in found]
    son = next((n for n, w in enumerate(parts[1:-1], 1) if w in tables["son_of"]), None)
    parts = parts[: son + 2] if son else parts
    kept = [w for w in parts if w not in tables["particles"]] or parts or [plain(words)]
    first = country in tables["surname_first"] and _eastern(words)
    family, given = (kept[0], kept[1:]) if first else (kept[-1], kept[:-1])
    return Name(skeleton(family), tuple(skeleton(tables["nicknames"].get(g, g)) for g in given), country)


def _eastern(words: str) -> bool:
    """Tell whether the family name stands first: "Xi Jinping", "Lee Jae-myung"; not "Jae-myung Lee", "Shinzo Abe"."""
    parts = words.split()
    if len(parts) == 2 and "-" in parts[0]:
        return False
    return len(parts[0]) <= 4 and (len(parts) > 2 or "-" in parts[-1] or len(parts[-1]) > 3) if len(parts) > 1 else True


def alike(a: Name, b: Name) -> bool:
    """Tell whether two names can be one person's: the family name, and the given names as far as both are known.

    "Zelensky" fits "Volodymyr Zelenskyy" and "V. Zelenskiy"; "Kim Jong Il" does not fit "Kim Jong Un".
    """
    if a.country and b.country and a.country != b.country:
        return False
    if a.family != b.family:
        return _turned(a, b) or _within(a, b) or _within(b, a)
    if not a.given or not b.given:
        return True
    if a.country in _data()["surname_first"] or b.country in _data()["surname_first"]:
        return _joined(a) == _joined(b) or _holds(a.given, b.given) or _holds(b.given, a.given)
    return any(_same(x, y) for x in a.given for y in b.given)


def _turned(a: Name, b: Name) -> bool:
    """Tell whether the same words stand in another order ("Fumio Kishida", "Kishida Fumio")."""
    return len(a.given) > 0 and sorted((a.family, *a.given)) == sorted((b.family, *b.given))


def _within(few: Name, many: Name) -> bool:
    """Tell whether a name is the beginning of a longer one: "Gustavo Petro" of "Gustavo Petro Urrego", whose mother's name comes last."""
    country = few.country or many.country
    if country is None or country in _data()["surname_first"]:
        return False
    words = (*few.given, few.family)
    return len(words) > 1 and len(words[0]) > 1 and many.given[: len(words)] == words


def _joined(a: Name) -> str:
    return "".join(a.given)


def _holds(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    return all(any(_same(x, y) for y in many) for x in few)


def _same(x: str, y: str) -> bool:
    if len(x) == 1 or len(y) == 1:
        return x[:1] == y[:1]
    return x == y or (len(_consonants(x)) > 2 and _consonants(x) == _consonants(y))
