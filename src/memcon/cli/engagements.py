"""`memcon engagements`: who met, called, wrote to or visited whom."""

import click

from memcon.cli.answering import FORM, PERIOD, REGISTER, answering, options

KINDS = ("meeting", "call", "video_call", "visit", "summit", "message", "contact")
STATUSES = ("held", "planned", "proposed", "cancelled", "denied", "habitual")


@click.command(short_help="List the engagements of a register.")
@click.argument("parties", nargs=-1, metavar="[PARTY]...")
@click.option("--between", nargs=2, metavar="A B", help="Two countries (RU, Russia), persons or bodies that both take part.")
@click.option("--kind", multiple=True, type=click.Choice(KINDS), help="Of this kind; may be given several times.")
@click.option("--status", multiple=True, type=click.Choice(STATUSES), help="Of this status; may be given several times.")
@click.option("--main/--background", "main", default=None, help="Only what reports are about, or only what they mention.")
@click.option("--all", "everything", is_flag=True, help="Also those rejected, and those of low confidence.")
@click.option("--limit", type=click.IntRange(1), help="No more than this many.")
@options(PERIOD, FORM, REGISTER)
@answering
def command(
    place: str,
    form: str | None,
    parties: tuple[str, ...],
    between: tuple[str, str] | None,
    since: str | None,
    until: str | None,
    kind: tuple[str, ...],
    status: tuple[str, ...],
    main: bool | None,
    everything: bool,
    limit: int | None,
) -> None:
    """List the engagements of a register, the earliest first, each with the reports that tell of it.

    PARTY is a country (RU, Russia), a person or a body; all that are named take part. In JSON each engagement lists its
    `accounts`, each with the report's own id under `report` and whether it is `main` there.

    \b
      memcon engagements --between RU SY --since 2020 --kind call --status held
      memcon engagements "Sergey Lavrov" --since 2021-09 --until 2021-12 --json
    """
    from memcon.cli.answers_out import entry_line, entry_row, put
    from memcon.register import open

    with open(place, make=False) as register:
        found = register.engagements(
            between=(*(between or ()), *parties),
            since=since,
            until=until,
            kind=kind,
            status=status,
            main=main,
            everything=everything,
            limit=limit,
        )
    put(found, form, row=entry_row, line=entry_line, none="no engagement fits")
