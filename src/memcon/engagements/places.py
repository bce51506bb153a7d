"""Finds where an engagement took place: the site, city and state of the trigger's clause.

"held talks at the Kremlin", "met in Woodside, California", "arrived in Kyiv". A place counts where a preposition of place
introduces it and no other trigger of the sentence is nearer to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.actors.places import Site, look_up_town
from memcon.engagements import titled
from memcon.engagements.lexicon import words_of
from memcon.engagements.phrase import base
from memcon.engagements.reach import BORDER, FARTHEST, cost, rivals
from memcon.engagements.scene import Scene, Token
from memcon.engagements.telling import Trigger
from memcon.record import Place, Span

_LONGEST = 6
_JOINTS = frozenset({"of", "the", "de", "del", "-", "’s", "'s", "and"})
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a sentence names: what it means, its token range and the preposition before it."""

    site: Site
    first: int
    last: int
    case: str


def find(scene: Scene, trigger: Trigger, others: Sequence[Token] = ()) -> Place | None:
    """Give the place of a telling, None where its clause names none.

    `others` are the triggers of the same sentence; a place that is nearer to one of them belongs to that one ("met Modi in
    Delhi and will visit Hanoi").
    """
    cases = words_of("places", "prepositions", "travel" if trigger.kind == "visit" or trigger.word.frame == "host" else "at")
    near: list[tuple[float, Spot]] = []
    for spot in spots(scene, trigger.token):
        head = _head(scene, spot)
        visited = trigger.kind == "visit" and not trigger.noun and head.head.i == trigger.token.i and base(head) == "obj"
        if (spot.case not in cases and not visited) or _owns(scene, spot):
            continue
        mine = cost(scene, trigger.token, head, scene.doc[spot.first])
        if mine is None or (mine >= BORDER and not trigger.noun and trigger.word.with_only):
            continue  # "spoke with him to praise the mission conducted in Gaza"
        beside = rivals(others, trigger.token, scene.doc[spot.first])
        if any(_adjoins(scene, o, spot.first) for o in beside):
            continue
        if all(c is None or mine <= c for c in (cost(scene, o, head, scene.doc[spot.first]) for o in beside)):
            near.append((mine, spot))
    if not near and any(t.lower_ == "here" and t.head.i == trigger.token.i for t in trigger.token.children):
        return dateline(scene)
    if not near and titled.is_transcript(scene, trigger.token):
        near = [(0.0, spot) for spot in _behind_bar(scene, trigger.token)]
    near.sort(key=lambda n: (n[0], n[1].first))
    return merged(scene, [spot for _, spot in near])


def _adjoins(scene: Scene, noun: Token, first: int) -> bool:
    """Tell whether a noun stands right before the preposition of a place: "spoke ... ahead of the summit in Vilnius"."""
    return noun.pos_ in ("NOUN", "PROPN") and first - noun.i in (2, 3) and scene.doc[noun.i + 1].pos_ == "ADP"


def dateline(scene: Scene) -> Place | None:
    """Give the place of the dateline, which "here" means."""
    line = scene.report.dateline
    if line is None or line.place is None:
        return None
    town, _, region = line.place.quote.partition(",")  # "WARSAW, Poland"
    near = scene.states
    site, state = look_up_town(town.strip(), near) or look_up_town(town.strip().title(), near), look_up_town(region.strip())
    if site is None:
        return None
    if state is not None and state.country and not state.city:
        return Place(site.name, site.city, state.country, line.place)
    return Place(site.name, site.city, site.country, line.place)


def _behind_bar(scene: Scene, token: Token) -> Iterator[Spot]:
    """Give the places behind the bar of a title: "... Before Bilateral Meeting | Tokyo, Japan"."""
    block = scene.block_of(token.idx)
    bar = block.span.quote.rfind("|") if block is not None else -1
    if block is not None and bar >= 0:
        i, end = scene.token_at(block.span.start + bar).i + 1, scene.token_at(block.span.end - 1).i + 1
        while i < end:
            spot = _spot_at(scene, i, i, end)
            if spot is not None:
                yield spot
            i = spot.last if spot is not None else i + 1


def _owns(scene: Scene, spot: Spot) -> bool:
    """Tell whether a place is only the owner of something: "in China's view"."""
    return spot.last < len(scene.doc) and scene.doc[spot.last].lower_ in ("'s", "’s", "'", "’")


