"""The US Office of the Historian's registers of travels and visits as accounts of a named source.

Each of their entries becomes a short report, written out of its fields, with one engagement: a visit by the one who travelled,
with the host state and those whom the remarks name ("Met with Prime Minister Rabin and Foreign Minister Allon").
"""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from memcon.actors.tables import short_names
from memcon.errors import DataError
from memcon.record import (
    Actor,
    Block,
    Engagement,
    Mention,
    Office,
    Participant,
    Place,
    Publisher,
    Record,
    Report,
    Span,
    Stamp,
)
from memcon.register.meaning import country

_CAPITAL = r"(?:(?:al|el|as|ash|an|ar|at|ad|az)-)?[A-ZÀ-ÞĀ-Ž][\w'’.-]*"
_NAME = rf"{_CAPITAL}(?: (?:(?:al|bin|ibn|de|da|do|dos|del|von|van|der|den|la|le|di|ben|el) )*{_CAPITAL}){{0,5}}"
_MET = re.compile(r"\b[Mm]et with ((?:[^.;]|(?<=\b[A-Z])\.|\.(?=\S)){3,300})")
"""To the end of the sentence; the point of an initial ("Michael D. Higgins") does not end it."""
_LIMIT = 10_000_000


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("memcon.register") / "data" / "historian.toml").read_text(encoding="utf-8"))


@cache
def _titled() -> re.Pattern[str]:
    titles = "|".join(re.escape(t) for t in sorted(_data()["titles"], key=len, reverse=True))
    return re.compile(rf"\b({titles}) ({_NAME})")


@dataclass(frozen=True, slots=True)
class Trip:
    """An entry of one of the two registers: `who` with `title`, of `home`, was in `land` (ISO codes, None where it is no state)."""

    id: str
    who: tuple[tuple[str, str], ...]
    home: str | None
    land: str | None
    land_name: str
    begin: str
    end: str
    locale: str
    remarks: str

    @property
    def date(self) -> str:
        """The days as EDTF."""
        return self.begin if self.begin == self.end else f"{self.begin}/{self.end}"

    @property
    def twin(self) -> tuple[object, ...]:
        """What two entries for one trip have in common, however their remarks are worded."""
        return self.who, self.home, self.land or self.land_name, self.begin


def trips(folder: Path) -> Iterator[Trip]:
    """Read all entries below a folder that holds `travels/` and `visits/`, or is one of them.

    Raises:
        DataError: no such file is there, or one is not in the form of the registers.
    """
    found = sorted(folder.rglob("*.xml"))
    mine = [p for p in found if p.parent.name.endswith("-travels") or p.parent.name == "visits"]
    if not mine:
        raise DataError(f"{folder}: no travels or visits are here; give the folder that holds travels/ and visits/")
    for path in mine:
        yield from _file(path)


def _file(path: Path) -> Iterator[Trip]:
    from xml.etree.ElementTree import ParseError, XMLParser, parse

    if path.stat().st_size > _LIMIT:
        raise DataError(f"{path}: this file is too large for a register of travels ({_LIMIT:,} bytes)")
    try:
        root = parse(path, XMLParser()).getroot()
    except ParseError as error:
        raise DataError(f"{path}: this is not XML: {error}") from error
    for element in root:
        if element.tag == "trip":
            yield _travel(element, path)
        elif element.tag == "visit":
            yield _visit(element, path)


def _text(element: Element, tag: str, path: Path, needed: bool = True) -> str:
    child = element.find(tag)
    words = " ".join("".join(child.itertext()).split()) if child is not None else ""
    if needed and not words:
        raise DataError(f"{path}: an entry has no <{tag}>")
    return words


def _land(element: Element, tag: str) -> tuple[str | None, str]:
    child = element.find(tag)
    words = " ".join("".join(child.itertext()).split()) if child is not None else ""
    slug = child.get("id", "") if child is not None else ""
    code: str | None = _data()["countries"].get(slug) or country(words) or country(slug.replace("-", " "))
    return code, short_names().get(code or "", words)


def _travel(element: Element, path: Path) -> Trip:
    land, name = _land(element, "country")
    return Trip(
        id=f"historian-travels-{_text(element, 'id', path)}",
        who=((_data()["roles"].get(_text(element, "role", path), "official"), _text(element, "name", path)),),
        home="US",
        land=land,
        land_name=name,
        begin=_text(element, "start-date", path),
        end=_text(element, "end-date", path),
        locale=_text(element, "locale", path, needed=False),
        remarks=_text(element, "remarks", path, needed=False),
    )


