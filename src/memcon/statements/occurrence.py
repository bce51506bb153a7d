"""A cue where it stands in the text, and the verb group that it is part of."""

from dataclasses import dataclass

from memcon.statements.lexicon import Cue, lexicon
from memcon.statements.parsed import Parsed

_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A cue in the text.

    `verb` is its main token, `last` the last token of its words, `first` the first token of its verb group, `noun` the
    noun of a light verb ("expressed [hope]"), `quoted` the head of the speaker where another one quotes it ("cited
    [officials] as saying"), who stands behind the token `after`.
    """

    verb: int
    entry: Cue
    first: int
    last: int
    noun: int | None = None
    quoted: int | None = None
    after: int | None = None


def group_start(parsed: Parsed, i: int) -> int:
    """Give the first token of the verb group of a verb: "[has repeatedly] called"."""
    first = i
    adverbs = lexicon().words["adverbs"]
    begin = parsed.first[parsed.sent[i]]
    while first > begin:
        j = first - 1
        verb_of = parsed.head[j] == i
        if (verb_of and parsed.dep[j] in _AUXILIARY) or (parsed.low[j] in adverbs and (verb_of or parsed.dep[j] == "advmod")):
            first = j
        else:
            break
    # "Putin also said": an adverb alone belongs to the group only where the table has it, "once" and "then" stay out.
    while first < i and parsed.low[first] in ("then", "later", "earlier", "once"):
        first += 1
    return first
