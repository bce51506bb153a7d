"""A table of phrases matched at a place of a text, the longest first."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from memcon.actors.page import Cut, atoms

_ACRONYM = 5  # Letters: longer words in capitals may be shouting ("RUSSIA"), shorter ones are names of their own ("WHO").


T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases and what they mean.

    With `cased`, a word of the table that has a capital must have it in the text ("Turkey" is no bird), and an acronym
    must be written as it is ("US" is not "us"); words in capitals throughout are met where they are longer.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], *, cased: bool) -> None:
        self._cased = cased
        self._table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            cut = atoms(phrase)
            if cut:
                lower = tuple(a.lower() for a in cut)
                self._table.setdefault(lower[0], []).append((lower, cut, value))
        for rows in self._table.values():
            rows.sort(key=lambda row: -len(row[0]))

    def at(self, page: Cut, i: int) -> tuple[int, T] | None:
        """Give the end (an atom, exclusive) and the meaning of the longest phrase that begins at atom `i`."""
        rows = self._table.get(page.lower[i])
        if rows is None:
            return None
        for lower, cut, value in rows:
            end = i + len(lower)
            if end > len(page) or tuple(page.lower[i:end]) != lower:
                continue
            if not self._cased or all(_written(w, t) for w, t in zip(page.words[i:end], cut, strict=True)):
                return end, value
        return None


def _written(word: str, table: str) -> bool:
    if word == table or not table[0].isupper():
        return True
    if table.isupper() and len(table) > 3 and word == table.capitalize():
        return True  # British papers write "Nato", "Asean".
    return word.isupper() and (len(table) > _ACRONYM or not table.isupper()) and len(table) > 2
