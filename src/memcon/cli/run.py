"""Many documents, one after the other: what fails is told and kept apart, the others go on."""

import os
import sys
from collections.abc import Sequence
from typing import Protocol

import click

from memcon.cli.outlets import Outlet
from memcon.cli.progress import Progress
from memcon.errors import MemconError, ModelError
from memcon.record import Record

FAILED = 2
"""Exit code where a document could not be read."""


class Reads(Protocol):
    """Whatever gives the record of a named document."""

    def read(self, name: str) -> Record:
        """Give the record of a document."""
        ...


def run(names: Sequence[str], reader: Reads, outlet: Outlet) -> int:
    """Read the named documents, hand their records to the outlet, and give the exit code.

    Raises:
        ClickException: the language model cannot be loaded; every document would fail alike.
    """
    progress = Progress(sys.stderr, len(names))
    failed = 0
    for name in progress.over(names):
        try:
            record = reader.read(name)
        except ModelError as error:
            progress.clear()
            raise click.ClickException(str(error)) from error
        except Exception as error:
            if os.environ.get("MEMCON_DEBUG"):
                raise
            progress.clear()
            click.echo(f"{click.style('memcon', fg='red')}: {_shown(name)}: {_message(error)}", err=True)
            failed += 1
            continue
        progress.clear()
        outlet.take(record)
    outlet.close()
    if failed and len(names) > 1:
        click.echo(f"memcon: {failed} of {len(names)} documents could not be read", err=True)
    return FAILED if failed or not names else 0


def _message(error: Exception) -> str:
    """Tell what went wrong; a document that trips a rule must not stop the run, so any exception ends here."""
    if isinstance(error, MemconError):
        return str(error)
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return f"a fault in Memcon ({type(error).__name__}: {error}); please report it (MEMCON_DEBUG=1 shows where it is)"


def _shown(name: str) -> str:
    return "standard input" if name == "-" else click.format_filename(name)
