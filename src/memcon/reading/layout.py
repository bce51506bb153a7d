"""The layout of a report: what each stretch of its text is.

The blocks cover everything but white space, in order, without overlap.
"""

from dataclasses import dataclass, field

from memcon.reading import dateline, naming, paragraphs, release
from memcon.reading.days import Day
from memcon.reading.paragraphs import ENDS, Part
from memcon.record import Block, BlockKind, Dateline, span_of

_LONGEST_TITLE = 250
_TOP, _BOTTOM = 8, 3
"""Among how many of the first and of the last paragraphs a line may date the release."""
_COPY = 60
"""How long a paragraph must be to count as a copy when it stands there again."""


@dataclass(slots=True)
class Layout:
    """The blocks of a text, its dateline and title, and the days that date it, the best first."""

    blocks: list[Block] = field(default_factory=list)
    dateline: Dateline | None = None
    agency: str | None = None
    title: Part | None = None
    days: list[Day] = field(default_factory=list)
    wire_day: Day | None = None


def find(text: str, title_end: int | None, deck_end: int | None = None) -> Layout:
    """Lay out a text.

    `title_end` is where a known title ends (it stands at the beginning), None where the format gives none: then one of
    the first lines is the title if it has the shape of one. `deck_end` likewise for a known deck under it.
    """
    return _Finder(text).find(title_end, deck_end)


