"""The only room that speaks to the network, and only when it is asked to (`memcon watch --fetch`).

`Fetcher` gets one address and connects to nothing but public addresses that it looked up and checked itself; `Visitor` does that
politely (robots.txt, one request at a time, a delay, Retry-After); `poll` reads a feed and the pages that it links to.

::

    from memcon.reading.fetching import Fetcher, Visitor

    page = Visitor(Fetcher(agent="memcon/0.1 (desk@example.org)")).get("https://example.org/readout")
"""

from memcon.reading.fetching.errors import Deferred, FetchError, Refused, Unreachable
from memcon.reading.fetching.fetcher import Answer, Fetcher, Limits
from memcon.reading.fetching.visitor import Visitor

__all__ = ["Answer", "Deferred", "FetchError", "Fetcher", "Limits", "Refused", "Unreachable", "Visitor"]
