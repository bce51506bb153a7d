"""`memcon last`: when two parties last met, spoke, visited, wrote."""

import click

from memcon.cli.answering import FORM, REGISTER, answering, options

_TITLES = {"all": "in touch", "meeting": "met", "visit": "visited", "call": "spoke", "message": "wrote"}


@click.command(short_help="Tell when two parties last met, spoke, visited, wrote.")
@click.argument("a")
@click.argument("b")
@click.option("--until", metavar="DATE", help="As of this year, month or day.")
@options(FORM, REGISTER)
@answering
def command(place: str, form: str | None, a: str, b: str, until: str | None) -> None:
    """Tell when A and B last met, spoke, visited and wrote, how often a year, and what is announced.

    A and B are countries (RU, Russia), persons or bodies.

    \b
      memcon last RU SY
      memcon last "Antony Blinken" "Sergey Lavrov" --until 2022-01
    """
    from memcon.cli.answers_out import entry_line, json_of, put
    from memcon.register import open

    with open(place, make=False) as register:
        found = register.last(a, b, until=until)
    if form == "json":
        click.echo(json_of(found))
        return

    def line(rhythm: object) -> str:
        from memcon.register.answers import Rhythm

        assert isinstance(rhythm, Rhythm)
        title = _TITLES[rhythm.family]
        if rhythm.entry is None:
            told = f"{title:9} no such contact"
        else:
            years = ", ".join(f"{year}: {n}" for year, n in rhythm.per_year)
            gap = f"; longest silence {rhythm.longest_gap} days" if rhythm.longest_gap is not None else ""
            told = f"{title:9} last {rhythm.last}, {rhythm.count} in all ({years}){gap}\n          {entry_line(rhythm.entry)}"
        return told + (f"\n          next: {entry_line(rhythm.next)}" if rhythm.next else "")

    if form is None:
        click.echo(f"{found.a} and {found.b}")
    put(
        found.rhythms,
        form,
        row=lambda r: {
            "family": r.family,
            "count": r.count,
            "first": r.first,
            "last": r.last,
            "longest_gap": r.longest_gap,
            "last_entry": r.entry.id if r.entry else None,
            "next_entry": r.next.id if r.next else None,
        },
        line=line,
        none="no contact",
    )
