"""One address of the web → the answer of its server, within limits of size and time."""

import http.client
import io
import ssl
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace

from memcon.errors import TooLarge
from memcon.reading.document import MAX_BYTES
from memcon.reading.fetching.connecting import Connection, timed, trust
from memcon.reading.fetching.deadline import Deadline
from memcon.reading.fetching.errors import Refused, Unreachable
from memcon.reading.fetching.gate import Gate
from memcon.reading.fetching.target import Target, target
from memcon.reading.unpacking import Unpacked

_MOVED, _FOR_GOOD = (301, 302, 303, 307, 308), (301, 308)
_PART = 64 * 1024
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may take: bytes (packed and unpacked), seconds from the first look-up to the last byte, redirects."""

    bytes: int = MAX_BYTES
    seconds: float = 60.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: the address at the end of all redirects, and the body, empty but for status 200.

    The names of `headers` are in lower case; `moved` tells that the address that was asked for has moved there for good (301, 308).
    """

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    moved: bool = False

    @property
    def charset(self) -> str | None:
        """The charset that the header declares."""
        return self.headers.get("content-type", "").lower().partition("charset=")[2].partition(";")[0].strip(" \"'") or None

    @property
    def type(self) -> str:
        """The media type that the header declares, in lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class Fetcher:
    """Gets addresses with GET; no cookies, no credentials, no proxy, nothing kept between requests."""

    def __init__(
        self, *, agent: str, gate: Gate | None = None, ports: Collection[int] = (), limits: Limits = Limits(), tls: ssl.SSLContext | None = None
    ) -> None:
        self.agent, self.limits = agent, limits
        self._gate, self._ports, self._tls = gate or Gate(), tuple(ports), timed(tls) if tls else None

    def target(self, url: str) -> Target:
        """Take an address apart.

        Raises:
            Refused: it may not be fetched.
        """
        return target(url, self._ports)

    def get(
        self, url: str, headers: Mapping[str, str] | None = None, *, before: Callable[[Target], None] | None = None, most: int | None = None
    ) -> Answer:
        """Get an address, and where it was moved to; each address on the way is checked anew, and `before` called with it.

        With `most` only so many bytes are read, and the rest is left.

        Raises:
            Refused: an address on the way may not be fetched, or there are too many of them.
            Unreachable: no answer, in time, or a damaged one.
            TooLarge: the body is over the limit, or unpacks to something that no text is.
        """
        deadline = Deadline(self.limits.seconds)
        at, seen, for_good = self.target(url), list[str](), True
        while True:
            if before:
                began = time.monotonic()
                before(at)
                deadline.extend(time.monotonic() - began)
            answer = self._once(at, headers or {}, deadline, most)
            place = answer.headers.get("location")
            if answer.status not in _MOVED or place is None:
                return replace(answer, moved=bool(seen) and for_good)
            for_good = for_good and answer.status in _FOR_GOOD
            seen.append(at.url)
            at = target(place, self._ports, base=at)
            if at.url in seen:
                raise Refused(f"{url}: its redirects go round in a circle, by {at.url}")
            if len(seen) > self.limits.redirects:
                raise Refused(f"{url}: it was moved more than {self.limits.redirects} times")

    def _once(self, at: Target, headers: Mapping[str, str], deadline: Deadline, most: int | None) -> Answer:
        addresses = self._gate.addresses(at, deadline)
        connection = Connection(at, addresses, deadline, self._tls or trust())
        sent = {"User-Agent": self.agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip", "Connection": "close", **headers}
        try:
            connection.request("GET", at.path, headers=sent)
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            body = self._body(at, response, found, most) if response.status == 200 else b""
            return Answer(at.url, response.status, found, body)
        except TimeoutError as error:
            raise Unreachable(f"{at.url}: no whole answer within {self.limits.seconds:.0f} seconds; reading stopped") from error
        except ssl.SSLError as error:
            raise Unreachable(f"{at.url}: no safe connection ({getattr(error, 'verify_message', None) or error.reason or error})") from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise Unreachable(f"{at.url}: no answer that can be read ({type(error).__name__}: {error})") from error
        finally:
            connection.close()

    def _body(self, at: Target, response: http.client.HTTPResponse, headers: Mapping[str, str], most: int | None) -> bytes:
        """Read a body part by part, so that each part is measured."""
        limit = most or self.limits.bytes
        data = bytearray()
        while part := response.read1(_PART):
            data += part
            if len(data) > limit:
                if most is None:
                    raise TooLarge(f"{at.url}: the answer is over {limit:,} bytes; reading stopped")
                return bytes(data[:limit])
        if response.length:
            raise Unreachable(f"{at.url}: the answer ends {response.length:,} bytes too early")
        coding = headers.get("content-encoding", "identity").strip().lower()
        if coding in ("", "identity"):
            return bytes(data)
        if coding not in ("gzip", "x-gzip"):
            raise Unreachable(f"{at.url}: the answer is packed with {coding[:40]}, which was not asked for")
        unpacked = Unpacked(io.BytesIO(bytes(data)), "gzip", at.url).read(limit + 1)
        if len(unpacked) > limit and most is None:
            raise TooLarge(f"{at.url}: the answer unpacks to over {limit:,} bytes")
        return unpacked[:limit]
