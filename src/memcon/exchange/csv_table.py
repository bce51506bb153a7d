"""CSV (RFC 4180, UTF-8): one table a file."""

import csv
import io
from typing import BinaryIO

from memcon.exchange.outcome import Outcome
from memcon.exchange.selection import Selection
from memcon.exchange.tables import TABLES
from memcon.register.frames import Cell

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula (OWASP, CSV injection), and the full-width forms of these."""


def write(selection: Selection, out: BinaryIO, table: str = "engagements") -> Outcome:
    """Write a table with a header.

    A text cell that a spreadsheet would take for a formula is led by an apostrophe; numbers stay as they are.
    """
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    of = TABLES[table]
    writer.writerow([name for name, _ in of.columns])
    count = 0
    for row in of.rows(selection):
        count += 1
        writer.writerow([cell(value) for value in row])
    text.flush()
    text.detach()
    return Outcome(count, f"rows of {table}")


def cell(value: Cell) -> str:
    """Give a cell's text.

    >>> cell("=1+1"), cell(-2.5), cell(True), cell(None)
    ("'=1+1", '-2.5', 'true', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}" if value.lstrip(" \u00a0").startswith(_FORMULA) else value
    return repr(value)
