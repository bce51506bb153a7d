"""Versions of one report: which report is a correction of which, and which accounts go on under their old code."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from memcon.reading.status import standing
from memcon.record import Engagement, Record, Report
from memcon.register import rows
from memcon.register.calendar import days
from memcon.register.spelling import plain
from memcon.register.tables import accounts, reports
from memcon.register.tellings import FAMILIES

_SHINGLE = 4
_SHARED = 0.2
"""Share of the shorter text's four-word runs that a correction has at least in common with what it corrects."""


_WIRE = ("ninjs", "newsml", "nitf")
"""Formats whose id is the agency's own, the same for all versions of an item (ninjs `uri`, NewsML-G2 `guid`, NITF `doc-id`)."""


def older(old: Report, new: Report) -> bool:
    """Tell whether a report that comes now is an older version of a wire item than the one that is there: wires are not read in order."""
    there, come = standing(old.notes).version, standing(new.notes).version
    return there is not None and come is not None and come < there


def kin(old: Report, new: Report) -> bool:
    """Tell whether two reports of one id are versions of one: one wire item, one address, one file, or much of one text."""
    if old.format == new.format and old.format in _WIRE:
        return True
    if old.url and new.url:
        return old.url == new.url
    if old.path and old.path == new.path:
        return True
    return _common(old.text, new.text) >= _SHARED


def _common(a: str, b: str) -> float:
    one, two = _runs(a), _runs(b)
    return len(one & two) / max(min(len(one), len(two)), 1)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = plain(text).split()
    return {tuple(words[n : n + _SHINGLE]) for n in range(max(len(words) - _SHINGLE + 1, 1))}


def inherit(conn: Connection, older: int, new: Record) -> dict[str, tuple[str, int]]:
    """Give the codes and numbers that the accounts of a new reading take over, by their ids in the new record; none where it is withdrawn.

    An account goes on where it tells of the same: best by its trigger's words, then by parties, kind and date.
    """
    data = conn.scalar(select(reports.c.record).where(reports.c.number == older))
    if data is None or standing(new.report.notes).withdrawn:
        return {}
    old = rows.unpack(data)
    query = select(accounts.c.id, accounts.c.code, accounts.c.number).where(accounts.c.report == older)
    codes = {row.id: (row.code, row.number) for row in conn.execute(query)}
    same_text = old.report.sha256 == new.report.sha256
    pairs = [
        (-score, a.id, b.id)
        for a in old.engagements
        for b in new.engagements
        if a.id in codes and (score := _likeness(old, a, new, b, same_text)) > 0
    ]
    found: dict[str, tuple[str, int]] = {}
    taken: set[str] = set()
    for _, a, b in sorted(pairs):
        if a not in taken and b not in found:
            found[b] = codes[a]
            taken.add(a)
    return found


def _likeness(old: Record, a: Engagement, new: Record, b: Engagement, same_text: bool) -> float:
    if FAMILIES[a.kind] != FAMILIES[b.kind] and "open" not in (FAMILIES[a.kind], FAMILIES[b.kind]):
        return 0.0
    one, two = _names(old, a), _names(new, b)
    shared = len(one & two) / max(len(one | two), 1)
    when, then = days(a.date), days(b.date)
    dated = 0.5 if when == then else -0.5 if when and then and when.gap(then) > 2 else 0.0
    words = 2.0 if same_text and a.trigger == b.trigger else 1.0 if same_text and _meet(a, b) else 0.0
    return words + shared + dated if words or shared >= 0.5 else 0.0


def _meet(a: Engagement, b: Engagement) -> bool:
    return any(x.meets(y) for x in a.evidence for y in b.evidence)


def _names(record: Record, engagement: Engagement) -> set[str]:
    people: Iterable[str] = (record.actor(p.actor).name for p in engagement.participants)
    return {plain(n) for n in people}
