"""`memcon schema`: the form of what `memcon read --json` writes."""

import click


@click.command(short_help="Print the JSON Schema of a record.")
def command() -> None:
    """Print the JSON Schema (2020-12) of a record, as `memcon read --json` writes one a line.

    Offsets count Unicode code points into `report.text`, ends exclusive; dates are EDTF; countries ISO 3166-1 alpha-2.
    """
    import json

    from memcon.record import schema

    click.echo(json.dumps(schema(), indent=2, ensure_ascii=False))
