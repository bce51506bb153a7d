"""`memcon reread`: all reports read again."""

import os
import sys

import click

from memcon.cli.answering import REGISTER, answering, options
from memcon.cli.inputs import OFFICES


@click.command(short_help="Read all reports of a register again; judgements stay.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that read.  [default: one a processor core]")
@OFFICES
@click.option("--model", metavar="NAME", help="Another spaCy pipeline with Universal Dependencies, by name or path.")
@options(REGISTER)
@answering
def command(place: str, workers: int | None, offices: str | None, model: str | None) -> None:
    """Read all reports again, from the texts that the register keeps, with the Memcon of today.

    Every judgement stays: what an analyst corrected, rejected, merged or split is as it was, also where the new reading no
    longer finds it.
    """
    from memcon.cli.add import Pace
    from memcon.register import open
    from memcon.register.readers import How
    from memcon.register.rereading import reread

    with open(place, make=False) as register:
        total = register.count()
        pace = Pace(sys.stderr, total)
        read, changed = reread(register, How(model=model, offices=offices), min(workers or os.cpu_count() or 1, max(total // 4, 1)), pace.show)
    pace.clear()
    click.echo(f"memcon: {read} reports read again, {changed} of them differ from before", err=True)
