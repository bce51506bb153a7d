"""`memcon import`: reference registers into a register."""

import sys
from typing import BinaryIO

import click

from memcon.cli.answering import REGISTER, answering, options


@click.group(short_help="Add a reference register.")
def command() -> None:
    """Add a reference register, as accounts of a named source."""


@command.command("historian", short_help="The travels and visits of the US Office of the Historian.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False))
@options(REGISTER)
@answering
def historian(place: str, folder: str) -> None:
    """Add the travels abroad of US Presidents and Secretaries of State and the visits to the US by foreign leaders.

    FOLDER holds the data files of the US Office of the Historian (HistoryAtState/travels and HistoryAtState/visits). The same
    twice is once, and entries that were keyed twice are recognised.
    """
    from pathlib import Path

    from memcon.cli.add import Pace
    from memcon.register import open
    from memcon.register.historian import trips
    from memcon.register.importing import import_historian

    pace = Pace(sys.stderr, sum(1 for _ in trips(Path(folder))))
    with open(place) as register:
        found = import_historian(register, Path(folder), pace.show)
    pace.clear()
    click.echo(f"memcon: {found.added} added, {found.known} known, {len(found.duplicates)} keyed twice", err=True)
    for copy, original in found.duplicates:
        click.echo(f"memcon: {copy} tells of the same trip as {original}", err=True)


@command.command("jsonl", short_help="What `memcon export jsonl` wrote.")
@click.argument("file", type=click.File("rb"))
@options(REGISTER)
@answering
def jsonl(place: str, file: BinaryIO) -> None:
    """Add the reports and judgements that `memcon export jsonl` wrote; FILE may be - for standard input.

    The engagements follow from them; an empty register then exports the same bytes again.
    """
    from memcon.exchange.taking_in import take_in
    from memcon.register import open

    with open(place) as register:
        found = take_in(register, file, file.name)
    click.echo(f"memcon: {found.added} reports added, {found.known} known, {found.judgements} judgements", err=True)
