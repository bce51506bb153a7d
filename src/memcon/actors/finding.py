"""The one straight line from a parsed report to its cast."""

from typing import Any

from memcon.actors.apart import apart
from memcon.actors.authors import Authors
from memcon.actors.belonging import Belonging
from memcon.actors.bodies import Bodies
from memcon.actors.cast import Cast
from memcon.actors.descriptions import Descriptions
from memcon.actors.drafts import Draft, Found
from memcon.actors.gazetteer import Gazetteer
from memcon.actors.groups import Groups
from memcon.actors.holders import Holders, shipped
from memcon.actors.home import find_home, home_code
from memcon.actors.naming import find_named
from memcon.actors.offices import Offices
from memcon.actors.organisations import find_organisations
from memcon.actors.page import Page
from memcon.actors.people import People
from memcon.actors.plurals import plurals
from memcon.actors.powers import Powers, find_powers
from memcon.actors.pronouns import Pronouns
from memcon.actors.resolving import Resolver
from memcon.actors.signed import signed
from memcon.actors.titled import titled_names
from memcon.record import Actor, Mention, Report, span_of


def find(doc: Any, report: Report, holders: Holders | None = None) -> Cast:
    """Find who is meant in a report.

    Args:
        doc: the spaCy Doc over the whole `report.text`, with names and a parse in Universal Dependencies.
        report: the report.
        holders: who held which office; the shipped tables where none are given (`holders.own_table.load_holders` adds one's own).
    """
    page = Page(doc, report)
    if not len(page):
        return Cast()
    gazetteer = Gazetteer(page)
    offices = Offices(page, gazetteer)
    people = People(page, shipped() if holders is None else holders, _spoken_of(page, gazetteer))
    notes = signed(page)
    names = list(titled_names(page, gazetteer, offices, notes))
    named = find_named(page, names, people)
    home = find_home(page, people)
    Belonging(page, gazetteer, offices, names, home.code is not None and not home.agency).settle(names, named)
    powers = Powers()
    named += Bodies(page, gazetteer, offices, powers, home).find()
    named += [f for f in find_powers(page, gazetteer, powers) if f.head not in offices.over]
    taken = {i for f in named for i in range(*page.atoms_of(f.start, f.end))} | set(offices.over) | notes
    named = apart(named + find_organisations(page, gazetteer, taken))
    resolver = Resolver(
        page, Descriptions(page, people, home), Groups(page, people, powers), Pronouns(page), Authors(page, home, named, powers.state(home.code) if home.code and not home.agency else None)
    )
    if not home.agency or any(d.country == home.code for f in named for d in f.actors):
        people.at_home(home.code, agency=home.agency)
    open_words = resolver.resolve(named, offices.all, list(plurals(page, gazetteer, offices)))
    return _cast(page, apart(named + open_words))


def _spoken_of(page: Page, gazetteer: Gazetteer) -> frozenset[str]:
    """Give the codes of the states that a page names, with that of its publisher."""
    codes = {n.entry.code for n in gazetteer.all}
    codes.add(home_code(page.report.publisher.name) if page.report.publisher else None)
    return frozenset(c for c in codes if c is not None)


def _cast(page: Page, found: list[Found]) -> Cast:
    """Number the actors in the order of their first mention and freeze all."""
    found = sorted(found, key=lambda f: (f.start, -f.end, f.kind))
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
