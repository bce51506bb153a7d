"""Reads the title of a transcript, whose speakers are the parties: "Remarks by President A and Prime Minister B Before Bilateral Meeting".

The words were spoken in the room where the parties met, so the meeting of such a title has taken place ("before" says when the words fell).
"""

from memcon.engagements import lists
from memcon.engagements.lexicon import words_of
from memcon.engagements.scene import Scene, Token
from memcon.engagements.telling import Party


def is_transcript(scene: Scene, token: Token) -> bool:
    """Tell whether a token stands in the title of a transcript ("Remarks by ...", "Press Statements by ...")."""
    block = scene.block_of(token.idx)
    if block is None or block.kind not in ("title", "deck"):
        return False
    opening = block.span.quote.lower().split(" by ")[0].split()
    return len(opening) < 5 and bool(set(opening) & words_of("triggers", "transcript", "words"))


def speakers(scene: Scene, noun: Token) -> list[Party]:
    """Give the speakers that the title of a transcript lists before the trigger, none where it names only one."""
    if not is_transcript(scene, noun):
        return []
    block = scene.block_of(noun.idx)
    start = scene.token_at(block.span.start).i if block is not None else noun.sent.start
    by = next((t.i for t in scene.doc[start : noun.i] if t.lower_ == "by"), None)
    if by is None:
        return []
    for i in range(by + 1, noun.i):
        for mention in scene.mentions_of[i]:
            if mention.kind == "name" and any(scene.actors[a].kind == "person" for a in mention.actors):
                found = [m for m in lists.whole(scene, mention, noun) if m.span.end <= noun.idx]
                return [Party(a, "participant", m.span) for m in found for a in m.actors] if len(found) > 1 else []
    return []
