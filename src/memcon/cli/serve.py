"""`memcon serve`: the workbench in a browser."""

from pathlib import Path

import click

from memcon.cli.answering import REGISTER, answering, options


@click.command(short_help="Open the workbench: the register in a browser, and its HTTP API.")
@options(REGISTER)
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen; another than this machine's own needs --token-file.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="The port; 0 takes any that is free.")
@click.option("--open/--no-open", "browser", default=False, help="Open a browser too.")
@click.option("--as", "name", default="analyst", show_default=True, metavar="NAME", help="The name under your judgements, where nobody has to log in.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A further name of this machine under which it may be asked for.")
@click.option("--token-file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="The users' tokens; then everybody has to show one.")
@click.option("--new-token", metavar="NAME", help="Make a token for a user, add it to the --token-file, print it, and end.")
@click.option("--role", type=click.Choice(["reader", "reviewer", "admin"]), default="reader", show_default=True, help="For --new-token: what the user may do.")
@click.option("--scope", "scopes", multiple=True, type=click.Choice(["read", "judge", "add", "admin"]), help="For --new-token: only this part of the role; may be given several times.")
@click.option("--days", type=click.IntRange(1, 3650), default=90, show_default=True, help="For --new-token: how long it is good.")
@click.option("--model", metavar="NAME", help="Another spaCy pipeline with Universal Dependencies, by name or path.")
@answering
def command(
    place: str, host: str, port: int, browser: bool, name: str, names: tuple[str, ...], token_file: Path | None, new_token: str | None,
    role: str, scopes: tuple[str, ...], days: int, model: str | None,
) -> None:  # fmt: skip
    """Open the workbench over a register: look, check and correct in a browser.

    It listens on this machine only, and then nobody has to log in. For a team, give its members tokens, and put a proxy that speaks
    HTTPS before it.

    \b
      memcon serve --register desk.db --open
      memcon serve --token-file users.toml --new-token anna --role reviewer
      memcon serve --register desk.db --host 10.0.0.5 --token-file users.toml --name desk.example.org
    """
    from memcon.workbench import serve
    from memcon.workbench.users import new_token as make_token

    if new_token is not None:
        if token_file is None:
            raise click.UsageError("--new-token needs the --token-file that it is added to")
        click.echo(make_token(token_file, new_token, role, days, scopes))  # type: ignore[arg-type]
        click.echo(f"memcon: this token is shown only now; {token_file} keeps its hash", err=True)
        return
    serve(
        place, host=host, port=port, tokens=token_file, name=name, names=names, browser=browser, model=model,
        notice=lambda words: click.echo(f"memcon: {words}", err=True),
    )  # fmt: skip
