"""What counts as an engagement: at least two parties that act for different states, bodies or movements."""

from memcon.engagements.joining import Entry
from memcon.engagements.scene import Scene
from memcon.engagements.telling import Party
from memcon.record import Actor


def sides(scene: Scene, parties: list[Party]) -> set[str]:
    """Give the sides among parties: a country code each, and a name each for bodies that act for no state (UN, NATO)."""
    found: set[str] = set()
    for party in parties:
        actor = scene.actors[party.actor]
        if actor.country:
            found.add(actor.country)
        elif _acts_for_a_body(actor):
            found.add(actor.name)
    return found


def _acts_for_a_body(actor: Actor) -> bool:
    """Tell whether an actor without a state is, or acts for, a body that the tables know ("NATO", the UN's head)."""
    if actor.kind == "organisation":
        return actor.name_source != "text"
    return actor.kind == "person" and any(o.source != "text" for o in actor.offices)


def counts(scene: Scene, entry: Entry) -> bool:
    """Tell whether an entry is an engagement in the Guide's sense."""
    return len(sides(scene, entry.parties)) >= 2 and (entry.kind != "visit" or _somebody_travels(scene, entry))


def _somebody_travels(scene: Scene, entry: Entry) -> bool:
    """Tell whether a visit has a visitor who acts for a state: "200 Americans left Pakistan" is none."""
    return any(p.role != "host" and scene.actors[p.actor].kind != "state" for p in entry.parties)
