"""Finds the statements in which figures stand: the speaker is the claimant."""

from collections.abc import Sequence

from memcon.figures.lexicon import words
from memcon.figures.quantity import Quantity
from memcon.record import Span, Statement


def statements_of(text: str, quantities: Sequence[Quantity], said: Sequence[Statement]) -> list[Statement | None]:
    """Give for each quantity the innermost statement with a speaker whose content holds it, None where the report itself says it.

    In "Lavrov said that Kyiv had reported 30 strikes" the figure is Kyiv's. A statement without any words for its speaker
    ("it was announced that", "warning of 30 more strikes") hands the figure to the one around it, where there is one. A source
    of numbers named behind the figure outranks whoever repeats it ("she noted that 1,200 people died, according to official tallies").
    What stands in brackets in reported speech, and the number of a compound in it, are the report's own words ("he said
    the talks (he has held 12 since May) went well", "she thanked the 27-nation bloc").

    Args:
        text: the report's text.
        quantities: sorted by their start.
        said: the statements of the report.
    """
    waiting = sorted(((c.start, c.end, c, s) for s in said for c in s.content), key=lambda w: (w[0], w[1], w[3].id))
    found: list[Statement | None] = []
    open_: list[tuple[Span, Statement]] = []
    k = 0
    for quantity in quantities:
        while k < len(waiting) and waiting[k][0] <= quantity.span.start:
            open_.append(waiting[k][2:])
            k += 1
        open_ = [o for o in open_ if o[0].end >= quantity.span.end]
        found.append(_innermost(text, quantity, open_))
    return found


def _innermost(text: str, quantity: Quantity, holders: Sequence[tuple[Span, Statement]]) -> Statement | None:
    inward = sorted(holders, key=lambda h: (sum(c.end - c.start for c in h[1].content), h[1].id))
    named = next((h for h in inward if h[1].speakers or h[1].speaker), inward[0] if inward else (None, None))
    content, said = next((h for h in inward if _is_source(h[1], quantity)), named)
    if content is None or said is None or (said.type == "indirect" and _is_aside(text, content, quantity)):
        return None
    if said.type != "direct" and said.stance == "praise" and _is_gloss(text, content, quantity):
        return None
    return said


def _is_source(said: Statement, quantity: Quantity) -> bool:
    """Tell whether a statement's speaker is a source of numbers that is named behind the quantity."""
    if said.speaker is None or said.speaker.start < quantity.span.end:
        return False
    return not words("claims", "sources").isdisjoint(said.speaker.quote.lower().split())


def _is_gloss(text: str, content: Span, quantity: Quantity) -> bool:
    """Tell whether a quantity stands in a relative clause behind what somebody is thanked or congratulated for.

    "He congratulated her on the elections, which she won with 60 percent": the report adds how she won.
    """
    before = text[content.start : quantity.span.start].lower().split()
    inside = sum(text[content.start : quantity.span.start].count(mark) for mark in ('"', "“", "”")) % 2 == 1
    return not inside and not words("claims", "relatives").isdisjoint(w.strip(",.;\"“”") for w in before)


def _is_aside(text: str, content: Span, quantity: Quantity) -> bool:
    """Tell whether a quantity is an insertion of the report's into reported speech."""
    if quantity.noun is not None and text[quantity.span.end : quantity.noun.start] in ("-", "\u2010", "\u2011"):
        return True
    before = text[content.start : quantity.span.start]
    return before.rfind("(") > before.rfind(")") and ")" in text[quantity.span.end : content.end]
