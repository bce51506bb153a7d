"""Gives a speaker to acts whose own clause names none, and leaves out what no one says."""

from memcon.statements.frames import offsets
from memcon.statements.parsed import Parsed
from memcon.statements.saying import Saying
from memcon.statements.subject import is_passive, phrase_of, subject_of

_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_PLURAL = frozenset({"they", "we", "both", "all", "who"})


def share_doers(parsed: Parsed, sayings: list[Saying]) -> list[Saying]:
    """Give each act without a speaker the one of the act before it in its sentence, or the subject of the sentence.

    "He condemned the attack, [noting that] ...": the parse may hang "noting" anywhere. A passive stays without one.
    """
    kept = []
    before: Saying | None = None
    _clip(parsed, sayings)
    for saying in sorted(sayings, key=lambda s: s.verb):
        if before is not None and not saying.agentless and _goes_on(parsed, saying, before):
            saying.source, saying.named = before.source, before.named
            if not parsed.low[saying.verb].endswith("ing"):
                _share_listener(saying, before)
        elif saying.source is None and not saying.agentless and not _is_agentless(parsed, saying):
            _give(parsed, saying, before)
        if not _is_nobodys(parsed, saying):
            kept.append(saying)
            if saying.source is not None and not (before is not None and _is_in(saying, before)):
                before = saying
    return kept


def _share_listener(saying: Saying, before: Saying) -> None:
    """Give the one who is told to the acts that follow in the sentence: "told [him] ... and stressed ..."."""
    told = before.addressee
    if saying.addressee is None and told is not None and told[1] <= saying.cue[0] and not any(s <= told[0] < e for s, e in before.content):
        saying.addressee, saying.listener = told, before.listener


def _clip(parsed: Parsed, sayings: list[Saying]) -> None:
    """Keep the words of a trailing cue ("..., the White House said") out of the contents that stand in front of it."""
    edges = {parsed.sent[s.verb]: s for s in sayings if s.rule == "trailing cue"}
    for saying in sayings:
        edge = edges.get(parsed.sent[saying.verb])
        if edge is not None and edge is not saying and saying.cue[0] < edge.content[0][1]:
            end = edge.content[0][1]
            saying.content = [(s, min(e, end)) for s, e in saying.content if s < end] or saying.content


def _is_in(saying: Saying, outer: Saying) -> bool:
    return any(s <= saying.cue[0] < e for s, e in outer.content)


def _goes_on(parsed: Parsed, saying: Saying, before: Saying) -> bool:
    """Tell whether a cue goes on with the act before it: "said ..., [adding] ...", "condemned ... and [thanked] ..."."""
    if saying.entry is None or before.entry is None or parsed.sent[saying.verb] != parsed.sent[before.verb] or _is_in(saying, before):
        return False
    first = parsed.token_at(saying.cue[0])
    verb, link = saying.verb, parsed.low[first - 1] if first else ""
    if link in ("while", "also") and first > 1:
        link = parsed.low[first - 2] if link == "also" else ","
    if parsed.low[verb].endswith("ing"):
        return link in (",", "and", ")", '"', "”")
    return link in ("and", ",") and parsed.tag[verb] == parsed.tag[before.verb] and (parsed.rel(verb) == "conj" or link == "and")


def _is_agentless(parsed: Parsed, saying: Saying) -> bool:
    return is_passive(parsed, saying.verb)