def _visit(element: Element, path: Path) -> Trip:
    home, _ = _land(element, "from")
    visitor = _text(element, "visitor", path)
    who = tuple((m[1], m[2]) for m in _titled().finditer(visitor)) or (("", visitor),)
    return Trip(
        id=f"historian-visits-{_text(element, 'id', path)}",
        who=who,
        home=home,
        land="US",
        land_name="United States",
        begin=_text(element, "start-date", path),
        end=_text(element, "end-date", path),
        locale="",
        remarks=_text(element, "description", path, needed=False),
    )


def record(trip: Trip) -> Record:
    """Write an entry out as the record of a short report."""
    people = " and ".join(f"{title} {name}".strip() for title, name in trip.who)
    where = f"{trip.land_name} ({trip.locale})" if trip.locale else trip.land_name
    days = trip.begin if trip.begin == trip.end else f"{trip.begin} to {trip.end}"
    text = f"{people} in {where}, {days}. {trip.remarks}".strip()
    actors, mentions = _cast(trip, text)
    evidence = Span(0, len(text), text)
    city = trip.locale.split(",")[0].strip() if trip.locale and trip.locale.count(",") == 0 else None
    start = text.index(where)
    engagement = Engagement(
        id="e1",
        kind="visit",
        status="held",
        main=True,
        participants=tuple(Participant(a.id, _role(n, trip)) for n, a in enumerate(actors)),
        trigger=Span(start, start + len(where), where),
        evidence=(evidence,),
        date=trip.date,
        date_reason="the register gives the days",
        place=Place(None, city, trip.land),
        confidence=0.95,
    )
    sha = hashlib.sha256(text.encode()).hexdigest()
    report = Report(
        id=trip.id,
        text=text,
        sha256=sha,
        raw_sha256=hashlib.sha256(f"{trip.id}\n{text}".encode()).hexdigest(),
        format="register",
        blocks=(Block("paragraph", evidence),),
        publisher=Publisher(_data()["publisher"], "given"),
    )
    return Record(report, Stamp("register", "none", ""), actors, mentions, engagements=(engagement,))


def _role(number: int, trip: Trip) -> Any:
    return "visitor" if number < len(trip.who) else "host"


def _cast(trip: Trip, text: str) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """Give the travellers, those met, and the host state where nobody of it is named."""
    found: list[tuple[str, str, str | None, int]] = []
    at = 0
    for title, name in trip.who:
        at = text.index(name, at)
        found.append((title, name, trip.home, at))
    start = len(text) - len(trip.remarks)
    host = trip.land
    for met in _MET.finditer(text, start):
        for named in _titled().finditer(text, met.start(1), met.end(1)):
            after = re.match(r" of (?:the )?([A-Z][\w ]{2,30})", text[named.end(2) : named.end(2) + 40])
            code = country(after[1].strip()) if after else _president(named[1], named[2], trip.begin)
            found.append((named[1], named[2], code or host, named.start(2)))
    actors = [
        Actor(f"a{n}", name, "person", code, (Office(title, code, "text", _span(text, at - len(title) - 1, title)),) if title else ())
        for n, (title, name, code, at) in enumerate(found, 1)
    ]
    mentions = [Mention(_span(text, at, name), (f"a{n}",), "name", "register") for n, (_, name, _, at) in enumerate(found, 1)]
    if not any(a.country == host for a in actors[len(trip.who) :]):
        at = text.index(trip.land_name)
        actors.append(Actor(f"a{len(actors) + 1}", trip.land_name, "state" if host else "group", host))
        mentions.append(Mention(_span(text, at, trip.land_name), (actors[-1].id,), "place", "register"))
    return tuple(actors), tuple(sorted(mentions, key=lambda m: m.span))


def _president(title: str, name: str, day: str) -> str | None:
    """Tell whether one who is met abroad is the President of the United States ("met with President Biden" in Papua New Guinea)."""
    terms = [p for p in _data()["presidents"] if p["name"] == name.split()[-1]]
    return "US" if title == "President" and any(p["since"] <= day <= (p["until"] or day) for p in terms) else None


def _span(text: str, start: int, words: str) -> Span:
    return Span(start, start + len(words), text[start : start + len(words)])
