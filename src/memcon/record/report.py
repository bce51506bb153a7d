"""A report as it was read: its frozen text, its layout, who published it and when."""

from dataclasses import dataclass
from typing import Literal

from memcon.record.span import Span

BlockKind = Literal["title", "deck", "desk", "dateline", "heading", "paragraph", "furniture"]
"""What a stretch of the layout is. `desk` is an agency's note to editors ("(ATTN: ADDS details)"), `deck` the line under
the headline, `furniture` what belongs to the page and not to the report ("Print this page")."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the layout. Blocks are in the order of the text and do not overlap."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """The line that says where and when a wire report was filed: "MOSCOW, September 14. /TASS/."."""

    span: Span
    place: Span | None = None
    day: Span | None = None
    agency: Span | None = None


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who published the report: `name`, and where the text or the metadata says so."""

    name: str
    by: Literal["metadata", "dateline", "text", "given"]
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """When the report was published.

    `value` is EDTF (a day in almost all cases), `by` says where it came from, `reason` tells it in plain language
    ("September 14 is the Tuesday of the text in 2021; the text names 2021 and 2020"), `spans` are the words used.
    """

    value: str
    by: Literal["given", "metadata", "dateline", "text", "inferred"]
    reason: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A document as read.

    `text` is the whole frozen text (title, a line break, body) into which all offsets point; `sha256` is the hash of its
    UTF-8 bytes and `raw_sha256` that of the bytes it was read from. `id` is the document's own id, else made of
    its file name. `blocks` cover everything but white space.
    """

    id: str
    text: str
    sha256: str
    raw_sha256: str
    format: str
    blocks: tuple[Block, ...]
    title: Span | None = None
    dateline: Dateline | None = None
    publisher: Publisher | None = None
    published: Publication | None = None
    url: str | None = None
    path: str | None = None
    language: str = "en"
    notes: tuple[str, ...] = ()

    def body(self) -> tuple[Block, ...]:
        """Give the blocks that a reader reads: title, deck, headings and paragraphs."""
        return tuple(b for b in self.blocks if b.kind in ("title", "deck", "heading", "paragraph"))
