"""Fills up the parties of the report's main engagement where the title names only one.

"Telephone conversation with President of Turkey Recep Tayyip Erdogan" (a title of kremlin.ru) names the guest; the other
party is who acts in the first sentence, or the office that publishes.
"""

from memcon.engagements.joining import Entry
from memcon.engagements.phrase import mentions_under, subjects
from memcon.engagements.scene import Scene
from memcon.engagements.scope import sides
from memcon.engagements.telling import Party

_SENTENCES = 3


def complete(scene: Scene, entries: list[Entry]) -> None:
    """Add the missing party to entries of the title or lead that have one side only."""
    for entry in entries:
        if not any(t.where in ("title", "deck") or t.order == 0 for t in entry.tellings):
            continue
        if len(sides(scene, entry.parties)) != 1 or entry.kind == "visit":
            continue
        here = sides(scene, entry.parties)
        for party in _actors_of_lead(scene):
            actor = scene.actors[party.actor]
            if actor.kind == "person" and actor.country and actor.country not in here:
                entry.parties.append(party)
                break


def _actors_of_lead(scene: Scene) -> list[Party]:
    """Give the subjects of the first sentences of the body, in order, as parties."""
    found: list[Party] = []
    seen = 0
    for sent in scene.doc.sents:
        block = scene.block_of(sent.start_char)
        if block is None or block.kind != "paragraph":
            continue
        for mention in mentions_under(scene, subjects(sent.root) or [sent.root]):
            found += [Party(a, "participant", mention.span, sure=False) for a in mention.actors]
        seen += 1
        if seen == _SENTENCES:
            break
    return found
