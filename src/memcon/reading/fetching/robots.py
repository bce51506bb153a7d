"""robots.txt (RFC 9309): what a site asks of programs that fetch from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from memcon.errors import ReadingError
from memcon.reading.fetching.errors import Refused, Unreachable
from memcon.reading.fetching.fetcher import Fetcher
from memcon.reading.fetching.target import Target

NAME = "memcon"
"""The name under which a site can speak to Memcon in its robots.txt."""
_MOST = 512 * 1024
"""So many bytes of a robots.txt are read; RFC 9309 asks for 500 KiB at least."""


@dataclass(frozen=True, slots=True)
class Robots:
    """What one site asks; `parsed` is None where it asks nothing, `fault` says why it could not be read."""

    parsed: Any = None
    fault: str | None = None

    def check(self, target: Target) -> None:
        """Let a page through.

        Raises:
            Refused: the site disallows it.
            Unreachable: what the site asks is not known; then nothing is fetched from it.
        """
        if self.fault:
            raise Unreachable(f"{target.url}: the robots.txt of its site could not be read ({self.fault}), so nothing is fetched there now")
        if self.parsed is not None and not self.parsed.can_fetch(target.url, NAME):
            raise Refused(f"{target.url}: the robots.txt of its site asks that this is not fetched")

    @property
    def delay(self) -> float:
        """The seconds between two requests that the site asks for, 0 where it does not."""
        return float(self.parsed.crawl_delay(NAME) or 0) if self.parsed is not None else 0.0


def read(fetcher: Fetcher, target: Target, headers: Mapping[str, str] | None = None) -> Robots:
    """Read the robots.txt of a target's site: none (4xx) allows all, one that cannot be had (5xx, 429, no answer) nothing.

    Raises:
        Refused: the site's address may not be fetched at all.
    """
    from protego import Protego  # type: ignore[import-untyped, unused-ignore]

    try:
        answer = fetcher.get(f"{target.site}/robots.txt", headers, most=_MOST)
    except Refused as error:
        reason = str(error).removeprefix(f"{target.site}/robots.txt: ")
        raise Refused(f"{target.url}: {reason}") from error
    except ReadingError as error:
        return Robots(fault=str(error).removeprefix(f"{target.site}/robots.txt: "))
    if answer.status == 200:
        return Robots(Protego.parse(answer.body.decode("utf-8", "replace")))
    if answer.status == 429 or answer.status >= 500:
        return Robots(fault=f"status {answer.status}")
    return Robots()
