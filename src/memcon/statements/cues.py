"""Finds the cues of a text: the verb groups and phrases that tell of an act of saying."""

from collections.abc import Iterator
from functools import lru_cache

from memcon.statements.acts import is_act
from memcon.statements.lexicon import Cue, Frame, Lexicon, lexicon
from memcon.statements.occurrence import Occurrence, group_start
from memcon.statements.parsed import Parsed
from memcon.statements.quoted import quoted_sayings

MOST = 40
_GAP = 3
"""So many tokens may stand between the words of a cue of several words ("made it very clear")."""
_VERBAL = frozenset({"VERB", "AUX"})
LIGHT = Frame("express", ("links", "clause", "noun"), ("to", "with"), addressee_inside=True)


def find_cues(parsed: Parsed) -> list[Occurrence]:
    """Find all cues of the table that stand in the text, in its order, one at most for each verb.

    Of a sentence only the first `MOST` count, so that the work on hostile text ("He said that he said that ...") stays linear.
    """
    table = lexicon()
    found: list[Occurrence] = []
    counts = [0] * len(parsed.first)
    quoted = dict(quoted_sayings(parsed, table))
    by_another = {q.verb: q for q in quoted.values()}
    for i in range(parsed.size):
        if i in quoted:
            continue
        if i in by_another:
            if counts[parsed.sent[i]] < MOST:
                found.append(by_another[i])
                counts[parsed.sent[i]] += 1
            continue
        lemma = _verb(parsed, i, table) if _may_be(parsed.lemma[i], parsed.low[i]) else None
        if lemma is None:
            continue
        hit = _light(parsed, i, lemma, table) if lemma in table.light_verbs else None
        hit = hit or _plain(parsed, i, lemma, table)
        if hit is not None and is_act(parsed, hit) and counts[parsed.sent[i]] < MOST:
            found.append(hit)
            counts[parsed.sent[i]] += 1
    return found


@lru_cache(maxsize=50_000)
def _may_be(lemma: str, low: str) -> bool:
    """Tell whether a word can be a cue's verb at all, wherever it stands: most words cannot."""
    table = lexicon()
    known = lemma in table.cues or lemma in table.light_verbs
    return known or low in table.sure or low in table.past or (low.endswith("s") and low[:-1] in table.cues)


def _verb(parsed: Parsed, i: int, table: Lexicon) -> str | None:
    """Give the lemma of a token that may be a cue's verb; a past form counts whatever the tagger took it for.

    "... and urged/ADJ mayors to act": the form stands behind its doer or "and", and before what it governs.
    """
    low, pos = parsed.low[i], parsed.pos[i]
    lemma = parsed.lemma[i]
    known = lemma in table.cues or lemma in table.light_verbs
    if known and pos in _VERBAL and parsed.dep[i] not in ("aux", "aux:pass", "amod"):
        return lemma
    if known and pos == "VERB" and low.endswith("ing") and i and parsed.low[i - 1] in (",", "while"):
        return lemma  # "..., [citing] officials", taken for an attribute
    if low in table.sure:
        return table.sure[low]
    if low.endswith("s") and low[:-1] in table.cues and i and i + 1 < parsed.size and parsed.low[i + 1] == "that":
        return low[:-1] if parsed.pos[i - 1] in ("PROPN", "NOUN") or parsed.word[i - 1][0].isupper() else None  # "TASS [reports] that", taken for a noun
    base = table.past.get(low)
    if base is None or i == 0 or i + 1 >= parsed.size:
        return lemma if known and pos in _VERBAL and parsed.dep[i] == "amod" and _is_finite(parsed, i) else None
    return base if _is_finite(parsed, i) else None


def _is_finite(parsed: Parsed, i: int) -> bool:
    before, behind = parsed.pos[i - 1], parsed.pos[i + 1]
    follows = parsed.rel(i + 1) == "amod" or behind in ("DET", "PRON", "PROPN", "SCONJ", "NOUN", "NUM") or parsed.low[i + 1] in ("that", "to", "on", "for")
    if not follows or not parsed.low[i].endswith("ed"):
        return False
    if (before in ("PROPN", "PRON") and parsed.tag[i - 1] != "PRP$") or parsed.low[i - 1] in ("and", "also", "has", "have", "had"):
        return True
    # "Both leaders [expressed] willingness": the parse takes the verb for an attribute, and the sentence has no other one.
    top = parsed.head[i]
    return before == "NOUN" and parsed.dep[i] == "amod" and parsed.head[top] == top and parsed.pos[top] in ("NOUN", "PROPN")


def _plain(parsed: Parsed, i: int, lemma: str, table: Lexicon) -> Occurrence | None:
    for entry in table.cues.get(lemma, ()):
        words = entry.words.split()
        last = _follow(parsed, i, words[1:])
        if last is None:
            continue
        if entry.frame.name == "decline":
            last = i
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
        if parsed.pos[j] in ("VERB", "ADP") and parsed.lemma[j] not in ("of",) and parsed.rel(j) != "amod":
            return None
    return None


def _is_modifier(parsed: Parsed, j: int) -> bool:
    return parsed.dep[j] in ("compound", "nmod:poss") or (j + 1 < parsed.size and parsed.low[j + 1] in ("'s", "’s"))


def _linked(parsed: Parsed, j: int, links: tuple[str, ...]) -> bool:
    return j + 1 < parsed.size and parsed.low[j + 1] in links


def phrases(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """Give the first and last token of each phrase that a speaker follows ("according to"), `MOST` a sentence at most."""
    counts = [0] * len(parsed.first)
    where: dict[str, list[int]] = {words[0]: [] for words in lexicon().phrases}
    for i, word in enumerate(parsed.low):
        if word in where:
            where[word].append(i)
    for words in lexicon().phrases:
        size = len(words)
        for i in where[words[0]]:
            if i < parsed.size - size and tuple(parsed.low[i : i + size]) == words and counts[parsed.sent[i]] < MOST:
                counts[parsed.sent[i]] += 1
                yield i, i + size - 1
