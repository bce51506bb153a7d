"""`memcon log`: what could not be read."""

import click

from memcon.cli.answering import FORM, REGISTER, answering, options


@click.command(short_help="List the documents that could not be read.")
@options(FORM, REGISTER)
@answering
def command(place: str, form: str | None) -> None:
    """List the documents that could not be read, each with the reason, until they are."""
    from memcon.cli.answers_out import put
    from memcon.register import open

    with open(place, make=False) as register:
        found = register.unread()
    put(
        found,
        form,
        row=lambda u: {"name": u.name, "reason": u.reason},
        line=lambda u: f"{u.name}: {u.reason}",
        none="every document could be read",
    )
