"""Document → Report: the text is brought into its normal form, frozen, hashed and laid out."""

import hashlib
import re

from memcon.errors import EmptyDocument, TooLarge
from memcon.reading import english, layout, publication, publisher
from memcon.reading.document import MAX_CHARACTERS, Document
from memcon.reading.normal import normal, one_line
from memcon.record import Report, span_of


def freeze(
    document: Document,
    *,
    published: str | None = None,
    any_language: bool = False,
    path: str | None = None,
    given_publisher: bool = False,
) -> Report:
    """Make the report of a document.

    Raises:
        EmptyDocument: the body is empty.
        TooLarge: the text is longer than `MAX_CHARACTERS`.
        NotEnglish: the text is in another language, and `any_language` is not set.
        ReadingError: `published` is no day.
    """
    when = publication.given(published, document.name) if published is not None else None
    title, deck = one_line(document.title or "") or None, one_line(document.deck or "") or None
    body = normal(document.body)
    if not body:
        raise EmptyDocument(f"{document.name}: there is no text in it, only white space; give a file with the report's text")
    text = "\n".join(part for part in (title, deck, body) if part)
    if len(text) > MAX_CHARACTERS:
        raise TooLarge(
            f"{document.name}: the text has {len(text):,} characters and one report may have {MAX_CHARACTERS:,}; "
            "split it into its reports"
        )
    language = english.check(text, document.name, any_language)
    title_end = len(title) if title else None
    laid = layout.find(text, title_end, title_end + 1 + len(deck) if title_end is not None and deck else None)
    notes = list(document.notes)
    if when is None:
        when = publication.find(text, laid, document.published, document.url, notes)
    return Report(
        id=document.id or id_of(document.name),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        raw_sha256=hashlib.sha256(document.raw).hexdigest(),
        format=document.format,
        blocks=tuple(laid.blocks),
        title=span_of(text, *laid.title) if laid.title else None,
        dateline=laid.dateline,
        publisher=publisher.find(laid, document.publisher, document.url, given_publisher),
        published=when,
        url=document.url,
        path=path,
        language=language,
        notes=tuple(notes),
    )


def id_of(name: str) -> str:
    """Make a report's id of its file name.

    >>> id_of("wire/TASS 2021-09-14.txt.gz")
    'TASS-2021-09-14'
    """
    last = re.split(r"[/\\!]", name)[-1]
    stem = re.sub(r"(?<=.)\.\w{1,8}$", "", re.sub(r"(?<=.)\.(?:gz|bz2|xz)(?=$|:)", "", last))
    return re.sub(r"[^\w.-]+", "-", stem).strip("-.")[:120] or "report"
