"""A connection to an address that was checked, under the name of the host that it was checked for."""

import socket
import ssl
from collections.abc import Sequence
from functools import cache
from http.client import HTTPConnection
from pathlib import Path

from memcon.reading.fetching.deadline import Deadline, TimedSocket, TimedTLSSocket
from memcon.reading.fetching.target import Target

CONNECT = 10.0
"""Seconds in which an address must take the connection."""


class Connection(HTTPConnection):
    """An HTTP connection whose socket is pinned to one of `addresses`; `Host` and TLS have the host's name.

    Raises:
        OSError: none of the addresses takes the connection, or the certificate is not the host's.
    """

    sock: socket.socket

    def __init__(self, target: Target, addresses: Sequence[str], deadline: Deadline, tls: ssl.SSLContext) -> None:
        super().__init__(target.host, target.port)
        self.default_port = {"http": 80, "https": 443}[target.scheme]
        self._target, self._addresses, self._deadline, self._tls = target, addresses, deadline, tls

    def connect(self) -> None:
        """Connect to the first of the addresses that answers."""
        plain = self._socket()
        if self._target.scheme == "http":
            self.sock = plain
            return
        plain.settimeout(self._deadline.left())
        try:
            secure = self._tls.wrap_socket(plain, server_hostname=self._target.host)
        except BaseException:
            plain.close()
            raise
        assert isinstance(secure, TimedTLSSocket)
        secure.deadline = self._deadline
        self.sock = secure

    def _socket(self) -> TimedSocket:
        last: OSError = OSError("no address")
        for address in self._addresses:
            made = TimedSocket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
            try:
                made.settimeout(min(CONNECT, self._deadline.left()))
                made.connect((address, self._target.port))
            except OSError as error:
                made.close()
                last = error
                continue
            made.deadline = self._deadline
            return made
        raise last


@cache
def trust() -> ssl.SSLContext:
    """Give the rules of TLS: the system's authorities (certifi's where it has none), the host's name always verified."""
    paths = ssl.get_default_verify_paths()
    has_own = any(p and Path(p).exists() for p in (paths.cafile, paths.capath))
    if has_own:
        return timed(ssl.create_default_context())
    import certifi

    return timed(ssl.create_default_context(cafile=certifi.where()))


def timed(context: ssl.SSLContext) -> ssl.SSLContext:
    """Make a context give sockets that heed a deadline."""
    context.sslsocket_class = TimedTLSSocket
    return context
