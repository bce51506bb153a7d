"""The one straight line from a parsed report to its cast."""

from typing import Any

from memcon.actors.cast import Cast
from memcon.actors.drafts import Draft, Found
from memcon.actors.gazetteer import Gazetteer
from memcon.actors.holders import Holders, shipped
from memcon.actors.naming import find_named
from memcon.actors.offices import Offices
from memcon.actors.page import Page
from memcon.actors.people import People
from memcon.actors.powers import Powers, find_powers
from memcon.actors.titled import titled_names
from memcon.record import Actor, Mention, Report, span_of


def find(doc: Any, report: Report, holders: Holders | None = None) -> Cast:
    """Find who is meant in a report.

    Args:
        doc: the spaCy Doc over the whole `report.text`, with names and a parse in Universal Dependencies.
        report: the report.
        holders: who held which office; the shipped tables where none are given (`holders.load_holders` adds one's own).
    """
    page = Page(doc, report)
    if not len(page):
        return Cast()
    gazetteer = Gazetteer(page)
    offices = Offices(page, gazetteer)
    people = People(page, shipped() if holders is None else holders)
    names = list(titled_names(page, gazetteer, offices))
    found = find_named(page, names, people)
    found += find_powers(page, gazetteer, Powers())
    return _cast(page, found)


def _cast(page: Page, found: list[Found]) -> Cast:
    """Number the actors in the order of their first mention and freeze all."""
    found = sorted(_clean(found), key=lambda f: (f.start, -f.end, f.kind))
    ids: dict[int, str] = {}
    actors: list[Actor] = []
    mentions: list[Mention] = []
    for one in found:
        for draft in one.actors:
            if id(draft) not in ids:
                ids[id(draft)] = f"a{len(ids) + 1}"
                actors.append(_actor(draft, ids[id(draft)]))
        span = span_of(page.text, one.start, one.end)
        mentions.append(Mention(span, tuple(ids[id(d)] for d in one.actors), one.kind, one.rule))
    return Cast(tuple(actors), tuple(mentions))


def _actor(draft: Draft, id: str) -> Actor:
    name = " ".join(draft.name.split())
    return Actor(id, name, draft.kind, draft.country, tuple(draft.offices), draft.name_source)


def _clean(found: list[Found]) -> list[Found]:
    """Drop mentions inside the mention of a person ("Russian" in "Russian President Vladimir Putin"), and doubles."""
    kept: list[Found] = []
    persons = sorted(((f.start, f.end) for f in found if f.actors and f.actors[0].kind == "person" and f.kind == "name"), key=lambda s: (s[0], -s[1]))
    inside: dict[int, tuple[int, int]] = {}
    for start, end in persons:
        for at in range(start, end):
            inside.setdefault(at, (start, end))
    seen: set[tuple[int, int]] = set()
    for one in found:
        cover = inside.get(one.start)
        if cover is not None and cover != (one.start, one.end) and cover[0] <= one.start and one.end <= cover[1]:
            continue
        if (one.start, one.end) not in seen:
            seen.add((one.start, one.end))
            kept.append(one)
    return kept
