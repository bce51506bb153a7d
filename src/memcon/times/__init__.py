"""Time expressions: find, resolve against an anchor, explain. No language model is needed.

>>> [t.edtf for t in find_times("Sergey Lavrov met Wang Yi on Tuesday, March 5.", "2024-03-07")]
['2024-03-05']
"""

from memcon.record import Report, Timex
from memcon.times.finding import find_in, place_of
from memcon.times.reading import Anchor, AnchorFrom


def find(report: Report, anchor: str | None = None) -> tuple[Timex, ...]:
    """Find the times of a report, resolved against its publication date, or against `anchor` where one is given.

    Sorted by place in the text, with ids t1, t2 and so on. Where the report has no publication date, what is told
    from it ("yesterday") stays unresolved: `edtf`, `begin` and `end` are None.

    Raises:
        ValueError: the anchor is no date.
    """
    breaks = sorted({block.span.start for block in report.blocks})[1:]
    title = report.title.end if report.title else 0
    return find_in(report.text, Anchor(place_of(anchor), "publication") if anchor else _published(report), breaks, title)


def _published(report: Report) -> Anchor | None:
    """Give the publication date of a report as an anchor, None where it has none that is a date."""
    if report.published is None:
        return None
    by: AnchorFrom = "dateline" if report.published.by == "dateline" else "publication"
    try:
        return Anchor(place_of(report.published.value), by)
    except ValueError:
        return None


def find_times(text: str, anchor: str | None = None) -> tuple[Timex, ...]:
    """Find the times of a text, resolved against an anchor: a day, month or year in ISO form, None for none.

    Raises:
        ValueError: the anchor is no date.
    """
    return find_in(text, Anchor(place_of(anchor), "publication") if anchor else None)


__all__ = ["find", "find_times", "place_of"]
