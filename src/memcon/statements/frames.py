"""Takes content and addressee from the clause of a cue, as the cue's frame says."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from memcon.statements.lexicon import lexicon
from memcon.statements.occurrence import Occurrence
from memcon.statements.parsed import Parsed
from memcon.statements.reach import reach, trim_end, trim_start
from memcon.statements.saying import Offsets, Saying
from memcon.statements.subject import agent_of, antecedent, is_passive, phrase_of, subject_of

_CLAUSES = frozenset({"ccomp", "parataxis", "csubj"})
_ATTRIBUTED = frozenset({"'", "’", "'s", "’s", "its", "their", "his", "her", "the", "a", "an"})
_FAR = 24
_NAMED = frozenset({"noun", "object"})
_SHORT = 8
_OPENS = frozenset({"NOUN", "PROPN", "DET", "PRON", "ADJ", "NUM", "ADV"})
_PHRASAL = frozenset({"ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON", "PART", "X"})
_TELLING = frozenset({"tell", "warn"})
_EMPTY = frozenset({"which", "that", "who", "whom", "it", "him", "her", "them", "me", "us", "itself", "himself", "herself"})
_BREAKS = frozenset({".", ";", ":", "?", "!"})
Found = tuple[int, int] | None


def from_clause(parsed: Parsed, cue: Occurrence, cues: Mapping[int, Occurrence]) -> Saying | None:
    """Read one act of saying off the parse, or None where the clause of the cue holds no content."""
    verb = cue.verb
    passive = is_passive(parsed, verb) and not cue.noun
    listener = _listener(parsed, cue, passive)
    prepositions = tuple(s for s in cue.entry.frame.content if s not in _SLOTS)
    for slot in cue.entry.frame.content:
        found = _SLOTS[slot](parsed, cue, cues, listener) if slot in _SLOTS else _preposition(parsed, cue, cues, listener, prepositions)
        if found is not None:
            return _saying(parsed, cue, found, listener, slot, passive)
    return None


def _saying(parsed: Parsed, cue: Occurrence, found: tuple[int, int], listener: int | None, slot: str, passive: bool) -> Saying:
    if slot == "noun":
        cue = replace(cue, last=cue.verb)
    source = cue.quoted if cue.quoted is not None else agent_of(parsed, cue.verb) if passive else subject_of(parsed, cue.verb)
    begin, end = found
    saying = Saying(
        cue.verb, offsets(parsed, cue.first, cue.last), [offsets(parsed, begin, end)], cue.entry, f"{cue.entry.frame.name}: {slot}",
        agentless=passive and source is None,
    )
    if source is not None:
        saying.source = offsets(parsed, *_speaker(parsed, cue, source, begin))
        saying.named = antecedent(parsed, source, cue.verb)
    if listener is not None and ((cue.entry.frame.addressee_inside and slot in _NAMED) or not begin <= listener <= end):
        saying.listener = listener
        first, last = phrase_of(parsed, listener)
        edge = begin - 1 - (parsed.pos[begin - 1] in ("ADP", "SCONJ"))
        saying.addressee = offsets(parsed, first, min(last, edge) if listener <= edge < begin else last)
    return saying


def _speaker(parsed: Parsed, cue: Occurrence, source: int, begin: int) -> tuple[int, int]:
    """Give the first and last token of the speaker's phrase, without the verb that quotes it and the content behind it."""
    first, last = phrase_of(parsed, source)
    if cue.quoted is not None and cue.after is not None:
        first = min(max(first, cue.after + 1), source)
    if source < begin <= last:
        last = max(source, begin - 1)
    return first, last


def offsets(parsed: Parsed, first: int, last: int) -> Offsets:
    """Give the code points of a stretch of tokens (`last` included)."""
    return parsed.start[first], parsed.end[last]


def _no_quote(parsed: Parsed, cue: Occurrence, cues: Mapping[int, Occurrence], listener: int | None) -> Found:
    """Quotations are taken by `spoken`, before the clauses."""
    return None


def _clause(parsed: Parsed, cue: Occurrence, cues: Mapping[int, Occurrence], listener: int | None) -> Found:
    """Find a complement clause behind the cue ("said [he agreed]") or in front of it ("[He agreed], X said")."""
    that = _that_after(parsed, cue, cues)
    if that is not None:
        return _to_end(parsed, that + 1, cue, cues)
    behind = [c for c in parsed.children[cue.verb] if c > cue.last and parsed.rel(c) in _CLAUSES and parsed.pos[c] != "PUNCT"]
    if cue.noun is not None:
        behind += [c for c in parsed.children[cue.noun] if c > cue.noun and parsed.rel(c) in ("acl", "ccomp")]
    if behind:
        begin = max(parsed.left[behind[0]], cue.last + 1)
        return _to_end(parsed, begin, cue, cues)
    return _in_front(parsed, cue)