def _give(parsed: Parsed, saying: Saying, before: Saying | None) -> None:
    sent = parsed.sent[saying.verb]
    beside = parsed.token_at(saying.cue[0]) - 1
    if beside >= parsed.first[sent] and _may_name(parsed, beside):
        head = _phrase_head(parsed, beside)
        if head is not None:
            first, last = phrase_of(parsed, head)
            if first > parsed.first[sent] and parsed.pos[first - 1] == "DET":
                first -= 1  # the parse hangs "the" on the verb
            saying.source, saying.named = offsets(parsed, first, min(last, beside)), head
        elif parsed.pos[beside] == "PROPN" or parsed.low[beside] in _PLURAL or parsed.word[beside][0].isupper():
            saying.source, saying.named = offsets(parsed, *_name_run(parsed, beside)), beside
        if saying.source is not None:
            return
    if before is not None and parsed.sent[before.verb] == sent and not any(s <= saying.cue[0] < e for s, e in before.content):
        saying.source, saying.named = before.source, before.named
        return
    for i in range(parsed.first[sent], saying.verb):
        if parsed.head[i] == i or parsed.dep[i] == "ROOT":
            source = subject_of(parsed, i)
            if source is not None and source < saying.verb and parsed.pos[source] in _NAMING:
                saying.source, saying.named = offsets(parsed, *phrase_of(parsed, source)), source
                return
            break
    _give_opener(parsed, saying)


def _give_opener(parsed: Parsed, saying: Saying) -> None:
    """Take the name that opens the sentence: "[Yermak] answered questions and also informed the media"."""
    first = parsed.first[parsed.sent[saying.verb]]
    last = first
    while last < saying.verb and parsed.pos[last] == "PROPN":
        last += 1
    if last == first and parsed.word[first][0].isupper() and parsed.low[first + 1 : first + 2] == [","]:
        last += 1  # a name that the tagger takes for another word
    before = parsed.token_at(saying.cue[0]) - 1
    aside = last < before and parsed.low[last] == "," == parsed.low[before]  # "[Scharping], ending a visit, said ..."
    if first < last < saying.verb and (aside or parsed.pos[last] in ("VERB", "AUX") or parsed.low[last] == "also"):
        saying.source, saying.named = offsets(parsed, first, last - 1), last - 1


def _may_name(parsed: Parsed, i: int) -> bool:
    """Tell whether a token may be the last one of a name; the tagger takes short ones ("Xi") for anything."""
    if parsed.quote[i] != -1:
        return False
    opens = i == parsed.first[parsed.sent[i]] and bool(parsed.ent[i])
    return parsed.pos[i] in _NAMING or (parsed.word[i][0].isupper() and (opens or parsed.pos[i] in ("X", "NUM", "ADJ", "INTJ")))


def _phrase_head(parsed: Parsed, last: int) -> int | None:
    """Give the head of the noun phrase that ends with this token, where the parse has one without a verb in it."""
    top = last
    while parsed.head[top] < top and parsed.pos[parsed.head[top]] in _NAMING and parsed.sent[parsed.head[top]] == parsed.sent[last]:
        top = parsed.head[top]
    first = phrase_of(parsed, top)[0]
    clean = not any(parsed.pos[i] in ("VERB", "AUX") or parsed.low[i] in (";", ":") for i in range(first, last + 1))
    return top if clean and parsed.rel(top) not in ("obj", "obl") else None


def _name_run(parsed: Parsed, last: int) -> tuple[int, int]:
    first = last
    while first > 0 and parsed.pos[first - 1] == "PROPN" and parsed.sent[first - 1] == parsed.sent[last]:
        first -= 1
    if first > 0 and parsed.pos[first - 1] == "DET" and parsed.sent[first - 1] == parsed.sent[last]:
        first -= 1
    return first, last


def _is_nobodys(parsed: Parsed, saying: Saying) -> bool:
    """Tell whether an act is none: several parties "spoke about" it, or a form without a subject is none ("Call with X")."""
    if saying.entry is None:
        return False
    if saying.entry.frame.name == "speak":
        return saying.named is None or _is_plural(parsed, saying.named)
    if saying.source is None and not saying.agentless and saying.rule == "tagger":
        return not parsed.low[saying.verb].endswith(("ed", "ing", "said", "told"))
    return False


def _is_plural(parsed: Parsed, named: int) -> bool:
    return (
        parsed.low[named] in _PLURAL
        or parsed.tag[named] in ("NNS", "NNPS")
        or any(parsed.dep[c] == "conj" for c in parsed.children[named])
    )
