"""`memcon who`: offices, contacts, what was said."""

import click

from memcon.cli.answering import FORM, REGISTER, answering, options


@click.command(short_help="Tell who somebody is: offices, contacts, what was said.")
@click.argument("name")
@options(FORM, REGISTER)
@answering
def command(place: str, form: str | None, name: str) -> None:
    """Tell who a person, body or country is: its spellings, offices over time, contacts, what it said.

    \b
      memcon who "Sergey Lavrov"
      memcon who Zelenskyy --json
    """
    from memcon.cli.answers_out import csv_of, entry_line, json_of, party, said_line
    from memcon.register import open

    with open(place, make=False) as register:
        found = register.who(name)
    if form == "json":
        click.echo(json_of(found))
        return
    if form == "csv":
        rows = [
            {"partner": p.party.name, "country": p.party.country, "contacts": p.count, "last": p.last} for p in found.partners
        ]
        click.echo(csv_of(rows), nl=False)
        return
    click.echo(f"{party(found.party)}  {found.party.actor}")
    click.echo("written " + ", ".join(f"{s} ({n})" for s, n in found.spellings[:8]))
    for held in found.offices[:8]:
        click.echo(f"  {held.office.title}, {held.first or '?'} to {held.last or '?'} ({len(held.reports)} reports)")
    click.echo(f"{found.engagements} engagements; most often with")
    for partner in found.partners[:10]:
        click.echo(f"  {partner.count:5}  {party(partner.party)}, last {partner.last or 'unknown'}")
    for entry in found.latest:
        click.echo(entry_line(entry))
    click.echo(f"{found.statements} statements")
    for one in found.said:
        click.echo(said_line(one))
