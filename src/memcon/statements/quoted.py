"""Finds the cues by which one speaker is quoted by another one: "was quoted by X as [saying]", "X cited him as [saying]"."""

from collections.abc import Iterator

from memcon.statements.lexicon import Lexicon
from memcon.statements.occurrence import Occurrence, group_start
from memcon.statements.parsed import Parsed

_QUOTED_WITHIN = 16
"""So many tokens may stand between "quoted" and its "as saying"."""
_VERBAL = frozenset({"VERB", "AUX"})


def quoted_sayings(parsed: Parsed, table: Lexicon) -> Iterator[tuple[int, Occurrence]]:
    """Find these cues; each with the token of its verb of quoting, which is no cue of its own."""
    for i in range(parsed.size):
        if parsed.low[i] != "as" or i + 1 >= parsed.size or not parsed.low[i + 1].endswith("ing"):
            continue
        said = i + 1
        entry = next((c for c in table.cues.get(parsed.lemma[said], ()) if c.words == parsed.lemma[said]), None)
        begin = max(parsed.first[parsed.sent[i]], i - _QUOTED_WITHIN)
        verb = next((j for j in range(i - 1, begin - 1, -1) if parsed.lemma[j] in table.quoting and parsed.pos[j] in _VERBAL), None)
        if entry is None or verb is None:
            continue
        passive = next((c for c in parsed.children[verb] if parsed.dep[c] == "nsubj:pass"), None)
        if passive is not None or any(parsed.dep[c] == "aux:pass" for c in parsed.children[verb]):
            source = passive if passive is not None else _noun_before(parsed, group_start(parsed, verb))
            yield verb, Occurrence(said, entry, group_start(parsed, verb), said, quoted=source)
        else:
            own = next((c for c in parsed.children[verb] if parsed.rel(c) == "obj" and verb < c < i), None)
            yield verb, Occurrence(said, entry, said, said, quoted=own if own is not None else _noun_before(parsed, i), after=verb)


def _noun_before(parsed: Parsed, i: int) -> int | None:
    begin = parsed.first[parsed.sent[i]]
    return next((j for j in range(i - 1, begin - 1, -1) if parsed.pos[j] in ("NOUN", "PROPN", "PRON")), None)
