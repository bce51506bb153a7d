"""`memcon search`: full text."""

import click

from memcon.cli.answering import FORM, PERIOD, REGISTER, answering, options


@click.command(short_help="Search the texts of the reports.")
@click.argument("words")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="No more than this many.")
@options(PERIOD, FORM, REGISTER)
@answering
def command(place: str, form: str | None, words: str, since: str | None, until: str | None, limit: int) -> None:
    """Search the texts of the reports; the matching words are shown.

    WORDS must all stand in the report; "in quotation marks" side by side; word* for a beginning; -word for what must not
    stand; OR between alternatives.

    \b
      memcon search '"grain deal" Istanbul' --since 2022
    """
    from memcon.cli.answers_out import put
    from memcon.register import open
    from memcon.register.answers import Hit

    def line(hit: Hit) -> str:
        at = " ".join((hit.excerpt.quote if hit.excerpt else "").split())
        return f"{hit.report}  {hit.source.published or 'no date'}  {hit.source.title or ''}\n    … {at} …"

    with open(place, make=False) as register:
        found = register.search(words, since=since, until=until, limit=limit)
    put(
        found,
        form,
        row=lambda h: {
            "report": h.report,
            "published": h.source.published,
            "title": h.source.title,
            "publisher": h.source.publisher,
            "excerpt": h.excerpt.quote if h.excerpt else None,
            "matches": len(h.matches),
        },
        line=line,
        none="no report holds these words",
    )
