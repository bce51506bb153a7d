"""Fingerprints of a text: hashes of runs of words, thinned by winnowing.

Winnowing (Schleimer, Wilkerson and Aiken 2003) keeps the least hash of every window, so that any run of `WORDS + WINDOW - 1`
words that two texts share leaves a common fingerprint in both.
"""

import re
from collections import deque
from zlib import crc32

WORDS = 6
WINDOW = 8
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[tuple[int, int, str]]:
    """Give the words of a text, in lower case, with their places."""
    return [(m.start(), m.end(), m[0].lower()) for m in _WORD.finditer(text)]


def fingerprints(text: str) -> dict[int, int]:
    """Give the fingerprints of a text, each with the number of the word at which its run first begins."""
    found = [w.lower() for w in _WORD.findall(text)]
    hashes = [crc32(" ".join(found[n : n + WORDS]).encode()) >> 1 for n in range(len(found) - WORDS + 1)]
    kept: dict[int, int] = {}
    window: deque[int] = deque()
    for n, value in enumerate(hashes):
        while window and hashes[window[-1]] >= value:
            window.pop()
        window.append(n)
        if window[0] <= n - WINDOW:
            window.popleft()
        if n >= WINDOW - 1 or n == len(hashes) - 1:
            kept.setdefault(hashes[window[0]], window[0])
    return kept


def shared(text: str, other: str) -> list[tuple[int, int, int, int]]:
    """Give the stretches of words that two texts have in common: start and end in either, none overlapping, in the order of `text`.

    A stretch is at least `WORDS` words long and as long as it can be.
    """
    mine, theirs = words(text), words(other)
    runs: dict[tuple[str, ...], int] = {}
    for n in range(len(theirs) - WORDS, -1, -1):
        runs[tuple(w for _, _, w in theirs[n : n + WORDS])] = n
    found: list[tuple[int, int, int, int]] = []
    n = 0
    while n <= len(mine) - WORDS:
        at = runs.get(tuple(w for _, _, w in mine[n : n + WORDS]))
        if at is None:
            n += 1
            continue
        length = WORDS
        while n + length < len(mine) and at + length < len(theirs) and mine[n + length][2] == theirs[at + length][2]:
            length += 1
        found.append((mine[n][0], mine[n + length - 1][1], theirs[at][0], theirs[at + length - 1][1]))
        n += length
    return found
