"""What counts as an engagement: at least two parties that act for different states, bodies or movements."""

from memcon.engagements.joining import Entry
from memcon.engagements.scene import Scene
from memcon.engagements.telling import Party


def sides(scene: Scene, parties: list[Party]) -> set[str]:
    """Give the sides among parties: a country code each, and a name each for bodies that act for no state (UN, NATO)."""
    found: set[str] = set()
    for party in parties:
        actor = scene.actors[party.actor]
        if actor.country:
            found.add(actor.country)
        elif actor.kind == "organisation" and actor.name_source != "text":
            found.add(actor.name)
        elif actor.kind == "person" and actor.offices and any(o.source != "text" for o in actor.offices):
            found.add(actor.name)
    return found


def counts(scene: Scene, entry: Entry) -> bool:
    """Tell whether an entry is an engagement in the Guide's sense."""
    return len(sides(scene, entry.parties)) >= 2
