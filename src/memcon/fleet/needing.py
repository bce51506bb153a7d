"""Libraries that only a fleet needs, of the extra `fleet`."""

from typing import Any

from memcon.needing import MissingLibrary, needed

__all__ = ["MissingLibrary", "library"]


def library(name: str) -> Any:
    """Load a library for a fleet.

    Raises:
        MissingLibrary: it is not installed.
    """
    return needed(name, "a fleet", "fleet")
