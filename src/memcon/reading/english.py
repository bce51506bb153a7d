"""Is the text English? The share of the commonest words of each language, and the scripts of its letters."""

import re
import unicodedata
from collections import Counter
from functools import cache

from memcon.errors import NotEnglish
from memcon.reading.lexicon import table

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_FEWEST_WORDS = 12
_LEAST_SHARE = 0.15
"""English prose has over 0.3 of such words, lists of names and headlines 0.15 to 0.25, other languages under 0.08."""


@cache
def _words() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in table("languages")["words"].items()}


def check(text: str, name: str, any_language: bool) -> str:
    """Give the language of a text (BCP 47; "und" where it cannot be told).

    Raises:
        NotEnglish: it is another language, and `any_language` is not set.
    """
    language = of(text)
    if language == "en" or any_language:
        return language
    called = table("languages")["names"].get(language, "another language than English")
    raise NotEnglish(
        f"{name}: the text looks like {called}, and Memcon reads English; give an English version, or read it "
        "all the same with any_language (--any-language)"
    )


def of(text: str) -> str:
    """Tell the language of a text: a BCP 47 code, "und" for none that is known.

    >>> of("The two ministers met in Oslo on Friday and spoke about the border, the ministry said.")
    'en'
    """
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    if not words:
        return "und"
    script = _script(sample)
    if script != "LATIN":
        return str(table("languages")["scripts"].get(script, "und"))
    counts = Counter(words)
    shares = {code: sum(counts[w] for w in common) / len(words) for code, common in _words().items()}
    best = max(sorted(shares), key=lambda code: shares[code])
    if len(words) < _FEWEST_WORDS:
        return best if best != "en" and shares[best] > max(0.3, 2 * shares["en"]) else "en"
    if shares["en"] >= _LEAST_SHARE and shares["en"] >= shares[best]:
        return "en"
    return best if best != "en" and shares[best] >= _LEAST_SHARE / 2 else ("en" if shares["en"] >= _LEAST_SHARE / 2 else "und")


def _script(sample: str) -> str:
    """Give the script of most of the letters, by their Unicode names."""
    letters = [c for c in sample[:4000] if c.isalpha()][:: max(1, len(sample) // 500)]
    scripts = Counter(unicodedata.name(c, "UNKNOWN").split()[0] for c in letters)
    return max(sorted(scripts), key=lambda s: scripts[s]) if scripts else "UNKNOWN"
