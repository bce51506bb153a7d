"""Takes the words before and after a time that modify it into its span: "early March", "nearly two years", "1994 or later"."""

from dataclasses import replace

from memcon.times.clocks import Clock, PartOfDay
from memcon.times.composed import Modified
from memcon.times.distances import Distance
from memcon.times.lengths import Length
from memcon.times.lexicon import lexicon
from memcon.times.meaning import Meaning
from memcon.times.rule import Found, Tokens
from memcon.times.vagueness import Vague

_LONGEST = 6


def modify(found: list[Found], source: Tokens) -> list[Found]:
    """Give the times with their modifiers."""
    out = []
    floor = 0
    for i, item in enumerate(found):
        ceiling = found[i + 1].first if i + 1 < len(found) else len(source.codes)
        item = _after(_before(item, source, floor), source, ceiling)
        floor = item.last
        out.append(item)
    return out


def _kind(meaning: Meaning) -> str | None:
    if isinstance(meaning, Vague):
        return None
    return "length" if isinstance(meaning, Length) else "point"


def _before(item: Found, source: Tokens, floor: int) -> Found:
    kind = _kind(item.meaning)
    if kind is None:
        return item
    table = lexicon().classes[kind]
    joined = lexicon().classes["point_hyphen"].get(source.codes[max(item.first - 2, floor) : item.first])
    if joined is not None and kind == "point":
        return replace(item, first=item.first - 2, meaning=Modified(item.meaning, joined))
    for size in range(min(_LONGEST, item.first - floor), 0, -1):
        mod = table.get(source.codes[item.first - size : item.first])
        if mod is not None and _fits(mod, item, source):
            return replace(item, first=item.first - size, meaning=Modified(item.meaning, mod))
    return item


def _fits(mod: str, item: Found, source: Tokens) -> bool:
    """Tell whether a modifier may stand before a time.

    Only what is told by its distance is "more than" so, and "over the past two years" has another "over".
    """
    if mod in ("BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"):
        return isinstance(item.meaning, Distance)
    return mod != "MORE_THAN" or source.codes[item.first] != lexicon().learn("the")


def _after(item: Found, source: Tokens, ceiling: int) -> Found:
    inner = item.meaning.inner if isinstance(item.meaning, Modified) else item.meaning
    kind = _kind(inner)
    if kind is None or isinstance(inner, Clock | PartOfDay):
        return item
    table = lexicon().classes[f"after_{kind}"]
    for size in range(min(3, ceiling - item.last), 0, -1):
        mod = table.get(source.codes[item.last : item.last + size])
        if mod is not None:
            return replace(item, last=item.last + size, meaning=Modified(inner, mod))
    return item
