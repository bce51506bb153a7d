"""A parsed text as plain lists, so that rules and features read it quickly."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from memcon.language.columns import columns
from memcon.statements.quotes import Quote, main_quotes

if TYPE_CHECKING:
    from spacy.tokens import Doc


_CLOSING = frozenset({'"', "”", "''", "'", "’", ")", "]", "»"})
_FINAL = frozenset(".?!:;…")
_LONGEST = 300
"""Sentences are not joined to more tokens than this."""


class Parsed:
    """The tokens of a document as parallel lists; an index is a token's place in the document.

    `low` is the lower-cased text, `dep` the UD relation, `head` the index of the head, `left`/`right` the edges of the
    subtree (inclusive), `sent` the number of the sentence, `first`/`last` the tokens of a sentence (inclusive),
    `start`/`end` code points, `quote` the index into `quotes` of the quotation it stands in, or -1.
    """

    def __init__(self, doc: "Doc", quotes: Sequence[Quote], text: str | None = None) -> None:
        self.text = doc.text if text is None else text
        self.quotes = tuple(main_quotes(self.text, quotes))
        self._outer = [q for q in quotes if q.level == 0]
        self._quote_ends = [q.end for q in self._outer]
        self.size = len(doc)
        self.low: list[str]
        self.word: list[str]
        self.lemma: list[str]
        self.pos: list[str]
        self.tag: list[str]
        self.dep: list[str]
        self.head: list[int]
        self.start: list[int]
        self.ent: list[str]
        self.low, self.word, lemmas, self.pos, self.tag, self.dep, self.head, self.start, self.ent = columns(
            doc, "lower", "text", "lemma", "pos", "tag", "dep", "head", "start", "ent_type"
        )
        self.lemma = [lemma.lower() for lemma in lemmas]
        self.end: list[int] = [s + len(w) for s, w in zip(self.start, self.word, strict=True)]
        self._sentences(doc)
        self._edges()
        self.quote = self._inside(self.quotes)

    def _sentences(self, doc: "Doc") -> None:
        """Number the sentences; what the parser cut where no sentence ends ("told China's President | Xi Jinping ...") is joined."""
        self.first: list[int] = []
        self.last: list[int] = []
        self.sent = [0] * self.size
        for sent in doc.sents:
            if self.first and self._runs_on(self.last[-1], sent.start) and sent.end - self.first[-1] < _LONGEST:
                self.last[-1] = sent.end - 1
            else:
                self.first.append(sent.start)
                self.last.append(sent.end - 1)
            self.sent[sent.start : sent.end] = [len(self.first) - 1] * (sent.end - sent.start)

    def _runs_on(self, last: int, first: int) -> bool:
        """Tell whether a sentence runs on from the token `last` to the token `first`."""
        while last and (not self.word[last].strip() or self.word[last] in _CLOSING):
            last -= 1
        gap = self.text[self.end[last] : self.start[first]]
        if self.word[last][-1] in _FINAL or self.pos[last] == "SPACE":
            return False
        return "\n" not in gap or (gap.count("\n") == 1 and self.word[first][0].islower())

    def _edges(self) -> None:
        """Find the subtree edges, by passing each token's edges up to its head from the deepest token on."""
        self.children: list[list[int]] = [[] for _ in range(self.size)]
        for i, h in enumerate(self.head):
            if h != i:
                self.children[h].append(i)
        left = self.left = list(range(self.size))
        right = self.right = list(range(self.size))
        order: list[int] = [i for i, h in enumerate(self.head) if h == i]
        for i in order:
            order.extend(self.children[i])
        for i in reversed(order):
            h = self.head[i]
            if left[i] < left[h]:
                left[h] = left[i]
            if right[i] > right[h]:
                right[h] = right[i]

    def _inside(self, quotes: Sequence[Quote]) -> list[int]:
        inside = [-1] * self.size
        at = 0
        for i in range(self.size):
            while at < len(quotes) and quotes[at].end <= self.start[i]:
                at += 1
            if at < len(quotes) and quotes[at].start <= self.start[i]:
                inside[i] = at
        return inside

    @cached_property
    def space_before(self) -> list[bool]:
        """Tell for each token whether white space stands before it."""
        return [i == 0 or self.start[i] > self.end[i - 1] for i in range(self.size)]

    def within(self, start: int, end: int) -> list[Quote]:
        """Give the outermost quotations, of double and of single marks, that share a character with this stretch."""
        at = bisect_right(self._quote_ends, start)
        found = []
        while at < len(self._outer) and self._outer[at].start < end:
            found.append(self._outer[at])
            at += 1
        return found

    def is_under(self, i: int, top: int) -> bool:
        """Tell whether token `i` is `top` or hangs on it."""
        if not self.left[top] <= i <= self.right[top]:
            return False
        for _ in range(200):
            if i == top:
                return True
            if self.head[i] == i:
                return False
            i = self.head[i]
        return False

    def rel(self, i: int) -> str:
        """Give the relation of a token without its subtype (`nsubj:pass` → `nsubj`)."""
        return self.dep[i].split(":", 1)[0]

    def token_at(self, offset: int) -> int:
        """Give the first token that ends after this offset (the number of tokens, where none does)."""
        low, high = 0, self.size
        while low < high:
            middle = (low + high) // 2
            if self.end[middle] <= offset:
                low = middle + 1
            else:
                high = middle
        return low