def _that_after(parsed: Parsed, cue: Occurrence, cues: Mapping[int, Occurrence]) -> int | None:
    """Find the "that" which opens the content, shortly after the cue: "told reporters on Monday that"."""
    sent_end = parsed.last[parsed.sent[cue.verb]]
    if cue.entry.frame.name in _TELLING:
        for i in range(cue.last + 1, min(sent_end, cue.last + _FAR) + 1):
            if parsed.low[i] == "that" and parsed.dep[i] == "mark":
                return i  # "told reporters as the leaders met [that] there were ..."
            if i in cues or parsed.low[i] in _BREAKS:
                break
    end = min(sent_end, cue.last + 14)
    for i in range(cue.last + 1, end + 1):
        if parsed.low[i] == "that" and parsed.pos[i] in ("SCONJ", "PRON", "DET") and parsed.dep[i] == "mark":
            top = parsed.head[i]
            return i if parsed.head[top] in (cue.verb, cue.noun) or i == cue.last + 1 else None
        if parsed.low[i] == "that" and i == cue.last + 1 and i < end and parsed.low[i + 1] not in _BREAKS:
            return i  # "made clear that, despite ...": whatever the parse makes of it
        if parsed.low[i] == "that" and i < sent_end and parsed.pos[i + 1] in _OPENS and _is_circumstance(parsed, cue.last + 1, i - 1):
            return i
        gerund = parsed.low[i].endswith("ing") and parsed.pos[i - 1] in ("PRON", "DET", "ADJ")  # "in his meeting with X that"
        if parsed.pos[i] == "VERB" and parsed.tag[i] != "VBN" and not gerund:
            return None
    return None


def _is_circumstance(parsed: Parsed, first: int, last: int) -> bool:
    """Tell whether only a short phrase stands between a cue and its "that": "wrote [on Telegram] that", "said [on Monday] that"."""
    return last - first < _SHORT and parsed.pos[first] == "ADP" and all(
        parsed.pos[i] in _PHRASAL or parsed.low[i].endswith("ing") for i in range(first, last + 1)
    )


def _in_front(parsed: Parsed, cue: Occurrence) -> Found:
    """Find the clause before a trailing cue, by its comma: the parse often takes it for a root of its own."""
    sent = parsed.sent[cue.verb]
    first = parsed.first[sent]
    source = subject_of(parsed, cue.verb)
    edge = cue.first
    if source is not None and first < source < cue.first:
        edge = min(edge, parsed.left[source])
    comma = edge - 1
    while comma > first and parsed.low[comma] in ('"', "”", "''", "'", "’"):
        comma -= 1
    if comma <= first or parsed.low[comma] != ",":
        return None
    begin = trim_start(parsed, first, comma - 1)
    if not any(parsed.pos[i] in ("VERB", "AUX") for i in range(begin, comma)):
        return None
    return begin, comma - 1


def _object(parsed: Parsed, cue: Occurrence, cues: Mapping[int, Occurrence], listener: int | None) -> Found:
    """Find the direct object and what hangs on it; in the passive, the subject."""
    for c in parsed.children[cue.verb] if is_passive(parsed, cue.verb) else ():
        if parsed.rel(c) == "nsubj" and c < cue.verb:
            begin = _start_of_subject(parsed, parsed.left[c])
            whole = not any(_is_finite(parsed, i) for i in range(c, cue.first))
            return begin, trim_end(parsed, begin, cue.first - 1 if whole else min(parsed.right[c], cue.first - 1))
    for c in parsed.children[cue.verb]:
        if parsed.rel(c) in ("obj", "iobj", "ccomp", "xcomp", "obl") and c > cue.last and c != listener:
            begin = parsed.left[c] if parsed.left[c] > cue.last else cue.last + 1
            return _to_end(parsed, begin, cue, cues)
    if parsed.dep[cue.verb] in ("amod", "compound") and parsed.head[cue.verb] > cue.last:
        return _to_end(parsed, cue.last + 1, cue, cues)  # "The minister [underscored] support", taken for an attribute
    return None


def _start_of_subject(parsed: Parsed, left: int) -> int:
    """Give the start of a passive's subject, also where the parse has only the last of several coordinated nouns."""
    begin = parsed.first[parsed.sent[left]]
    for i in range(left - 1, begin - 1, -1):
        if _is_finite(parsed, i) or parsed.low[i] in (",", ";", ":", "that"):
            return left
    return trim_start(parsed, begin, left)


def _is_finite(parsed: Parsed, i: int) -> bool:
    """Tell whether a verb is more than an attribute, as in "the US' [continued] support"."""
    if parsed.pos[i] not in ("VERB", "AUX") or parsed.rel(i) in ("amod", "compound"):
        return False
    before = parsed.low[i - 1] if i else ""
    return not (before in _ATTRIBUTED and i + 1 < parsed.size and parsed.pos[i + 1] in ("NOUN", "ADJ", "PROPN"))


