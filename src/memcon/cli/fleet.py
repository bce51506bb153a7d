"""`memcon fleet`: many documents on many processes, here or on a Ray cluster."""

import os
import sys
from pathlib import Path

import click


@click.group(short_help="Read many documents on many processes, here or on a Ray cluster.")
def command() -> None:
    """Read what one process would take too long for, into a folder of Parquet that `memcon add` takes in."""


@command.command("read", short_help="Read WARC, Parquet and JSON lines into a folder of records.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--out", required=True, metavar="DIR", help="The folder for the records, one Parquet file a partition.")
@click.option("--workers", type=click.IntRange(1), help="Processes that read.  [default: one a processor core]")
@click.option("--ray", "address", is_flag=False, flag_value="local", metavar="ADDRESS",
              help="Read on a Ray cluster; without an address on one that is started here.")
@click.option("--size", type=click.IntRange(1), default=200, show_default=True, help="Documents of a partition.")
@click.option("--published", metavar="DATE", help="The day of publication (2021-09-14), over what the documents say.")
@click.option("--any-language", is_flag=True, help="Also read what does not seem to be English.")
@click.option("--model", metavar="NAME", help="Another spaCy pipeline with Universal Dependencies, by name or path.")
def read(
    inputs: tuple[str, ...],
    out: str,
    workers: int | None,
    address: str | None,
    size: int,
    published: str | None,
    any_language: bool,
    model: str | None,
) -> None:
    """Read documents into a folder of records.

    INPUT is a web archive (.warc, .warc.gz), a Parquet file, JSON lines (also compressed), any other document, or a folder of
    these. The records are the same bytes with any number of workers. A run that was cut off goes on with the partitions that
    are missing when it is started again; a document over which two processes ended is set aside. `--ray` needs
    `pip install 'memcon[fleet]'` on each machine.

    \b
      memcon fleet read news.warc.gz --out records --workers 8
      memcon fleet read news/*.jsonl.xz --out /shared/records --ray auto
      memcon add records
    """
    from memcon.errors import MemconError
    from memcon.fleet import Tally
    from memcon.fleet import read as run
    from memcon.fleet.reader import How

    def tell(tally: Tally) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r\x1b[K{tally.read} read, {len(tally.failed)} not", nl=False, err=True)

    count = workers or (0 if address else os.cpu_count() or 1)
    try:
        tally = run(list(inputs), Path(out), How(published, any_language, model), workers=count, ray=address, size=size, notice=tell)
    except (MemconError, OSError) as error:
        raise click.ClickException(str(error)) from error
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)
    for name, reason in tally.failed:
        click.echo(f"memcon: {name}: {reason}", err=True)
    before = f", {tally.finished} partitions were finished before" if tally.finished else ""
    click.echo(f"memcon: {tally.read} read, {len(tally.failed)} could not be{before}; the records are in {out}", err=True)
    sys.exit(2 if tally.failed else 0)
