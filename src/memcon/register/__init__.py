"""The register: thousands of reports become one record of diplomacy.

::

    import memcon.register

    with memcon.register.open("register.db") as register:
        for entry in register.engagements(between=["RU", "SY"], since="2020"):
            print(entry.date, entry.kind, entry.status, [a.report for a in entry.accounts])

The database library is loaded when a register is opened.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memcon.register.errors import NewerRegister, QuestionError, RegisterError
    from memcon.register.register import Register, open

_ROOMS = {
    "NewerRegister": "memcon.register.errors",
    "QuestionError": "memcon.register.errors",
    "Register": "memcon.register.register",
    "RegisterError": "memcon.register.errors",
    "open": "memcon.register.register",
}

__all__ = ["NewerRegister", "QuestionError", "Register", "RegisterError", "open"]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used (PEP 562)."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'memcon.register' has no attribute {name!r}")
    try:
        return getattr(import_module(_ROOMS[name]), name)
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("sqlalchemy", "alembic"):
            raise
        message = f"a register needs {error.name}; install it with `pip install memcon[register]`"
        raise import_module("memcon.register.errors").RegisterError(message) from error
