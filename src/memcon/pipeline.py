"""The one straight line from a document to its record."""

from pathlib import Path
from typing import Any

from memcon import actors, engagements, figures, language, reading, statements, times
from memcon.actors.own_table import holders_of
from memcon.record import Record, Report, Stamp, span_of

VERSION = "0.1.0"
_SPOKEN = ("title", "deck", "heading", "paragraph", "desk", "dateline", "furniture")


def read(
    source: str | Path,
    *,
    published: str | None = None,
    model: str | None = None,
    any_language: bool = False,
    offices: str | Path | None = None,
) -> Record:
    """Read a document and give its record.

    `source` is a path, or the text itself where it holds a line break or no such file exists; `published` (an ISO day)
    overrides the publication date that the document gives; `model` names another spaCy pipeline with UD labels; `offices` is a
    table of office holders of one's own (CSV, `actors.own_table`), which counts before the shipped ones.

    Raises:
        ReadingError: the document cannot be read; the message says why and what to do.
        ModelError: the language model is missing or does not fit.
        DataError: the table of offices cannot be read or has a bad row.

    >>> record = read("KYIV, March 5, 2024. President Zelenskyy met Prime Minister Mette Frederiksen.")  # doctest: +SKIP
    """
    if isinstance(source, Path) or ("\n" not in source and len(source) < 1024 and Path(source).exists()):
        report = reading.read_path(Path(source), published=published, any_language=any_language)
    else:
        report = reading.read_text(source, published=published, any_language=any_language)
    return record_of(report, language.load(model), None if offices is None else str(offices))


def record_of(report: Report, nlp: Any, offices: str | None = None) -> Record:
    """Find everything in a report; the same report, model and table of `offices` (a path) give the same record."""
    doc = language.analyse(report.text, [(b.span.start, b.span.end) for b in report.blocks], nlp)
    when = times.find(report)
    cast = actors.find(doc, report, holders_of(offices))
    said = statements.find(doc, report, cast)
    claimed = figures.find(doc, report, when, said, cast)
    met = engagements.find(doc, report, cast, when, said)
    return Record(
        report=report,
        stamp=Stamp(VERSION, language.model_name(nlp), language.model_hash(nlp)),
        actors=cast.actors,
        mentions=cast.mentions,
        times=when,
        statements=said,
        figures=claimed,
        engagements=met,
    )


__all__ = ["read", "record_of", "span_of"]
