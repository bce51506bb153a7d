"""Whom "I" and "we" mean in a text that its author writes or speaks: the publishing office, "Statement by ...", a turn."""

from bisect import bisect_right

from memcon.actors.drafts import Draft, Found
from memcon.actors.home import Home
from memcon.actors.page import Page
from memcon.actors.quoted import quoted

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


class Authors:
    """Resolves the first person outside quotations."""

    def __init__(self, page: Page, home: Home, named: list[Found], state: Draft | None) -> None:
        self._page = page
        self._quoted = quoted(page)
        self._state = state
        self._author = _by_line(page, named) or (home.leader if home.personal else None)
        self._turns = _turns(page, named)
        if len(self._turns) > 1 and self._turns[0][0] > 0:
            self._author = None  # A transcript: who speaks before the first label is not told.
        self._starts = [start for start, _ in self._turns]

    def is_own(self, i: int) -> bool:
        """Tell whether an atom is a pronoun of the first person outside a quotation."""
        word = self._page.lower[i]
        if self._quoted[i] or not (word in _SINGULAR or word in _PLURAL):
            return False
        return word != "us" or not self._page.capital[i]

    def resolve(self, i: int) -> Found | None:
        """Give who speaks: the speaker of the turn, else the text's author; without one nobody."""
        k = bisect_right(self._starts, i) - 1
        speaker: Draft | None = self._turns[k][1] if k >= 0 else self._author
        if speaker is None and k < 0 and self._page.lower[i] in _PLURAL:
            speaker = self._state
        if speaker is None:
            return None
        return Found(self._page.start[i], self._page.end[i], i, (speaker,), "pronoun", "first person")


def _by_line(page: Page, named: list[Found]) -> Draft | None:
    """Give the author whom the title names: "Statement by President Joe Biden", "Remarks by Vice President Harris"."""
    for found in sorted(named, key=lambda f: f.start):
        first = page.atoms_of(found.start, found.end)[0]
        if page.headline[first] and first > 0 and page.lower[first - 1] in ("by", "from") and found.actors[0].kind == "person":
            return found.actors[0]
    return None


def _turns(page: Page, named: list[Found]) -> list[tuple[int, Draft | None]]:
    """Give where each turn of a transcript begins, and who speaks, None where the label names nobody of the report.

    "Vladimir Putin: Mr President, ...", "SENIOR ADMINISTRATION OFFICIAL: ...", "Q Thank you for ...".
    """
    turns: dict[int, Draft | None] = {i: None for i in range(len(page)) if _unnamed_label(page, i)}
    for found in named:
        first, end = page.atoms_of(found.start, found.end)
        opens = page.first[first] and not page.headline[first]
        if opens and end < len(page) and page.words[end] == "(" and ")" in page.words[end : end + 6]:
            end += page.words[end : end + 6].index(")") + 1  # "Sauli Niinistö (retranslated):"
        if opens and end < len(page) and page.words[end] == ":" and len(found.actors) == 1 and found.actors[0].kind == "person":
            turns[first] = found.actors[0]
    return sorted(turns.items(), key=lambda turn: turn[0])


def _unnamed_label(page: Page, i: int) -> bool:
    """Tell whether a turn begins at an atom with a label in capitals, or with the "Q" of a question."""
    if not page.first[i] or page.headline[i] or not page.words[i].isupper():
        return False
    if page.words[i] == "Q":
        return True
    k = i
    while k < len(page) and k - i < 8 and (page.words[k].isupper() or page.words[k] in ".'-"):
        k += 1
    return k > i and k < len(page) and page.words[k] == ":" and len(page.words[i]) > 1
