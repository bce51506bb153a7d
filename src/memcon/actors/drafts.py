"""Actors and mentions while they are being made."""

from dataclasses import dataclass, field

from memcon.record import ActorKind, MentionKind, Office


@dataclass(slots=True, eq=False)
class Draft:
    """An actor in the making; two drafts are the same only if they are one object.

    `settled` tells that the text or the table has decided on the country, which may be None ("NATO's chief").
    `gender` is "m", "f" or ""; `classes` are those of all its offices (`tables.class_of`), `bodies` the
    bodies that it has an office of ("NATO"); `seated` tells that the table has it in a state's office on the day,
    `courtesy` is the first word of courtesy before its name ("sheikh").
    """

    name: str
    kind: ActorKind
    country: str | None = None
    settled: bool = False
    offices: list[Office] = field(default_factory=list)
    name_source: str = "text"
    gender: str = ""
    classes: set[str] = field(default_factory=set)
    words: tuple[str, ...] = ()
    bodies: set[str] = field(default_factory=set)
    seated: bool = False
    courtesy: str = ""

    def settle(self, country: str | None) -> None:
        """Decide on the country, where that is still open.

        An office of a body of states leaves its holder the state of another office: "the Sultan of Brunei, chair of ASEAN".
        """
        if country is None and self.seated:
            return
        if not self.settled:
            self.country, self.settled = country, True


@dataclass(slots=True)
class Found:
    """Words that stand for actors: offsets in code points, the head's atom, and whom they mean."""

    start: int
    end: int
    head: int
    actors: tuple[Draft, ...]
    kind: MentionKind
    rule: str
