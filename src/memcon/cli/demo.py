"""`memcon demo`: a register to look at."""

import click

from memcon.cli.answering import answering


@click.command(short_help="Fill a register with sample reports and open the workbench over it.")
@click.option("--register", "place", default="demo.db", show_default=True, metavar="FILE|URL", help="The register that is filled; made where there is none.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="The port; 0 takes any that is free.")
@click.option("--open/--no-open", "browser", default=True, show_default=True, help="Open a browser too.")
@click.option("--serve/--no-serve", "serves", default=True, show_default=True, help="Open the workbench when the register is filled.")
@answering
def command(place: str, port: int, browser: bool, serves: bool) -> None:
    """Fill a register with the sample reports and the travels and visits since 2017 that the US Office of the Historian publishes (public
    domain), and open the workbench over it.

    \b
      memcon demo
      memcon demo --register /tmp/demo.db --no-open
    """
    from memcon.workbench import serve
    from memcon.workbench.demonstration import fill

    count = fill(place, lambda words: click.echo(f"memcon: {words}", err=True))
    click.echo(f"memcon: {place} holds {count} reports", err=True)
    if serves:
        serve(place, port=port, browser=browser, notice=lambda words: click.echo(f"memcon: {words}", err=True))
