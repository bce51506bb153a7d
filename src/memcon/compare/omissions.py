"""What some accounts mention and others leave out, by theme: "only the US readout mentions human rights"."""

from collections.abc import Sequence

from memcon.compare.comparison import Omission, Point
from memcon.compare.themes import names, themes
from memcon.record import Record, Span


def find(records: Sequence[Record], points: Sequence[Point]) -> tuple[Omission, ...]:
    """Give the themes that one account at least mentions and one at least does not, in the order of the table.

    A title counts as mentioning, so that a headline is no omission.
    """
    told: dict[str, dict[int, Span]] = {}
    for n, record in enumerate(records):
        title = record.report.title
        if title is not None:
            for theme, (a, b) in themes(record.report.text, title.start, title.end).items():
                told.setdefault(theme, {}).setdefault(n, Span(a, b, record.report.text[a:b]))
    for point in points:
        text = records[point.account].report.text
        for theme, (a, b) in themes(text, point.span.start, point.span.end).items():
            told.setdefault(theme, {}).setdefault(point.account, Span(a, b, text[a:b]))
    found = []
    for theme in names():
        mentioned = sorted(told.get(theme, ()))
        if mentioned and len(mentioned) < len(records):
            left = tuple(n for n in range(len(records)) if n not in mentioned)
            found.append(Omission(theme, tuple(mentioned), left, tuple(told[theme][n] for n in mentioned)))
    return tuple(found)
