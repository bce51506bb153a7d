"""One name, one type in a document: a surname is a person where its full form is one, a short form what the long one is."""

from collections import Counter
from collections.abc import Sequence

from memcon.language.persons import is_capital, words_of

Name = tuple[int, int, str]


def surnames(words: Sequence[str], persons: Sequence[tuple[int, int]]) -> frozenset[str]:
    """Give the last words of full names, and the first ones of names whose family name stands first ("Xi Jinping")."""
    lists, found = words_of(), set()
    for start, end in persons:
        while end - start > 1 and words[end - 1] in lists["suffixes"]:
            end -= 1
        if end - start > 1 and len(words[end - 1]) > 1 and is_capital(words[end - 1]):
            found.add(words[end - 1])
        if 1 < end - start < 6 and words[start] in lists["family_first"]:
            found.add(words[start])
    return frozenset(found)


def majorities(words: Sequence[str], names: Sequence[Name], sure: Sequence[Name]) -> dict[str, str]:
    """Give name → label for names that stand more than once with different labels; what a rule found counts thrice."""
    counts: dict[str, Counter[str]] = {}
    for weight, group in ((1, names), (2, sure)):
        for start, end, label in group:
            counts.setdefault(" ".join(words[start:end]), Counter())[label] += weight
    best = {}
    for name, labels in counts.items():
        if len(labels) > 1:
            (first, most), (_, next_most) = labels.most_common(2)
            if most > next_most:
                best[name] = first
    return best
