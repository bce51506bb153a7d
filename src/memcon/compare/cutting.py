"""Cuts a sentence into points: one act of saying with what was said, or one subject of a list.

Works on the surface, since the register keeps no parses; the cuts touch and cover the whole sentence.
"""

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise

from memcon.compare.acts import Act, acts, adverbs
from memcon.compare.surface import Surface, surface
from memcon.compare.terms import concepts

_LEAST = 3
"""Words of the smallest point of a list; a shorter one stays with the words before it."""
_LIST = re.compile(r"(?:,|;)?\s+as\s+well\s+as\s+|(?:,|;)\s+(?:and|or)\s+|\s+and\s+(?=(?:for|on|to|about|that|the\s+importance|the\s+need)\s)|;\s+|,\s+")
_CLAUSE = re.compile(r"(?:,|;)\s+(?:and|but|while|whereas|yet)\s+|;\s+|,\s+(?=(?:since|because|as\s+it|which\s+lasted|with\s+(?:both|the)\s+(?:sides?|parties|leaders)\s)\b)|\s+(?=—\s)|,\s+(?=(?:and\s+)?(?:starting|beginning)\b)")
_SUBJECT = re.compile(r"(?:he|she|they|it|we|I|this|there|both|the|our|[A-Z][\w.’'-]*)\b[^,;:]{0,70}?\b(?:will|would|is|are|was|were|has|have|had|can|could|must|should|may|might|does|did|do|remains?)\b")
_CONTACT_TAIL = re.compile(r"\s+(?=(?:to\s+(?:discuss|talk|exchange|review|address|follow)|about|on\s+the\s+subject|regarding|concerning)\b)|,\s+(?=(?:which|during|where|in\s+which|lasting)\b)")
_NO_ITEM = re.compile(
    r"(?:which|who|whom|whose|where|when|including|such|like|namely|especially|particularly|if|that|as|in|at|with|after|before|during|despite|from|by|under|amid|noting|but|while|"
    r"will|would|is|are|was|were|has|have|had|can|could|may|might|must|should|does|did|not|then|so|too|also)\b", re.I)
_FINITE = re.compile(r"\b(?:will|would|is|are|was|were|has|have|had|can|could|may|might|must|should|does|did|that|said)\b", re.I)
_PAIR = re.compile(r"\s+and\s+(?=(?:the|a|an|additional|further|another|continued|ongoing|his|her|its|their|possible|other|new)\s)")
_ANEW = re.compile(r"the\s+(?:importance|need|possibility|prospects|role)\s+(?:of|to|for)\b", re.I)
_LONG_PAIR = re.compile(r"\s+and\s+(?=[^\W\d_][\w’'-]*\s)")
_LONG = 4
"""Words on each side of a bare "and" that parts two subjects without an article."""
_PLAIN = frozenset({"discussed", "said", "raised", "welcomed", "thanked", "supported"})
"""Steps whose two subjects may be parted at a bare "and" ("discussed the truce and the release")."""
_TWO = re.compile(r"\b(?:between|both)\b", re.I)
_OPENS_ITEM = re.compile(r"(?:the|a|an|his|her|its|their|our|this|these|those|such|joint|further|additional|new|possible|current|ways|how|for|on|to|about|that|issues?|let)\b|[^\W\d_][\w’'-]*", re.I)
_INCLUDING = re.compile(r"\b(?:including|such\s+as|namely|like)\b", re.I)


@cache
def _new_act() -> re.Pattern[str]:
    """Give what may stand between the end of one point and the verb of the next: a joint, a subject that is not told, adverbs."""
    joint = r"(?:(?:,|;)\s+(?:and|but|while|then)\s+|\s+and\s+|(?:,|;)\s+|\s+(?:while|but)\s+|(?:,|;)?\s+as\s+well\s+as\s+)"
    return re.compile(rf"{joint}(?=(?:(?:{adverbs()})\s+)*$)")


def cut(text: str, start: int, end: int, contact: bool = False) -> list[tuple[int, int]]:
    """Give the points of the sentence `text[start:end]`; `contact` tells that it says that the parties spoke.

    >>> text = "He voiced concern about the troops, called for talks and warned of sanctions."
    >>> [text[a:b] for a, b in cut(text, 0, len(text))]
    ['He voiced concern about the troops,', 'called for talks', 'and warned of sanctions.']
    """
    found, here = acts(text, start, end), surface(text, start, end)
    edges = {start, *_act_edges(here, found), *_clause_edges(here)}
    if contact:
        edges |= {m.end() for m in _CONTACT_TAIL.finditer(text, start, end) if m.start() - start > 25}
    begins = [f.start for f in found]
    for a, b in _pieces(text, sorted(edges), end):
        edges |= set(_list_edges(here, a, b, found[bisect_left(begins, a) : bisect_left(begins, b)]))
    return _merged(here, _pieces(text, _between(sorted(edges), [(a, b) for a, b, _ in concepts(text, start, end)]), end))


def _between(edges: list[int], whole: list[tuple[int, int]]) -> list[int]:
    """Leave out the edges that lie inside a wording that means one thing ("sovereignty and territorial integrity")."""
    begins = [a for a, _ in whole]
    return [e for e in edges if not ((n := bisect_left(begins, e) - 1) >= 0 and whole[n][0] < e < whole[n][1])]


