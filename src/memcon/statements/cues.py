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
_SURE = {"said": "say", "says": "say", "told": "tell", "tells": "tell", "urges": "urge", "warns": "warn", "vows": "vow", "condemns": "condemn",
         "reaffirmed": "reaffirm", "underscored": "underscore", "reiterated": "reiterate", "urged": "urge", "stressed": "stress"}
"""Forms that are cues even where the tagger takes them for a noun or adjective, as it may in a headline."""
LIGHT = Frame("express", ("links", "clause"), ("to", "with"))


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
        lemma = _verb(parsed, i, table)
        if lemma is None:
            continue
        hit = _light(parsed, i, lemma, table) if lemma in table.light_verbs else None
        hit = hit or _plain(parsed, i, lemma, table)
        if hit is not None and is_act(parsed, hit):
            found.append(hit)
    return found


def _verb(parsed: Parsed, i: int, table: Lexicon) -> str | None:
    """Give the lemma of a token that may be a cue's verb; a past form counts whatever the tagger took it for.

    "... and urged/ADJ mayors to act": the form stands behind its doer or "and", and before what it governs.
    """
    low, pos = parsed.low[i], parsed.pos[i]
    lemma = parsed.lemma[i]
    known = lemma in table.cues or lemma in table.light_verbs
    if known and pos in _VERBAL and parsed.dep[i] not in ("aux", "aux:pass", "amod"):
        return lemma
    if low in _SURE:
        return _SURE[low]
    base = table.past.get(low)
    if base is None or i == 0 or i + 1 >= parsed.size:
        return lemma if known and pos in _VERBAL and parsed.dep[i] == "amod" and _is_finite(parsed, i) else None
    return base if _is_finite(parsed, i) else None


def _is_finite(parsed: Parsed, i: int) -> bool:
    before, behind = parsed.pos[i - 1], parsed.pos[i + 1]
    follows = behind in ("DET", "PRON", "PROPN", "SCONJ", "NOUN", "NUM") or parsed.low[i + 1] in ("that", "to", "on", "for")
    return follows and (before in ("PROPN", "PRON") or parsed.low[i - 1] in ("and", "also", "has", "have", "had")) and parsed.low[i].endswith("ed")


_WILLING = frozenset({"like", "pleased", "proud", "want", "wish", "go", "continue", "honored", "delighted", "happy", "let", "begin", "take", "glad"})
_MODALS = frozenset({"may", "might", "could", "should", "would", "will", "'ll", "’ll", "shall", "must", "can"})


def is_act(parsed: Parsed, cue: Occurrence) -> bool:
    """Tell whether a cue tells of an act of saying, not of one that is wished for, planned or described.

    Not: "expected to announce", "may warn", "the threat to condemn"; but "wants to thank", "is pleased to announce".
    """
    i = cue.verb if parsed.pos[cue.verb] == "VERB" else cue.first
    helpers = {parsed.low[c] for c in parsed.children[i] if parsed.dep[c] in ("aux", "aux:pass")}
    if _is_negated(parsed, i) and cue.entry.frame.name not in ("deny", "comment"):
        return False
    if helpers & _MODALS:
        return "like" in parsed.low[max(0, i - 3) : i]
    begin = min(cue.first, i)
    if begin and parsed.low[begin - 1] == "to" and parsed.pos[begin - 1] == "PART":
        return parsed.lemma[parsed.head[i]] in _WILLING or bool(set(parsed.lemma[max(0, begin - 4) : begin - 1]) & _WILLING)
    if parsed.dep[i] == "acl" and parsed.low[i].endswith("ed") and not helpers and parsed.low[i] not in _SURE:
        return False  # "the aid announced last week"
    if parsed.low[i].endswith("ing") and not helpers:
        before = parsed.low[i - 1] if i else ","
        return before in (",", "and", "while", "also", "in", "by", "after", "“", '"', ")") or parsed.rel(i) in ("acl", "root") or parsed.pos[i - 1] in ("ADV", "PUNCT", "NOUN", "PROPN")
    return True


def _is_negated(parsed: Parsed, i: int) -> bool:
    """Tell whether an act did not take place: "did not say", "never condemned"."""
    return any(parsed.low[j] in ("not", "n't", "n’t", "never") for j in range(max(0, i - 2), i))


def _plain(parsed: Parsed, i: int, lemma: str, table: Lexicon) -> Occurrence | None:
    for entry in table.cues.get(lemma, ()):
        words = entry.words.split()
        last = _follow(parsed, i, words[1:])
        if last is None:
            continue
        main = last if words[0] in ("be", "make") and parsed.pos[last] == "ADJ" and parsed.head[i] == last else i
        return Occurrence(main, entry, group_start(parsed, i), last)
    return None


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


def _light(parsed: Parsed, i: int, lemma: str, table: Lexicon) -> Occurrence | None:
    """Match a light verb with its noun: "expressed [his deep] hope", "voiced concern"."""
    end = parsed.last[parsed.sent[i]]
    for j in range(i + 1, min(i + 7, end + 1)):
        if parsed.low[j] in (",", ";", ":", "that") or parsed.quote[j] != parsed.quote[i]:
            return None
        noun = parsed.lemma[j] if parsed.lemma[j] in table.light_nouns else parsed.low[j]
        if noun in table.light_nouns and parsed.pos[j] in ("NOUN", "PROPN"):
            if _is_modifier(parsed, j):
                continue
            stance = table.light_nouns[noun]
            if lemma not in ("express", "voice", "convey") and not _linked(parsed, j, table.light_links[stance]):
                return None
            return Occurrence(i, Cue(f"{lemma} {noun}", LIGHT, stance), group_start(parsed, i), j, j)
        if parsed.pos[j] in ("VERB", "ADP") and parsed.lemma[j] not in ("of",):
            return None
    return None


def _is_modifier(parsed: Parsed, j: int) -> bool:
    return parsed.dep[j] in ("compound", "nmod:poss") or (j + 1 < parsed.size and parsed.low[j + 1] in ("'s", "’s"))


def _linked(parsed: Parsed, j: int, links: tuple[str, ...]) -> bool:
    return j + 1 < parsed.size and parsed.low[j + 1] in links


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
