"""Whom a plural means: the persons or states of before, or a group of its own."""

from collections.abc import Iterator

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
_MOST_CHIEFS = 40
_TAKEN_UP = frozenset({"", "the", "both", "these", "all"})
_LEADING = frozenset({"leader", "president", "premier", "monarch"})
_SPECIFIC = frozenset({"foreign", "defence", "finance", "premier", "president"})
_PERSONAL = frozenset({"leader", "president", "premier", "foreign", "defence", "finance", "security", "deputy"})
"""Classes of offices of which a state has one holder, so that a plural over several states is one person each."""


class Groups:
    """Resolves plurals."""

    def __init__(self, page: Page, people: People, powers: Powers) -> None:
        self._page = page
        self._people = people
        self._powers = powers
        self._made: dict[tuple[str, str | None], Draft] = {}
        self._last: dict[str, Draft] = {}
        self._chiefs: list[Draft] | None = None
        self._places: dict[int, int] = {}
        groups = tables.toml("offices")["groups"]
        self._core = frozenset(groups["core"])
        self._persons = frozenset(groups["people"])
        self._states = frozenset(groups["powers"])
        self._others = frozenset(groups["others"])
        self._engaging = frozenset(groups["engaging"])

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
        if plural.noun in self._core or (plural.count and plural.noun in self._persons) or (plural.owner == "the" and plural.classes & _SPECIFIC):
            found = self._facing(plural, discourse) or self._persons_of(plural, discourse)
            return found or (self._states_of(plural, discourse) if plural.noun in ("sides", "parties") else ())
        return ()

    def _facing(self, plural: Plural, discourse: Discourse) -> tuple[Draft, ...]:
        """Give the two states that "both sides" takes up where this sentence and the one before name two and no two persons."""
        if plural.noun not in ("sides", "parties"):
            return ()
        sentence = self._page.sentence[self._page.token[plural.first]]
        near = [d for heard in discourse.back(sentence, 1) for d in heard.found.actors]
        states = [d for d in dict.fromkeys(reversed(near)) if d.kind == "state"]
        persons = {d.country for d in near if d.kind == "person"}
        return tuple(states) if len(states) == 2 and len(persons) < 2 else ()

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
        found = [self._person_of(n, plural, discourse) or self._unnamed(n, plural) for n in plural.named]
        return tuple(dict.fromkeys(found))

    def _person_of(self, named: Named, plural: Plural, discourse: Discourse) -> Draft | None:
        """Give the person of a state who holds the office ("the presidents of Russia and Syria"), the most often named."""
        wanted = plural.classes & _PERSONAL
        code = named.entry.code
        fits = [p for p in self._people.of_state(code) if wanted and (p.classes & wanted or (not p.classes and "leader" in wanted))]
        return max(fits, key=lambda p: discourse.total[id(p)], default=None)

    def _unnamed(self, named: Named, plural: Plural) -> Draft:
        """Give one part of a plural that no person fits: leaders stand for their states, others are described."""
        said = self._page.said(named.first, named.end)
        if plural.classes & _LEADING:
            return self._powers.of(named)
        if plural.classes & _PERSONAL:
            name = f"{plural.title} of {said}" if named.entry.kind == "state" else f"{said} {plural.title}"
            return self._described(name, named.entry.code)
        return self._group(f"{said} {plural.noun}", named.entry.code)

    def _described(self, name: str, code: str | None) -> Draft:
        key = (name.lower(), code)
        if key not in self._made:
            self._made[key] = Draft(name, "unnamed", code, True)
        return self._made[key]

    def _persons_of(self, plural: Plural, discourse: Discourse) -> tuple[Draft, ...]:
        """Give the persons whom "the two presidents" takes up: the nearest of different states whose office fits.

        "Leaders" are whoever leads; where no two do, whoever was spoken of ("the two leaders" of two foreign ministers).
        """
        wanted = _LEADING if "leaders" in plural.noun else plural.classes & _PERSONAL
        near = self._nearest(plural, discourse)
        if not self._page.headline[plural.first]:
            for parties in self._engaged(plural, discourse):
                found = self._choose(plural, wanted, parties)
                if found:
                    return found
        found = self._choose(plural, wanted, near)
        if not found and plural.count and "leaders" in plural.noun:
            found = self._choose(plural, frozenset(), near)
        return found or self._choose(plural, wanted, self._chief(discourse))

    def _choose(self, plural: Plural, wanted: frozenset[str], drafts: list[Draft]) -> tuple[Draft, ...]:
        size = plural.count or 2
        found: list[Draft] = []
        for draft in drafts:
            if draft.kind != "person" or (wanted and not draft.classes & wanted and draft.classes):
                continue
            if draft not in found and all(d.country != draft.country for d in found):
                found.append(draft)
            if len(found) == size:
                return tuple(sorted(found, key=self._order))
        return ()

    def _engaged(self, plural: Plural, discourse: Discourse) -> Iterator[list[Draft]]:
        """Give the parties of each engagement told before, the nearest first, whoever spoke in between.

        "Szijjarto received Fidan in Budapest. Dmytro Kuleba said that the two sides agreed": Szijjarto and Fidan.
        """
        page = self._page
        here = page.sentence[page.token[plural.first]]
        parties: dict[int, dict[int, list[Draft]]] = {}
        for heard in discourse.back(here, _REACH):
            verb = self._verb(page.token[heard.atom])
            if verb >= 0:
                parties.setdefault(heard.sentence, {}).setdefault(verb, []).extend(heard.found.actors)
        for sentence in sorted(parties, reverse=True):
            for drafts in parties[sentence].values():
                if len({d.country for d in drafts if d.kind == "person"}) > 1:
                    yield drafts

    def _verb(self, token: int) -> int:
        """Give the engaging verb that a noun phrase stands beside, -1 where it stands beside none."""
        page, here = self._page, token
        for _ in range(6):
            here = page.head[here]
            if page.pos[here] in ("VERB", "AUX"):
                return here if page.lemma[here] in self._engaging else -1
        return -1

    def _nearest(self, plural: Plural, discourse: Discourse) -> list[Draft]:
        """Give the actors of before, the nearest first; in a headline, the most often named of the whole report."""
        sentence = self._page.sentence[self._page.token[plural.first]]
        if self._page.headline[plural.first]:
            return self._chief(discourse)
        return [d for heard in discourse.back(sentence, _REACH) for d in reversed(heard.found.actors)]

    def _chief(self, discourse: Discourse) -> list[Draft]:
        """Give the persons whom the report names twice or more, the most often named first."""
        if self._chiefs is None:
            often = [p for p in self._people.all if discourse.total[id(p)] > 1 or self._page.headline[0]]
            self._chiefs = sorted(often, key=lambda p: -discourse.total[id(p)])[:_MOST_CHIEFS]
        return self._chiefs

    def _order(self, draft: Draft) -> int:
        """Give the place of a person among those of the report."""
        if not self._places:
            self._places = {id(p): k for k, p in enumerate(self._people.all)}
        return self._places[id(draft)]

    def _states_of(self, plural: Plural, discourse: Discourse) -> tuple[Draft, ...]:
        """Give the states of "the two countries": the only two of this sentence and the one before, else the report's chief two."""
        size = plural.count or 2
        sentence = self._page.sentence[self._page.token[plural.first]]
        near = [d for heard in discourse.back(sentence, 1) for d in heard.found.actors if d.country]
        codes = list(dict.fromkeys(d.country for d in reversed(near)))
        if len(codes) != size:
            codes = [code for code, _ in discourse.countries.most_common(size)]
        states = [self._powers.state(code) for code in codes if code]
        return tuple(s for s in states if s is not None) if len(states) == size else ()
