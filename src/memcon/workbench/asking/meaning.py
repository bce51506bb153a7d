"""What the words of the search box may mean: two parties, one party, or words of reports."""

import re
from dataclasses import dataclass

from memcon.register import QuestionError, Register
from memcon.register.meaning import find

_PARTING = re.compile(r"\s*(?:,|;|/|↔|–|—| - | and | with | vs\.? | v )\s*", re.IGNORECASE)
_CODES = re.compile(r"[A-Za-z]{2} [A-Za-z]{2}")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A page that the words may mean: `kind` is "pair", "person", "state" or "organisation"."""

    kind: str
    title: str
    url: str


def suggestions(register: Register, words: str) -> tuple[Suggestion, ...]:
    """Give the pages that words may mean, two parties before one."""
    from urllib.parse import urlencode

    parts = words.split() if _CODES.fullmatch(words.strip()) else [p for p in _PARTING.split(words.strip()) if p]
    known = [_party(register, p) for p in parts] if 0 < len(parts) <= 3 else []
    found = []
    if len(known) == 2 and known[0] and known[1] and known[0][1] != known[1][1]:
        a, b = known[0], known[1]
        found.append(Suggestion("pair", f"{a[1]} and {b[1]}", "/pair?" + urlencode({"a": a[2], "b": b[2]})))
    whole = _party(register, words.strip()) if len(parts) != 1 else None
    for one in dict.fromkeys(k for k in (whole, *known) if k):
        found.append(Suggestion(one[0], one[1], "/who?" + urlencode({"name": one[2]})))
    return tuple(found)


def _party(register: Register, words: str) -> tuple[str, str, str] | None:
    """Give the kind, name and address of a party, None where the register has nobody of that name."""
    if not 1 < len(words) <= 100:
        return None
    with register.reading() as conn:
        try:
            meant = find(conn, words)
        except QuestionError:
            return None
    return meant.kind, meant.words, meant.country if meant.kind == "state" and meant.country else meant.words
