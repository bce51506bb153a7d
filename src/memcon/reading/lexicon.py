"""The tables of this room (`data/*.toml`), read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from memcon.errors import DataError


@cache
def table(name: str) -> dict[str, Any]:
    """Give a table of `data/` by its name without the ending.

    Raises:
        DataError: the table is malformed.
    """
    file = files("memcon.reading").joinpath("data", f"{name}.toml")
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{file}: not TOML ({error}); install Memcon anew") from error
