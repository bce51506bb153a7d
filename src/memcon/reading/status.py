"""What a wire item says about itself: its version, and whether it is withdrawn, withheld or under an embargo.

`notes` writes it into a report, where people read it; `standing` reads it back for programs, so that there is one place for both.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WITHDRAWN = {"canceled", "cancelled", "killed", "kill", "withdrawn"}
"""`pubStatus` of ninjs and NewsML-G2 (IPTC: canceled), `management-status` of NITF 3 (canceled), and what agencies write for it."""
_WITHHELD = {"withheld", "embargoed"}
_KILLED = re.compile(r"(?:(?:BULLETIN|URGENT|MANDATORY|EDS|EDITORS|ATTN|NOTE)[ :,.-]{1,3}){0,3}(?:STORY |MANDATORY )?(?:KILL|WITHDRAWN|WITHDRAWAL)\b")
"""How a headline or a note to editors begins that kills a story: "BULLETIN KILL", "EDS: MANDATORY KILL" (AP, Reuters). In capitals
only: "Kill switch talks in Oslo" is a headline."""
_NUMBER = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a wire item stands: its `version` (a newer one supersedes), whether it is withdrawn, and until when it is under an embargo.

    `embargo` is the item's own date and time; `withheld` tells that it is not to be used until its provider says so.
    """

    version: int | None = None
    withdrawn: bool = False
    withheld: bool = False
    embargo: str | None = None


def notes(
    version: str | None, status: str | None, embargo: str | None = None, note: str | None = None, signals: Iterable[str] = (), title: str | None = None
) -> tuple[str, ...]:
    """Give the notes that a report keeps of its item: the words after the colon are the item's own.

    >>> notes("3", "stat:canceled"), notes("2", "usable", title="BULLETIN KILL Talks in Oslo")
    (('version: 3', 'withdrawn: canceled'), ('version: 2', 'withdrawn: KILL'))
    """
    found = []
    if version and version.strip():
        found.append(f"version: {version.strip()}")
    plain = _plain(status)
    signals = [p for s in signals if (p := _plain(s))]
    killed = next((m.group() for text in (title, note) if text and (m := _KILLED.match(text.strip()))), None)
    if plain in _WITHDRAWN:
        found.append(f"withdrawn: {plain}")
    elif killed or _WITHDRAWN & set(signals):
        found.append(f"withdrawn: {'KILL' if killed and 'KILL' in killed else (killed or 'kill')}")
    elif plain in _WITHHELD:
        found.append(f"withheld: {plain}")
    if embargo:
        found.append(f"embargo: {embargo.strip()}")
    if note:
        found.append(f"note to editors: {note.strip()[:300]}")
    return tuple(found) + tuple(f"signal: {s}" for s in signals)


def standing(notes: Iterable[str]) -> Standing:
    """Read the notes of a report (`Report.notes`).

    >>> standing(("version: 3", "withdrawn: canceled")).withdrawn
    True
    """
    told = dict(reversed([(key, value) for key, is_there, value in (n.partition(": ") for n in notes) if is_there]))
    number = _NUMBER.fullmatch(told.get("version", ""))
    return Standing(int(number.group()) if number else None, "withdrawn" in told, "withheld" in told, told.get("embargo"))


def is_withdrawn(notes: Iterable[str]) -> bool:
    """Tell whether the notes say that the item is withdrawn; such an item may have no text but its headline and the note."""
    return standing(notes).withdrawn


def _plain(code: str | None) -> str:
    """Give a code without its scheme: "stat:canceled" and ".../pubstatusg2/canceled" are "canceled"."""
    return re.split(r"[:/]", (code or "").strip())[-1].lower()
