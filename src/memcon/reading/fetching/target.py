"""An address of the web, taken apart so strictly that no two programs can read it differently."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, urljoin, urlsplit

from memcon.reading.fetching.errors import Refused

PORTS = {"http": 80, "https": 443}
_LONGEST = 4096
_ODD = re.compile(r"[\x00-\x20\x7f\\]")
_NUMBER = re.compile(r"(?:[0-9]+|0x[0-9a-f]*)$")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: `host` in lower case and ASCII (or an address without brackets), `path` with the query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """Scheme, host and port, as "https://example.org"."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")

    @property
    def url(self) -> str:
        """The whole address."""
        return self.site + self.path

    def is_literal(self) -> bool:
        """Tell whether the host is an address and no name."""
        return ":" in self.host or _NUMBER.search(self.host.rpartition(".")[2]) is not None


def target(url: str, ports: Collection[int] = (), base: Target | None = None) -> Target:
    """Take an address apart; `ports` may be used besides 80 and 443, and a redirect is relative to `base`.

    A host that is written as a number in any form but four decimal ones (2130706433, 0x7f.1, 0177.0.0.1) is refused: some programs
    take it for an address.

    Raises:
        Refused: it is no address of the web, names a user, or a port that may not be used.

    >>> target("HTTPS://Example.org/a b".replace(" ", "%20")).url
    'https://example.org/a%20b'
    """
    url = url.strip()
    shown = url[:200]
    if len(url) > _LONGEST or _ODD.search(url):
        raise Refused(f"{shown!r}: this address is too long, or has white space, control characters or backslashes in it")
    try:
        parts = urlsplit(urljoin(base.url, url) if base else url)
        port = parts.port
    except ValueError as error:
        raise Refused(f"{shown}: this is no address of the web ({error})") from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise Refused(f"{shown}: this is no address of the web; one begins with https:// or http://")
    if parts.username is not None or parts.password is not None:
        raise Refused(f"{shown}: this address names a user; such are not fetched")
    port = PORTS[parts.scheme] if port is None else port
    if port not in (80, 443, *ports):
        raise Refused(f"{shown}: port {port} is not 80 or 443; allow it with `ports = [{port}]` in the list of feeds")
    path = quote(parts.path or "/", safe="%/:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="%/:@!$&'()*+,;=~-._?[]")
    return Target(parts.scheme, _host(parts.netloc, parts.hostname, shown), port, f"{path}?{query}" if query else path)


def _host(netloc: str, host: str, shown: str) -> str:
    """Give a host in its one form."""
    try:
        if netloc.startswith("["):
            return str(IPv6Address(host)) if "%" not in host else _refuse(shown, "an address with a zone")
        plain = host.encode("idna").decode("ascii").lower().removesuffix(".")
        if _NUMBER.search(plain.rpartition(".")[2]):
            return str(IPv4Address(plain))
    except AddressValueError:
        return _refuse(shown, "a number that is no plain address")
    except UnicodeError:
        return _refuse(shown, "no name of a host")
    if len(plain) > 253 or not all(_LABEL.fullmatch(label) for label in plain.split(".")):
        return _refuse(shown, "no name of a host")
    return plain


def _refuse(shown: str, what: str) -> str:
    raise Refused(f"{shown}: its host is {what}")
