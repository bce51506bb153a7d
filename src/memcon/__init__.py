"""Memcon reads reports of diplomacy and keeps the register.

::

    import memcon

    record = memcon.read("report.txt", published="2021-09-14")
    for engagement in record.engagements:
        print(engagement.kind, engagement.status, engagement.date)

Importing the package is cheap: the rooms, and the language model, are loaded when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from memcon.errors import (
    DataError,
    EmptyDocument,
    MemconError,
    ModelError,
    NoArticle,
    NotEnglish,
    NotText,
    ReadingError,
    TooLarge,
    UnknownFormat,
)

if TYPE_CHECKING:
    from memcon.pipeline import read
    from memcon.record import (
        Actor,
        Block,
        Dateline,
        Engagement,
        Figure,
        Mention,
        Office,
        Participant,
        Place,
        Publication,
        Publisher,
        Record,
        Report,
        Span,
        Stamp,
        Statement,
        Timex,
        from_json,
        schema,
        to_json,
    )
    from memcon.times import find_times

__version__ = "0.1.0"

_ROOMS = {"read": "memcon.pipeline", "find_times": "memcon.times"}
"""Where the names stand that are loaded on first use, `memcon.record` aside."""

__all__ = [
    "Actor",
    "Block",
    "DataError",
    "Dateline",
    "EmptyDocument",
    "Engagement",
    "Figure",
    "MemconError",
    "Mention",
    "ModelError",
    "NoArticle",
    "NotEnglish",
    "NotText",
    "Office",
    "Participant",
    "Place",
    "Publication",
    "Publisher",
    "ReadingError",
    "Record",
    "Report",
    "Span",
    "Stamp",
    "Statement",
    "Timex",
    "TooLarge",
    "UnknownFormat",
    "find_times",
    "from_json",
    "read",
    "schema",
    "to_json",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its room (PEP 562), so that `import memcon` stays cheap."""
    if name not in __all__:
        raise AttributeError(f"module 'memcon' has no attribute {name!r}")
    value = getattr(import_module(_ROOMS.get(name, "memcon.record")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
