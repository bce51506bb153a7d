"""Whose publication a report is: the state that "the President" and "the ministry" are of where nobody says."""

from dataclasses import dataclass
from typing import Any

from memcon.actors import tables
from memcon.actors.drafts import Draft
from memcon.actors.gazetteer import code_in
from memcon.actors.page import Page
from memcon.actors.people import People

_SPEAKING = ("president", "premier", "foreign", "defence")


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
    row: dict[str, Any] = tables.toml("aliases")["publishers"].get(publisher.name, {})
    office = str(row.get("office") or ("" if row else publisher.name))
    classes = tables.class_of(office)
    code = row.get("code") or (code_in(publisher.name) if classes or "Ministry" in publisher.name else None)
    kind = next((k for k in _SPEAKING if k in classes), None)
    if code is None or kind is None:
        return Home(code, agency=bool(row.get("agency")))
    return Home(code, people.holding(code, kind), classes, personal=not row)
