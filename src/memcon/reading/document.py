"""What a format's reader hands on: the parts of a document before its text is frozen."""

from dataclasses import dataclass

MAX_BYTES = 16 * 1024 * 1024
"""How large one document may be, in bytes: a report of a thousand pages is a tenth of it."""
MAX_CHARACTERS = 1_000_000
"""How long a report's text may be, in code points (the parser takes no more at a time)."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document's parts, as its format gives them; nothing is inferred yet.

    `body` is plain text with a line break after each paragraph; `title` is None where the format has no place of its own
    for it (then the layout looks for it in the body). `publisher`, `published` (any spelling of a day), `url`, `id`
    and `language` (BCP 47) come from metadata only. `raw` are the bytes that it was read from.
    """

    name: str
    format: str
    raw: bytes
    body: str
    title: str | None = None
    deck: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    id: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read: its name ("archive.zip!a/b.txt" inside an archive) and why."""

    name: str
    reason: str


def unread(name: str, error: Exception) -> Unread:
    """Make the `Unread` of an error; the message loses the name that it begins with."""
    return Unread(name, str(error).removeprefix(f"{name}: ") or type(error).__name__)
