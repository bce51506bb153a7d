"""A record for people: lines for the terminal, and a page for the browser.

This room stands beside `exchange`, which writes records for programs. It reads records only and finds nothing itself.
"""

from memcon.printing.look import Look
from memcon.printing.page import page
from memcon.printing.text import text

__all__ = ["Look", "page", "text"]