class _Finder:
    """Goes through the paragraphs of one text once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.layout = Layout()
        self.line: dateline.Found | None = None
        self.seen: set[str] = set()
        self.loose: list[Day] = []
        self.begun = False

    def find(self, title_end: int | None, deck_end: int | None) -> Layout:
        body = self._known(title_end, deck_end)
        parts = paragraphs.find(self.text, body)
        parts = self._title(parts) if title_end is None else self._repeated_title(parts)
        self.line = dateline.find(self.text, parts[0][0]) if parts else None
        self._wire(self.line)
        if self.line is None:
            parts = self._venue(parts)
        for n, part in enumerate(parts):
            self._part(part, n, len(parts))
        self.layout.blocks = naming.without_lists(self.layout.blocks)
        self.layout.days += self.loose
        return self.layout

    def add(self, kind: BlockKind, start: int, end: int) -> None:
        span = span_of(self.text, start, end)
        if span.quote:
            self.layout.blocks.append(Block(kind, span))

    def _known(self, title_end: int | None, deck_end: int | None) -> int:
        """Add the title and deck that the format gives; gives where the body begins."""
        if not title_end:
            return 0
        self._add_title((0, title_end))
        self.add("deck", title_end, deck_end or title_end)
        return deck_end or title_end

    def _title(self, parts: list[Part]) -> list[Part]:
        """Take the title from the first lines: notes to editors and a date may stand above it."""
        for n, part in enumerate(parts[:4]):
            line = self.text[part[0] : part[1]]
            alone = naming.heads(self.text, *part)[1] == part[0]
            kind = naming.kind_of(line, last=False, deck=False, title=None)
            if kind == "heading" and naming.fits("label", line):
                kind = "furniture"
            above = (kind in ("desk", "furniture") and alone) or release.day_of(self.text, part) is not None
            if above:
                continue
            if n + 1 < len(parts) and self._is_title(part):
                for m in range(n):
                    self._part(parts[m], m, len(parts))
                self._add_title(part)
                return parts[n + 1 :]
            break
        return parts

    def _add_title(self, part: Part) -> None:
        """Add the title without the notes before it ("(LEAD) ...")."""
        notes, start = naming.heads(self.text, *part)
        if start == part[1]:
            notes, start = [], part[0]
        for note in notes:
            self.add("desk", note.start, note.end)
        self.layout.title = (start, part[1])
        self.add("title", *self.layout.title)

    def _is_title(self, part: Part) -> bool:
        line = self.text[part[0] : part[1]]
        if len(line) > _LONGEST_TITLE or "\n" in line or ENDS.search(line) or line[0].islower():
            return False
        found = dateline.find(self.text, part[0])
        return found is None or found.dateline.span.start >= part[1]

    def _repeated_title(self, parts: list[Part]) -> list[Part]:
        """Cut off a title that a page repeats right before the text ("Talks in OsloThe ministers met")."""
        if not parts or self.layout.title is None:
            return parts
        title = self.text[slice(*self.layout.title)]
        start, end = parts[0]
        after = start + len(title)
        if self.text.startswith(title, start) and after < end and self.text[after].isupper() and title[-1].isalnum():
            self.add("furniture", start, after)
            return [(after, end), *parts[1:]]
        return parts

    def _wire(self, found: dateline.Found | None) -> None:
        if found is None:
            return
        self.layout.dateline, self.layout.agency = found.dateline, found.agency
        if found.day:
            self.layout.days.append(found.day)
            self.layout.wire_day = found.day

    def _venue(self, parts: list[Part]) -> list[Part]:
        found = release.venue(self.text, parts)
        if found is None:
            return parts
        count, self.layout.dateline = found
        self.add("dateline", parts[0][0], parts[count - 1][1])
        return parts[count:]

    def _part(self, part: Part, n: int, count: int) -> None:
        start, end = part
        span = self.line.dateline.span if self.line else None
        if span and start <= span.start < end:
            self.begun = True
            self._before_dateline(start, span.start)
            self.add("dateline", span.start, span.end)
            self._running(max(start, span.end), end)
            return
        if (n < _TOP or n >= count - _BOTTOM) and self._release(part, n):
            return
        line = self.text[start:end]
        title = self.text[slice(*self.layout.title)] if self.layout.title else None
        if n < _TOP and self._place_line(part):
            return
        kind = naming.kind_of(line, last=n + 1 == count, deck=title is not None and not self.begun, title=title)
        pointed = bool(self.layout.blocks) and naming.fits("pointer", self.layout.blocks[-1].span.quote)
        if kind == "heading" and (pointed or (n < _TOP and naming.fits("label", line))):
            kind = "furniture"
        if kind == "paragraph" and (len(line) < _COPY or line not in self.seen):
            self._running(start, end)
        else:
            self.add("furniture" if kind == "paragraph" else kind, start, end)
        self.seen.add(line)
        self.begun = self.begun or kind not in ("desk", "furniture")

    def _release(self, part: Part, n: int) -> bool:
        """Take a line that dates the release."""
        day = release.day_of(self.text, part)
        if day is not None:
            self.layout.days.append(day)
            if self.layout.dateline is None:
                self.layout.dateline = release.dateline_of(self.text, part, day)
            self.add("dateline", *part)
            self.begun = self.layout.title is not None
            return True
        head = release.day_of_head(self.text, part) if n < 5 else None
        if head is not None:
            self.loose.append(head)
            self.add("furniture", *part)
        return head is not None

    def _place_line(self, part: Part) -> bool:
        """Take a line that says where it was, under the one that dates the release ("The Kremlin, Moscow", "ANKARA") or
        under the title ("Beijing, China")."""
        line, dated = self.text[part[0] : part[1]], self.layout.dateline
        before = next((b.kind for b in reversed(self.layout.blocks) if b.kind != "furniture"), None)
        under = (before == "dateline" and dated is not None) or (before == "title" and dated is None and "," in line)
        if not under or not release.is_place(line) or naming.fits("label", line):
            return False
        if dated is not None and (dated.place is not None or dated.agency is not None):
            return False
        span = span_of(self.text, *part)
        start = dated.span.start if dated else part[0]
        self.layout.dateline = Dateline(span_of(self.text, start, part[1]), span, dated.day if dated else None)
        self.add("dateline", *part)
        return True

    def _before_dateline(self, start: int, end: int) -> None:
        """Name what stands before a dateline on its line: notes, a repeated headline, a byline."""
        notes, rest = naming.heads(self.text, start, end)
        for note in notes:
            self.add("desk", note.start, note.end)
        byline = naming.pattern("byline", "head").search(self.text, rest, end + 1)
        middle = byline.start() if byline else end
        for later in naming.pattern("desk", "head").finditer(self.text, rest, middle):
            self.add("furniture", rest, later.start())
            self.add("desk", later.start(), later.end())
            rest = later.end()
        self.add("furniture", rest, middle)
        self.add("furniture", middle, end)

    def _running(self, start: int, end: int) -> None:
        """Add running text without the notes and furniture at its edges."""
        notes, start = naming.heads(self.text, start, end)
        for note in notes:
            self.add("desk", note.start, note.end)
        furniture, end = naming.tails(self.text, start, end)
        self.add("paragraph", start, end)
        for span in furniture:
            self.add("furniture", span.start, span.end)
