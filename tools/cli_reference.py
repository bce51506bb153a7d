"""Writes docs/cli.md from the real help of every command: `python -m tools.cli_reference` (`make docs`)."""

from pathlib import Path

import click

from memcon.cli import group

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"
HELP_NAMES = group.context_settings["help_option_names"]
"""Click keeps the first help option that it made for a command, so the page asks for the same as the program."""
HEAD = """# The command line

Made from the help of the commands themselves by `make docs`; the tests fail where this page is out of date.
"""


def page() -> str:
    """Give the page: the help of the program, then of each command."""
    parts = [HEAD, section("memcon", group, None)]
    with click.Context(group, info_name="memcon", help_option_names=HELP_NAMES) as context:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            if command is not None:
                parts.append(section(name, command, context))
    return "\n".join(parts)


def section(name: str, command: click.Command, parent: click.Context | None) -> str:
    """Give a command's help as a section of the page."""
    with click.Context(
        command, info_name=name, parent=parent, terminal_width=100, max_content_width=100, help_option_names=HELP_NAMES
    ) as context:
        full = "memcon" if parent is None else f"memcon {name}"
        lines = (line.rstrip() for line in command.get_help(context).splitlines())
        return f"## {full}\n\n```\n{chr(10).join(lines)}\n```\n"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE.name)


if __name__ == "__main__":
    main()
