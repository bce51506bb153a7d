"""Tells how far a content reaches: to the end of its sentence, or to where the next act of saying begins."""

from collections.abc import Mapping

from memcon.statements.occurrence import Occurrence
from memcon.statements.parsed import Parsed

_TRIM_END = frozenset({",", ";", ":", "-", "–", "—", "--", "and", "but", "or", "while", ".", "?", "!", "…", "..."})
_TRIM_START = frozenset({",", ";", ":", "-", "–", "—", "--", "and", "but"})
_SUBJECT = 12
"""A subject's head stands at most so many tokens behind its first word."""
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"})
_RELATIVE = frozenset({"who", "which", "that", "whose"})
_TO_SOMEBODY = frozenset({"thank", "congratulate", "urge", "tell", "warn", "call_on", "express", "judge"})
_AND_THEN = frozenset({"stress", "promise", "deny", "share", "name", "call_for", "accuse", "propose"})
_NOMINATIVE = frozenset({"he", "she", "they", "we", "i"})
_VERBS = frozenset({"VERB", "AUX"})
_OPENERS = frozenset({"and", "but", "while", "also", "as", "then", "further", "additionally", "thus", "thereby", "in"})


def reach(parsed: Parsed, begin: int, verb: int, cues: Mapping[int, Occurrence]) -> int:
    """Give the last token of a content that begins at `begin` and belongs to `verb`.

    It ends before a later cue of the same doer ("..., [adding that]", "... [and thanked him]", ", according to X"),
    or else at the end of the sentence.
    """
    end = parsed.last[parsed.sent[begin]]
    if verb > begin:
        end = min(end, verb - 1)
    if begin > verb == parsed.first[parsed.sent[verb]] and parsed.low[verb].endswith("ing"):
        end = min(end, _before_main(parsed, begin, end))
    stop = next_act(parsed, begin, end, verb, cues)
    return trim_end(parsed, begin, end if stop is None else stop)


def _before_main(parsed: Parsed, begin: int, end: int) -> int:
    """Give the last token of an opening participle clause: "Noting [the need for talks], the president met ..."."""
    for i in range(begin + 1, end):
        if parsed.low[i] == "," and any(
            parsed.rel(s) == "nsubj" and parsed.left[s] == i + 1 for s in range(i + 1, min(i + _SUBJECT, end + 1))
        ):
            return i - 1
    return end


def next_act(parsed: Parsed, begin: int, end: int, verb: int, cues: Mapping[int, Occurrence]) -> int | None:
    """Give the last token before the next act of the same doer between `begin` and `end`, or None."""
    nominal = None
    for i in range(begin, end + 1):
        if parsed.low[i] in _NOMINATIVE and i > begin + 2 and parsed.low[i - 1] in ("and", "but"):
            nominal = is_nominal(parsed, begin, i - 2) if nominal is None else nominal
            if nominal:
                return _before_group(parsed, i, begin)  # "informed him about the causes, [and he gave] an assessment"
        if i > begin + 1 and parsed.low[i] == "and" and _goes_on(parsed, i + 1, verb) and not _has_clause(parsed, begin, i):
            return i - 1  # "expressed concern over the attacks [and discussed ...]"
        if i > verb and parsed.dep[i] == "conj" and parsed.head[i] == verb and _is_finite_conj(parsed, i, verb):
            return _before_group(parsed, parsed.left[i], begin)
        if i in cues and i > verb and cues[i].entry.frame.name != "quote" and not _is_inside(parsed, i, begin, verb, cues[i]):
            return _before_group(parsed, cues[i].first, begin)
        if _starts_phrase(parsed, i) and i > begin + 1:
            return i - 1
    return None


def _is_inside(parsed: Parsed, cue: int, begin: int, verb: int, occurrence: Occurrence) -> bool:
    """Tell whether a later cue is part of the content (nested), not the next act of the same doer."""
    before = occurrence.first - 1
    if parsed.low[before] in _RELATIVE:
        return True
    if parsed.low[cue].endswith("ing") and before >= begin and parsed.low[before] in (",", "while", "also", "and"):
        return False
    if parsed.tag[cue] != parsed.tag[verb] and any(parsed.dep[c] == "nsubj" and c > verb for c in parsed.children[cue]):
        return True  # "underscored that it remains committed and that it [opposes] the change"
    if parsed.dep[cue] == "conj" and parsed.head[cue] in (verb, parsed.head[verb]):
        return False
    if parsed.low[before] in ("and", "also") and occurrence.entry.frame.name in _TO_SOMEBODY and _same_form(parsed, cue, verb):
        # "said that he was glad and congratulated him": the parse hangs the second act on "glad".
        return False
    if parsed.low[before] == "and" and occurrence.entry.frame.name in _AND_THEN and _same_form(parsed, cue, verb):
        return _is_others(parsed, cue, begin)
    if parsed.rel(cue) in ("advcl", "parataxis", "conj") and parsed.head[cue] == verb:
        return False
    if parsed.rel(cue) in ("conj",) and parsed.rel(verb) in ("conj", "xcomp", "advcl"):
        return parsed.head[cue] != parsed.head[verb]
    return True


