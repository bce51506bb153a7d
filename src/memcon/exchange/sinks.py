"""Where an export goes: standard output, or a file that is there whole or not at all."""

import sys
from pathlib import Path
from typing import Any

from memcon.errors import MemconError
from memcon.exchange.formats import Format
from memcon.exchange.outcome import Outcome
from memcon.exchange.selection import Selection
from memcon.whole_file import whole_file


def to_standard_output(form: Format, selection: Selection, **more: Any) -> Outcome:
    """Write to standard output."""
    outcome = form.write(selection, sys.stdout.buffer, **more)
    sys.stdout.buffer.flush()
    return outcome


def to_file(form: Format, selection: Selection, path: str, **more: Any) -> Outcome:
    """Write a file; one that is there is replaced only when the new one is whole.

    Raises:
        MemconError: it cannot be written.
    """
    try:
        with whole_file(Path(path)) as out:
            return form.write(selection, out, **more)
    except OSError as error:
        raise MemconError(f"{path} cannot be written: {error.strerror or error}; give another file with --out") from error


def beside(path: str, table: str, first: str) -> str:
    """Give the file of a table: the named one for the first, for others one beside it.

    >>> beside("out/desk.csv", "participants", "engagements")
    'out/desk.participants.csv'
    """
    to = Path(path)
    return path if table == first else str(to.with_name(f"{to.stem}.{table}{to.suffix}"))
