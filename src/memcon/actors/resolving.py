"""Reads a page from left to right and resolves what is no name: descriptions, plurals, pronouns."""

from memcon.actors.authors import Authors
from memcon.actors.descriptions import Descriptions
from memcon.actors.discourse import Discourse
from memcon.actors.drafts import Found
from memcon.actors.groups import Groups
from memcon.actors.offices import OfficePhrase
from memcon.actors.page import Page
from memcon.actors.plurals import Plural
from memcon.actors.pronouns import Pronouns

_Slot = Found | OfficePhrase | Plural | int


class Resolver:
    """Resolves the open words of a page in the light of its names."""

    def __init__(self, page: Page, descriptions: Descriptions, groups: Groups, pronouns: Pronouns, authors: Authors) -> None:
        self._page = page
        self._descriptions = descriptions
        self._groups = groups
        self._pronouns = pronouns
        self._authors = authors

    def resolve(self, named: list[Found], offices: list[OfficePhrase], plurals: list[Plural]) -> list[Found]:
        """Give the mentions beside the names; the body is read first, headlines then with all of it before them."""
        page = self._page
        taken = {i for f in named for i in range(*page.atoms_of(f.start, f.end))}
        free = [o for o in offices if not o.plural and o.end - 1 not in taken]
        many = [p for p in plurals if p.end - 1 not in taken]
        busy = taken | {i for o in free for i in range(o.first, o.end)} | {i for p in many for i in range(p.first, p.end)}
        words = [i for i in range(len(page)) if i not in busy and (self._pronouns.is_pronoun(i) or self._authors.is_own(i))]
        slots: list[tuple[int, int, _Slot]] = [
            *((f.head, 0, f) for f in named),
            *((o.end - 1, 1, o) for o in free),
            *((p.end - 1, 2, p) for p in many),
            *((i, 3, i) for i in words),
        ]
        slots.sort(key=lambda s: (page.headline[s[0]], s[0], s[1]))
        return self._read(slots)

    def _read(self, slots: list[tuple[int, int, _Slot]]) -> list[Found]:
        discourse = Discourse(self._page)
        for _, _, slot in slots:
            if isinstance(slot, Found):
                for draft in slot.actors:
                    discourse.total[id(draft)] += 1
                    if draft.country and slot.kind != "place":
                        discourse.countries[draft.country] += 1
        found: list[Found] = []
        for k, (_, _, slot) in enumerate(slots):
            if isinstance(slot, Found):
                discourse.note(slot)
                continue
            one = self._one(slot, discourse, slots, k)
            if one is not None:
                found.append(one)
                discourse.note(one)
        return found

    def _one(self, slot: OfficePhrase | Plural | int, discourse: Discourse, slots: list[tuple[int, int, _Slot]], k: int) -> Found | None:
        if isinstance(slot, OfficePhrase):
            return self._descriptions.resolve(slot, discourse)
        if isinstance(slot, Plural):
            return self._groups.resolve(slot, discourse)
        if self._authors.is_own(slot):
            return self._authors.resolve(slot)
        later = [s for _, _, s in slots[k + 1 : k + 9] if isinstance(s, Found)]
        return self._pronouns.resolve(slot, discourse, later)
