"""`memcon backup`: a copy of a register."""

import click

from memcon.cli.answering import REGISTER, answering, options


@click.command(short_help="Copy a register to a new file or database.")
@click.argument("to", metavar="FILE|URL")
@options(REGISTER)
@answering
def command(place: str, to: str) -> None:
    """Copy a register, as it is at this moment, to a new file or an empty PostgreSQL database.

    So a register also moves from SQLite to PostgreSQL, and back.
    """
    from memcon.register import open
    from memcon.register.keeping import backup

    with open(place, make=False) as register:
        count = backup(register, to)
    click.echo(f"memcon: copied {count} rows to {to}", err=True)