def _pieces(text: str, edges: list[int], end: int) -> list[tuple[int, int]]:
    pairs = zip(edges, [*edges[1:], end], strict=True)
    return [(a, _rstrip(text, a, b)) for a, b in pairs if text[a:b].strip()]


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _act_edges(here: Surface, found: list[Act]) -> list[int]:
    """Begin a point where a verb of saying is joined to what was said before: "..., and called for", ", noting"."""
    edges = []
    for before, act in pairwise(found):
        window = max(before.end, act.start - 60)
        joint = _new_act().search(here.text, window, act.start)
        if joint is None or here.text.endswith("that", here.start, joint.start()) or not here.words(before.end, joint.start()):
            continue
        if _may_open(here.text, act, joint.group()):
            edges.append(joint.start() + _lead(joint.group()))
    return edges


def _may_open(text: str, act: Act, joint: str) -> bool:
    """A participle behind a comma opens a point ("noting"), a bare one behind "and" does so only as a finite verb."""
    word = text[act.start : act.end].split()[0].casefold()
    return act.finite or word.endswith("ing") or "," in joint


def _lead(joint: str) -> int:
    """Give how much of a joint stays with the point before: its comma and white space."""
    return len(joint) - len(joint.lstrip(",; "))


def _clause_edges(here: Surface) -> list[int]:
    edges = []
    for match in _CLAUSE.finditer(here.text, here.start, here.end):
        opens = not match.group().lstrip(",; ") and match.group().strip(" ") in (",", "")
        if (opens or _SUBJECT.match(here.text, match.end(), here.end)) and _free(here, match):
            edges.append(match.start() + _lead(match.group()))
    return edges


def _free(here: Surface, joint: re.Match[str]) -> bool:
    """Tell whether a joint may part: it stands in no quotation and not behind "that"."""
    return not here.quoted(joint.start()) and not here.text.endswith(" that", here.start, joint.start())


def _list_edges(here: Surface, start: int, end: int, found: list[Act]) -> list[int]:
    """Begin a point at each item of a list of subjects ("discussed A, B, and C") whose items are long enough to stand alone."""
    if not found:
        return []
    begin = found[0].end
    joints = _joints(here, begin, end, found[0])
    edges, last = [], begin
    if any("and" in m.group() or "well" in m.group() or ";" in m.group() for m in joints):
        for n, match in enumerate(joints):
            ahead = joints[n + 1].start() if n + 1 < len(joints) else end
            if here.words(last, match.start()) >= _LEAST and here.words(match.end(), ahead) >= _LEAST:
                edges.append(match.start() + _lead(match.group()))
                last = match.end()
    return edges


def _joints(here: Surface, begin: int, end: int, act: Act) -> list[re.Match[str]]:
    """Give the places at which a list may be parted, in their order; what follows "including" is one item."""
    text = here.text
    including = _INCLUDING.search(text, begin, end)
    until = including.start() if including else end
    joints = [m for m in _LIST.finditer(text, begin, end) if m.start() < until or _ANEW.match(text, m.end())]
    joints = [m for m in joints if _free(here, m) and not _NO_ITEM.match(text, m.end(), end) and _OPENS_ITEM.match(text, m.end(), end)]
    if act.step.name in _PLAIN and not _FINITE.search(text, begin, end) and not _TWO.search(text, begin, end):
        pairs = [*_PAIR.finditer(text, begin, until), *_long_pairs(here, begin, until)]
        free = [m for m in pairs if not here.quoted(m.start())]
        joints = list({m.start(): m for m in sorted([*free, *joints], key=lambda m: m.start())}.values())
    return [m for n, m in enumerate(joints) if not _adjectives(here, begin, joints, n, end)]


def _long_pairs(here: Surface, begin: int, end: int) -> list[re.Match[str]]:
    """Give each bare "and" that has many words on both sides, up to the next joint of any kind."""
    found = _LONG_PAIR.finditer(here.text, begin, end)
    return [m for m in found if here.text[m.start() - 1] not in ",;" and min(here.words(begin, m.start()), here.words(m.end(), end)) >= _LONG]


def _adjectives(here: Surface, begin: int, joints: list[re.Match[str]], n: int, end: int) -> bool:
    """Tell whether a joint stands in a list of single words ("military, economic, and humanitarian assistance")."""
    before = begin if n == 0 else joints[n - 1].end()
    after = end if n + 1 == len(joints) else joints[n + 1].start()
    return (n > 0 and here.words(before, joints[n].start()) < 2) or (n + 1 < len(joints) and here.words(joints[n].end(), after) < 2)


def _merged(here: Surface, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put a piece of one or two words to the one before it."""
    found: list[tuple[int, int]] = []
    for a, b in pieces:
        if found and here.words(a, b) < _LEAST:
            found[-1] = (found[-1][0], b)
        else:
            found.append((a, b))
    if len(found) > 1 and here.words(*found[0]) < _LEAST:
        found[:2] = [(found[0][0], found[1][1])]
    return found