def _infinitive(parsed: Parsed, cue: Occurrence, cues: Mapping[int, Occurrence], listener: int | None) -> Found:
    """Find the infinitive that tells what somebody is urged or promises to do."""
    end = parsed.last[parsed.sent[cue.verb]]
    start = cue.last + 1 if listener is None else max(cue.last + 1, min(listener + 1, end))
    for i in range(start, min(end, start + 25) + 1):
        if parsed.low[i] == "to" and parsed.pos[i] == "PART":
            top = parsed.head[i]
            if parsed.is_under(top, cue.verb) or parsed.head[top] in (cue.verb, listener) or is_passive(parsed, cue.verb):
                return _to_end(parsed, i - (parsed.low[i - 1] == "not" and i - 1 > cue.last), cue, cues)
        if parsed.low[i] in (";", ":"):
            return None
    return None


def _links(parsed: Parsed, cue: Occurrence, cues: Mapping[int, Occurrence], listener: int | None) -> Found:
    """Find what the noun of a light verb is about: "expressed concern over [the strike]", "gratitude to X for [Y]"."""
    words = lexicon().light_links.get(cue.entry.stance or "", ())
    end = parsed.last[parsed.sent[cue.verb]]
    for word in words:
        for i in range(cue.last + 1, min(end, cue.last + 12)):
            if parsed.low[i] != word and (parsed.low[i] in (";", ":") or (parsed.pos[i] in ("VERB", "AUX") and word != "for")):
                break
            if parsed.low[i] == word and (i == cue.last + 1 or word == "for" or parsed.head[parsed.head[i]] in (cue.verb, cue.noun)):
                return _to_end(parsed, i if word == "to" and parsed.pos[i] == "PART" else i + 1, cue, cues)
    return None


def _noun(parsed: Parsed, cue: Occurrence, cues: Mapping[int, Occurrence], listener: int | None) -> Found:
    """Take the noun of a light verb itself, where nothing says what it is about: "conveyed [her condolences to the families]"."""
    if cue.noun is None or cue.noun <= cue.verb:
        return None
    begin = max(cue.verb + 1, min(parsed.left[cue.noun], cue.noun))
    end = reach(parsed, cue.noun, cue.verb, cues)
    return (begin, end) if begin <= end else None


def _preposition(parsed: Parsed, cue: Occurrence, cues: Mapping[int, Occurrence], listener: int | None, words: tuple[str, ...]) -> Found:
    """Find the complement of one of these prepositions behind the cue."""
    end = parsed.last[parsed.sent[cue.verb]]
    skip = range(0)
    if listener is not None:
        first, last = phrase_of(parsed, listener)
        skip = range(first - 1, min(last, listener) + 1)
    for i in range(cue.last + (parsed.low[cue.last] not in words), end):
        if parsed.low[i] in words and i not in skip and parsed.pos[i] in ("ADP", "SCONJ", "PART"):
            return _to_end(parsed, i + 1, cue, cues)
        if (parsed.pos[i] == "VERB" and i > cue.last) or parsed.low[i] in (";", ":"):
            return None
    return None


def _to_end(parsed: Parsed, begin: int, cue: Occurrence, cues: Mapping[int, Occurrence]) -> Found:
    sent_end = parsed.last[parsed.sent[cue.verb]]
    if begin > sent_end or begin <= cue.verb:
        return None
    end = reach(parsed, begin, cue.verb, cues)
    begin = trim_start(parsed, begin, end)
    if parsed.low[begin] == "that" and parsed.dep[begin] == "mark" and begin < end:
        begin += 1
    if not any(parsed.word[i][0].isalnum() and parsed.low[i] not in _EMPTY for i in range(begin, end + 1)):
        return None
    return begin, end


_SLOTS: dict[str, Callable[[Parsed, Occurrence, Mapping[int, Occurrence], int | None], Found]] = {
    "quote": _no_quote, "clause": _clause, "object": _object, "infinitive": _infinitive, "links": _links, "noun": _noun,
}


def _listener(parsed: Parsed, cue: Occurrence, passive: bool) -> int | None:
    """Find the head token of the one who is spoken to."""
    for slot in cue.entry.frame.addressee:
        if slot == "object":
            if passive:
                hit = next((c for c in parsed.children[cue.verb] if parsed.dep[c] == "nsubj:pass"), None)
            else:
                hit = next((c for c in parsed.children[cue.verb] if parsed.rel(c) in ("obj", "iobj") and c > cue.verb), None)
        else:
            hit = _oblique(parsed, cue, slot)
        if hit is not None and not parsed.low[hit].endswith("ing") and parsed.pos[hit] in ("NOUN", "PROPN", "PRON"):
            return hit
    return None


def _oblique(parsed: Parsed, cue: Occurrence, word: str) -> int | None:
    """Find the noun that this preposition joins to the cue or to its noun."""
    tops = [cue.verb, *([] if cue.noun is None else [cue.noun])]
    if cue.entry.frame.addressee_inside:
        tops += [c for c in parsed.children[cue.verb] if parsed.rel(c) == "obj"]
    for top in tops:
        for c in parsed.children[top]:
            if parsed.rel(c) in ("obl", "nmod", "obj") and c > cue.verb and parsed.left[c] > cue.verb - 1:
                cases = [g for g in parsed.children[c] if parsed.dep[g] == "case"]
                if cases and parsed.low[cases[0]] == word:
                    return c
    return None
