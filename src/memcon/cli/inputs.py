"""The documents that the command line names: files, folders, standard input."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

STDIN = "-"
PARTS = ("id", "title", "deck", "text", "publisher", "published", "url", "language")
"""What a document has (`reading.fields.NAMES`; a list of its own, so that the help loads no reader)."""


def documents(names: Sequence[str]) -> list[str]:
    """Give the files to read, in order; a folder stands for all files in it and below it, sorted by path.

    Hidden files and folders are left out, and links to folders are not followed. A name that does not exist stays in
    the list, so that reading it tells what is wrong.
    """
    return [file for name in names for file in (_below(Path(name)) if _is_folder(name) else [name])]


def mapping(value: str | None) -> dict[str, str]:
    """Read `--map text=body,published=date`.

    Raises:
        BadParameter: it is not written so, or names a part that a document does not have.

    >>> mapping("text=body,published=meta.date")
    {'text': 'body', 'published': 'meta.date'}
    """
    found: dict[str, str] = {}
    for pair in (value or "").split(",") if value else ():
        part, is_there, key = (p.strip() for p in pair.partition("="))
        if not (part and is_there and key):
            raise click.BadParameter(f"{pair.strip()!r} is not PART=NAME; write it as in --map text=body,published=date", param_hint="--map")
        if part not in PARTS:
            raise click.BadParameter(f"a document has no part {part!r}; map one of {', '.join(PARTS)}", param_hint="--map")
        if part in found:
            raise click.BadParameter(f"{part} is mapped twice; name one of {found[part]} and {key}", param_hint="--map")
        found[part] = key
    return found


MAP = click.option("--map", "mapped", metavar="PART=NAME,...", callback=lambda ctx, option, value: mapping(value),
                   help="Which key or column of JSON, JSON lines and CSV holds what: text=body,published=date.")  # fmt: skip


def offices(value: str | None) -> str | None:
    """Check a table of office holders before anything is read.

    Raises:
        BadParameter: it cannot be read, or has a row that cannot be right.
    """
    if value is not None:
        from memcon.actors.own_table import own_rows
        from memcon.errors import DataError

        try:
            own_rows(Path(value))
        except DataError as error:
            raise click.BadParameter(str(error), param_hint="--offices") from error
    return value


OFFICES = click.option("--offices", metavar="FILE", envvar="MEMCON_OFFICES", callback=lambda ctx, option, value: offices(value),
                       help="A CSV table of who held which office when, before the one shipped; see docs/actors.md.")  # fmt: skip


def _is_folder(name: str) -> bool:
    return name != STDIN and Path(name).is_dir()


def _below(folder: Path) -> Iterator[str]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(files):
            path = Path(where, file)
            if not file.startswith(".") and path.is_file():
                yield str(path)
