"""What an engagement is called, in words that several formats share."""

import re
from collections.abc import Sequence

from memcon.register.answers import Entry, PartyAnswer

KINDS = {
    "meeting": "Meeting", "call": "Telephone call", "video_call": "Video call", "visit": "Visit",
    "summit": "Summit", "message": "Message", "contact": "Contact",
}  # fmt: skip
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Control, direction and half characters: XML cannot hold them, and a reader must not be turned round by them."""


def clean(text: str) -> str:
    """Give a text on one line, white space collapsed, control and direction characters left out."""
    return " ".join(_UNSEEN.sub("", text).split())


def party(one: PartyAnswer) -> str:
    """Name a participant: "Vladimir Putin (RU)"."""
    return f"{clean(one.name)} ({one.country})" if one.country and one.kind != "state" else clean(one.name)


def people(parties: Sequence[PartyAnswer]) -> str:
    """Name participants: "A, B and C"."""
    names = [party(p) for p in parties]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def where(entry: Entry) -> str:
    """Name the place of an engagement, from the building to the country's code; empty where it is not known."""
    return ", ".join(dict.fromkeys(clean(p) for p in (entry.place, entry.city, entry.country) if p))


def title(entry: Entry) -> str:
    """Call an engagement: "Meeting: Vladimir Putin (RU) and Bashar al-Assad (SY)", with its status where that is not "held"."""
    status = "" if entry.status == "held" else f" ({entry.status})"
    return f"{KINDS[entry.kind]}{status}: {people(entry.participants)}"


def tellers(entry: Entry) -> str:
    """Tell whose reports tell of an engagement: publishers where they are known, else the reports' ids."""
    return ", ".join(dict.fromkeys(clean(a.source.publisher or a.report) for a in entry.accounts))
