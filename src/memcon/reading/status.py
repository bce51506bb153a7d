"""What a wire item says about itself: its version, and whether it is withdrawn, withheld or under an embargo."""

_WITHDRAWN = {"canceled", "cancelled", "killed", "kill", "withdrawn"}
_WITHHELD = {"withheld", "embargoed"}


def notes(version: str | None, status: str | None, embargo: str | None = None, note: str | None = None) -> tuple[str, ...]:
    """Give the notes that a report keeps of its item: the words after the colon are the item's own.

    >>> notes("3", "stat:canceled")
    ('version: 3', 'withdrawn: canceled')
    """
    found = []
    if version:
        found.append(f"version: {version.strip()}")
    plain = (status or "").strip().rpartition(":")[2].lower()
    if plain in _WITHDRAWN:
        found.append(f"withdrawn: {plain}")
    elif plain in _WITHHELD:
        found.append(f"withheld: {plain}")
    if embargo:
        found.append(f"embargo: {embargo.strip()}")
    if note:
        found.append(f"note to editors: {note.strip()[:300]}")
    return tuple(found)
