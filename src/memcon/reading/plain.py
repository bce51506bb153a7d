"""Plain text."""

from memcon.reading.document import Document
from memcon.reading.encoding import decode


def read(data: bytes, name: str, url: str | None = None, charset: str | None = None) -> Document:
    """Read plain text; the title, where there is one, is left to the layout. `charset` is what a header declares.

    Raises:
        ReadingError: it is empty, binary, or in an encoding that cannot be told.
    """
    return Document(name=name, format="text", raw=data, body=decode(data, name, charset), url=url)
