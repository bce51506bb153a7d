"""What ends a command: a message for the user and exit code 2."""

import click


class Failure(click.ClickException):
    """The command cannot go on: the input is bad, the model is missing, or the output cannot be written."""

    exit_code = 2
