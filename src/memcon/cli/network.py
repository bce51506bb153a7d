"""`memcon network`: who is in contact with whom."""

import click

from memcon.cli.answering import FORM, PERIOD, REGISTER, answering, options
from memcon.cli.engagements import KINDS


@click.command(short_help="Tell who is in contact with whom.")
@click.argument("parties", nargs=-1, metavar="[PARTY]...")
@click.option("--persons", is_flag=True, help="Between persons, not between countries and bodies.")
@click.option("--kind", multiple=True, type=click.Choice(KINDS), help="Of this kind; may be given several times.")
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="No more than the strongest links.")
@options(PERIOD, FORM, REGISTER)
@answering
def command(
    place: str,
    form: str | None,
    parties: tuple[str, ...],
    persons: bool,
    kind: tuple[str, ...],
    since: str | None,
    until: str | None,
    limit: int,
) -> None:
    """Tell who was in contact with whom, the most frequent first; with PARTY only contacts in which it took part.

    \b
      memcon network RU --since 2022
      memcon network --persons --kind call --csv
    """
    from memcon.cli.answers_out import json_of, put
    from memcon.register import open
    from memcon.register.answers import Link

    with open(place, make=False) as register:
        found = register.network(of=parties, since=since, until=until, kind=kind, persons=persons, limit=limit)
    if form == "json":
        click.echo(json_of(found))
        return
    names = {n.actor: n.name for n in found.nodes}

    def line(link: Link) -> str:
        kinds = ", ".join(f"{n} {k}" for k, n in link.kinds)
        return f"{link.count:5}  {names[link.a]} – {names[link.b]}  ({kinds}; {link.first or '?'} to {link.last or '?'})"

    put(
        found.links,
        form,
        row=lambda k: {"a": names[k.a], "b": names[k.b], "count": k.count, "first": k.first, "last": k.last}
        | {kind: dict(k.kinds).get(kind, 0) for kind in KINDS},
        line=line,
        none="no contact fits",
    )
