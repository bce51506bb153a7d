"""`memcon read`: documents in, records out."""

import os
import shutil
import sys
from datetime import date
from pathlib import Path

import click

from memcon.cli.inputs import MAP, OFFICES


@click.command(short_help="Read reports and print who met whom, when, where and what was said.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "form", flag_value="json", help="Print the whole record with its spans, one JSON document a line.")
@click.option("--format", "form", type=click.Choice(["text", "json", "gold", "html"]), help="What to write.  [default: text]")
@click.option("--html", "html", metavar="FILE", help="Also write a page of the one document, its spans highlighted.")
@click.option("--out", metavar="DIR", help="Write one file a document into this folder instead of printing.")
@click.option("--published", metavar="DATE", help="The day of publication (2021-09-14), over what the document says.")
@MAP
@click.option("--any-language", is_flag=True, help="Also read what does not seem to be English.")
@OFFICES
@click.option("--model", metavar="NAME", help="Another spaCy pipeline with Universal Dependencies, by name or path.")
@click.option("--all", "everything", is_flag=True, help="Also show the engagements of low confidence.")
@click.option("--explain", is_flag=True, help="Also show why: the rule and the words behind each field.")
@click.option("--color/--no-color", "colour", default=None, help="Colours.  [default: on a terminal, unless NO_COLOR is set]")
def command(
    files: tuple[str, ...],
    form: str | None,
    html: str | None,
    out: str | None,
    published: str | None,
    mapped: dict[str, str],
    any_language: bool,
    offices: str | None,
    model: str | None,
    everything: bool,
    explain: bool,
    colour: bool | None,
) -> None:
    """Read reports and print who met whom, when, where and what was said.

    FILE is a document, an archive, feed or table of many, a folder (all documents in and below it), or - for standard input, which
    may be any of these but a folder. What cannot be read is named on
    standard error with the reason, the others are read all the same, and the exit code is 2.

    \b
      memcon read report.html
      memcon read --json reports/ > records.jsonl
      memcon read --map text=body,published=date rows.jsonl
      curl -s https://example.org/readout | memcon read - --published 2023-06-18
    """
    from memcon.cli.documents import Reader
    from memcon.cli.inputs import documents
    from memcon.cli.outlets import outlet
    from memcon.cli.run import run
    from memcon.engagements import FLOOR
    from memcon.printing import Look

    names = documents(files)
    _check(names, published, html, out, form)
    look = Look(_width(), _colour(colour), explain, 0.0 if everything else FLOOR)
    reader = Reader(published, model, any_language, tuple(mapped.items()), offices)
    to = outlet(form or "text", look, Path(out) if out else None, Path(html) if html else None)
    if not names:
        click.echo(f"memcon: no document in {', '.join(files)}", err=True)
    sys.exit(run(names, reader, to))


def _check(names: list[str], published: str | None, html: str | None, out: str | None, form: str | None) -> None:
    if published is not None:
        try:
            date.fromisoformat(published)
        except ValueError as error:
            raise click.UsageError(f"--published {published}: give a day as YEAR-MONTH-DAY, as in 2021-09-14") from error
    if html and len(names) != 1:
        raise click.UsageError(f"--html writes one page and here are {len(names)} documents; try --format html --out DIR")
    if form == "html" and not out and len(names) > 1:
        raise click.UsageError("several pages need a folder; add --out DIR")
    if out and Path(out).exists() and not Path(out).is_dir():
        raise click.UsageError(f"--out {out} is a file; give a folder")


def _colour(asked: bool | None) -> bool:
    if asked is not None:
        return asked
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _width() -> int:
    return max(min(shutil.get_terminal_size((100, 24)).columns, 100), 40)
