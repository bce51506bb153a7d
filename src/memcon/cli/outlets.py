"""Where records go: to the screen, or into a folder with one file a document; and the page beside it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import click

from memcon import printing
from memcon.cli.failure import Failure
from memcon.exchange.gold import to_gold
from memcon.printing import Look
from memcon.record import Record, to_json

_ENDINGS = {"text": ".txt", "json": ".json", "gold": ".json", "html": ".html"}


def _gold(record: Record, look: Look) -> str:
    return json.dumps(to_gold(record, look.floor), ensure_ascii=False)


FORMS: dict[str, Callable[[Record, Look], str]] = {
    "text": printing.text,
    "json": lambda record, look: to_json(record),
    "gold": _gold,
    "html": printing.page,
}


class Outlet:
    """Takes records one by one; `close` is called after the last."""

    def __init__(self, form: str, look: Look, page: Path | None = None) -> None:
        self.form = form
        self.look = look
        self._page = page
        self._paged = False

    def take(self, record: Record) -> None:
        """Put a record out."""
        if self._page is not None:
            if self._paged:
                raise Failure(f"--html writes one page and there are several documents; {self._page} is of the first")
            self._paged = True
            write(self._page, printing.page(record, self.look))
            click.echo(f"memcon: wrote {self._page}", err=True)
        self.put(record, FORMS[self.form](record, self.look))

    def put(self, record: Record, text: str) -> None:
        """Put out the text of a record."""
        raise NotImplementedError

    def close(self) -> None:
        """Tell what was written."""


class Screen(Outlet):
    """Prints; records for people are parted by a rule, those for programs stand one a line."""

    _printed = 0

    def put(self, record: Record, text: str) -> None:
        """Print the text of a record."""
        if self.form == "text" and self._printed:
            click.echo(f"\n{'─' * self.look.width}\n")
        click.echo(text, color=True)
        self._printed += 1


class Folder(Outlet):
    """Writes one file a document, named after the report's id."""

    def __init__(self, form: str, look: Look, folder: Path, page: Path | None = None) -> None:
        super().__init__(form, look, page)
        self._folder = folder
        self._names: dict[str, int] = {}

    def put(self, record: Record, text: str) -> None:
        """Write the text of a record; a second report of the same id gets a number."""
        stem = file_stem(record.report.id)
        count = self._names[stem] = self._names.get(stem, 0) + 1
        path = self._folder / f"{stem}{f'-{count}' if count > 1 else ''}{_ENDINGS[self.form]}"
        write(path, text)

    def close(self) -> None:
        """Tell how many files were written."""
        total = sum(self._names.values())
        if total:
            click.echo(f"memcon: wrote {total} {'file' if total == 1 else 'files'} to {self._folder}", err=True)


def write(path: Path, text: str) -> None:
    """Write a text with a line break at its end, making its folder where there is none.

    Raises:
        Failure: it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise Failure(f"cannot write {click.format_filename(path)}: {error.strerror or error}") from error


def outlet(form: str, look: Look, folder: Path | None, page: Path | None) -> Outlet:
    """Give the outlet of a form: a folder where one is given, else the screen."""
    return Folder(form, look, folder, page) if folder else Screen(form, look, page)


def file_stem(id: str) -> str:
    """Make a file name of a report's id: an id may come out of the document, so it is never used as a path.

    >>> file_stem("../../etc/passwd")
    'etc-passwd'
    """
    return re.sub(r"[^\w.-]+", "-", id).strip(".-")[:120] or "report"
