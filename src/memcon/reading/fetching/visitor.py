"""A polite guest: asks robots.txt first, waits between two requests, and heeds what a busy host says."""

from collections.abc import Mapping

from memcon.needing import needed
from memcon.reading.fetching import robots
from memcon.reading.fetching.errors import Deferred, FetchError
from memcon.reading.fetching.fetcher import Answer, Fetcher
from memcon.reading.fetching.pace import Pace
from memcon.reading.fetching.target import Target

_BUSY = (429, 503)
_KEPT = 86_400.0
"""Seconds that a robots.txt is good for."""


class MissingLibrary(FetchError):
    """What fetching needs is not installed."""


class Visitor:
    """Gets pages of many hosts, one request at a time.

    Raises:
        MissingLibrary: the library that reads robots.txt is not installed.
    """

    def __init__(self, fetcher: Fetcher, pace: Pace | None = None) -> None:
        needed("protego", "fetching", "watch", MissingLibrary)
        self._fetcher, self._pace = fetcher, pace or Pace(2.0, {})
        self._robots: dict[str, tuple[robots.Robots, float]] = {}

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Get a page; one that is busy is asked a second time where it says that this is soon.

        Raises:
            Refused, Unreachable, TooLarge: as `Fetcher.get`; also where robots.txt disallows the page, and all redirects likewise.
            Deferred: the host asks to be left alone for longer than anybody waits.
        """
        answer = self._get(url, headers)
        if answer.status not in _BUSY:
            return answer
        self._hold(answer)
        answer = self._get(url, headers)
        if answer.status in _BUSY:
            seconds = self._hold(answer)
            raise Deferred(f"{url}: its host is busy (status {answer.status}); it is left alone for {seconds:,.0f} seconds")
        return answer

    def _get(self, url: str, headers: Mapping[str, str] | None) -> Answer:
        last: list[str] = []

        def before(target: Target) -> None:
            self._done(last)
            self._site(target).check(target)
            self._pace.wait(target.host, self._site(target).delay)
            last.append(target.host)

        try:
            return self._fetcher.get(url, headers, before=before)
        finally:
            self._done(last)

    def _done(self, hosts: list[str]) -> None:
        while hosts:
            self._pace.done(hosts.pop())

    def _hold(self, answer: Answer) -> float:
        return self._pace.hold(self._fetcher.target(answer.url).host, answer.headers.get("retry-after"))

    def _site(self, target: Target) -> robots.Robots:
        """Give what a site asks; it is read once a day (RFC 9309, 2.4)."""
        found, read_at = self._robots.get(target.site, (None, 0.0))
        if found is None or self._pace.clock() - read_at > _KEPT:
            self._pace.wait(target.host)
            try:
                found = robots.read(self._fetcher, target)
            finally:
                self._pace.done(target.host)
            self._robots[target.site] = found, self._pace.clock()
        return found

    def forget_faults(self) -> None:
        """Read the robots.txt of each site anew where it could not be read; for the begin of a poll."""
        self._robots = {site: kept for site, kept in self._robots.items() if kept[0].fault is None}
