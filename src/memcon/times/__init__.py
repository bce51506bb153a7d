"""Time expressions: find, resolve against an anchor, explain. No language model is needed.

>>> [t.edtf for t in find_times("Sergey Lavrov met Wang Yi on Tuesday, March 5.", "2024-03-07")]
['2024-03-05']
"""

from memcon.record import Report, Timex
from memcon.times.finding import find_in, place_of
from memcon.times.reading import Anchor, AnchorFrom


def find(report: Report) -> tuple[Timex, ...]:
    """Find the times of a report, resolved against its publication date.

    Sorted by place in the text, with ids t1, t2 and so on. Where the report has no publication date, what is told
    from it ("yesterday") stays unresolved: `edtf`, `begin` and `end` are None.
    """
    if report.published is None:
        return find_in(report.text, None)
    by: AnchorFrom = "dateline" if report.published.by == "dateline" else "publication"
    try:
        place = place_of(report.published.value)
    except ValueError:
        return find_in(report.text, None)
    return find_in(report.text, Anchor(place, by))


def find_times(text: str, anchor: str | None = None) -> tuple[Timex, ...]:
    """Find the times of a text, resolved against an anchor: a day, month or year in ISO form, None for none.

    Raises:
        ValueError: the anchor is no date.
    """
    return find_in(text, Anchor(place_of(anchor), "publication") if anchor else None)


__all__ = ["find", "find_times", "place_of"]
