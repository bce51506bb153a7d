"""Many documents, one after the other: what fails is told and kept apart, the others go on."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Protocol

import click

from memcon.cli.failure import Failure
from memcon.cli.outlets import Outlet
from memcon.cli.progress import Progress
from memcon.errors import MemconError, ModelError
from memcon.reading import Unread
from memcon.record import Record, Report

FAILED = 2
"""Exit code where a document could not be read."""


class Reads(Protocol):
    """Whatever gives the reports of a name, and their records."""

    def reports(self, name: str) -> Iterator[Report | Unread]:
        """Give the reports of a document, archive or feed."""
        ...

    def record(self, report: Report) -> Record:
        """Find everything in a report."""
        ...


def run(names: Sequence[str], reader: Reads, outlet: Outlet) -> int:
    """Read the named documents, hand their records to the outlet, and give the exit code.

    Raises:
        Failure: the language model cannot be loaded; every document would fail alike. Or the output cannot be written.
    """
    progress = Progress(sys.stderr, len(names))
    failed = total = 0
    for name in progress.over(names):
        try:
            for found in _records(reader, name):
                progress.clear()
                total += 1
                if isinstance(found, Unread):
                    failed += 1
                    _complain(found)
                else:
                    outlet.take(found)
        except ModelError as error:
            progress.clear()
            raise Failure(str(error)) from error
    outlet.close()
    if failed and total > 1:
        click.echo(f"memcon: {failed} of {total} documents could not be read", err=True)
    return FAILED if failed or not total else 0


def _records(reader: Reads, name: str) -> Iterator[Record | Unread]:
    """Give the records of a name; a document that trips a rule must not stop the run, so any exception becomes an `Unread`."""
    try:
        for found in reader.reports(name):
            if isinstance(found, Unread):
                yield found
                continue
            try:
                record = reader.record(found)
            except ModelError:
                raise
            except Exception as error:
                yield _unread(found.path or name, error)
                continue
            yield record
    except ModelError:
        raise
    except Exception as error:
        yield _unread(name, error)


def _unread(name: str, error: Exception) -> Unread:
    if os.environ.get("MEMCON_DEBUG"):
        raise error
    if isinstance(error, MemconError):
        return Unread(name, str(error))
    if isinstance(error, OSError):
        return Unread(name, error.strerror or str(error))
    reason = f"a fault in Memcon ({type(error).__name__}: {error}); please report it (MEMCON_DEBUG=1 shows where it is)"
    return Unread(name, reason)


def _complain(one: Unread) -> None:
    """Tell which document failed and why; many messages name it themselves."""
    name = re.sub(r"^(?:-|stdin)(?=$|[:!])", "standard input", click.format_filename(one.name))
    reason = one.reason.removeprefix(f"{one.name}: ")
    plain = bool(os.environ.get("NO_COLOR"))
    click.echo(f"{click.style('memcon', fg='red')}: {name}: {reason}", err=True, color=False if plain else None)
