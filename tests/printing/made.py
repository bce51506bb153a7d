"""A small record made by hand, with the spans of a document written for it."""

import hashlib

from memcon.record import (
    Actor,
    Block,
    Engagement,
    Figure,
    Mention,
    Office,
    Participant,
    Place,
    Publication,
    Publisher,
    Record,
    Report,
    Span,
    Stamp,
    Statement,
    Timex,
)

TEXT = (
    "Xi meets Scholz\n"
    "BEIJING, November 4. President Xi Jinping met Chancellor Olaf Scholz of Germany on Friday. Xi Jinping said trade had grown by "
    "5 percent, and that <b>both</b> \"sides\" & peoples gained.\n"
    "A ministry said that 30 firms had told it of losses."
)


def span(quote: str, nth: int = 0, text: str = TEXT) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return Span(start, start + len(quote), quote)


def report(text: str = TEXT) -> Report:
    lines = text.split("\n")
    dateline = span("BEIJING, November 4.")
    first, last = span(lines[1]), span(lines[2])
    blocks = (
        Block("title", span(lines[0])),
        Block("dateline", dateline),
        Block("paragraph", Span(dateline.end + 1, first.end, text[dateline.end + 1 : first.end])),
        Block("paragraph", last),
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    published = Publication("2022-11-04", "inferred", "November 4 is a Friday in 2022")
    return Report("xi-scholz", text, digest, digest, "text", blocks, blocks[0].span, None, Publisher("Xinhua", "given"), published)


def record() -> Record:
    said = (
        Statement("s1", ("a1",), span("Xi Jinping", 1), span("said"), (span("trade had grown by 5 percent"),), "indirect", "clause", confidence=0.9),
        Statement("s2", (), span("A ministry"), span("said", 1), (span("30 firms had told it of losses"),), "indirect", "clause"),
        Statement("s3", (), span("30 firms"), span("told"), (span("losses"),), "indirect", "clause", within="s2"),
    )
    figures = (
        Figure("f1", span("5 percent"), 5.0, "%", span("trade had grown by 5 percent"), "change by", change="rise", what=span("trade"), claimants=("a1",), statement="s1"),
        Figure("f2", span("30"), 30.0, "firms", span("30 firms had told it of losses"), "amount", what=span("firms"), statement="s2"),
    )
    met = Engagement(
        "e1", "meeting", "held", True, (Participant("a1", "host", span("Xi Jinping")), Participant("a2", "visitor", span("Olaf Scholz"))), span("met"),
        (span("President Xi Jinping met Chancellor Olaf Scholz"),), "2022-11-04", "the Friday of the text", "t1", Place(None, "Beijing", "CN", span("BEIJING")),
        (span("trade"),), confidence=0.9, reasons=(("kind", "the verb met"),),
    )  # fmt: skip
    faint = Engagement("e2", "contact", "proposed", False, (Participant("a1"), Participant("a2")), span("meets"), (span("Xi meets Scholz"),), confidence=0.1)
    return Record(
        report(), Stamp("0.1.0", "test-model", "0" * 64),
        (Actor("a1", "Xi Jinping", "person", "CN", (Office("President", "CN", "text"),)), Actor("a2", "Olaf Scholz", "person", "DE")),
        (Mention(span("President Xi Jinping"), ("a1",), "name", "titled"), Mention(span("Chancellor Olaf Scholz of Germany"), ("a2",), "name", "titled"),
         Mention(span("Xi Jinping", 1), ("a1",), "name", "name")),
        (Timex("t1", span("Friday"), "DATE", "2022-11-04", "2022-11-04", "2022-11-04", "2022-11-05", "day", "weekday"),),
        said, figures, (met, faint),
    )  # fmt: skip
