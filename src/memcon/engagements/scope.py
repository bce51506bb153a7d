"""What counts as an engagement: at least two parties that act for different states, bodies or movements."""

from memcon.actors.tables import bodies, class_of
from memcon.engagements.joining import Entry
from memcon.engagements.lexicon import words_of
from memcon.engagements.scene import Scene
from memcon.engagements.telling import Party
from memcon.record import Actor

_HIGH = frozenset({"leader", "foreign", "defence"})
"""Classes of offices that only states have (`actors/data/offices.toml`)."""


def sides(scene: Scene, parties: list[Party], any_body: bool = False) -> set[str]:
    """Give the sides among parties: a country code each, and a name each for bodies that act for no state (UN, NATO).

    With `any_body` a body counts that no table knows: a summit's own name ("the Quad summit").
    """
    found: set[str] = set()
    for party in parties:
        actor = scene.actors[party.actor]
        if actor.country:
            found.add(actor.country)
        elif _acts_for_a_body(actor) or (any_body and actor.kind == "organisation"):
            found.add(actor.name)
    return found


def _acts_for_a_body(actor: Actor) -> bool:
    """Tell whether an actor without a known state is a side of its own.

    That is a body that the tables know ("NATO"), whoever acts for one, and a holder of a state's highest offices whose
    state the text does not give ("met with Foreign Minister Graham").
    """
    if actor.kind == "organisation":
        return actor.name_source != "text" or _is_of_states(actor.name)
    if actor.kind in ("group", "unnamed"):
        return _is_of_states(actor.name) or _of_a_region(actor.name)
    if actor.kind != "person":
        return False
    return any(o.source != "text" or class_of(o.title) & _HIGH or _names_a_body(o.title) for o in actor.offices)


def _is_of_states(name: str) -> bool:
    """Tell whether a name is that of a body of states: "ASEAN Regional Forum", but not "Teamsters International Union"."""
    return name in words_of("scope", "bodies", "names") or bool(words_of("scope", "bodies", "words") & set(name.split()))


def _of_a_region(name: str) -> bool:
    """Tell whether words stand for those who act for several states: "European leaders", "allied foreign ministers"."""
    first, last = (name.split() or [""])[0], (name.split() or [""])[-1]
    return first.lower() in words_of("scope", "regions", "words") and last.lower() in words_of("scope", "regions", "people")


def _names_a_body(title: str) -> bool:
    """Tell whether an office's words hold the name of a known body: "NATO Secretary General", "ICRC President"."""
    words = title.replace("’s", "").replace("'s", "").split()
    return any(" ".join(words[i:k]) in bodies() for i in range(len(words)) for k in range(i + 1, min(i + 5, len(words)) + 1))


def counts(scene: Scene, entry: Entry) -> bool:
    """Tell whether an entry is an engagement in the Guide's sense."""
    enough = len(sides(scene, entry.parties, entry.kind == "summit")) >= 2 or is_of_a_body(scene, entry)
    return enough and (entry.kind != "visit" or _somebody_travels(scene, entry))


def is_of_a_body(scene: Scene, entry: Entry) -> bool:
    """Tell whether a summit or meeting is told of that names only its body ("the BRICS summit opened in Kazan"): the body is the participant."""
    actors = [scene.actors[p.actor] for p in entry.parties]
    bodies_only = bool(actors) and all(a.kind == "organisation" and a.country in (None, "EU") for a in actors)
    told = any(not t.anaphoric and not t.background for t in entry.tellings)
    return bodies_only and told and bool(sides(scene, entry.parties)) and (entry.kind == "summit" or _of_its_members(entry))


def _of_its_members(entry: Entry) -> bool:
    """Tell whether a meeting is one of a body's members: "European Union foreign ministers ... during a two-day meeting"."""
    if entry.kind != "meeting":
        return False
    return any(t.trigger.noun and {str(w.lower_) for w in t.trigger.token.sent} & words_of("scope", "regions", "people") for t in entry.tellings)


def _somebody_travels(scene: Scene, entry: Entry) -> bool:
    """Tell whether a visit has a visitor who acts for a state: "200 Americans left Pakistan" is none."""
    return any(p.role != "host" and scene.actors[p.actor].kind != "state" for p in entry.parties)
