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

    def __init__(self, page: Page, home: Home, named: list[Found]) -> None:
        self._page = page
        self._quoted = quoted(page)
        self._home = home
        self._author = _by_line(page, named) or home.leader
        self._turns = _turns(page, named)
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


def _turns(page: Page, named: list[Found]) -> list[tuple[int, Draft]]:
    """Give where each turn of a transcript begins, and who speaks: "Vladimir Putin: Mr President, ..."."""
    turns: list[tuple[int, Draft]] = []
    for found in sorted(named, key=lambda f: f.start):
        first, end = page.atoms_of(found.start, found.end)
        opens = page.first[first] and not page.headline[first]
        if opens and end < len(page) and page.words[end] == "(" and ")" in page.words[end : end + 6]:
            end += page.words[end : end + 6].index(")") + 1  # "Sauli Niinistö (retranslated):"
        if opens and end < len(page) and page.words[end] == ":" and len(found.actors) == 1 and found.actors[0].kind == "person":
            turns.append((first, found.actors[0]))
    return turns
