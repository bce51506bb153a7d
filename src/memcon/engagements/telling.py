"""One place in the text that tells of an engagement; several tellings become one record (`joining.py`)."""

from dataclasses import dataclass, field

from memcon.engagements.lexicon import Word
from memcon.engagements.scene import Token
from memcon.record import EngagementKind, Place, Span, Status, Timex
from memcon.record.findings import Role

AHEAD: frozenset[Status] = frozenset({"planned", "proposed"})
"""What is still to come."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that tells: its token, its entry in `data/triggers.toml`, and the kind after its modifiers were read."""

    token: Token
    word: Word
    kind: EngagementKind
    lemma: str

    @property
    def noun(self) -> bool:
        """Tell whether it is a noun ("talks"), not a verb ("met")."""
        return self.word.frame == "noun"


@dataclass(frozen=True, slots=True)
class Party:
    """A participant as one telling names it."""

    actor: str
    role: Role
    span: Span
    sure: bool = True


@dataclass(slots=True)
class Telling:
    """What one trigger says of an engagement.

    `anaphoric` tells of one mentioned before ("the meeting", "during their call"), `other` of another one than the
    engagement at hand ("a previous meeting", "last month's visit", "their second call"). `purpose` tells that somebody travels for
    it, `past` that its verb stands in the past, `background` tells that it is only what another
    engagement follows, prepares or has for a topic, `transcript` that it is the title of what was said there, `counted`
    that it only counts ("the first visit since 2017"; the Guide: no record), `untensed` that it is a noun
    with no verb that says whether it has taken place ("Visit to Australia by the Malaysian Prime Minister"), `attendance` that its
    sentence lists who took part in one told of before. `why` keeps the rule and words
    behind each field.
    """

    trigger: Trigger
    span: Span
    sentence: Span
    kind: EngagementKind
    parties: list[Party]
    status: Status
    where: str
    order: int
    anaphoric: bool = False
    other: bool = False
    weak: bool = False
    background: bool = False
    past: bool = False
    purpose: bool = False
    transcript: bool = False
    counted: bool = False
    untensed: bool = False
    attendance: bool = False
    time: Timex | None = None
    date: str | None = None
    date_reason: str | None = None
    place: Place | None = None
    topics: list[Span] = field(default_factory=list)
    reported_by: tuple[str, ...] = ()
    why: dict[str, str] = field(default_factory=dict)

    def actors(self) -> list[str]:
        """Give the ids of the parties, each once, in their order."""
        return list(dict.fromkeys(p.actor for p in self.parties))
