"""The gold guide's own scorer as a module: its rules of what is the same party, the same kind, right."""

import importlib.util
from functools import cache
from typing import Any

from benchmarks.shared import shared


@cache
def scorer() -> Any:
    """Load `../shared/gold/score.py`.

    Raises:
        FileNotFoundError: the development data are absent; ask `shared("gold")` before.
    """
    path = shared("gold", "score.py")
    if path is None:
        raise FileNotFoundError("../shared/gold/score.py is not here (set MEMCON_SHARED to its path)")
    spec = importlib.util.spec_from_file_location("gold_score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