def merged(scene: Scene, found: Sequence[Spot]) -> Place | None:
    """Make one place of several spots, the first deciding: "at the Kremlin", "in Moscow" are one."""
    name = city = country = None
    span: Span | None = None
    for spot in found:
        site = spot.site
        if country and site.country and site.country != country:
            continue
        if city and site.city and site.city != city:
            continue
        name, city, country = name or site.name, city or site.city, country or site.country
        if span is None:
            last = scene.doc[spot.last - 1]
            span = scene.span(scene.doc[spot.first].idx, last.idx + len(last))
    return Place(name, city, country, span) if (name or city or country) else None


def spots(scene: Scene, token: Token) -> Iterator[Spot]:
    """Give the places that a token's sentence names behind a preposition of place, in the order of the text."""
    sent = token.sent
    i, end = max(sent.start, token.i - FARTHEST), min(sent.end, token.i + FARTHEST)
    while i < end:
        spot = _spot_at(scene, i, sent.start, sent.end)
        if spot is None:
            i += 1
        else:
            yield spot
            i = spot.last


def _spot_at(scene: Scene, i: int, start: int, end: int) -> Spot | None:
    """Read a place that begins at a token: the longest name that the gazetteer knows, else a place found by the name finder."""
    word = scene.doc[i]
    if not (word.text[0].isupper() or word.text[0].isdigit()):
        return None
    if any(scene.actors[a].kind == "person" for m in scene.mentions_of[i][:1] if m.kind == "name" for a in m.actors):
        return None  # Vladimir Putin is no town of that name
    for last in range(min(i + _LONGEST, end), i, -1):
        text = scene.text[word.idx : scene.doc[last - 1].idx + len(scene.doc[last - 1])]
        site = look_up_town(text, near=scene.states)
        if site is not None:
            return Spot(_with_region(scene, site, last, end), i, last, _case_before(scene, i, start))
    if word.ent_type_ in _PLACE_LABELS and word.ent_iob_ == "B":
        last = i + 1
        while last < end and scene.doc[last].ent_iob_ == "I":
            last += 1
        region = _region_behind(scene, last, end)
        if region is not None:
            city = scene.text[word.idx : scene.doc[last - 1].idx + len(scene.doc[last - 1])]
            return Spot(Site(None, city, region.country), i, last, _case_before(scene, i, start))
    return None


def _with_region(scene: Scene, site: Site, last: int, end: int) -> Site:
    """Settle a city of a common name by the region behind it ("Vancouver, Washington", "St. Petersburg, Florida")."""
    region = _region_behind(scene, last, end) if site.city else None
    if region is None or region.country == site.country:
        return site
    return Site(site.name, site.city, region.country)


def _region_behind(scene: Scene, last: int, end: int) -> Site | None:
    """Give the region or state that a comma ties to the place before it: "Woodside, California"."""
    if last + 1 >= end or scene.doc[last].text != ",":
        return None
    for stop in range(min(last + 4, end), last + 1, -1):
        text = scene.text[scene.doc[last + 1].idx : scene.doc[stop - 1].idx + len(scene.doc[stop - 1])]
        found = look_up_town(text)
        if found is not None and found.country and not found.city and not found.name:
            return found
    return None


def _case_before(scene: Scene, i: int, start: int) -> str:
    """Give the preposition that introduces a place, over articles, adjectives and titles of places in between.

    "at his Mar-a-Lago club", "in the Chinese capital, Beijing", "in Kyiv"; "" where another word stands before it.
    """
    word = scene.doc[i]
    if i - 2 >= start and scene.doc[i - 1].lower_ == "of" and scene.doc[i - 2].lower_ in words_of("places", "nouns", "of"):
        i -= 2  # "in the Black Sea resort of Sochi"
        word = scene.doc[i]
    for child in word.children:
        if base(child) == "case" and child.i < i:
            return str(child.lower_)
    for k in range(i - 1, max(start - 1, i - 6), -1):
        here = scene.doc[k]
        if here.pos_ == "ADP":
            return str(here.lower_)
        if here.text == "," and k < i - 1:
            return ""  # "will meet Putin in Russia, the Kremlin said"; but "in the Chinese capital, Beijing"
        if here.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "PUNCT", "PART") or here.lower_ in (";", ":", "."):
            return ""
    return ""


def _head(scene: Scene, spot: Spot) -> Token:
    """Give the head token of a place's words."""
    here = scene.doc[spot.first]
    while spot.first <= here.head.i < spot.last and here.head.i != here.i:
        here = here.head
    return here
