"""Resolves the words of a speaker or addressee to the actors of the cast."""

from typing import TYPE_CHECKING

from memcon.record import Mention
from memcon.statements.lexicon import lexicon
from memcon.statements.parsed import Parsed
from memcon.statements.saying import Offsets

if TYPE_CHECKING:
    from memcon.actors import Cast

_COORDINATED = frozenset({"and", "&", ","})


def resolve(parsed: Parsed, cast: "Cast", where: Offsets | None, named: int | None) -> tuple[tuple[str, ...], Offsets | None]:
    """Give the actors that a phrase means, and the words that name them.

    The mention that holds the phrase's head decides; coordinated heads ("Lavrov and Wang") give all their actors.
    A phrase that names no actor gives no ids and keeps its own offsets.

    Args:
        parsed: the parsed text.
        cast: the actors and mentions of the report.
        where: offsets of the phrase.
        named: its head token (for "who" the noun that it stands for).
    """
    if where is None:
        return (), None
    if named is None:
        mention = cast.mention_at(*where)
        return (mention.actors, (mention.span.start, mention.span.end)) if mention else ((), where)
    named = _owner(parsed, named)
    heads = [named] + [c for c in parsed.children[named] if parsed.dep[c] == "conj" and parsed.pos[c] in ("NOUN", "PROPN", "PRON")]
    ids: list[str] = []
    spans: list[Offsets] = []
    for head in heads:
        mention = _mention(parsed, cast, head, where)
        if mention is not None:
            ids += [a for a in mention.actors if a not in ids]
            spans.append((mention.span.start, mention.span.end))
    if not spans:
        return (), where
    return tuple(ids), (min(s for s, _ in spans), max(e for _, e in spans))


def _owner(parsed: Parsed, head: int) -> int:
    """Give the one whose document speaks: "[her] Telegram post", "[the company]'s website"; else the head itself."""
    if parsed.lemma[head] in lexicon().channels and parsed.pos[head] == "NOUN":
        return next((c for c in parsed.children[head] if parsed.dep[c] == "nmod:poss"), head)
    return head


def _mention(parsed: Parsed, cast: "Cast", head: int, where: Offsets) -> Mention | None:
    start, end = parsed.start[head], parsed.end[head]
    if parsed.dep[head] != "nmod:poss" and where[0] <= start < where[1] and not any(parsed.dep[c] == "conj" for c in parsed.children[head]):
        exact = cast.mention_at(*where)
        if exact is not None and exact.span.start <= start and end <= exact.span.end and exact.actors:
            return exact
    found = cast.mention_at(start, end)
    return found if found is not None and found.actors else None
