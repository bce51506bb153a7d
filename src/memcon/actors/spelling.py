"""Whether two words may spell the same name: accents, transliterations, short forms of first names."""

import re
from functools import cache, lru_cache

from memcon.actors import tables

_SMALL = frozenset({"al", "el", "bin", "ibn", "bint", "ben", "jr", "sr", "the", "de", "van", "von", "der", "den", "da", "di", "of"})
_WORD = re.compile(r"[^\W_]+")
_VOWELS = frozenset("aeiouy")
_ALIKE_START = 5


def name_words(name: str) -> tuple[str, ...]:
    """Give the words of a name for comparing: folded, cut at hyphens, without initials, particles and suffixes.

    >>> name_words("Joseph R. Biden, Jr.")
    ('joseph', 'biden')
    >>> name_words("Bashar al-Assad")
    ('bashar', 'assad')
    """
    cut = _WORD.findall(tables.fold(name))
    return tuple(w for w in cut if len(w) > 1 and w not in _SMALL) or tuple(cut)


@lru_cache(maxsize=20000)
def alike(a: str, b: str) -> bool:
    """Tell whether two folded words may spell one surname ("zelensky", "zelenskyy"); words under five letters must be the same."""
    if a == b:
        return True
    return min(len(a), len(b)) >= _ALIKE_START and a[:_ALIKE_START] == b[:_ALIKE_START] and abs(len(a) - len(b)) <= 2


@lru_cache(maxsize=20000)
def respelt(a: str, b: str) -> bool:
    """Tell whether two folded words are one surname in two spellings, so surely that a table may answer by it alone."""
    return a == b or (min(len(a), len(b)) > 3 and a[:3] == b[:3] and abs(len(a) - len(b)) <= 2 and skeleton(a) == skeleton(b))


@lru_cache(maxsize=20000)
def same_given(a: str, b: str) -> bool:
    """Tell whether two folded words may be one first name: spelt otherwise, short, or an initial ("joe", "joseph", "j")."""
    if alike(a, b) or ((len(a) == 1 or len(b) == 1) and a[0] == b[0]):
        return True
    if a[0] == b[0] and len(a) > 3 and len(b) > 3 and skeleton(a) == skeleton(b):
        return True
    return bool(_nicknames().get(a, frozenset()) & _nicknames().get(b, frozenset()))


def skeleton(word: str) -> str:
    """Give the consonants of a word, doubled ones once: "mohammed" and "muhammad" are both "mhmd"."""
    kept = [c for c in word if c not in _VOWELS]
    return "".join(c for i, c in enumerate(kept) if i == 0 or kept[i - 1] != c)


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for k, group in enumerate(tables.toml("names")["variants"]["groups"]):
        for word in group.split():
            found.setdefault(word, set()).add(k)
    return {word: frozenset(groups) for word, groups in found.items()}


@lru_cache(maxsize=20000)
def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two names of two words or more may name one person: every word of the shorter has its fellow in the longer.

    The order does not matter ("Xi Jinping", "Jinping Xi"), but surnames must be alike more strictly than first names.
    """
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    left = list(long)
    strict = 0
    for word in short:
        hit = next((w for w in left if alike(word, w)), None)
        strict += hit is not None
        hit = hit or next((w for w in left if same_given(word, w)), None)
        if hit is None:
            return False
        left.remove(hit)
    return strict > 0 and (alike(short[-1], long[-1]) or short[-1] in long or strict == len(short))
