"""Names of states, nationalities, bodies and seats on a page."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from memcon.actors import tables
from memcon.actors.page import Cut, Page
from memcon.actors.phrases import Phrases

NamedKind = Literal["state", "capital", "nationality", "people", "body", "seat", "region", "regional"]
_REGIONS: tuple[tuple[str, NamedKind], ...] = (("names", "region"), ("adjectives", "regional"))


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name of the gazetteer means: `name` is the actor's name, `code` the state it acts for, or of which it is a part (or None)."""

    kind: NamedKind
    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the gazetteer on the page: atoms `first` up to but without `end`."""

    first: int
    end: int
    entry: Entry


@cache
def _phrases() -> Phrases[Entry]:
    short = tables.short_names()
    capitals = tables.capitals()
    seats = tables.toml("aliases")["seats"]["names"]
    peoples = tables.toml("aliases")["people_names"]
    entries: dict[str, Entry] = {}
    for name, code in tables.states().items():
        entries[name] = Entry("capital" if name in capitals else "state", short.get(code, name), code)
    for name, code in capitals.items():
        entries.setdefault(name, Entry("capital", short.get(code, name), code))
    for word, code in tables.adjectives().items():
        entries.setdefault(word, Entry("nationality", peoples.get(code, short.get(code, word)), code))
    for word, code in tables.peoples().items():
        entries[word] = Entry("people", peoples.get(code, short.get(code, word)), code)
    for alias, name in tables.bodies().items():
        entries[alias] = Entry("seat" if name in seats else "body", name, tables.body_code(name))
    for code, names in tables.toml("aliases")["territories"].items():
        entries |= {name: Entry("state", name, code) for name in names}
    for part, kind in _REGIONS:
        entries |= {name: Entry(kind, name, None) for name in tables.toml("aliases")["regions"][part]}
    for part in ("regions", "seats_of_office"):  # "Governor of Texas" is of the United States.
        for code, names in tables.toml("regions")[part].items():
            entries |= {name: Entry("region", name, code) for name in names if name not in entries or entries[name].kind == "region"}
    return Phrases(entries.items(), cased=True)


def code_in(name: str) -> str | None:
    """Give the state that a short text names first ("President of Ukraine" is UA), None where it names none."""
    cut = Cut(name)
    for i in range(len(cut)):
        match = _phrases().at(cut, i)
        if match is not None and match[1].code is not None:
            return match[1].code
    return None


def bodies_in(name: str) -> set[str]:
    """Give the bodies that a short text names ("Secretary General of NATO")."""
    cut = Cut(name)
    matches = (_phrases().at(cut, i) for i in range(len(cut)))
    return {m[1].name for m in matches if m is not None and m[1].kind == "body"}


class Gazetteer:
    """All names of the gazetteer on a page, which do not overlap; by the atom where they begin and end."""

    def __init__(self, page: Page) -> None:
        self.all: list[Named] = []
        table = _phrases()
        i = 0
        while i < page.size:
            match = table.at(page, i)
            if match is None:
                i += 1
                continue
            self.all.append(Named(i, match[0], match[1]))
            i = match[0]
        self.from_ = {n.first: n for n in self.all}
        self.upto = {n.end: n for n in self.all}
        self.over = {i: n for n in self.all for i in range(n.first, n.end)}
