"""`memcon compare`: accounts of one engagement side by side, or what each side mentions over the years."""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from memcon.cli.answering import PERIOD, answering, options

if TYPE_CHECKING:
    from memcon.compare import Comparison
    from memcon.record import Record

REGISTER = (
    click.option("--register", "place", envvar="MEMCON_REGISTER", metavar="FILE|URL", help="Compare accounts of this register: a file or a postgresql:// URL."),
)  # fmt: skip


@click.command(short_help="Set accounts of one engagement side by side.")
@click.argument("names", nargs=-1, required=True, metavar="A B...")
@click.option("--topics", is_flag=True, help="Show over time which themes the readouts of the sides A and B mention (RU US), from a register.")
@click.option("--by", type=click.Choice(["month", "quarter", "year"]), default="year", show_default=True, help="How --topics counts time.")
@click.option("--order", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Rows in the order of the Nth account's text.")
@click.option("--json", "form", flag_value="json", help="Print the whole comparison with its spans, one JSON document.")
@click.option("--format", "form", type=click.Choice(["text", "json", "html", "markdown"]), help="What to write.  [default: text]")
@click.option("--out", metavar="FILE", help="Write into this file instead of printing.")
@click.option("--published", metavar="DATE", multiple=True, help="The day of publication of the files, in their order.")
@click.option("--color/--no-color", "colour", default=None, help="Colours.  [default: on a terminal, unless NO_COLOR is set]")
@options(PERIOD, REGISTER)
@answering
def command(
    place: str | None,
    names: tuple[str, ...],
    topics: bool,
    by: str,
    order: int,
    form: str | None,
    out: str | None,
    published: tuple[str, ...],
    colour: bool | None,
    since: str | None,
    until: str | None,
) -> None:
    """Set two or more accounts of one engagement side by side: what each alone says, what both say and how each words it.

    A and B are files; with --register they may be ids of reports, or one id of an entry, whose accounts are compared. Points that no
    other account has stand alone: none is forced together. The words of a point are its report's own, with line and offsets.

    \b
      memcon compare white-house.html kremlin.html
      memcon compare E12 --register register.db --format html --out compared.html
      memcon compare --topics RU US --register register.db --since 2020
    """
    if topics:
        _over_time(place, names, by, since, until, form, out)
        return
    from memcon import language

    records, engagements = _records(place, names, published)
    if order > len(records):
        raise click.UsageError(f"--order {order}: there are {len(records)} accounts")
    from memcon.compare import compare

    made = compare(records, language.load(), engagements)
    _put(_written(made, records, form or "text", order - 1, colour if out is None else False), out)


def _records(place: str | None, names: tuple[str, ...], published: tuple[str, ...]) -> "tuple[list[Record], list[str | None] | None]":
    """Give the records that the names mean, and the engagement of each where an entry tells."""
    if place is None or all(Path(n).exists() for n in names):
        if len(names) < 2:
            raise click.UsageError("a comparison needs two files; with --register give an entry's id")
        return [_read(n, published[i] if i < len(published) else None) for i, n in enumerate(names)], None
    from memcon.compare.entries import of_entry, of_reports
    from memcon.register import open

    with open(place, make=False) as register:
        if len(names) == 1:
            return of_entry(register, names[0])
        return of_reports(register, names), None


def _read(name: str, published: str | None) -> "Record":
    from memcon.cli.documents import Reader
    from memcon.cli.failure import Failure
    from memcon.reading import Unread

    reader = Reader(published)
    try:
        found = list(reader.reports(name))
    except OSError as error:
        raise Failure(f"{name}: {error.strerror or error}") from error
    if len(found) != 1:
        raise Failure(f"{name} holds {len(found)} documents; a comparison takes one from each file")
    if isinstance(found[0], Unread):
        raise Failure(f"{name}: {found[0].reason.removeprefix(f'{name}: ')}")
    return reader.record(found[0])


def _written(made: "Comparison", records: "list[Record]", form: str, by: int, colour: bool | None) -> str:
    from memcon.printing import Look

    if form == "json":
        from memcon.compare.codec import to_json

        return to_json(made)
    if form == "html":
        from memcon.printing.compared_page import page

        return page(made, [r.report.text for r in records], by)
    if form == "markdown":
        from memcon.printing.compared_markdown import markdown

        return markdown(made, by)
    from memcon.printing.compared_text import text

    return text(made, [r.report.text for r in records], Look(_width(), _colour(colour)), by)


def _over_time(place: str | None, names: tuple[str, ...], by: str, since: str | None, until: str | None, form: str | None, out: str | None) -> None:
    if place is None:
        raise click.UsageError("--topics asks a register; add --register")
    if len(names) != 2:
        raise click.UsageError(f"--topics takes two sides, as in --topics RU US, and here are {len(names)}")
    if form not in (None, "text", "json"):
        raise click.UsageError(f"--topics writes text or json, not {form}")
    from memcon.compare.overtime import matrix
    from memcon.register import open

    with open(place, make=False) as register:
        found = matrix(register, (names[0], names[1]), by, since, until)
    if form == "json":
        from memcon.compare.codec import to_json

        _put(to_json(found), out)
    else:
        from memcon.printing.compared_topics import text

        _put(text(found, _width()), out)


def _put(written: str, out: str | None) -> None:
    if out is None:
        click.echo(written, color=True)
        return
    try:
        Path(out).write_text(written + ("" if written.endswith("\n") else "\n"), encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{out}: {error.strerror or error}") from error


def _colour(asked: bool | None) -> bool:
    if asked is not None:
        return asked
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _width() -> int:
    return max(min(shutil.get_terminal_size((100, 24)).columns, 160), 40)
