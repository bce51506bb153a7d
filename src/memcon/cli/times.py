"""`memcon times`: the time expressions of a text and what they mean."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from memcon.cli.failure import Failure

if TYPE_CHECKING:
    from memcon.record import Report, Timex


@click.command(short_help="Find the time expressions of a text and what they mean.")
@click.argument("file", metavar="FILE")
@click.option("--anchor", metavar="DATE", help="What times are told from: a day (2021-09-14), month or year.  [default: the document's own date]")
@click.option("--json", "form", flag_value="json", help="Print one JSON object with all fields of every time.")
@click.option("--timex", "form", flag_value="timex", help="Print the text with TIMEX3 tags in it.")
def command(file: str, anchor: str | None, form: str | None) -> None:
    """Find the time expressions of a text and what they mean.

    FILE is a document, or - for standard input. Each line gives the words, what they mean as EDTF (or their TIMEX3 value
    where they have no place on the calendar), and why: the rule, the anchor, and what else they could mean. Without an
    anchor and a publication date, times such as "yesterday" stay unresolved.

    \b
      memcon times report.txt
      echo "They met last Tuesday." | memcon times - --anchor 2021-09-14
    """
    from memcon import times

    if anchor is not None:
        try:
            times.place_of(anchor)
        except ValueError as error:
            raise Failure(f"--anchor {anchor}: give a day, month or year, as in 2021-09-14, 2021-09 or 2021") from error
    report = _report(file)
    found = times.find(report, anchor)
    if form == "json":
        click.echo(_json(report, found, anchor))
    elif form == "timex":
        click.echo(_tagged(report.text, found, anchor or (report.published.value if report.published else None)))
    else:
        for line in _lines(found):
            click.echo(line)


def _report(file: str) -> "Report":
    """Read the document.

    Raises:
        Failure: it cannot be read.
    """
    from memcon import reading
    from memcon.errors import MemconError

    try:
        if file == "-":
            return reading.read_bytes(sys.stdin.buffer.read(), "stdin", any_language=True)
        return reading.read_path(Path(file), any_language=True)
    except MemconError as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise Failure(f"{click.format_filename(file)}: {error.strerror or error}") from error


def _lines(found: Sequence["Timex"]) -> list[str]:
    """Give a line for each time, in columns."""
    if not found:
        return ["no time expressions"]
    quotes = [" ".join(t.span.quote.split()) for t in found]
    meanings = [_meaning(t) for t in found]
    wide, wider = max(map(len, quotes)), max(map(len, meanings))
    return [f"{q:{wide}}  {m:{wider}}  {_why(t)}".rstrip() for q, m, t in zip(quotes, meanings, found, strict=True)]


def _meaning(time: "Timex") -> str:
    mod = f" {time.mod.lower().replace('_', ' ')}" if time.mod else ""
    return f"{time.edtf if time.type in ('DATE', 'TIME') and time.edtf else time.value}{mod}"


def _why(time: "Timex") -> str:
    parts = [time.rule]
    if time.anchor:
        parts.append(f"from {time.anchor} ({time.anchor_from})")
    if time.alternatives:
        parts.append(f"or {', '.join(time.alternatives)}")
    return ", ".join(parts)


def _json(report: "Report", found: Sequence["Timex"], anchor: str | None) -> str:
    import msgspec

    published = anchor or (report.published.value if report.published else None)
    return msgspec.json.encode({"id": report.id, "anchor": published, "text": report.text, "times": list(found)}).decode()


def _tagged(text: str, found: Sequence["Timex"], anchor: str | None) -> str:
    """Put TIMEX3 tags into a text; t0 is the document's creation time."""
    from xml.sax.saxutils import escape, quoteattr

    head = f'<TIMEX3 tid="t0" type="DATE" value={quoteattr(anchor)} functionInDocument="CREATION_TIME"/>\n' if anchor else ""
    out, at = [head], 0
    for time in found:
        given = {"tid": time.id, "type": time.type, "value": time.value, "mod": time.mod, "freq": time.freq, "quant": time.quant}
        tags = " ".join(f"{k}={quoteattr(v)}" for k, v in given.items() if v)
        out += [escape(text[at : time.span.start]), f"<TIMEX3 {tags}>{escape(time.span.quote)}</TIMEX3>"]
        at = time.span.end
    return "".join([*out, escape(text[at:])])
