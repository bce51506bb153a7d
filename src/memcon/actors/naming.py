"""Finds the persons that a page names: the clear names first, then short forms and headlines."""

from memcon.actors.drafts import Draft, Found
from memcon.actors.offices import OfficePhrase
from memcon.actors.page import Page
from memcon.actors.people import People
from memcon.actors.titled import TitledName


def find_named(page: Page, names: list[TitledName], people: People) -> list[Found]:
    """Give the mentions of persons by name.

    A full name in running text makes a person first, whatever stands before it; surnames, capitals and headlines are
    then read in its light, so that "Assad" in the title is the Bashar al-Assad of the body.
    """
    clear = [n for n in names if len(n.words) > 1 and not page.headline[n.first]]
    short = [n for n in names if len(n.words) == 1 and not page.headline[n.first]]
    titles = [n for n in names if page.headline[n.first]]
    found: list[Found] = []
    for group in (clear, short, titles):
        for name in group:
            draft = people.person(name, new=True)
            if draft is not None:
                found.append(_mention(page, name, draft))
                found += [_apposition(page, office, draft) for office in name.appositions]
    _own_country(page, names, found)
    return found


def _own_country(page: Page, names: list[TitledName], found: list[Found]) -> None:
    """Give the country of the one who has the office holder: "Lee's chief of staff, Kang Hoon-sik" is Korea's."""
    ends = {f.end: f.actors[0] for f in found}
    starts = {f.start: f.actors[0] for f in found}
    for name in names:
        before = name.before
        if before is None or before.codes or before.first < 2 or page.lower[before.first - 1] != "s":
            continue
        owner, draft = ends.get(page.end[before.first - 3]), starts.get(page.start[name.begin])
        if owner is not None and owner.country and draft is not None and draft.country is None:
            draft.settle(owner.country)


def _apposition(page: Page, office: OfficePhrase, draft: Draft) -> Found:
    return Found(page.start[office.first], page.end[office.end - 1], office.end - 1, (draft,), "office", "apposition")


def _mention(page: Page, name: TitledName, draft: Draft) -> Found:
    rule = "name with office" if name.before else "name with courtesy" if name.courtesy else "name"
    return Found(page.start[name.begin], page.end[name.stop - 1], name.end - 1, (draft,), "name", rule)
