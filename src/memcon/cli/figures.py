"""`memcon figures`: who claimed which number, side by side over time."""

import click

from memcon.cli.answering import FORM, PERIOD, REGISTER, answering, options


@click.command(short_help="List figures claimed, side by side over time.")
@click.option("--what", metavar="WORDS", help="What is measured: words that stand with the figure.")
@click.option("--of", multiple=True, metavar="PARTY...", help="Whom it concerns; may be given several times, or --of RU CN.")
@click.argument("others", nargs=-1, metavar="")
@click.option("--by", metavar="NAME", help="Claimed by this person, body or country.")
@click.option("--unit", help='In this unit ("%", USD, times, ...).')
@click.option("--limit", type=click.IntRange(1), help="No more than this many.")
@options(PERIOD, FORM, REGISTER)
@answering
def command(
    place: str,
    form: str | None,
    what: str | None,
    of: tuple[str, ...],
    others: tuple[str, ...],
    by: str | None,
    unit: str | None,
    since: str | None,
    until: str | None,
    limit: int | None,
) -> None:
    """List the figures that were claimed, by the day of the report, each with who claims it.

    \b
      memcon figures --what trade --of RU CN
      memcon figures --what casualties --by UA --since 2022 --csv
    """
    from memcon.cli.answers_out import figure_line, figure_row, put
    from memcon.register import open

    with open(place, make=False) as register:
        found = register.figures(what=what, of=(*of, *others), by=by, unit=unit, since=since, until=until, limit=limit)
    put(found, form, row=figure_row, line=figure_line, none="no figure fits")
