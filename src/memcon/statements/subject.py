"""Finds who does a verb: its subject in the parse, also where another verb or a noun holds it."""

from memcon.statements.parsed import Parsed

_SUBJECT = frozenset({"nsubj", "csubj"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PERSONAL = frozenset({"he", "she", "they", "it", "we", "i", "him", "her", "them", "us", "me", "you"})
_WHEN = frozenset({"during", "after", "before", "following", "amid"})


def subject_of(parsed: Parsed, verb: int, depth: int = 0) -> int | None:
    """Give the head token of the verb's subject, or None.

    A verb without a subject of its own takes that of the verb on which it hangs ("X met Y, [thanking] him"), a
    participle that of the noun it describes ("a statement [saying]").
    """
    own = [c for c in parsed.children[verb] if parsed.rel(c) in _SUBJECT and parsed.dep[c] != "nsubj:pass"]
    if is_passive(parsed, verb):
        return None
    if own:
        return own[0]
    if depth > 5:
        return None
    head, rel = parsed.head[verb], parsed.rel(verb)
    if head == verb:
        return None
    if rel == "acl" and parsed.pos[head] in ("NOUN", "PROPN", "PRON"):
        return head
    if rel in ("conj", "xcomp", "advcl", "parataxis", "ccomp", "dep"):
        above = subject_of(parsed, head, depth + 1)
        return above if above is not None else _passive_subject(parsed, head, rel)
    return None


def _passive_subject(parsed: Parsed, head: int, rel: str) -> int | None:
    """Give the subject of a passive, which is the doer of a verb beside it ("X was received by Y and thanked him")."""
    if rel not in ("conj", "advcl", "xcomp"):
        return None
    return next((c for c in parsed.children[head] if parsed.dep[c] == "nsubj:pass"), None)


def is_passive(parsed: Parsed, verb: int) -> bool:
    """Tell whether the verb is in the passive ("was told", "were welcomed")."""
    return any(parsed.dep[c] in ("aux:pass", "nsubj:pass") for c in parsed.children[verb])


def agent_of(parsed: Parsed, verb: int) -> int | None:
    """Give the head of the "by" phrase of a passive, or None."""
    for c in parsed.children[verb]:
        if parsed.rel(c) == "obl" and any(parsed.low[g] == "by" for g in parsed.children[c] if parsed.dep[g] == "case"):
            return c
    return None


def antecedent(parsed: Parsed, token: int, verb: int) -> int:
    """Give the noun that a relative pronoun stands for; the token itself where it is none."""
    if parsed.low[token] in _RELATIVE and parsed.dep[verb] == "acl:relcl":
        return parsed.head[verb]
    if parsed.low[token] in _RELATIVE and token > 1:
        before = token - 1
        while before > 0 and parsed.pos[before] == "PUNCT":
            before -= 1
        if parsed.pos[before] in ("NOUN", "PROPN"):
            return before
    return token


def _is_circumstance(parsed: Parsed, child: int) -> bool:
    """Tell whether a phrase says when: "the minister [during a briefing]", hung on the noun by the parse."""
    dated = parsed.low[child].endswith("day") and parsed.low[parsed.left[child]] == "on"
    return (dated or parsed.low[parsed.left[child]] in _WHEN) and parsed.rel(child) in ("nmod", "obl")


def phrase_of(parsed: Parsed, head: int) -> tuple[int, int]:
    """Give the first and last token of a noun phrase without its relative clauses and asides."""
    if parsed.low[head] in _PERSONAL:
        return head, head
    first, last = parsed.left[head], parsed.right[head]
    for child in parsed.children[head]:
        if parsed.rel(child) in ("acl", "parataxis", "advcl", "dep") or parsed.dep[child] == "acl:relcl" or _is_circumstance(parsed, child):
            if child > head:
                last = min(last, parsed.left[child] - 1)
            else:
                first = max(first, parsed.right[child] + 1)
    for i in range(first, head):
        if parsed.low[i] == "that" and parsed.dep[i] == "mark":
            first = i + 1  # the parse takes "said that [Assad] told" for one phrase
    while last > head and (parsed.pos[last] == "PUNCT" and parsed.low[last] not in (")", '"', "”")):
        last -= 1
    while first < head and parsed.pos[first] in ("PUNCT", "CCONJ", "ADP"):
        first += 1
    return first, max(last, head)
