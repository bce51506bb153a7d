"""The passages that an account rests on, and what could be said of its fields by their words."""

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.actors.tables import short_names
from memcon.record import Engagement, Record, Span
from memcon.register import Register
from memcon.register.answers import Account, Entry
from memcon.register.calendar import days
from memcon.register.meaning import country
from memcon.times import find_times

_ACCOUNTS = 6
_BLOCKS = 5
_OF_A_DAY = 45
_LONG = 700
_AROUND = 160


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs (`at`, text) of a report, and what is marked in them: begin, end, layer, id, as on the document's page."""

    account: Account
    paragraphs: tuple[tuple[int, str], ...]
    marks: tuple[tuple[int, int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value that a field could have, and the words or accounts that say so."""

    field: str
    value: str
    why: str


def passages(register: Register, entry: Entry) -> tuple[Passage, ...]:
    """Give the passages of an entry's accounts, those that are no copies first."""
    chosen = sorted(entry.accounts, key=lambda a: (a.copy_of is not None, not a.main))[:_ACCOUNTS]
    return tuple(_passage(a, register.record(a.report)) for a in chosen)


def _passage(account: Account, record: Record) -> Passage:
    met = next((e for e in record.engagements if e.id == account.engagement), None)
    marks = _marks(record, met) if met else tuple((s.start, s.end, "met", "evidence") for s in account.evidence)
    wanted = [(a, b) for a, b, _, _ in marks] or [(s.start, s.end) for s in account.evidence]
    blocks = [b.span for b in record.report.blocks if any(b.span.start < end and start < b.span.end for start, end in wanted)]
    found = [part for block in blocks for part in _windows(block, wanted)]
    text = record.report.text
    return Passage(account, tuple((a, text[a:b]) for a, b in found[:_BLOCKS]) or ((0, text[:600]),), marks)


def _windows(block: Span, wanted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut a long paragraph to what stands around the marked words, whole words only."""
    if block.end - block.start <= _LONG:
        return [(block.start, block.end)]
    found: list[tuple[int, int]] = []
    for start, end in sorted(w for w in wanted if w[0] < block.end and block.start < w[1]):
        left = block.start + _before(block.quote, start - _AROUND - block.start)
        right = block.start + _after(block.quote, end + _AROUND - block.start)
        if found and left <= found[-1][1]:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return found


def _before(text: str, at: int) -> int:
    return text.find(" ", at) + 1 if at > 0 and " " in text[at:] else 0


def _after(text: str, at: int) -> int:
    return text.rfind(" ", 0, at) if at < len(text) else len(text)


def _marks(record: Record, met: Engagement) -> tuple[tuple[int, int, str, str], ...]:
    found = [(s.start, s.end, "said", "evidence") for s in met.evidence]
    found.append((met.trigger.start, met.trigger.end, "met", "kind"))
    found += [(t.span.start, t.span.end, "time", "date") for t in record.times if t.id == met.time]
    found += [(p.span.start, p.span.end, "actor", "participants") for p in met.participants if p.span]
    if met.place and met.place.span:
        found.append((met.place.span.start, met.place.span.end, "figure", "place"))
    return tuple(sorted(set(found)))


def proposals(register: Register, entry: Entry) -> tuple[Proposal, ...]:
    """Give values for an entry's fields: what its accounts differ on, then the dates and places of its passages."""
    found = [
        Proposal(d.field, said.value, f"says {said.reports[0]}" + (f" and {len(said.reports) - 1} more" if len(said.reports) > 1 else ""))
        for d in entry.differences
        if d.field in ("kind", "status", "date", "place", "city", "country")
        for said in d.values
        if said.value != getattr(entry, d.field)
    ]
    for passage in passages(register, entry)[:3]:
        record = register.record(passage.account.report)
        spans = [(at, at + len(text)) for at, text in passage.paragraphs]
        for time in record.times:
            inside = any(a <= time.span.start and time.span.end <= b for a, b in spans)
            if inside and time.edtf and (when := days(time.edtf)) and when.length <= _OF_A_DAY and time.edtf != entry.date:
                found.append(Proposal("date", time.edtf, f"“{time.span.quote}”"))
    unique = {(p.field, p.value): p for p in reversed(found)}
    return tuple(p for p in found if unique[p.field, p.value] is p)[:12]


def meaning(record: Record, start: int, end: int) -> tuple[Proposal, ...]:
    """Give what selected words can mean for a field, the likeliest first."""
    text = record.report.text
    if not 0 <= start < end <= len(text) or end - start > 200:
        return ()
    words = " ".join(text[start:end].split())
    found = [Proposal("date", t.edtf, f"“{t.span.quote}”") for t in record.times if t.edtf and t.span.start < end and start < t.span.end]
    if not found:
        anchor = record.report.published.value if record.report.published else None
        found = [Proposal("date", t.edtf, f"“{words}”") for t in find_times(words, anchor) if t.edtf]
    code = country(words)
    if code:
        found.append(Proposal("country", code, short_names().get(code, words)))
    if not found or words[:1].isupper():
        found += [Proposal("city", words, f"“{words}”"), Proposal("place", words, f"“{words}”")]
    return tuple(found[:6])
