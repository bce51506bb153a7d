"""Libraries that only some formats need, of the extra `exchange`."""

from typing import Any

from memcon.needing import MissingLibrary, needed

__all__ = ["MissingLibrary", "library"]


def library(name: str, form: str) -> Any:
    """Load a library for a format.

    Raises:
        MissingLibrary: it is not installed.
    """
    return needed(name, form, "exchange")
