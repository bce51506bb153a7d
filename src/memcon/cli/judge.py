"""`memcon judge`: what an analyst decides."""

import click

from memcon.cli.answering import FORM, REGISTER, answering, options

ACTS = ("accept", "correct", "reject", "merge", "split", "comment", "same_actor", "other_actor", "undo", "list")


@click.command(short_help="Accept, correct, reject, merge, split or comment an entry; undo.")
@click.argument("act", type=click.Choice(ACTS))
@click.argument("targets", nargs=-1, metavar="[ID]...")
@click.option("--field", help="What is corrected: kind, status, date, place, city or country.")
@click.option("--value", help="What it is set to; without it the field is emptied.")
@click.option("--who", envvar="MEMCON_ANALYST", help="Who decides.  [default: the name of the user]")
@click.option("--note", help="Why.")
@options(FORM, REGISTER)
@answering
def command(
    place: str,
    form: str | None,
    act: str,
    targets: tuple[str, ...],
    field: str | None,
    value: str | None,
    who: str | None,
    note: str | None,
) -> None:
    """Take down what an analyst decides; it outranks what was read, and reading again never overwrites it.

    \b
      memcon judge correct vam2md1dvnza --field date --value 2021-12-07
      memcon judge merge vam2md1dvnza dbatjdnxwskt --note "one call, told twice"
      memcon judge split kremlin-2021-12-07/e2
      memcon judge same_actor "Ramzan Kadyrov" "p:RU/kadirov/ramsan"
      memcon judge undo 3
      memcon judge list
    """
    import getpass
    from datetime import UTC, datetime
    from typing import cast

    from memcon.cli.answers_out import json_of, put
    from memcon.register import open
    from memcon.register.answers import Judgement
    from memcon.register.judge import Act

    wanted = {"merge": 2, "same_actor": 2, "other_actor": 2, "list": 0}.get(act, 1)
    if len(targets) != wanted:
        raise click.UsageError(f"{act} takes {wanted} {'target' if wanted == 1 else 'targets'}, not {len(targets)}")

    def line(one: Judgement) -> str:
        change = f" {one.field}: {one.before} → {one.after}" if one.field else ""
        undone = "  (undone)" if one.undone else ""
        return f"{one.number}. {one.act} {one.target} {one.other or ''}{change} by {one.who}, {one.at}{undone} {one.note or ''}".rstrip()

    with open(place, make=False) as register:
        if act == "list":
            found = register.judgements()
            put(found, form, row=lambda j: {k: getattr(j, k) for k in Judgement.__slots__}, line=line, none="no judgement yet")
            return
        other = targets[1] if len(targets) > 1 else None
        now = datetime.now(UTC).isoformat(timespec="seconds")
        who = who or getpass.getuser()
        one = register.judge(cast(Act, act), targets[0], who=who, at=now, other=other, field=field, value=value, note=note)
    click.echo(json_of(one) if form == "json" else line(one))
