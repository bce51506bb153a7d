"""`memcon statements`: who said what to whom, about what."""

import click

from memcon.cli.answering import FORM, PERIOD, REGISTER, answering, options


@click.command(short_help="List statements: who said what to whom.")
@click.option("--by", metavar="NAME", help="By this person or body, or by anybody who acts for this country.")
@click.option("--to", metavar="NAME", help="Spoken or written to this person, body or country.")
@click.option("--about", metavar="WORDS", help="About this: words that stand in what was said.")
@click.option("--match", metavar="WORDS", help='Words, "a phrase", beginning*, -without, OR.')
@click.option("--stance", multiple=True, help="Of this stance (condemn, urge, praise, deny, ...).")
@click.option("--limit", type=click.IntRange(1), help="No more than this many.")
@options(PERIOD, FORM, REGISTER)
@answering
def command(
    place: str,
    form: str | None,
    by: str | None,
    to: str | None,
    about: str | None,
    match: str | None,
    stance: tuple[str, ...],
    since: str | None,
    until: str | None,
    limit: int | None,
) -> None:
    """List statements, the newest first, each with its report and the words.

    \b
      memcon statements --by "Sergey Lavrov" --about grain --since 2022
      memcon statements --by RU --match '"grain deal" -wheat' --json
    """
    from memcon.cli.answers_out import put, said_line, said_row
    from memcon.register import open

    with open(place, make=False) as register:
        found = register.statements(
            by=by, to=to, about=about, match=match, stance=stance, since=since, until=until, limit=limit
        )
    put(found, form, row=said_row, line=said_line, none="no statement fits")
