"""The parsed text as this room reads it: atoms (words and single marks) tied to the tokens of the parse."""

import re
from bisect import bisect_right
from collections import Counter
from typing import Any

from memcon.language.columns import columns
from memcon.record import Report

_GLUED = r"(?:President|Prime|Minister|Chancellor|Secretary|Foreign)"  # "Niinistö SauliPresident of Finland": a lost line break.
_ATOM = re.compile(rf"[^\W\d_]+[^\W\d_A-Z](?={_GLUED}\b)|\w[\w\u0300-\u036f]*|[^\w\s]")
_TITLES = frozenset({"title", "deck", "heading"})


class Cut:
    """A text cut into atoms.

    An atom is a run of letters and digits, or one other character: names and offices are matched on atoms, because a
    tokeniser keeps "U.S." whole and cuts "al-Assad", and no table of names can foresee which. All lists run over atoms:
    `words` as written (with straight apostrophes), `lower`, `start` and `end` in code points.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_ATOM.finditer(self.text))
        self.start = [m.start() for m in found]
        self.end = [m.end() for m in found]
        self.words = ["'" if m[0] == "’" else m[0] for m in found]
        self.lower = [w.lower() for w in self.words]
        self.capital = [w[0].isupper() for w in self.words]
        self.size = len(found)

    def __len__(self) -> int:
        return self.size

    def said(self, first: int, end: int) -> str:
        """Give the words of the text from atom `first` up to but without `end`."""
        return self.text[self.start[first] : self.end[end - 1]]

    def glued(self, i: int) -> bool:
        """Tell whether no white space stands between an atom and the one before it."""
        return i > 0 and self.end[i - 1] == self.start[i]

    def possessive(self, i: int) -> bool:
        """Tell whether "'s" (or the bare apostrophe of a plural) begins at an atom."""
        return i < len(self) and self.words[i] == "'" and self.glued(i) and (
            (i + 1 < len(self) and self.lower[i + 1] == "s" and self.glued(i + 1)) or self.lower[i - 1].endswith("s")
        )

    def after_possessive(self, i: int) -> int:
        """Give the atom behind "'s" that begins at `i`."""
        return i + 2 if i + 1 < len(self) and self.lower[i + 1] == "s" and self.glued(i + 1) else i + 1


class Page(Cut):
    """One report as this room sees it, cut into atoms that are tied to the tokens of the parse.

    `token[i]` is the index of the spaCy token in which atom `i` begins, `first[i]` tells whether a sentence begins there,
    `headline[i]` whether it stands in a title, deck or heading, where capitals tell little; `block_first[i]` is the first atom of its
    block; `alone` are the words met without a hyphen, `inner` the capitalised ones met
    inside a sentence. `pos`, `dep`, `lemma`, `head`, `entity`, `begins` and `sentence` run over tokens.
    """

    def __init__(self, doc: Any, report: Report) -> None:
        super().__init__(report.text)
        self.report = report
        self.published = report.published.value if report.published else None
        hyphens = {i + d for i, w in enumerate(self.words) if w == "-" for d in (-1, 1)}
        self.counts = Counter(self.words)
        self.alone = {w for i, w in enumerate(self.words) if i not in hyphens}
        self._read_tokens(doc)
        self._read_layout(report)
        self.inner = {w for i, w in enumerate(self.words) if self.capital[i] and not self.first[i] and not self.headline[i]}

    def _read_tokens(self, doc: Any) -> None:
        """Copy what the rules ask of the parse into lists."""
        starts: list[int]
        self.pos: list[str]
        self.dep: list[str]
        self.lemma: list[str]
        self.head: list[int]
        self.entity: list[str]
        starts, self.pos, self.dep, self.lemma, self.head, self.entity, marks, opens = columns(
            doc, "start", "pos", "dep", "lemma", "head", "ent_type", "ent_iob", "sent_start"
        )
        self.begins: list[bool] = [mark == "B" for mark in marks]
        self.sentence: list[int] = []
        number = -1
        for begins in opens:
            number += begins or number < 0
            self.sentence.append(number)
        self.token = [max(bisect_right(starts, s) - 1, 0) for s in self.start]
        self.first: list[bool] = []
        seen = -1
        for i, token in enumerate(self.token):
            self.first.append(self.sentence[token] != seen)
            if self.words[i].isalnum():
                seen = self.sentence[token]

    def _read_layout(self, report: Report) -> None:
        blocks = sorted(report.blocks, key=lambda b: b.span.start)
        edges = [b.span.start for b in blocks]
        self.block = []
        self.headline = []
        for start in self.start:
            k = bisect_right(edges, start) - 1
            kind = blocks[k].kind if k >= 0 and start < blocks[k].span.end else "paragraph"
            self.block.append(k)
            self.headline.append(kind in _TITLES)
        self.block_first = [0] * len(self)
        for i in range(1, len(self)):
            self.block_first[i] = self.block_first[i - 1] if self.block[i] == self.block[i - 1] else i

    def often(self, i: int) -> bool:
        """Tell whether the word at an atom is met again on the page, written alike."""
        return self.counts[self.words[i]] > 1

    def atoms_of(self, start: int, end: int) -> tuple[int, int]:
        """Give the range of atoms that begin in a stretch of the text."""
        low = bisect_right(self.start, start - 1)
        return low, max(low, bisect_right(self.start, end - 1))


def atoms(phrase: str) -> tuple[str, ...]:
    """Cut a phrase of a table into atoms as a text is cut."""
    return tuple("'" if a == "’" else a for a in _ATOM.findall(phrase))
