"""What is said of a record's parts, in words that the terminal and the page share."""

from bisect import bisect_right
from collections.abc import Sequence

from memcon.printing.dates import words
from memcon.printing.layout import clean
from memcon.record import Actor, Engagement, Figure, Place, Record, Span, Statement

KINDS = {
    "meeting": "Meeting", "call": "Call", "video_call": "Video call", "visit": "Visit",
    "summit": "Summit", "message": "Message", "contact": "Contact",
}  # fmt: skip
SIGNS = {"held": "●", "planned": "○", "proposed": "◌", "cancelled": "✗", "denied": "✗", "habitual": "↻"}
_ARROWS = {"rise": " ↑", "fall": " ↓"}
_SOURCES = {
    "given": "given with the request",
    "metadata": "from the document's metadata",
    "dateline": "from the dateline",
    "text": "from the text",
    "inferred": "inferred",
}


class Lines:
    """Tells on which line of the report's text a span begins, the first being 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(n + 1 for n, char in enumerate(text) if char == "\n")]

    def of(self, span: Span) -> int:
        """Give the line of a span's first character."""
        return bisect_right(self._starts, span.start)


def headline(record: Record) -> str:
    """Give the report's title, or its id where it has none."""
    report = record.report
    return clean(report.title.quote) if report.title else clean(report.id)


def byline(record: Record) -> tuple[str, str]:
    """Tell who published the report and when, and how the day is known (empty where none is)."""
    report = record.report
    who = clean(report.publisher.name) if report.publisher else "publisher unknown"
    if report.published is None:
        return f"{who} · publication date unknown", ""
    by = report.published.by
    reason = clean(report.published.reason) if by == "inferred" else ""
    return f"{who} · published {words(report.published.value)}", f"{_SOURCES[by]}{': ' if reason else ''}{reason}"


def date(edtf: str) -> str:
    """Give a date in words with its EDTF after it: "13 September 2021 (2021-09-13)"."""
    said = words(edtf)
    return said if said == edtf else f"{said} ({edtf})"


def where(place: Place) -> str:
    """Give a place from the building to the country's code; no part twice ("Singapore, SG")."""
    parts = [clean(p) for p in (place.name, place.city, place.country) if p]
    return ", ".join(dict.fromkeys(parts))


def office(actor: Actor) -> str:
    """Give the office that the text names, else the one that a table knows; empty where there is none."""
    for one in sorted(actor.offices, key=lambda o: o.source != "text"):
        return clean(one.title)
    return ""


def names(record: Record, ids: Sequence[str]) -> str:
    """Give the names of actors: "A", "A and B", "A, B and C"."""
    found = [clean(record.actor(id).name) for id in ids]
    return " and ".join(filter(None, [", ".join(found[:-1]), *found[-1:]]))


def speaker(record: Record, said: Statement) -> str:
    """Give who speaks: the actors' names, else the words of the report, else "unnamed"."""
    return names(record, said.speakers) or (clean(said.speaker.quote).rstrip(",") if said.speaker else "unnamed")


def addressee(record: Record, said: Statement) -> str:
    """Give who is spoken to, empty where the report does not tell."""
    return names(record, said.addressees) or (clean(said.addressee.quote) if said.addressee else "")


def content(said: Statement) -> str:
    """Give what was said; in quotation marks where all of it is in the speaker's own words."""
    text = " … ".join(clean(span.quote) for span in said.content)
    return f"“{text}”" if said.type == "direct" else text


def quantity(figure: Figure) -> str:
    """Give a figure's words and the way it went: "3.5 times ↑"."""
    return f"{clean(figure.span.quote)}{_ARROWS.get(figure.change or '', '')}"


def period(record: Record, figure: Figure) -> str:
    """Give a figure's time in the report's words, and what that means where they do not say it; empty where it has none."""
    told = next((clean(t.span.quote) for t in record.times if t.id == figure.time), "")
    means = words(figure.period) if figure.period else ""
    if not told or not means:
        return told or means
    return told if means.casefold() in told.casefold() else f"{told} ({means})"


def claimant(record: Record, figure: Figure) -> str:
    """Give who claims a figure: the actors' names, else the report's words for the speaker; empty where it is the report's own."""
    said = next((s for s in record.statements if s.id == figure.statement), None)
    return names(record, figure.claimants) or (clean(said.speaker.quote).rstrip(",") if said is not None and said.speaker else "")


def parted(record: Record, floor: float) -> tuple[list[Engagement], list[Engagement], int]:
    """Part the engagements into what the report is about and what it also mentions, and count those under the floor."""
    shown = [e for e in record.engagements if e.confidence >= floor]
    main = [e for e in shown if e.main]
    return main, [e for e in shown if not e.main], len(record.engagements) - len(shown)


def depth(record: Record, said: Statement) -> int:
    """Tell inside how many other statements a statement stands."""
    outer = {s.id: s.within for s in record.statements}
    steps, id = 0, said.within
    while id is not None and steps < len(outer):
        steps, id = steps + 1, outer.get(id)
    return steps
