"""`memcon add`: documents into a register."""

import os
import sys
import time
from typing import TextIO

import click

from memcon.cli.inputs import MAP, OFFICES, STDIN

DEFAULT = "register.db"


@click.command(short_help="Add reports to a register.")
@click.argument("files", nargs=-1, required=True, metavar="PATH...")
@click.option("--register", "place", envvar="MEMCON_REGISTER", default=DEFAULT, show_default=True, metavar="FILE|URL",
              help="The register: a file, made where there is none, or a postgresql:// URL.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that read.  [default: one a processor core]")
@click.option("--published", metavar="DATE", help="The day of publication (2021-09-14), over what the documents say.")
@MAP
@click.option("--any-language", is_flag=True, help="Also read what does not seem to be English.")
@OFFICES
@click.option("--model", metavar="NAME", help="Another spaCy pipeline with Universal Dependencies, by name or path.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
def command(
    files: tuple[str, ...],
    place: str,
    workers: int | None,
    published: str | None,
    mapped: dict[str, str],
    any_language: bool,
    offices: str | None,
    model: str | None,
    as_json: bool,
) -> None:
    """Read reports and add them to a register.

    PATH is a document, an archive, feed or table of many, a folder (all documents in and below it), or - for standard input, which
    may be any of these but a folder. A report that the register has is
    skipped, a corrected version replaces the older one, which is kept. A run that was cut off goes on where it stopped when it
    is started again. What cannot be read is named at the end, and by `memcon log`; the exit code is then 2.

    \b
      memcon add reports/
      memcon add wire/2021/ --register postgresql://desk@host/register --workers 8
    """
    import json

    import memcon.register
    from memcon.cli.inputs import documents
    from memcon.cli.read import _check
    from memcon.errors import MemconError
    from memcon.register.many import add_files
    from memcon.register.readers import How

    names = documents(files)
    _check(names, published, None, None, None)
    pace = Pace(sys.stderr, len(names))
    workers = 1 if STDIN in names else workers or (os.cpu_count() or 1)  # Standard input is this process's own.
    try:
        with memcon.register.open(place) as register:
            how = How(published, any_language, model, tuple(mapped.items()), offices)
            tally = add_files(register, names, how, min(workers, max(len(names) // 4, 1)), pace.show)
            total = register.count()
    except MemconError as error:
        pace.clear()
        raise click.ClickException(str(error)) from error
    pace.clear()
    outcomes = {k: tally.outcomes[k] for k in ("added", "superseded", "same")}
    if as_json:
        failed = [{"name": f.name, "reason": f.reason} for f in tally.failed]
        click.echo(json.dumps({**outcomes, "known": tally.known, "failed": failed, "reports": total}, ensure_ascii=False))
    else:
        for one in tally.failed:
            click.echo(f"memcon: {one.name}: {one.reason}", err=True)
        known = tally.known + outcomes["same"]
        click.echo(
            f"memcon: {outcomes['added']} added, {outcomes['superseded']} corrected, {known} known, "
            f"{len(tally.failed)} could not be read; {place} holds {total} reports",
            err=True,
        )
    sys.exit(2 if tally.failed or not names else 0)


class Pace:
    """A line on the terminal that tells how many documents are done, how fast, and how long the rest will take."""

    def __init__(self, stream: TextIO, total: int) -> None:
        self._stream = stream
        self._total = total
        self._shown = total > 1 and stream.isatty()
        self._began = time.monotonic()

    def show(self, done: int, name: str) -> None:
        """Draw the line."""
        if not self._shown:
            return
        rate = done / max(time.monotonic() - self._began, 0.001)
        filled = 24 * done // self._total
        left = _span((self._total - done) / rate) if rate else "?"
        bar = "━" * filled + "┈" * (24 - filled)
        self._stream.write(f"\r\x1b[K{bar} {done}/{self._total}  {rate:.1f} a second, {left} left")
        self._stream.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
