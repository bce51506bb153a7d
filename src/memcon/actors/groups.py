"""Whom a plural means: the persons or states of before, or a group of its own."""

from memcon.actors import tables
from memcon.actors.discourse import Discourse
from memcon.actors.drafts import Draft, Found
from memcon.actors.gazetteer import Named
from memcon.actors.page import Page
from memcon.actors.people import People
from memcon.actors.plurals import Plural
from memcon.actors.powers import Powers
from memcon.record import MentionKind

_REACH = 8  # Sentences back in which the persons of "the two leaders" are looked for.
_TAKEN_UP = frozenset({"", "the", "both", "these", "all"})
_LEADING = frozenset({"leader", "president", "premier"})


class Groups:
    """Resolves plurals."""

    def __init__(self, page: Page, people: People, powers: Powers) -> None:
        self._page = page
        self._people = people
        self._powers = powers
        self._made: dict[tuple[str, str | None], Draft] = {}
        self._last: dict[str, Draft] = {}
        groups = tables.toml("offices")["groups"]
        self._core = frozenset(groups["core"])
        self._persons = frozenset(groups["people"])
        self._states = frozenset(groups["powers"])
        self._others = frozenset(groups["others"])

    def resolve(self, plural: Plural, discourse: Discourse) -> Found | None:
        """Give whom a plural means, None where it is nobody of the report."""
        actors: tuple[Draft, ...] = ()
        if plural.named:
            actors = self._of_states(plural, discourse)
        elif plural.owner in _TAKEN_UP and (plural.owner or plural.count or (self._page.first[plural.first] and plural.noun in self._core)):
            actors = self._taken_up(plural, discourse)
        if actors:
            return self._found(plural, actors, "pair" if len(actors) == 2 else "group")
        if plural.noun in self._others and not plural.count:
            return self._found(plural, (self._group(self._page.said(plural.first, plural.end), None),), "group")
        return None

    def _taken_up(self, plural: Plural, discourse: Discourse) -> tuple[Draft, ...]:
        """Give the actors of before: a group of the same noun, the persons last spoken of, or their states."""
        if plural.noun in self._states:
            return self._states_of(plural, discourse) if plural.count else ()
        same = self._last.get(plural.noun)
        if same is not None and not plural.count:
            return (same,)
        if plural.noun in self._core or (plural.count and plural.noun in self._persons):
            return self._persons_of(plural, discourse) or self._states_of(plural, discourse)
        return ()

    def _found(self, plural: Plural, actors: tuple[Draft, ...], rule: str) -> Found:
        kind: MentionKind = "group"
        return Found(self._page.start[plural.first], self._page.end[plural.end - 1], plural.end - 1, actors, kind, rule)

    def _group(self, name: str, code: str | None) -> Draft:
        key = (name.lower(), code)
        if key not in self._made:
            self._made[key] = Draft(name, "group", code, True)
        self._last[name.lower().split()[-1]] = self._made[key]
        return self._made[key]

    def _of_states(self, plural: Plural, discourse: Discourse) -> tuple[Draft, ...]:
        """Resolve "the Russian and Syrian presidents", "leaders of Germany and France", "Ukrainian officials"."""
        if any(n.entry.kind.startswith("region") for n in plural.named):
            return (self._group(self._page.said(plural.first, plural.end), None),) if plural.noun in self._others else ()
        if plural.noun in self._states or plural.noun in ("sides", "parties"):
            return tuple(self._powers.of(n) for n in plural.named)
        if len(plural.named) == 1:
            return (self._group(self._page.said(plural.first, plural.end), plural.named[0].entry.code),)
        found: list[Draft] = []
        for named in plural.named:
            person = self._person_of(named, plural, discourse)
            found.append(person or self._group(self._described(named, plural), named.entry.code))
        return tuple(dict.fromkeys(found))

    def _person_of(self, named: Named, plural: Plural, discourse: Discourse) -> Draft | None:
        wanted = plural.classes & {"leader", "president", "premier", "foreign", "defence", "finance", "adviser"}
        if not wanted:
            return None
        code = named.entry.code
        fits = [p for p in self._people.all if p.country == code and (p.classes & wanted or (not p.classes and "leader" in wanted))]
        return max(fits, key=lambda p: discourse.total[id(p)], default=None)

    def _described(self, named: Named, plural: Plural) -> str:
        """Give a name for one part of a plural that no person fits: "Turkish foreign ministers" for want of a better."""
        said = self._page.said(named.first, named.end)
        return f"{said} {plural.noun}"

    def _persons_of(self, plural: Plural, discourse: Discourse) -> tuple[Draft, ...]:
        """Give the persons whom "the two presidents" takes up: the nearest of different states whose office fits."""
        wanted = plural.classes & {"president", "premier", "foreign", "defence", "finance", "adviser", "leader"}
        if "leaders" in plural.noun:
            wanted = _LEADING
        size = plural.count or 2
        found: list[Draft] = []
        for draft in self._nearest(plural, discourse):
            if draft.kind != "person" or (wanted and not draft.classes & wanted and draft.classes):
                continue
            if draft not in found and all(d.country != draft.country for d in found):
                found.append(draft)
            if len(found) == size:
                return tuple(sorted(found, key=self._people.all.index))
        return ()

    def _nearest(self, plural: Plural, discourse: Discourse) -> list[Draft]:
        """Give the actors of before, the nearest first; in a headline, the most often named of the whole report."""
        sentence = self._page.sentence[self._page.token[plural.first]]
        if self._page.headline[plural.first]:
            return sorted(self._people.all, key=lambda p: -discourse.total[id(p)])
        return [d for heard in discourse.back(sentence, _REACH) for d in reversed(heard.found.actors)]

    def _states_of(self, plural: Plural, discourse: Discourse) -> tuple[Draft, ...]:
        """Give the states of "both countries": those of the two persons last spoken of, else the last two states."""
        size = plural.count or 2
        pair = self._persons_of(Plural(plural.first, plural.end, "leaders", size, "the"), discourse)
        if pair and all(p.country for p in pair):
            states = [self._powers.state(p.country) for p in pair if p.country]
            return tuple(s for s in states if s is not None)
        found: list[Draft] = []
        for draft in self._nearest(plural, discourse):
            if draft.kind == "state" and draft not in found:
                found.append(draft)
            if len(found) == size:
                return tuple(reversed(found))
        return ()
