"""From the name of a host to the addresses that may be connected to: each is looked up once and checked."""

import queue
import socket
import threading
from collections.abc import Callable, Collection, Sequence

from memcon.reading.fetching.addresses import closed
from memcon.reading.fetching.deadline import Deadline
from memcon.reading.fetching.errors import Refused, Unreachable
from memcon.reading.fetching.target import Target

Resolve = Callable[[str, int], Sequence[str]]
"""Gives the addresses of a host's name; raises OSError where it has none."""


def system(host: str, port: int) -> list[str]:
    """Ask the system's resolver."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


class Gate:
    """Lets public addresses through and nothing else.

    The connection is made to what `addresses` gave, so that a name whose answer changes between the check and the connection
    (DNS rebinding) gains nothing. `allow` names addresses that pass though they are not public; it is there for tests against a
    server on this machine, and no command sets it.
    """

    def __init__(self, resolve: Resolve = system, allow: Collection[str] = ()) -> None:
        self._resolve, self._allow = resolve, frozenset(allow)

    def addresses(self, target: Target, deadline: Deadline) -> tuple[str, ...]:
        """Give the addresses of a host, all of them public.

        Raises:
            Refused: one of them is not: a name with both kinds of answers is an attempt to get in.
            Unreachable: it has none, or the resolver is too slow.
        """
        found = (target.host,) if target.is_literal() else tuple(self._ask(target, deadline))
        for address in found:
            why = closed(address) if address not in self._allow else None
            if why:
                of = "" if target.is_literal() else f" of {target.host}"
                raise Refused(f"{target.url}: the address {address}{of} is not public ({why}); only public ones are fetched")
        return found

    def _ask(self, target: Target, deadline: Deadline) -> Sequence[str]:
        """Resolve a name; in a thread, since a resolver cannot be given a time-out."""
        answer: queue.SimpleQueue[Sequence[str] | OSError] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answer.put(self._resolve(target.host, target.port))
            except (OSError, UnicodeError) as error:
                answer.put(error if isinstance(error, OSError) else OSError(str(error)))

        threading.Thread(target=ask, daemon=True).start()
        try:
            found = answer.get(timeout=deadline.left())
        except queue.Empty:
            raise Unreachable(f"{target.url}: the name {target.host} could not be resolved in time") from None
        if isinstance(found, OSError) or not found:
            raise Unreachable(f"{target.url}: the name {target.host} has no address ({found or 'no answer'})")
        return found
