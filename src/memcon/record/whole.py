"""The record of one report."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.record.findings import Actor, Engagement, Figure, Mention, Statement, Timex
from memcon.record.report import Report
from memcon.record.span import Span

FORMAT = 1
"""Version of the JSON form; a reader refuses a newer one."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What made the record: enough to make the same bytes again."""

    memcon: str
    model: str
    model_sha256: str
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Record:
    """All that was found in one report, bound to the words of its text."""

    report: Report
    stamp: Stamp
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Timex, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    engagements: tuple[Engagement, ...] = ()

    def actor(self, id: str) -> Actor:
        """Give the actor of this id.

        Raises:
            KeyError: no actor of the record has it.
        """
        for actor in self.actors:
            if actor.id == id:
                return actor
        raise KeyError(id)


def spans_in(thing: object) -> Iterator[Span]:
    """Give every span that stands anywhere in a record or a part of it, in the order of its fields."""
    if isinstance(thing, Span):
        yield thing
    elif dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        for field in dataclasses.fields(thing):
            yield from spans_in(getattr(thing, field.name))
    elif isinstance(thing, tuple):
        for item in thing:
            yield from spans_in(item)
