"""One tree of exceptions; each message names the value, the place and the remedy.

    MemconError
    ├── ReadingError        a document cannot be turned into a report
    │   ├── EmptyDocument       nothing, or only white space, is in it
    │   ├── NotText             binary, or an encoding that cannot be told
    │   ├── TooLarge            over the size that one document may have
    │   ├── NotEnglish          another language (read it with any_language)
    │   ├── NoArticle           HTML, or a JSON document, without a text
    │   └── UnknownFormat       no reader takes this kind of file
    ├── ModelError          the language model is missing or does not fit
    └── DataError           a table that Memcon ships or was given is malformed

Catch everything that is about the input, and go on with the next document::

    try:
        record = memcon.read(path)
    except memcon.MemconError as error:
        log.append(str(error))
"""


class MemconError(Exception):
    """Base of all errors that Memcon raises on purpose; the message is fit to be shown to a user."""


class ReadingError(MemconError):
    """A document cannot be turned into a report."""


class EmptyDocument(ReadingError):
    """The document holds nothing, or only white space."""


class NotText(ReadingError):
    """The document is binary, or its encoding cannot be told."""


class TooLarge(ReadingError):
    """The document is over the size that one document may have."""


class NotEnglish(ReadingError):
    """The document is in another language."""


class NoArticle(ReadingError):
    """The document has a known format, but no text in it."""


class UnknownFormat(ReadingError):
    """No reader takes this kind of file."""


class ModelError(MemconError):
    """The language model is missing or does not fit."""


class DataError(MemconError):
    """A table that Memcon ships or was given is malformed."""
