"""The commands by name, each loaded from its own file when it is asked for."""

from importlib import import_module
from keyword import iskeyword

import click

HELP = {
    "read": "Read reports and print who met whom, when, where and what was said.",
    "add": "Add reports to a register.",
    "fleet": "Read many documents on many processes, here or on a Ray cluster.",
    "watch": "Add what is new in RSS and Atom feeds to a register.",
    "engagements": "List the engagements of a register.",
    "entry": "Show one engagement with all its accounts.",
    "compare": "Set accounts of one engagement side by side.",
    "last": "Tell when two parties last met, spoke, visited, wrote.",
    "who": "Tell who somebody is: offices, contacts, what was said.",
    "statements": "List statements: who said what to whom.",
    "figures": "List figures claimed, side by side over time.",
    "search": "Search the texts of the reports.",
    "timeline": "Count engagements by day, month or year.",
    "network": "Tell who is in contact with whom.",
    "export": "Write engagements in the formats of other programs.",
    "judge": "Accept, correct, reject, merge, split or comment an entry; undo.",
    "serve": "Open the workbench: the register in a browser, and its HTTP API.",
    "demo": "Fill a register with sample reports and open the workbench over it.",
    "import": "Add a reference register.",
    "reconcile": "Hold the reports against a reference register.",
    "reread": "Read all reports of a register again; judgements stay.",
    "log": "List the documents that could not be read.",
    "verify": "Check that a register is sound.",
    "backup": "Copy a register to a new file or database.",
    "schema": "Print the JSON Schema of a record.",
    "times": "Find the time expressions of a text and what they mean.",
}
"""A command's short help by its name; the module `memcon.cli.NAME` holds it as `command`."""


def module(name: str) -> str:
    """Give the module of a command; one whose name is a word of Python has an underscore behind it."""
    return f"{name}_" if iskeyword(name) else name


class Commands(click.Group):
    """A group that lists its commands from `HELP` and imports one only to run it or to show its own help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order of the list."""
        return list(HELP)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command, or None where there is none of this name."""
        if cmd_name not in HELP:
            return None
        command: click.Command = import_module(f"memcon.cli.{module(cmd_name)}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(HELP.items()))
