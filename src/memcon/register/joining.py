"""Accounts into entries, incrementally: only what a change can touch is looked at again.

Four steps, each a function of the set of accounts alone, so that the order of adding does not matter:

1. *sharp* accounts (a day, and persons named on two sides) are clustered day by day, and neighbouring days star by star (`stars`);
2. vague ones (a span, a month, "soon", states without persons) go to the one entry that fits them, where there is one (`homes`);
3. vague ones that are left join others of the same date, or of overlapping spans of days;
4. what analysts put together stands together.
"""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, select

from memcon.register.clustering import Block
from memcon.register.homes import Home, settle
from memcon.register.judging import Judged
from memcon.register.loading import by_codes, load, near, same_date, siblings
from memcon.register.stars import clusters, stars
from memcon.register.tables import accounts
from memcon.register.tellings import Telling

_TOUCHED = 4
_LOADED = 8
"""Days on each side of a change within which entries can change, and within which accounts decide on that (see `stars`)."""


class Joining:
    """One run of the joining after a change of accounts."""

    def __init__(self, conn: Connection, known: Judged) -> None:
        self.conn = conn
        self.block = Block((), known.decided)
        self._names = known.names
        self._numbers: dict[int, Telling] = {}
        self._near: dict[tuple[int, bool], list[Telling]] = {}
        self._entries: dict[int, list[Telling]] = {}
        self._of: dict[int, int] = {}
        self._fresh: frozenset[int] = frozenset()

    def run(self, seeds: Collection[int], fresh: Collection[int] = ()) -> list[frozenset[str]]:
        """Give the new clusters, by codes, of all accounts whose place a change of the `seeds` can touch; `fresh` ones have none yet."""
        self._fresh = frozenset(fresh)
        changed = self._judged(self._fetch(seeds))
        groups = self._days([t for t in changed if t.sharp])
        roots = {c: min(group) for group in groups for c in group}
        vague = self._vague(changed, [self.block.tellings[c] for c in roots])
        homes = settle(self.block, {v.code: self._candidates(v, roots) for v in vague})
        roots |= {code: home for code, home in homes.items() if home}
        loose = self._loose(vague, homes)
        roots |= {c: min(group) for group in self._clusters(loose) for c in group}
        return self._together(self._whole(roots))

    def neighbours(self, numbers: Collection[int]) -> set[int]:
        """Give the accounts that may stand with these, to be looked at again before these go."""
        found: set[int] = set()
        for telling in self._fetch(numbers):
            found |= {t.number for t in (*self._around(telling), *self._around(telling, vague=True))}
            if telling.days:
                found |= same_date(self.conn, telling, telling.days)
        return found - set(numbers)

    def members(self, entry: int) -> list[Telling]:
        """Give the accounts of an entry."""
        return self._fetch(self.conn.scalars(select(accounts.c.number).where(accounts.c.entry == entry)))

    def _fetch(self, numbers: Iterable[int]) -> list[Telling]:
        wanted = set(numbers)
        for telling in load(self.conn, wanted - self._numbers.keys(), self._names):
            self._numbers[telling.number] = telling
            self.block.tellings[telling.code] = telling
        return [self._numbers[n] for n in sorted(wanted) if n in self._numbers]

    def _around(self, telling: Telling, vague: bool = False) -> list[Telling]:
        """Give the sharp, or the vague, accounts of two of its sides that may be on its days."""
        key = telling.number, vague
        if key not in self._near:
            self._near[key] = [t for t in self._fetch(near(self.conn, telling, vague)) if t.sharp is not vague]
        return self._near[key]

    def _judged(self, tellings: Iterable[Telling]) -> list[Telling]:
        """Add the accounts that analysts put together with these."""
        found = {t.code: t for t in tellings}
        waiting = sorted(found)
        while waiting:
            code = waiting.pop()
            partners = {c for pair in self.block.decided.together if code in pair for c in pair} - found.keys()
            for telling in self._fetch(by_codes(self.conn, partners).values()) if partners else ():
                found[telling.code] = telling
                waiting.append(telling.code)
        return [found[c] for c in sorted(found)]

    def _days(self, seeds: Collection[Telling]) -> list[tuple[str, ...]]:
        """Give the entries of sharp accounts that a change of the seeds can touch and does."""
        region: set[str] = set()
        touched: set[str] = set()
        for seed in seeds:
            found = self._reach(seed)
            region |= found
            touched |= {c for c in found if abs(self.block.tellings[c].day - seed.day) <= _TOUCHED}
        fresh = {t.code for t in seeds}
        groups = stars(self.block, clusters(self.block, region))
        return [g for g in groups if touched.intersection(g) and (fresh.intersection(g) or self._is_new(g))]

    def _is_new(self, group: tuple[str, ...]) -> bool:
        members = self._entry(self.block.tellings[group[0]])
        return {t.code for t in members if t.sharp} != set(group)

    def _reach(self, seed: Telling) -> set[str]:
        found = {seed.code}
        waiting = [seed]
        while waiting:
            telling = waiting.pop()
            for other in self._around(telling):
                close = abs(other.day - telling.day) <= 1 and abs(other.day - seed.day) <= _LOADED
                if close and other.code not in found and self.block.agreement(telling.code, other.code).joins:
                    found.add(other.code)
                    waiting.append(other)
        return found

    def _vague(self, changed: Iterable[Telling], sharp: Iterable[Telling]) -> list[Telling]:
        numbers = {t.number for t in changed if not t.sharp}
        numbers |= {v.number for telling in sharp for v in self._around(telling, vague=True)}
        return [t for t in self._fetch(siblings(self.conn, numbers)) if not t.sharp]

    def _candidates(self, telling: Telling, roots: Mapping[str, str]) -> list[Home]:
        """Give the entries, old or new, whose sharp accounts may take in a vague one."""
        homes: dict[str, list[str]] = {}
        for other in self._around(telling):
            if other.code in roots:
                homes.setdefault(roots[other.code], [c for c, r in roots.items() if r == roots[other.code]])
            else:
                members = [t.code for t in self._entry(other) if t.sharp]
                homes[min(members)] = members
        return [Home(root, tuple(sorted(members))) for root, members in sorted(homes.items())]

    def _entry(self, telling: Telling) -> list[Telling]:
        """Give the accounts that stand, as yet, in one entry with this one."""
        if telling.number in self._fresh:
            return [telling]
        if telling.number not in self._of:
            entry = self.conn.scalar(select(accounts.c.entry).where(accounts.c.number == telling.number))
            if entry is None:
                return [telling]
            self._entries[entry] = self.members(entry)
            self._of |= {t.number: entry for t in self._entries[entry]}
        return self._entries[self._of[telling.number]]

    def _loose(self, vague: Collection[Telling], homes: Mapping[str, str | None]) -> list[Telling]:
        """Give the vague accounts without a home that are linked with these."""
        found = {t.code: t for t in vague if not homes[t.code]}
        seen = {t.code for t in vague}
        waiting = sorted(seen)
        while waiting:
            telling = self.block.tellings[waiting.pop()]
            if telling.days is None:
                continue
            for other in self._fetch(same_date(self.conn, telling, telling.days)):
                if other.code in seen or other.sharp or not self.block.agreement(telling.code, other.code).joins:
                    continue
                seen.add(other.code)
                if not any(t.sharp for t in self._entry(other)):
                    found[other.code] = other
                    waiting.append(other.code)
        return [found[c] for c in sorted(found)]

    def _clusters(self, tellings: Collection[Telling]) -> list[frozenset[str]]:
        """Cluster vague accounts: those of the same date, or of overlapping spans."""
        known = sorted((t for t in tellings if t.days), key=lambda t: t.code)
        edges = [
            (a.code, b.code)
            for n, a in enumerate(known)
            for b in known[n + 1 :]
            if _linked(a, b) and self.block.agreement(a.code, b.code).joins
        ]
        return self.block.clusters(sorted(t.code for t in tellings), edges)

    def _whole(self, roots: Mapping[str, str]) -> list[set[str]]:
        """Complete the new places by the accounts of the entries touched that keep theirs."""
        places = dict(roots)
        for code in sorted({*roots, *roots.values()}):
            for telling in self._entry(self.block.tellings[code]):
                if telling.code not in places:
                    members = self._entry(telling)
                    places[telling.code] = min([t.code for t in members if t.sharp] or [t.code for t in members])
        groups: dict[str, set[str]] = {}
        for code, root in places.items():
            groups.setdefault(root, set()).add(code)
        return [groups[root] for root in sorted(groups)]

    def _together(self, groups: Iterable[set[str]]) -> list[frozenset[str]]:
        found = [set(g) for g in groups]
        for a, b in sorted(self.block.decided.together):
            one = next((g for g in found if a in g), None)
            two = next((g for g in found if b in g), None)
            if one is not None and two is not None and one is not two:
                one |= two
                found.remove(two)
        return [frozenset(g) for g in found]


def _linked(a: Telling, b: Telling) -> bool:
    if a.days == b.days:
        return True
    spans = a.grain == b.grain == "span"
    return spans and a.days is not None and b.days is not None and a.days.gap(b.days) == 0
