"""An act of saying as the rules find it, before it is resolved to actors."""

from dataclasses import dataclass, field

from memcon.statements.lexicon import Cue

Offsets = tuple[int, int]


@dataclass(slots=True)
class Saying:
    """One act of saying: all offsets are code points, `verb` is the index of the cue's main token.

    `source` is the whole phrase of the speaker and `named` its head token (the antecedent of "who"); `agentless`
    says that the cue is a passive without an agent, so that no speaker is to be looked for.
    """

    verb: int
    cue: Offsets
    content: list[Offsets]
    entry: Cue | None
    rule: str
    source: Offsets | None = None
    named: int | None = None
    addressee: Offsets | None = None
    listener: int | None = None
    agentless: bool = False
    carried: bool = False
    confidence: float = 0.5
    quotes: list[int] = field(default_factory=list)
