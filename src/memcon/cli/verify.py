"""`memcon verify`: is a register sound?"""

import sys

import click

from memcon.cli.answering import REGISTER, answering, options


@click.command(short_help="Check that a register is sound.")
@options(REGISTER)
@answering
def command(place: str) -> None:
    """Check a register: the database's own check, every span against its text, entries against their accounts.

    The exit code is 1 where something is wrong.
    """
    from memcon.register import open
    from memcon.register.keeping import verify

    with open(place, make=False) as register, register.reading() as conn:
        faults = list(verify(conn))
        for fault in faults:
            click.echo(fault)
        if not faults:
            click.echo(f"memcon: {register.count()} reports, all is well", err=True)
    sys.exit(1 if faults else 0)
