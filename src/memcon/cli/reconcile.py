"""`memcon reconcile`: reports held against a reference register."""

import click

from memcon.cli.answering import FORM, PERIOD, REGISTER, answering, options


@click.command(short_help="Hold the reports against a reference register.")
@click.option("--source", default="US Office of the Historian", show_default=True, help="The reference register's name.")
@click.option("--list", "whole", is_flag=True, help="List the engagements too, not only the counts.")
@options(PERIOD, FORM, REGISTER)
@answering
def command(place: str, form: str | None, source: str, whole: bool, since: str | None, until: str | None) -> None:
    """Hold what the reports tell against a reference register that was imported.

    An engagement is confirmed where both tell of it; missing here where no report does; missing there where the register
    should hold it (in person, held, abroad, by one of its travellers) and does not; or their dates differ.
    """
    from memcon.cli.answers_out import csv_of, entry_line, entry_row, json_of
    from memcon.register import open

    with open(place, make=False) as register:
        found = register.reconcile(source, since=since, until=until)
    parts = (
        ("confirmed", [(e, None) for e in found.confirmed]),
        ("dates differ", list(found.differ)),
        ("missing here", [(e, None) for e in found.missing_here]),
        ("missing there", [(e, None) for e in found.missing_there]),
    )
    if form == "json":
        click.echo(json_of(found))
    elif form == "csv":
        rows = [
            {"outcome": title} | entry_row(e) | {"other": other.id if other else None, "other_date": other.date if other else None}
            for title, mine in parts
            for e, other in mine
        ]
        click.echo(csv_of(rows), nl=False)
    else:
        for title, mine in parts:
            click.echo(f"{title:14} {len(mine)}")
            for entry, other in mine if whole else ():
                click.echo(f"  {entry_line(entry)}")
                if other:
                    click.echo(f"    ↔ {entry_line(other)}")