def _goes_on(parsed: Parsed, i: int, verb: int) -> bool:
    """Tell whether a verb of the cue's form stands here or behind an adverb."""
    if i < parsed.size and parsed.pos[i] == "ADV":
        i += 1
    return i < parsed.size and parsed.pos[i] == "VERB" and parsed.tag[i] == parsed.tag[verb] == "VBD"


def _has_clause(parsed: Parsed, begin: int, end: int) -> bool:
    """Tell whether a verb or a relative pronoun stands in a stretch: what follows may go on with that."""
    return any(
        parsed.tag[i] in ("VBD", "VBZ", "VBP", "MD") or parsed.tag[i] in ("WDT", "WP") or parsed.low[i] == "that" for i in range(begin, end)
    )


def _is_finite_conj(parsed: Parsed, i: int, verb: int) -> bool:
    """Tell whether a verb goes on with the deeds of the one who said: "asked to join [and is awaiting] a decision"."""
    finite = parsed.tag[i] in ("VBD", "VBZ", "VBP") or any(
        parsed.dep[c] in ("aux", "aux:pass") and parsed.tag[c] in ("VBD", "VBZ", "VBP", "MD") for c in parsed.children[i]
    )
    return finite and parsed.left[i] > verb and not any(parsed.rel(c) == "nsubj" for c in parsed.children[i])


def _same_form(parsed: Parsed, cue: int, verb: int) -> bool:
    """Tell whether two verbs have the same form; the tagger takes a past form for a participle now and then."""
    past = {"VBD", "VBN"}
    if _has_have(parsed, cue) != _has_have(parsed, verb):
        return False  # "said he had spoken to him and had promised ...": what he said
    return parsed.tag[cue] == parsed.tag[verb] or (parsed.tag[cue] in past and parsed.tag[verb] in past)


def _has_have(parsed: Parsed, verb: int) -> bool:
    return any(parsed.dep[c] == "aux" and parsed.lemma[c] == "have" for c in parsed.children[verb])


def _is_others(parsed: Parsed, cue: int, begin: int) -> bool:
    """Tell whether a coordinated act is the deed of one whom the content names: "said [Lavrov had met him and stressed ...]".

    The verb that it is coordinated with has a subject of its own there, a noun, and the same form.
    """
    other = parsed.head[cue]
    if parsed.rel(cue) != "conj" or other < begin or parsed.tag[other] != parsed.tag[cue]:
        return False
    return any(parsed.dep[c] == "nsubj" and parsed.pos[c] in ("NOUN", "PROPN") for c in parsed.children[other])


def is_nominal(parsed: Parsed, begin: int, end: int) -> bool:
    """Tell whether a content is a noun phrase ("the causes of the crisis"), not a clause."""
    top = begin
    while begin <= parsed.head[top] <= end and parsed.head[top] != top:
        top = parsed.head[top]
    return parsed.pos[top] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") and not any(
        parsed.rel(c) in ("nsubj", "cop") for c in parsed.children[top]
    )


def _starts_phrase(parsed: Parsed, i: int) -> bool:
    return parsed.low[i] == "according" and i + 1 < parsed.size and parsed.low[i + 1] == "to" and parsed.low[i - 1] == ","


def _before_group(parsed: Parsed, first: int, begin: int) -> int:
    end = first - 1
    while end > begin and parsed.low[end] in _OPENERS | _TRIM_END:
        end -= 1
    return end


def behind_day(parsed: Parsed, begin: int, end: int) -> int:
    """Move the start of a content behind the day of the cue: "said [Monday] the talks would go on"."""
    if begin < end and parsed.low[begin] in _DAYS and parsed.pos[begin + 1] in ("DET", "PRON", "PROPN", "NOUN", "SCONJ"):
        return begin + 1
    return begin


def trim_end(parsed: Parsed, begin: int, end: int) -> int:
    """Move the end of a content back over punctuation and joining words at its edge."""
    while end > begin and (parsed.low[end] in _TRIM_END or parsed.low[end].isspace()):
        end -= 1
    return end


def trim_start(parsed: Parsed, begin: int, end: int) -> int:
    """Move the start of a content forward over punctuation and joining words at its edge."""
    while begin < end and (parsed.low[begin] in _TRIM_START or parsed.low[begin].isspace()):
        begin += 1
    return begin
