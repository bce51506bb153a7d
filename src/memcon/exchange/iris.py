"""IRIs for what the linked formats name."""

import base64
from urllib.parse import quote

PREFIX = "urn:x-memcon:"


def iri(kind: str, *names: str) -> str:
    """Give the IRI of a thing of the register; it depends on nothing but its names.

    >>> iri("report", "tass 1"), iri("statement", "tass-1", "s3")
    ('urn:x-memcon:report:tass%201', 'urn:x-memcon:statement:tass-1:s3')
    """
    return PREFIX + ":".join([kind, *(quote(n, safe="/~") for n in names)])


def text_iri(sha256: str) -> str:
    """Give the IRI of the bytes with this SHA-256 (RFC 6920), that is, of a report's frozen text.

    >>> text_iri("00" * 32)
    'ni:///sha-256;AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    """
    return "ni:///sha-256;" + base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")


def web(url: str | None) -> str | None:
    """Give an address of the web that may be linked; None for others ("javascript:"), and for such as are no IRI."""
    if url is None or not url.startswith(("https://", "http://")):
        return None
    return quote(url, safe="%/:?#[]@!$&'()*+,;=~-._")
