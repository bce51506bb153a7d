"""Finds the cues of a text: the verb groups and phrases that tell of an act of saying."""

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.statements.lexicon import Cue, Frame, Lexicon, lexicon
from memcon.statements.parsed import Parsed

_GAP = 3
"""So many tokens may stand between the words of a cue of several words ("made it very clear")."""
_VERBAL = frozenset({"VERB", "AUX"})
_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
_ADVERBS = frozenset({"also", "again", "repeatedly", "both", "further", "once", "even", "previously", "later", "strongly", "publicly",
                      "reportedly", "recently", "already", "then", "not", "n't", "n’t", "never", "clearly", "earlier"})
_SURE = frozenset({"said", "says", "told", "tells", "stressed", "urges", "warns", "vows", "urged", "condemns", "reaffirmed", "underscored", "reiterated"})
"""Forms that are cues even where the tagger takes them for a noun or adjective, as it may in a headline."""
LIGHT = Frame("express", ("clause", "links"), ("to", "with"))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A cue in the text.

    `verb` is its main token, `last` the last token of its words, `first` the first token of its verb group, `noun` the
    noun of a light verb ("expressed [hope]").
    """

    verb: int
    entry: Cue
    first: int
    last: int
    noun: int | None = None


def find_cues(parsed: Parsed) -> list[Occurrence]:
    """Find all cues of the table that stand in the text, in its order, one at most for each verb."""
    table = lexicon()
    found = []
    for i in range(parsed.size):
        lemma = parsed.lemma[i]
        if lemma in table.light_verbs and parsed.pos[i] == "VERB":
            light = _light(parsed, i, table)
            if light is not None:
                found.append(light)
                continue
        if lemma in table.cues or parsed.low[i] in _SURE:
            plain = _plain(parsed, i, table)
            if plain is not None:
                found.append(plain)
    return found


def _plain(parsed: Parsed, i: int, table: Lexicon) -> Occurrence | None:
    if not _is_verbal(parsed, i):
        return None
    for entry in table.cues.get(parsed.lemma[i], ()):
        words = entry.words.split()
        last = _follow(parsed, i, words[1:])
        if last is None:
            continue
        main = last if words[0] in ("be", "make") and parsed.pos[last] == "ADJ" and parsed.head[i] == last else i
        return Occurrence(main, entry, group_start(parsed, i), last)
    return None


def _is_verbal(parsed: Parsed, i: int) -> bool:
    if parsed.pos[i] in _VERBAL:
        return parsed.dep[i] not in ("aux", "aux:pass") and not (parsed.dep[i] == "amod")
    return parsed.low[i] in _SURE


def _follow(parsed: Parsed, i: int, rest: list[str]) -> int | None:
    """Find the last of the further words of a cue after token `i`, each within a short way of the one before."""
    at = i
    end = parsed.last[parsed.sent[i]]
    for word in rest:
        gap = 1 if word in ("on", "for", "upon", "to", "of", "about", "out") else _GAP
        for j in range(at + 1, min(at + gap, end) + 1):
            if parsed.lemma[j] == word or parsed.low[j] == word:
                at = j
                break
        else:
            return None
    return at


def _light(parsed: Parsed, i: int, table: Lexicon) -> Occurrence | None:
    """Match a light verb with its noun: "expressed [his deep] hope", "voiced concern"."""
    end = parsed.last[parsed.sent[i]]
    for j in range(i + 1, min(i + 7, end + 1)):
        if parsed.low[j] in (",", ";", ":", "that") or parsed.quote[j] != parsed.quote[i]:
            return None
        noun = parsed.lemma[j] if parsed.lemma[j] in table.light_nouns else parsed.low[j]
        if noun in table.light_nouns and parsed.pos[j] in ("NOUN", "PROPN"):
            if _is_modifier(parsed, j):
                continue
            if parsed.lemma[i] not in ("express", "voice", "convey") and not _linked(parsed, j, table):
                return None
            return Occurrence(i, Cue(f"{parsed.lemma[i]} {noun}", LIGHT, table.light_nouns[noun]), group_start(parsed, i), j, j)
        if parsed.pos[j] in ("VERB", "ADP") and parsed.lemma[j] not in ("of",):
            return None
    return None


def _is_modifier(parsed: Parsed, j: int) -> bool:
    return parsed.dep[j] in ("compound", "nmod:poss") or (j + 1 < parsed.size and parsed.low[j + 1] in ("'s", "’s"))


def _linked(parsed: Parsed, j: int, table: Lexicon) -> bool:
    return j + 1 < parsed.size and parsed.low[j + 1] in table.light_links


def group_start(parsed: Parsed, i: int) -> int:
    """Give the first token of the verb group of a verb: "[has repeatedly] called"."""
    first = i
    begin = parsed.first[parsed.sent[i]]
    while first > begin:
        j = first - 1
        verb_of = parsed.head[j] == i
        if (verb_of and parsed.dep[j] in _AUXILIARY) or (parsed.low[j] in _ADVERBS and (verb_of or parsed.dep[j] == "advmod")):
            first = j
        else:
            break
    # "Putin also said": an adverb alone belongs to the group only where the table has it, "once" and "then" stay out.
    while first < i and parsed.low[first] in ("then", "later", "earlier", "once"):
        first += 1
    return first


def phrases(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """Give the first and last token of each phrase that a speaker follows ("according to")."""
    for words in lexicon().phrases:
        size = len(words)
        for i in range(parsed.size - size):
            if parsed.low[i] == words[0] and tuple(parsed.low[i : i + size]) == words:
                yield i, i + size - 1
