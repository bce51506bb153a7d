"""The workbench: the register in a browser, and as an HTTP API for programs.

::

    from memcon.workbench import serve

    serve("register.db")                      # opens on http://127.0.0.1:8765

The web libraries are an extra (`pip install 'memcon[workbench]'`) and are loaded when the workbench is opened.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from memcon.errors import MemconError

if TYPE_CHECKING:
    from memcon.workbench.app import make
    from memcon.workbench.serving import serve

_ROOMS = {"make": "memcon.workbench.app", "serve": "memcon.workbench.serving"}
_EXTRA = ("fastapi", "jinja2", "multipart", "python_multipart", "starlette", "uvicorn")

__all__ = ["WorkbenchError", "make", "serve"]


class WorkbenchError(MemconError):
    """The workbench cannot be opened: a library is missing, the port is taken, a bind without users."""


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used (PEP 562)."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'memcon.workbench' has no attribute {name!r}")
    try:
        return getattr(import_module(_ROOMS[name]), name)
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in _EXTRA:
            raise
        raise WorkbenchError(f"the workbench needs {error.name}; install it with `pip install 'memcon[workbench]'`") from error
