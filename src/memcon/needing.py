"""Libraries that only a part of Memcon needs: loaded when it is used, with the remedy where they are missing."""

from importlib import import_module
from typing import Any

from memcon.errors import MemconError


class MissingLibrary(MemconError):
    """A library that what was asked for needs is not installed."""


def needed(name: str, whose: str, extra: str, kind: type[MemconError] = MissingLibrary) -> Any:
    """Load a library for `whose` use; the extra `extra` of Memcon's package brings it.

    Raises:
        kind: it is not installed.
    """
    try:
        return import_module(name)
    except ImportError as error:
        package = name.partition(".")[0]
        raise kind(f"{whose} needs the library {package}, which is not installed ({error}); `pip install 'memcon[{extra}]'` brings it") from error
