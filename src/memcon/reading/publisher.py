"""Who published a report: given, in the metadata, under its host name, or in the dateline."""

from urllib.parse import urlsplit

from memcon.reading.layout import Layout
from memcon.reading.lexicon import table
from memcon.record import Publisher


def of_host(url: str) -> str | None:
    """Give the publisher of a page's address, None where the host is not in the table.

    >>> of_host("http://en.kremlin.ru/events/president/news/66674")
    'Kremlin'
    """
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return None
    hosts: dict[str, str] = table("publishers")["hosts"]
    parts = host.split(".")
    return next((hosts[h] for n in range(len(parts)) if (h := ".".join(parts[n:])) in hosts), None)


def find(layout: Layout, metadata: str | None, url: str | None, is_given: bool) -> Publisher | None:
    """Find the publisher, None where nothing says it."""
    if metadata and metadata.strip():
        return Publisher(metadata.strip(), "given" if is_given else "metadata")
    if url and (name := of_host(url)):
        return Publisher(name, "metadata")
    signed = layout.dateline.agency if layout.dateline else None
    if signed:
        return Publisher(layout.agency or signed.quote, "dateline", signed)
    return None
