"""`memcon export`: engagements and what stands behind them in the formats of other programs."""

import sys
from typing import Any

import click

from memcon.cli.answering import PERIOD, REGISTER, answering, options
from memcon.cli.engagements import KINDS, STATUSES

FORMS = ("csv", "parquet", "jsonl", "ical", "plover", "jsonld", "annotations", "ftm", "ftm-statements", "graphml", "gexf", "markdown", "html")
TABLES = ("engagements", "participants", "accounts", "statements", "figures")


@click.command(short_help="Write engagements in the formats of other programs.")
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMS))
@click.argument("parties", nargs=-1, metavar="[PARTY]...")
@click.option("--between", nargs=2, metavar="A B", help="Two countries (RU, Russia), persons or bodies that both take part.")
@click.option("--kind", multiple=True, type=click.Choice(KINDS), help="Of this kind; may be given several times.")
@click.option("--status", multiple=True, type=click.Choice(STATUSES), help="Of this status; may be given several times.")
@click.option("--main/--background", "main", default=None, help="Only what reports are about, or only what they mention.")
@click.option("--all", "everything", is_flag=True, help="Also those rejected, and those of low confidence.")
@click.option("--limit", type=click.IntRange(1), help="No more than this many.")
@click.option("--entry", metavar="ID", help="This one engagement.")
@click.option("--table", type=click.Choice(TABLES), help="For csv and parquet: this table.  [default: engagements]")
@click.option("--persons", is_flag=True, help="For graphml and gexf: between persons, not between countries and bodies.")
@click.option("--out", metavar="FILE", help="Write here; csv and parquet then also put the other tables beside it.")
@click.option("--schema", is_flag=True, help="For jsonl: print the JSON Schema of a line instead.")
@options(PERIOD, REGISTER)
@answering
def command(form: str, place: str, out: str | None, table: str | None, persons: bool, schema: bool, **question: Any) -> None:
    """Write engagements, and the reports, statements and figures behind them, in the formats of other programs.

    FORMAT is one of:

    \b
      csv             one table a file, safe from formulas
      parquet         the same tables with types
      jsonl           reports, judgements and engagements, for `memcon import jsonl`
      ical            a calendar of what has a day
      plover          PLOVER event records, JSON lines
      jsonld          schema.org Event, Quotation and Claim, with PROV
      annotations     W3C Web Annotations on the reports' texts
      ftm             FollowTheMoney entities, JSON lines
      ftm-statements  FollowTheMoney statements: each value with who gives it, CSV
      graphml         the network of contacts
      gexf            the network of contacts, for Gephi
      markdown        a one-page memorandum of an engagement or a pair
      html            the same as a page that prints well

    The other arguments choose, as those of `memcon engagements` do. The same register gives the same bytes. What a format cannot
    hold is left out, never made up, and counted on standard error.

    \b
      memcon export csv --between RU SY --since 2020 --out desk.csv
      memcon export ical "Sergey Lavrov" --status planned > lavrov.ics
      memcon export markdown --entry vam2md1dvnza
    """
    from memcon.exchange.formats import FORMATS
    from memcon.exchange.json_lines import schema_text
    from memcon.exchange.selection import Selection
    from memcon.exchange.sinks import beside, to_file, to_standard_output
    from memcon.register import open

    chosen = FORMATS[form]
    if schema:
        if form != "jsonl":
            raise click.UsageError("--schema is for jsonl; the other formats have published schemas of their own")
        click.echo(schema_text(), nl=False)
        return
    _check(form, chosen, question, table, persons, out)
    more: dict[str, Any] = {"persons": persons} if chosen.network else {}
    between = (*(question.pop("between") or ()), *question.pop("parties"))
    with open(place, make=False) as register:
        selection = Selection(register, between=between, **question)
        if out is None:
            outcomes = [to_standard_output(chosen, selection, **more | ({"table": table or TABLES[0]} if chosen.table else {}))]
        elif chosen.table and table is None:
            outcomes = [to_file(chosen, selection, beside(out, name, TABLES[0]), table=name) for name in TABLES]
        else:
            outcomes = [to_file(chosen, selection, out, **more | ({"table": table} if chosen.table else {}))]
    for outcome in outcomes:
        click.echo(f"memcon: {outcome.written} {outcome.things} written", err=True)
        for reason in outcome.left_out:
            click.echo(f"memcon: {reason}", err=True)


def _check(form: str, chosen: Any, question: dict[str, Any], table: str | None, persons: bool, out: str | None) -> None:
    """Refuse options that the format would not heed."""
    if table and not chosen.table:
        raise click.UsageError(f"--table is for csv and parquet, not for {form}")
    if persons and not chosen.network:
        raise click.UsageError(f"--persons is for graphml and gexf, not for {form}")
    narrow = [f"--{n}" for n, v in (("entry", question["entry"]), ("background", question["main"] is False), ("main", question["main"])) if v]
    if chosen.network and narrow:
        raise click.UsageError(f"{narrow[0]} does not narrow a network; leave it out")
    if question["entry"] and any(v for k, v in question.items() if k not in ("entry", "everything", "main")):
        raise click.UsageError("--entry names one engagement; leave the other filters out")
    if chosen.binary and out is None and sys.stdout.isatty():
        raise click.UsageError(f"{form} is no text for a terminal; add --out FILE")
