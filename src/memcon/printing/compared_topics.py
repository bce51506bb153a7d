"""The matrix of themes over time as a table for the terminal."""

from memcon.actors.tables import short_names
from memcon.compare.overtime import Course, Matrix
from memcon.compare.themes import names
from memcon.printing.dates import words
from memcon.printing.layout import pad, width, wrap

_CELL = 7
_THEME = 38


def text(found: Matrix, columns: int) -> str:
    """Give the matrix as text: one line a theme, one column a period with both sides ("3/1": three readouts of the first, one of the second).

    Where the periods do not fit beside each other, the table goes on below with the next.
    """
    a, b = (short_names().get(code, code) for code in found.sides)
    lines = wrap(f"Themes in the readouts of {a} and {b}, of their contacts with each other ({a}/{b}; “·” none)", columns)
    if not found.periods:
        return "\n".join([*lines, "", "No readout of either side in this register."])
    themes = [t for t in names() if any(m.theme == t for m in found.mentioned)]
    label = min(max(width(t) for t in (*themes, "readouts")), _THEME)
    fit = max((columns - label) // (_CELL + 1), 1)
    for start in range(0, len(found.periods), fit):
        periods = found.periods[start : start + fit]
        lines += ["", pad("", label) + "".join(f" {p:>{_CELL}}" for p in periods)]
        lines.append(pad("readouts", label) + "".join(f" {_pair(*(_all(found, s, p) for s in found.sides)):>{_CELL}}" for p in periods))
        for theme in themes:
            cells = [_pair(*(found.count(theme, s, p) for s in found.sides)) for p in periods]
            lines.append((pad(theme[:label], label) + "".join(f" {c:>{_CELL}}" for c in cells)).rstrip())
    lines += ["", "First and last mention"]
    for theme in themes:
        told = [_course(c) for c in found.courses if c.theme == theme]
        silent = [short_names().get(s, s) for s in found.sides if not any(c.side == s and c.theme == theme for c in found.courses)]
        lines += wrap("; ".join([*told, *(f"{s} never" for s in silent)]), columns, f"  {pad(theme[:label], label)}  ", " " * (label + 6))
    return "\n".join(lines)


def _head(period: str) -> str:
    """Give a period as a column's head: a quarter as "2021Q4"."""
    year, _, part = period.partition("-")
    return f"{year}Q{int(part) - 32}" if part in ("33", "34", "35", "36") else period


def _course(course: Course) -> str:
    """Say when a side's readouts mention a theme: "Ukraine 9 December 2021 to 30 March 2022, not after"."""
    days = words(course.first) if course.first == course.last else f"{words(course.first)} to {words(course.last)}"
    gone = f", not in the readout of {words(course.gone)}" if course.gone else ""
    return f"{short_names().get(course.side, course.side)} {days}{gone}"


def _all(found: Matrix, side: str, period: str) -> int:
    return sum(len(r.reports) for r in found.readouts if (r.side, r.period) == (side, period))


def _pair(first: int, second: int) -> str:
    return "·" if not first and not second else f"{first}/{second}"
