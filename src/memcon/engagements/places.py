"""Finds where an engagement took place: the site, city and state of the trigger's clause."""

from memcon.engagements.phrase import base, case_of
from memcon.engagements.scene import Scene, Token
from memcon.engagements.telling import Trigger
from memcon.record import Place

_AT = frozenset({"in", "at", "inside", "outside", "near", "on"})
_TO = frozenset({"to", "in", "for", "into", "at"})


def find(scene: Scene, trigger: Trigger) -> Place | None:
    """Give the place of a telling, None where its clause names none."""
    return None


__all__ = ["Place", "Scene", "Token", "Trigger", "base", "case_of", "find"]
