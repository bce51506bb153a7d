"""Keeps a process off the network: loopback and sockets of this machine only, in whatever library the call is made.

Python loads a module of this name by itself when it starts, so the folder on PYTHONPATH keeps the children of the tests off the
network too. An audit hook sees every socket that is opened through Python, and nothing can take it off again. Attempts are
written to the file that MEMCON_OFFLINE_LOG names, for what swallows the error is to be found as well.
"""

import ipaddress
import os
import socket
import sys
from pathlib import Path

LOOK_UPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
attempts: list[str] = []
"""What was tried in this process."""


class NetworkBlocked(RuntimeError):
    """Something reached for the network; no OSError, so that no `except OSError` for a line that is down hides it."""


def _local(host: object) -> bool:
    """Tell whether an address, in whatever form a resolver understands without asking, is this machine's own."""
    if host is None or host in ("", b"", "localhost", b"localhost", "testserver"):
        return True
    words = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(words.partition("%")[0]).is_loopback
    except ValueError:
        pass
    try:
        return ipaddress.ip_address(socket.inet_aton(words)).is_loopback
    except (OSError, UnicodeError):
        return False


def _numeric(host: object) -> bool:
    """Tell whether looking a name up asks nobody: an address as it is."""
    words = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
    try:
        ipaddress.ip_address(words.partition("%")[0])
    except ValueError:
        try:
            socket.inet_aton(words)
        except (OSError, UnicodeError):
            return False
    return True


def _hook(event: str, args: tuple[object, ...]) -> None:
    if not event.startswith("socket."):
        return
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        of, address = args[0], args[1]
        family = getattr(of, "family", None)
        if family not in (socket.AF_INET, socket.AF_INET6) or not isinstance(address, tuple) or _local(address[0]):
            return
        _refuse(f"{event} to {address[0]}:{address[1]}")
    elif event in LOOK_UPS and not _local(args[0]) and not _numeric(args[0]):
        _refuse(f"{event} of {args[0]!r}")


def _refuse(what: str) -> None:
    attempts.append(what)
    if log := os.environ.get("MEMCON_OFFLINE_LOG"):
        with Path(log).open("a", encoding="utf-8") as file:
            file.write(f"{what} by {' '.join(sys.argv[:2])}\n")
    raise NetworkBlocked(f"{what}: tests and Memcon stay off the network")


sys.addaudithook(_hook)
