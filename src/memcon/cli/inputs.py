"""The documents that the command line names: files, folders, standard input."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

STDIN = "-"


def documents(names: Sequence[str]) -> list[str]:
    """Give the files to read, in order; a folder stands for all files in it and below it, sorted by path.

    Hidden files and folders are left out, and links to folders are not followed. A name that does not exist stays in
    the list, so that reading it tells what is wrong.
    """
    return [file for name in names for file in (_below(Path(name)) if _is_folder(name) else [name])]


def _is_folder(name: str) -> bool:
    return name != STDIN and Path(name).is_dir()


def _below(folder: Path) -> Iterator[str]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(files):
            path = Path(where, file)
            if not file.startswith(".") and path.is_file():
                yield str(path)
