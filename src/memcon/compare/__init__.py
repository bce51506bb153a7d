"""Accounts of one engagement side by side: what each side says, what both say, what one leaves out.

`compare` takes two or more records and gives a `Comparison`: every stretch of each account as a point, in exactly one row.
"""

from memcon.compare.comparing import compare
from memcon.compare.comparison import Account, Comparison, Fact, Link, Omission, Point, Row, Told, Tone

__all__ = ["Account", "Comparison", "Fact", "Link", "Omission", "Point", "Row", "Told", "Tone", "compare"]
