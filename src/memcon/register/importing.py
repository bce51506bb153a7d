"""Reference registers into a register."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from memcon.register import adding, copying, historian
from memcon.register.register import Register

_BATCH = 100
"""Entries in one transaction; there is no reading between them, so that nothing is lost but this many."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to: entries added, known already, and those found to be a second entry for the same trip."""

    added: int
    known: int
    duplicates: tuple[tuple[str, str], ...]


def import_historian(register: Register, folder: Path, notice: Callable[[int, str], None] | None = None) -> Imported:
    """Add the travels and visits of the US Office of the Historian; the same twice is once.

    Raises:
        DataError: the folder does not hold them.
    """
    trips = sorted(historian.trips(folder), key=lambda t: (t.begin, t.id))
    first: dict[tuple[object, ...], str] = {}
    twins = {t.id: first.setdefault(t.twin, t.id) for t in trips}
    added = known = 0
    rest = iter(trips)
    while batch := list(islice(rest, _BATCH)):
        with register.writing() as conn:
            outcomes = adding.add_all(conn, map(historian.record, batch))
            fresh = [trip for trip, outcome in zip(batch, outcomes, strict=True) if outcome != "same"]
            added, known = added + len(fresh), known + len(batch) - len(fresh)
            for trip in fresh:
                if twins[trip.id] != trip.id:
                    copying.mark(conn, trip.id, twins[trip.id])
        if notice:
            notice(added + known, batch[-1].id)
    return Imported(added, known, tuple((a, b) for a, b in twins.items() if a != b))
