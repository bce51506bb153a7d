"""Who is meant: names, offices, "his Syrian counterpart", "the two presidents", pronouns; countries and bodies.

`find` is loaded when it is asked for: the register needs the tables of this room only, and answers questions without its rules.
"""

from typing import TYPE_CHECKING, Any

from memcon.actors.cast import Cast

if TYPE_CHECKING:
    from memcon.actors.finding import find

__all__ = ["Cast", "find"]


def __getattr__(name: str) -> Any:
    if name != "find":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from memcon.actors.finding import find

    globals()["find"] = find
    return find
