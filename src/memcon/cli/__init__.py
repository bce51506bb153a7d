"""The command line; one file a command.

Only Click is imported before a command runs: `memcon --help` loads no model and no reader.
"""

import sys

import click

import memcon
from memcon.cli.commands import Commands


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(memcon.__version__, prog_name="memcon", message="%(prog)s %(version)s")
def group() -> None:
    """Memcon reads reports of diplomacy and keeps the register.

    It finds who met, called, wrote to or visited whom, when and where, what each said, and which numbers were claimed, and
    shows for every field the words that it came from. Everything runs on this machine.
    """


def main() -> None:
    """Run the command line: exit code 0, 2 for bad input, 130 after Ctrl-C; a closed pipe ends it quietly."""
    try:
        code = group(prog_name="memcon", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except BrokenPipeError:
        _forget(sys.stdout.fileno())
        code = 141
    sys.exit(code if isinstance(code, int) else 0)


def _forget(descriptor: int) -> None:
    """Point a closed pipe at nothing, so that the interpreter's last flush has no error to print."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


__all__ = ["group", "main"]
