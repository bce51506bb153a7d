"""Whose publication a report is: the state that "the President" and "the ministry" are of where nobody says."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from memcon.actors import tables
from memcon.actors.drafts import Draft
from memcon.actors.gazetteer import code_in
from memcon.actors.page import Page
from memcon.actors.people import People

_SPEAKING = ("president", "premier", "foreign", "defence")
_GOVERNING = frozenset({"government", "govt", "gov", "cabinet"})
_NOTE = re.compile(r"^\s*(?:the\s+)?(.*?)(?:\s*\([^()]{0,40}\))?\s*$", re.I | re.S)


@dataclass(slots=True)
class Home:
    """The publisher's side: its state, and where it is an office the person who held it on the day.

    With a `code`, an office without a state is that state's. An `agency` is no government's voice: only persons whom it
    names are of its state, and only where the report speaks of that state at all ("Foreign Minister Cho Hyun" of Yonhap
    is Korea's). `classes` are those of the publishing office;
    `personal` tells that the publisher is the office itself, so that "I" in its texts is its holder.
    """

    code: str | None = None
    leader: Draft | None = None
    classes: frozenset[str] = frozenset()
    agency: bool = False
    personal: bool = False


def find_home(page: Page, people: People) -> Home:
    """Find whose publication the report is, from the publisher's name and the date."""
    publisher = page.report.publisher
    if publisher is None:
        return Home()
    row = _row(publisher.name)
    office = str(row.get("office") or ("" if row else _office(publisher.name)))
    classes = tables.class_of(office)
    code = home_code(publisher.name)
    kind = next((k for k in _SPEAKING if k in classes), None)
    if code is not None and kind is None and _official(publisher.name) in _GOVERNING:
        leader = people.holding(code, "premier") or people.holding(code, "president")
        return Home(code, leader, frozenset(leader.classes) if leader is not None else frozenset())
    if code is None or kind is None:
        return Home(code, agency=bool(row.get("agency")))
    return Home(code, people.holding(code, kind), classes, personal=not row and _official(publisher.name) in ("", "office", "pmo", "presidency"))


def home_code(publisher: str) -> str | None:
    """Give the state for which a publisher speaks: that of its row, else the one named in a government's name ("MFA Russia")."""
    row = _row(publisher)
    if row:
        code: str | None = row.get("code")
        return code
    return code_in(publisher) if _official(publisher) or tables.class_of(publisher) else None


@cache
def _publishers() -> dict[str, dict[str, Any]]:
    return {_bare(name): row for name, row in tables.toml("aliases")["publishers"].items()}


def _row(publisher: str) -> dict[str, Any]:
    return _publishers().get(_bare(publisher), {})


def _bare(name: str) -> str:
    """Fold a publisher's name, without article and note: "The White House", "BBC (RSS lead)"."""
    match = _NOTE.match(name)
    return tables.fold(match[1] if match else name)


def _official(publisher: str) -> str:
    """Give the word by which a publisher's name says that a government's body publishes ("ministry"), "" for none."""
    words = re.findall(r"\w+", tables.fold(publisher))
    return next((w for w in words if w in tables.toml("offices")["publishing"]["official"]), "")


def _office(publisher: str) -> str:
    """Give the office for which a publisher speaks: its own, or the minister's of a ministry."""
    folded = tables.fold(publisher)
    ministries: dict[str, str] = tables.toml("offices")["publishing"]["ministries"]
    return next((office for words, office in ministries.items() if f" {words} " in f" {folded} "), publisher.replace("'s", " ").replace("’s", " "))
