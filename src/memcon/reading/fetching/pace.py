"""How often a host may be asked: one request at a time, a delay between two, and none while it asks to be left alone."""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC
from email.utils import parsedate_to_datetime

from memcon.reading.fetching.errors import Deferred

PATIENCE = 60.0
"""Longer than so many seconds nobody waits; what is left waits for the next poll."""
LONGEST = 86_400.0
"""A host may ask to be left alone for a day at a time."""


class Pace:
    """Keeps the delay between the end of a request to a host and the next one.

    `held` says until when (seconds since 1970) a host asked to be left alone; it outlives the run, in the state of the feeds.
    """

    def __init__(
        self, delay: float, held: dict[str, float], *, clock: Callable[[], float] = time.monotonic, now: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:  # fmt: skip
        self.delay, self.held = delay, held
        self.clock, self._now, self._sleep = clock, now, sleep
        self._ended: dict[str, float] = {}

    def wait(self, host: str, asked: float = 0.0) -> None:
        """Wait until a host may be asked again; `asked` is the delay that its robots.txt asks for.

        Raises:
            Deferred: that is too long to wait.
        """
        until = self.held.get(host, 0.0) - self._now()
        since = self.clock() - self._ended[host] if host in self._ended else LONGEST
        pause = max(until, max(self.delay, asked) - since, 0.0)
        if pause > PATIENCE:
            raise Deferred(f"{host} asks to be left alone for {pause:,.0f} seconds; the next poll goes on after that")
        self.held.pop(host, None)
        if pause:
            self._sleep(pause)

    def done(self, host: str) -> None:
        """Note the end of a request."""
        self._ended[host] = self.clock()

    def hold(self, host: str, retry_after: str | None) -> float:
        """Leave a host alone as long as its Retry-After says (seconds, or a date), five minutes where it says nothing.

        Gives the seconds.
        """
        seconds = self._seconds(retry_after)
        self.held[host] = self._now() + seconds
        return seconds

    def _seconds(self, value: str | None) -> float:
        found = 300.0
        text = (value or "").strip()
        if text.isdecimal() and text.isascii():
            found = float(text[:9])
        elif text:
            with suppress(TypeError, ValueError, IndexError, OverflowError):
                when = parsedate_to_datetime(text)
                found = (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() - self._now()
        return min(max(found, 1.0), LONGEST)
