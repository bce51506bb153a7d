"""What the commands that question a register have in common: options, and errors told in a sentence."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

REGISTER = (
    click.option("--register", "place", envvar="MEMCON_REGISTER", default="register.db", show_default=True,
                 metavar="FILE|URL", help="The register: a file or a postgresql:// URL."),
)  # fmt: skip
FORM = (
    click.option("--json", "form", flag_value="json", help="Print a JSON list."),
    click.option("--csv", "form", flag_value="csv", help="Print CSV, one row an answer."),
)
PERIOD = (
    click.option("--since", metavar="DATE", help="From this year, month or day on (2020, 2020-09, 2020-09-13)."),
    click.option("--until", metavar="DATE", help="Up to and with this year, month or day."),
)


def options(*groups: tuple[Callable[[F], F], ...]) -> Callable[[F], F]:
    """Put groups of options on a command."""

    def put(command: F) -> F:
        for group in reversed(groups):
            for option in reversed(group):
                command = option(command)
        return command

    return put


def answering(command: F) -> F:
    """Tell a `MemconError` as the command line tells errors."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        from memcon.errors import MemconError

        try:
            return command(*args, **kwargs)
        except MemconError as error:
            raise click.ClickException(str(error)) from error

    return run  # type: ignore[return-value]
