"""Persons by what stands before their names: "Foreign Minister Ane Berg", "Mr. Okoro", "the envoy, Gen. Silva"."""

import csv
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache

from memcon.language.gazetteer import DATA, known_names

_NOT_IN_NAMES = frozenset({"VERB", "AUX", "ADP", "DET", "PRON", "CCONJ", "SCONJ", "NUM", "PART", "SPACE"})
_JUNIOR = frozenset({"Jr.", "Jr", "Sr.", "Sr"})
_KEPT = frozenset({"House", "Department", "Ministry", "Parliament", "Pentagon", "Kremlin", "UN", "U.N.", "US", "U.S.", "EU", "NATO", "Army", "Navy", "Force", "Party", "Union"})
_LONGEST = 6  # Tokens of a name without hyphens, which are tokens too.


@lru_cache(maxsize=1)
def words_of() -> dict[str, frozenset[str]]:
    """Give the lists of `data/titles.toml`."""
    return {key: frozenset(words) for key, words in tomllib.loads((DATA / "titles.toml").read_text("utf-8")).items()}


@lru_cache(maxsize=1)
def _title_parts() -> frozenset[str]:
    lists = words_of()
    return lists["last"] | lists["inside"] | frozenset({"Secretary-General", ",", "and", "&", "-"})


def is_capital(word: str) -> bool:
    """Say whether a word is written as a name is: a capital letter first, and not one letter of a list."""
    return word[0].isupper() and (len(word) > 1 or word.isalpha())


def titled(words: Sequence[str], pos: Sequence[str], shouted: Sequence[bool], places: Mapping[int, int] | None = None) -> list[tuple[int, int]]:
    """Find the runs of capitalised words behind a title; `shouted` says which words stand in a headline all in capitals.

    `places` are the known places, first token → token behind the last: "Prime Minister of India Narendra Modi".
    """
    found, behind = [], 0
    for i in range(1, len(words)):
        if i >= behind and is_capital(words[i]) and _title_before(words, i, shouted[i]):
            end = name_end(words, pos, i)
            if end > i and not _is_known(words[i:end]):
                found.append((i, end))
                behind = end
    for start, end in (places or {}).items():
        k = start - 1 - (words[start - 1] == "the") if start > 2 else 0
        if k > 0 and words[k] == "of" and end < len(words) and _title_before(words, k, False) and is_capital(words[end]):
            last = name_end(words, pos, end)
            if last > end + 1 and not _is_known(words[end:last]):
                found.append((end, last))
    return found


def _title_before(words: Sequence[str], i: int, shouted: bool) -> bool:
    """Say whether a title ends right before a token."""
    lists, before = words_of(), words[i - 1]
    if before in lists["last"] or (i > 1 and f"{words[i - 2]} {before}" in lists["last_of_two"]):
        return True
    return shouted and before.capitalize() in lists["last"]


def _is_known(words: Sequence[str]) -> bool:
    """Say whether a run is no person: "President Russia", or the nation in "former Foreign Minister Polish"."""
    known = known_names().get(" ".join(words))
    return known is not None and not known.doubtful


def name_end(words: Sequence[str], pos: Sequence[str], start: int) -> int:
    """Give where the name that begins at a token ends; `start` itself where none does."""
    lists = words_of()
    never, particles, suffixes = lists["never_names"], lists["particles"], lists["suffixes"]
    if words[start] in never or words[start] in lists["last"] or words[start] in lists["inside"] or pos[start] in {"PRON", "DET", "ADP", "AUX"}:
        return start
    end = i = start
    while i < len(words) and i - start < 2 * _LONGEST:
        word = words[i]
        if (word in suffixes and i > start) or (is_capital(word) and word not in never and (i == start or pos[i] not in _NOT_IN_NAMES)):
            end = i + 1
        elif word == "," and i + 1 < len(words) and words[i + 1] in _JUNIOR:
            i += 1
            end = i + 1
        elif word != "-" and word not in particles:
            break
        i += 1
    return end


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Give the words of `data/given_names.csv`."""
    with (DATA / "given_names.csv").open(encoding="utf-8", newline="") as rows:
        return frozenset(row["name"] for row in csv.DictReader(rows))


def named(words: Sequence[str], pos: Sequence[str]) -> list[tuple[int, int]]:
    """Find the runs of two to five proper nouns that begin with a given name: "Hakan Fidan", not "Mark" and not "Grace Foundation"."""
    given, found, behind = given_names(), [], 0
    no_person = words_of()["no_person"]
    for i, word in enumerate(words):
        if word in given and i >= behind and not (i and pos[i - 1] == "PROPN" and is_capital(words[i - 1])):
            end = behind = name_end(words, pos, i)
            run = words[i:end]
            if 1 < len(run) < 6 and "-" not in run and "," not in run and pos[end - 1] == "PROPN" and no_person.isdisjoint(run):
                found.append((i, end))
    return found


def without_title(words: Sequence[str], start: int, end: int) -> int:
    """Give where the name of a person begins, behind "Russian Foreign Minister"; `end` where it is nothing but a title."""
    parts, i = _title_parts(), start
    while i < end and (words[i] in parts or _is_known(words[i : i + 1])):
        i += 1
    while start < i < end and words[i] == "-":
        i += 1
    return i


def without_tail(words: Sequence[str], start: int, end: int) -> int:
    """Give where a name ends, before the title or the day that the finder took along: "White House Press Secretary", "Kremlin on Monday"."""
    lists = words_of()
    if (end > start and words[end - 1] in lists["calendar"]) or (words[end - 1].isdigit() and end - start > 1 and words[end - 2] in lists["calendar"]):
        while end > start and (words[end - 1] in lists["calendar"] or not is_capital(words[end - 1])):
            end -= 1
    elif words[end - 1] in lists["last"] and words[end - 1][0].isupper():
        while end > start and (words[end - 1] in _title_parts() and words[end - 1] not in _KEPT):
            end -= 1
    return end
