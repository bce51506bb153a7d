"""The words of a text that a question looks for, as spans."""

import re
from functools import lru_cache

from memcon.record import Span
from memcon.register.search_index import Term, parse
from memcon.register.spelling import plain

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("ational", "ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "e", "y")
"""What English words are stripped of to be compared; the index of the database uses Porter's rules, which are finer."""
_MOST = 200


def matches_in(text: str, question: str, start: int = 0) -> list[Span]:
    """Give the matching words of a text that begins at `start` in its report."""
    terms = [t for alternative in parse(question) for t in alternative if not t.minus]
    words = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text)]
    stems = [_stem(w) for _, _, w in words]
    found: set[tuple[int, int]] = set()
    for term in terms:
        wanted = [_stem(w) for w in term.words]
        for n in range(len(words) - len(wanted) + 1):
            if (len(wanted) == 1 and not term.prefix and stems[n] != wanted[0]) or (len(wanted) > 1 and stems[n] != wanted[0]):
                continue
            if _fits(term, wanted, words[n : n + len(wanted)], stems[n : n + len(wanted)]):
                found.add((words[n][0], words[n + len(wanted) - 1][1]))
                if len(found) >= _MOST:
                    break
    return [Span(start + a, start + b, text[a:b]) for a, b in sorted(found)]


def _fits(term: Term, wanted: list[str], words: list[tuple[int, int, str]], stems: list[str]) -> bool:
    last = plain(words[-1][2]).startswith(plain(term.words[-1])) if term.prefix else stems[-1] == wanted[-1]
    return last and stems[:-1] == wanted[:-1]


@lru_cache(maxsize=65536)
def _stem(words: str) -> str:
    word = plain(words)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
