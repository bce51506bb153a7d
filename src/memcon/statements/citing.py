"""Takes "..., citing officials": those who are cited said what the sentence says."""

from memcon.statements.lexicon import lexicon
from memcon.statements.parsed import Parsed
from memcon.statements.saying import Saying

_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def turn_citations(parsed: Parsed, sayings: list[Saying]) -> list[Saying]:
    """Make those who are cited the speakers of the statement beside the citation; without one, leave the citation out.

    "The paper reported, [citing officials], that ..." but "left, [citing safety concerns]": there what is cited is said.
    """
    kept: list[Saying] = []
    by_sentence: dict[int, list[Saying]] = {}
    for saying in sayings:
        by_sentence.setdefault(parsed.sent[saying.verb], []).append(saying)
    for saying in sayings:
        if saying.entry is None or saying.entry.words != "cite" or not _is_source(parsed, saying):
            kept.append(saying)
            continue
        others = by_sentence[parsed.sent[saying.verb]]
        beside = next((s for s in others if s is not saying and not _is_in(s, saying)), None)
        if beside is not None and beside.content:
            saying.source, saying.named = saying.content[0], _head(parsed, saying)
            saying.content, saying.rule = list(beside.content), "citing"
            kept.append(saying)
    return kept


def _is_in(saying: Saying, outer: Saying) -> bool:
    return any(s <= saying.cue[0] < e for s, e in outer.content)


def _is_source(parsed: Parsed, saying: Saying) -> bool:
    head = _head(parsed, saying)
    return parsed.lemma[head] in lexicon().sources or (parsed.pos[head] == "PROPN" and parsed.ent[head] in _NAMES)


def _head(parsed: Parsed, saying: Saying) -> int:
    first, last = parsed.token_at(saying.content[0][0]), parsed.token_at(saying.content[0][1] - 1)
    top = first
    while first <= parsed.head[top] <= last and parsed.head[top] != top:
        top = parsed.head[top]
    return top
