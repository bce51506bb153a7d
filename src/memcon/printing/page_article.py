"""The report's text on the page: its blocks as they were read, its words marked."""

from bisect import bisect_right
from collections.abc import Sequence

from memcon.printing.look import Look
from memcon.printing.page_marks import Mark, marks_of, safe, stretches
from memcon.record import Block, Record, Span

_TAGS = {"title": "h2", "heading": "h3"}


def headline(record: Record, look: Look) -> str:
    """Give the title with the findings marked in it, or the report's id where it has none."""
    title = record.report.title
    if title is None:
        return safe(record.report.id)
    inside = [m for m in marks_of(record, look.floor) if m.start < title.end and m.end > title.start]
    return _marked(record.report.text, inside, title)


def article(record: Record, look: Look) -> str:
    """Give the text of a report below its title as HTML, the findings marked in it."""
    report = record.report
    whole = (Block("paragraph", Span(0, len(report.text), report.text)),)
    blocks = [b for b in report.blocks or whole if b.kind != "title" or b.span != report.title]
    shared = _shared_out(marks_of(record, look.floor), blocks)
    parts, running = [], ""
    for n, block in enumerate(blocks):
        inner = running + _marked(report.text, shared[n], block.span)
        running = ""
        if block.kind == "dateline" and n + 1 < len(blocks) and "\n" not in report.text[block.span.end : blocks[n + 1].span.start]:
            # "MOSCOW, September 14. /TASS/." runs into the first paragraph as it does in print.
            running = f"<span class=dateline>{inner}</span> "
            continue
        tag = _TAGS.get(block.kind, "p")
        parts.append(f"<{tag} class={block.kind}>{inner}</{tag}>")
    return f'<article lang="{safe(report.language)}">{"".join(parts)}</article>'


def _shared_out(marks: Sequence[Mark], blocks: Sequence[Block]) -> list[list[Mark]]:
    """Give each block the marks that meet it; blocks are in the order of the text and do not overlap."""
    shared: list[list[Mark]] = [[] for _ in blocks]
    ends = [b.span.end for b in blocks]
    for mark in sorted(marks, key=lambda m: (m.start, m.end, m.id, m.kind)):
        n = bisect_right(ends, mark.start)
        while n < len(blocks) and blocks[n].span.start < mark.end:
            shared[n].append(mark)
            n += 1
    return shared


def _marked(text: str, marks: Sequence[Mark], span: Span) -> str:
    out = []
    for piece in stretches(marks, span.start, span.end):
        words = safe(text[piece.start : piece.end])
        if piece.ids:
            shown = " ".join(["m", *(f"m-{kind}" for kind in piece.kinds)])
            out.append(f'<span id=at-{piece.start} class="{shown}" data-ids="{safe(" ".join(piece.ids))}">{words}</span>')
        else:
            out.append(words)
    return "".join(out)
