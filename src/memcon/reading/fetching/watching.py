"""All feeds of a list, polled once: what is new goes to `add`, and what came of it is told event by event."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from memcon.errors import ReadingError
from memcon.reading.document import Unread, unread
from memcon.reading.fetching import polling
from memcon.reading.fetching.errors import Unreachable
from memcon.reading.fetching.state import FeedState, State
from memcon.reading.fetching.subscriptions import Feed, Subscriptions
from memcon.reading.fetching.visitor import Visitor
from memcon.record import Report

Add = Callable[[Report], tuple[str, str | None]]
"""Takes a report; gives "added", "superseded", "same", or "failed" with the reason."""


@dataclass
class Tally:
    """What a feed came to: `again` could not be had this time, `left` wait for the next poll; `moved` is where the feed is now."""

    added: int = 0
    superseded: int = 0
    same: int = 0
    failed: int = 0
    again: int = 0
    left: int = 0
    unchanged: bool = False
    error: str | None = None
    moved: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Give it for JSON."""
        return asdict(self)

    def __str__(self) -> str:
        if self.error:
            return "could not be polled"
        moved = f"; it has moved for good to {self.moved}: put that into the list" if self.moved else ""
        if self.unchanged:
            return f"not changed since the last poll{moved}"
        parts = (
            (self.added, "added"), (self.superseded, "corrected"), (self.same, "known"), (self.failed, "could not be read"),
            (self.again + self.left, "left for the next poll"),
        )  # fmt: skip
        return (", ".join(f"{count} {what}" for count, what in parts if count) or "nothing new") + moved


@dataclass
class Event:
    """Something that happened: a `failure` (name and reason; `again` where it is tried again), the `tally` of a feed at its end.

    `done` tells that the state has changed. Of the entries that one feed has to put off, only the first is told.
    """

    feed: Feed
    failure: tuple[str, str] | None = None
    again: bool = False
    done: bool = False
    tally: Tally | None = None


@dataclass
class _Course:
    """A feed on its way through a poll."""

    feed: Feed
    state: FeedState
    polled: polling.Polled
    tally: Tally
    items: Iterator[polling.Found] = field(default_factory=lambda: iter(()))


def watch(
    listed: Subscriptions, known: State, visitor: Visitor | None, add: Add, *, any_language: bool = False, stop: Callable[[], bool] = lambda: False
) -> Iterator[Event]:
    """Poll each feed, then take one new entry of each in turn, so that the delay of one host is spent on the others.

    An entry counts as done only after `add` has taken its report.
    """
    if visitor:
        visitor.forget_faults()
    running: list[_Course] = []
    for feed in listed.feeds:
        if stop():
            break
        found = _begin(feed, known, visitor, any_language)
        if isinstance(found, Event):
            yield found
        else:
            running.append(found)
    while running and not stop():
        for course in list(running):
            one = next(course.items, None)
            if one is None:
                running.remove(course)
                yield _end(course)
            else:
                yield _take(course, one, add)
            if stop():
                break


def _begin(feed: Feed, known: State, visitor: Visitor | None, any_language: bool) -> _Course | Event:
    state = known.of(feed.key)
    try:
        polled = polling.get(feed, state, visitor)
    except Exception as error:  # A feed that trips a rule must not stop the others.
        reason = _why(feed, error)
        return Event(feed, (feed.key, reason), again=isinstance(error, Unreachable), tally=Tally(error=reason))
    tally = Tally(left=polled.left, unchanged=polled.unchanged, moved=polled.moved)
    return _Course(feed, state, polled, tally, polling.read(polled, visitor, any_language=any_language))


def _why(feed: Feed, error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    if isinstance(error, ReadingError):
        return unread(feed.key, error).reason
    return f"a fault in Memcon ({type(error).__name__}: {error}); please report it"


def _take(course: _Course, one: polling.Found, add: Add) -> Event:
    if isinstance(one.item, Unread):
        outcome, reason, name = "failed", one.item.reason, one.item.name
    else:
        (outcome, why), name = add(one.item), one.item.path or one.item.id
        reason = why or ""
    if one.again and not one.deferred:
        course.state.failed(one.key, one.mark)
    elif not one.again:
        course.state.done(one.key, one.mark)
    again = course.state.seen.get(one.key) != one.mark
    counted = "again" if again else outcome
    setattr(course.tally, counted, getattr(course.tally, counted) + 1)
    told = outcome == "failed" and not (one.deferred and course.tally.again > 1)
    return Event(course.feed, (name, reason) if told else None, again, done=True)


def _end(course: _Course) -> Event:
    polling.settle(course.polled, course.state)
    return Event(course.feed, done=True, tally=course.tally)
