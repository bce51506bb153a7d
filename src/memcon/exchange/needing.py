"""Libraries that only some formats need: loaded when such a format is written, with a remedy where they are missing."""

from importlib import import_module
from typing import Any

from memcon.errors import MemconError


class MissingLibrary(MemconError):
    """A format needs a library that is not installed."""


def library(name: str, form: str) -> Any:
    """Load a library.

    Raises:
        MissingLibrary: it is not installed.
    """
    try:
        return import_module(name)
    except ImportError as error:
        package = name.partition(".")[0]
        raise MissingLibrary(
            f"{form} needs the library {package}, which is not installed ({error}); `pip install 'memcon[exchange]'` brings it"
        ) from error
