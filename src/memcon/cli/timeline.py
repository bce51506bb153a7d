"""`memcon timeline`: engagements counted by day, month or year."""

from typing import Literal

import click

from memcon.cli.answering import FORM, PERIOD, REGISTER, answering, options
from memcon.cli.engagements import KINDS, STATUSES


@click.command(short_help="Count engagements by day, month or year.")
@click.argument("parties", nargs=-1, metavar="[PARTY]...")
@click.option("--by", type=click.Choice(["day", "month", "year"]), default="year", show_default=True, help="The stretch of time.")
@click.option("--kind", multiple=True, type=click.Choice(KINDS), help="Of this kind; may be given several times.")
@click.option("--status", multiple=True, type=click.Choice(STATUSES), help="Of this status; may be given several times.")
@click.option("--entries", "whole", is_flag=True, help="List the engagements too.")
@options(PERIOD, FORM, REGISTER)
@answering
def command(
    place: str,
    form: str | None,
    parties: tuple[str, ...],
    by: Literal["day", "month", "year"],
    kind: tuple[str, ...],
    status: tuple[str, ...],
    whole: bool,
    since: str | None,
    until: str | None,
) -> None:
    """Count the engagements of one or more parties by day, month or year; dates vaguer than that are left out.

    \b
      memcon timeline US CN --by year
      memcon timeline "Emmanuel Macron" --by month --since 2022 --kind call
    """
    from memcon.cli.answers_out import entry_line, put
    from memcon.register import open
    from memcon.register.answers import Stretch

    def line(stretch: Stretch) -> str:
        kinds = ", ".join(f"{n} {k}" for k, n in stretch.kinds)
        told = f"{stretch.period:10}  {stretch.total:5}  {kinds}"
        return "\n".join([told, *(f"    {entry_line(e)}" for e in stretch.entries)])

    with open(place, make=False) as register:
        found = register.timeline(
            between=parties, since=since, until=until, kind=kind, status=status, by=by, entries=whole
        )
    put(
        found,
        form,
        row=lambda s: {"period": s.period, "total": s.total} | {k: dict(s.kinds).get(k, 0) for k in KINDS},
        line=line,
        none="no dated engagement fits",
    )
