"""Libraries that only a fleet needs, with the remedy where they are missing."""

from importlib import import_module
from typing import Any

from memcon.errors import MemconError


class MissingLibrary(MemconError):
    """A library of the `fleet` extra is not installed."""


def library(name: str) -> Any:
    """Load a library.

    Raises:
        MissingLibrary: it is not installed.
    """
    try:
        return import_module(name)
    except ImportError as error:
        package = name.partition(".")[0]
        raise MissingLibrary(f"a fleet needs the library {package}, which is not installed ({error}); `pip install 'memcon[fleet]'` brings it") from error
