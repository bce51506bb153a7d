"""`memcon entry`: one engagement with all its accounts."""

import click

from memcon.cli.answering import FORM, REGISTER, answering, options


@click.command(short_help="Show one engagement with all its accounts.")
@click.argument("id")
@click.option("--explain", is_flag=True, help="Also tell why each account stands in the entry.")
@options(FORM, REGISTER)
@answering
def command(place: str, form: str | None, id: str, explain: bool) -> None:
    """Show one engagement of the register: every account, where they differ, what analysts decided.

    ID is what `memcon engagements` shows first, or a report's id, or REPORT/ENGAGEMENT.
    """
    from memcon.cli.answers_out import account_lines, account_row, csv_of, entry_line, json_of
    from memcon.register import open

    with open(place, make=False) as register:
        found = register.entry(id)
    if form == "json":
        click.echo(json_of(found))
    elif form == "csv":
        click.echo(csv_of([account_row(found, a) for a in found.accounts]), nl=False)
    else:
        click.echo(entry_line(found))
        for account in found.accounts:
            click.echo(account_lines(account, explain))
        for difference in found.differences:
            said = "; ".join(f"{s.value} ({', '.join(s.reports)})" for s in difference.values)
            click.echo(f"  differ on {difference.field}: {said}")
        for one in found.judgements:
            change = f" {one.field}: {one.before} → {one.after}" if one.field else ""
            undone = " (undone)" if one.undone else ""
            click.echo(f"  {one.number}. {one.act}{change} by {one.who}, {one.at}{undone} {one.note or ''}".rstrip())
