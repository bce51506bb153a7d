"""What has been spoken of so far on a page: mentions in their order, with their place in the sentence."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.actors.drafts import Draft, Found
from memcon.actors.page import Page

_NAME_LINKS = frozenset({"flat", "compound", "appos", "flat:name", "nummod", "amod", "det", "conj", "goeswith"})
_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj", "nsubj:outer"})
_OBJECT = frozenset({"obj", "iobj"})
_MOST_NEAR = 100
_MOST_HEARD = 300  # Mentions: nobody looks back further, so that the time stays in proportion to the length of the text.


@dataclass(frozen=True, slots=True)
class Heard:
    """One mention as the discourse keeps it: its head's atom, sentence, role ("subject", "object", ...) and the words."""

    atom: int
    sentence: int
    role: str
    found: Found

    @property
    def one(self) -> Draft | None:
        """The actor, where there is exactly one."""
        return self.found.actors[0] if len(self.found.actors) == 1 else None


class Discourse:
    """The mentions of a page up to the place that is being read.

    `total` counts the names of each actor (by `id`) on the whole page, `countries` those of each state's actors.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.heard: list[Heard] = []
        self.total: Counter[int] = Counter()
        self.countries: Counter[str] = Counter()

    def note(self, found: Found) -> None:
        """Add a mention; they come in the order of the text."""
        token = self.page.token[found.head]
        role = self.role(token)
        if role in ("oblique", "other") and self._leads(found):
            role = "subject"
        self.heard.append(Heard(found.head, self.page.sentence[token], role, found))

    def _leads(self, found: Found) -> bool:
        """Tell whether a mention stands right before a verb and behind no preposition: a subject, whatever the parser made of it."""
        page = self.page
        first, end = page.atoms_of(found.start, found.end)
        if end >= len(page) or page.block[end] != page.block[first] or page.first[end]:
            return False
        before = first - 1 - (first > 1 and page.lower[first - 1] == "the")
        behind = page.first[first] or page.pos[page.token[before]] not in ("ADP", "CCONJ", "DET")
        return behind and page.pos[page.token[end]] in ("VERB", "AUX")

    def back(self, sentence: int, reach: int) -> Iterator[Heard]:
        """Give the mentions of the last `reach` sentences up to `sentence`, the nearest first.

        A headline is read after the body, so that mentions of later sentences may have been heard: they are passed over.
        """
        for one in reversed(self.heard[-_MOST_NEAR:]):
            distance = sentence - one.sentence
            if 0 <= distance <= reach:
                yield one
            elif distance > reach:
                return

    def around(self) -> Iterator[Heard]:
        """Give all mentions heard, the latest first, as far as anybody looks back."""
        yield from reversed(self.heard[-_MOST_HEARD:])

    def top(self, token: int) -> int:
        """Climb from a token of a name to the head of its noun phrase (of the first, in a coordination)."""
        page, here = self.page, token
        for _ in range(12):
            if page.dep[here] not in _NAME_LINKS or page.head[here] == here or page.pos[page.head[here]] in ("VERB", "AUX"):
                break
            here = page.head[here]
        return here

    def role(self, token: int) -> str:
        """Give the role of a noun phrase in its clause: subject, object, possessor, oblique or other."""
        dep = self.page.dep[self.top(token)]
        if dep in _SUBJECT:
            return "subject"
        if dep in _OBJECT:
            return "object"
        if dep == "nmod:poss":
            return "possessor"
        return "oblique" if dep.startswith(("obl", "nmod")) else "other"

