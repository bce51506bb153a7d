"""The commands by name, each loaded from its own file when it is asked for."""

from importlib import import_module

import click

HELP = {
    "read": "Read reports and print who met whom, when, where and what was said.",
    "add": "Add reports to a register.",
    "engagements": "List the engagements of a register.",
    "schema": "Print the JSON Schema of a record.",
    "times": "Find the time expressions of a text and what they mean.",
}
"""A command's short help by its name; the module `memcon.cli.NAME` holds it as `command`."""


class Commands(click.Group):
    """A group that lists its commands from `HELP` and imports one only to run it or to show its own help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order of the list."""
        return list(HELP)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command, or None where there is none of this name."""
        if cmd_name not in HELP:
            return None
        command: click.Command = import_module(f"memcon.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(HELP.items()))
