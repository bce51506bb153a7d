"""One deadline for a whole request, kept by the sockets themselves: a server that sends a byte a second gains nothing."""

import socket
import ssl
import time
from typing import Any

IDLE = 20.0
"""Seconds that a server may be silent."""


class Deadline:
    """A moment after which everything takes too long."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    def extend(self, seconds: float) -> None:
        """Put the moment off, by time that was spent waiting on purpose."""
        self._until += seconds

    def left(self) -> float:
        """Give the seconds that are left, at most `IDLE`.

        Raises:
            TimeoutError: there are none.
        """
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError("it takes too long")
        return min(left, IDLE)


class TimedSocket(socket.socket):
    """A socket that heeds a deadline at each reading."""

    deadline: Deadline | None = None

    def recv_into(self, *args: Any, **more: Any) -> int:
        """Read, no longer than the deadline allows."""
        if self.deadline:
            self.settimeout(self.deadline.left())
        return super().recv_into(*args, **more)


class TimedTLSSocket(ssl.SSLSocket):
    """The same over TLS."""

    deadline: Deadline | None = None

    def recv_into(self, *args: Any, **more: Any) -> int:
        """Read, no longer than the deadline allows."""
        if self.deadline:
            self.settimeout(self.deadline.left())
        return super().recv_into(*args, **more)
