"""A memorandum of one engagement, or of the contacts of some parties: what it says, before it has a form.

Every line names its sources by number; a source lists the stretches of its text that the memorandum rests on.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from memcon.actors.tables import short_names
from memcon.exchange.naming import KINDS, clean, people, title
from memcon.exchange.selection import Selection
from memcon.printing import facts
from memcon.printing.dates import words
from memcon.reading import status
from memcon.record import Figure, Record, Span, Statement
from memcon.register.actor_rows import key
from memcon.register.answers import Account, Entry

SAID = 12
"""Statements on the page of one engagement; as many as leave it a page or two."""
CLAIMED = 8
SNIPPETS, LONGEST = 2, 240
"""Of each account so many stretches are quoted, and no more than so many characters of each; the notes have them whole."""
CONTACTS = 30
"""Engagements on the page of a pair, the latest, undated ones if there is room, where the question has no limit of its own."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: a `lead` that stands out (a name, a date), the text, and the numbers of its sources."""

    lead: str
    text: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading; none is left out by the forms that has no lines."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A source: its number, what it is, where it can be read, and the stretches (code points) used."""

    number: int
    text: str
    url: str | None
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Memo:
    """A memorandum: `kind` says of what, `foot` what made it."""

    kind: str
    title: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    foot: str
    left_out: tuple[str, ...] = ()


@dataclass
class _Notes:
    """Sources in the order in which they are first named."""

    selection: Selection
    accounts: dict[str, Account] = field(default_factory=dict)
    spans: dict[str, set[tuple[int, int]]] = field(default_factory=dict)

    def of(self, account: Account, *spans: Span) -> int:
        self.accounts.setdefault(account.report, account)
        self.spans.setdefault(account.report, set()).update((s.start, s.end) for s in spans)
        return list(self.accounts).index(account.report) + 1

    def all(self) -> tuple[Note, ...]:
        return tuple(self._note(n, a) for n, a in enumerate(self.accounts.values(), 1))

    def _note(self, number: int, account: Account) -> Note:
        source = account.source
        parts = (
            clean(source.publisher) if source.publisher else None,
            f"“{clean(source.title)}”" if source.title else None,
            words(source.published) if source.published else "date of publication not known",
            f"report {clean(account.report)}",
            f"copied from {clean(account.copy_of)}" if account.copy_of else None,
            *_standing(self.selection.record(account.report)),
        )
        return Note(number, ", ".join(p for p in parts if p), source.url, _outer(self.spans[account.report]))


def _standing(record: Record) -> tuple[str, ...]:
    """Say what whoever passes a memorandum on must know of a source: that its publisher withdrew it, or until when it is not to be used."""
    item = status.standing(record.report.notes)
    return tuple(
        said
        for said, is_so in (
            ("WITHDRAWN BY ITS PUBLISHER", item.withdrawn),
            ("withheld by its publisher", item.withheld and not item.embargo),
            (f"under an embargo until {clean(item.embargo or '')}", item.embargo),
        )
        if is_so
    )


def _outer(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Give stretches in their order, without those that lie in another."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not found or end > found[-1][1]:
            found.append((start, end))
    return tuple(found)


def memo(selection: Selection) -> Memo:
    """Make the memorandum of a selection: of the one engagement, or of all contacts."""
    dated: list[Entry] = []
    undated: list[Entry] = []
    total = 0
    for entry in selection.entries():
        total += 1
        (dated if entry.date else undated).append(entry)
        if selection.limit is None:
            del dated[:-CONTACTS], undated[CONTACTS:]
    kept = [*dated, *(undated if selection.limit else undated[: CONTACTS - len(dated)])]
    if len(kept) == 1:
        return _of_one(selection, kept[0])
    return _of_many(selection, kept, total - len(kept))


def _foot(entries: Sequence[Entry]) -> str:
    reports = {a.report for e in entries for a in e.accounts}
    count = f"{len(reports)} {'report' if len(reports) == 1 else 'reports'}"
    return f"Made by Memcon from {count}. What stands here is what the reports say, not what Memcon holds to be true."


def _of_many(selection: Selection, entries: Sequence[Entry], left: int) -> Memo:
    notes = _Notes(selection)
    met = Section("Held", tuple(_contact(e, notes) for e in entries if e.status in ("held", "habitual")))
    ahead = Section("Announced or proposed", tuple(_contact(e, notes) for e in entries if e.status in ("planned", "proposed")))
    never = Section("Called off or denied", tuple(_contact(e, notes) for e in entries if e.status in ("cancelled", "denied")))
    differ = Section("Where reports differ", tuple(d for e in entries for d in _differ(e, notes)))
    who = " and ".join(short_names().get(name, name) for name in selection.between)
    period = " ".join(f"{w} {words(d)}" for w, d in (("since", selection.since), ("until", selection.until)) if d)
    heading = " ".join(filter(None, [f"Contacts of {who}" if who else "All contacts", period]))
    said = f"{left} engagements left out, the earlier and undated ones, to keep to a page; --since or --limit choose others"
    return Memo("Contacts", heading, (met, ahead, never, differ), notes.all(), _foot(entries), (said,) if left else ())


def _contact(entry: Entry, notes: _Notes) -> Line:
    numbers = tuple(sorted({notes.of(a, *a.evidence[:1]) for a in entry.accounts}))
    place = f", in {_where(entry)}" if _where(entry) else ""
    return Line(words(entry.date) if entry.date else "date not known", f"{title(entry)}{place}", numbers)


def _of_one(selection: Selection, entry: Entry) -> Memo:
    notes = _Notes(selection)
    numbers = tuple(notes.of(a) for a in entry.accounts)
    topics = "; ".join(dict.fromkeys(clean(t) for a in entry.accounts for t in a.topics))
    told = f"{entry.reports} {'report' if entry.reports == 1 else 'reports'}, {entry.independent} independent; confidence {entry.confidence:.2f}"
    head = (
        Line("Date", f"{words(entry.date)} ({entry.date})" if entry.date else "not known", numbers),
        Line("What", f"{KINDS[entry.kind]}, {entry.status}", numbers),
        Line("Place", _where(entry) or "not known", ()),
        Line("Participants", people(entry.participants) or "not known", ()),
        *((Line("Topics", topics, ()),) if topics else ()),
        Line("Told by", told, ()),
    )
    said, claimed = _words(selection, entry, notes)
    sections = (
        Section("", head),
        Section("How it is told", tuple(_telling(a, notes) for a in entry.accounts)),
        Section("What was said", _fair(said, SAID)),
        Section("Figures claimed", _fair(claimed, CLAIMED)),
        Section("Where reports differ", tuple(_differences(entry, notes))),
    )
    more = (("statements", sum(map(len, said)) - SAID), ("figures", sum(map(len, claimed)) - CLAIMED))
    left = tuple(f"{n} more {what} left out, to keep to a page; `memcon export csv --table {what}` has them" for what, n in more if n > 0)
    return Memo("Memorandum", title(entry), sections, notes.all(), _foot([entry]), left)


def _telling(a: Account, notes: _Notes) -> Line:
    said = " … ".join(f"“{_cut(clean(s.quote))}”" for s in a.evidence[:SNIPPETS])
    by = f", according to {', '.join(map(clean, a.reported_by))}" if a.reported_by else ""
    return Line(f"{clean(a.source.publisher or a.report)}{by}", said, (notes.of(a, *a.evidence),))


def _cut(quote: str) -> str:
    """Shorten a quotation at the end of a word.

    >>> _cut("a word " * 50)[-10:]
    ' a word […]'
    """
    return quote if len(quote) <= LONGEST else f"{quote[:LONGEST].rpartition(' ')[0]} […]"


def _where(entry: Entry) -> str:
    """Name the place, the country in words: "Geneva, Switzerland"."""
    country = short_names().get(entry.country, entry.country) if entry.country else None
    return ", ".join(dict.fromkeys(clean(p) for p in (entry.place, entry.city, country) if p))


def _differences(entry: Entry, notes: _Notes) -> Iterator[Line]:
    """Tell who differs, a line for each value."""
    for what, values in _tellers(entry):
        for value, tellers in values:
            yield Line(f"{what}: {value}", _publishers(tellers), tuple(sorted({notes.of(a) for a in tellers})))


def _differ(entry: Entry, notes: _Notes) -> Iterator[Line]:
    """Tell who differs, a line for each field, led by the day: for a page of many."""
    for what, values in _tellers(entry):
        numbers = {notes.of(a) for _, tellers in values for a in tellers}
        told = "; ".join(f"{value} ({_publishers(tellers)})" for value, tellers in values)
        yield Line(words(entry.date) if entry.date else "date not known", f"{what}: {told}", tuple(sorted(numbers)))


def _tellers(entry: Entry) -> Iterator[tuple[str, list[tuple[str, list[Account]]]]]:
    """Give the fields in which accounts differ: their values in words, each with the accounts that have it."""
    of = {a.report: a for a in entry.accounts}
    for difference in entry.differences:
        yield difference.field, [(_value(difference.field, s.value), [of[r] for r in s.reports if r in of]) for s in difference.values]


def _publishers(tellers: Iterable[Account]) -> str:
    return ", ".join(dict.fromkeys(clean(a.source.publisher or a.report) for a in tellers))


def _value(field: str, value: str) -> str:
    """Say a value in words."""
    if field == "date":
        return words(value)
    if field == "kind":
        return KINDS.get(value, value).lower()
    return short_names().get(value, clean(value)) if field == "country" else clean(value)


def _words(selection: Selection, entry: Entry, notes: _Notes) -> tuple[list[list[Line]], list[list[Line]]]:
    """Give by report what the participants say in it, and the figures that they claim; what a copy repeats, once."""
    mine = {p.actor for p in entry.participants}
    said: list[list[Line]] = []
    claimed: list[list[Line]] = []
    told: set[tuple[str, str]] = set()
    for account in entry.accounts:
        record = selection.record(account.report)
        words = [
            _said(record, s, notes.of(account, *s.content))
            for s in record.statements
            if s.within is None and s.confidence >= selection.floor and mine & {key(record.actor(i)) for i in s.speakers}
        ]
        numbers = [
            _claimed(record, f, notes.of(account, f.span))
            for f in record.figures
            if f.confidence >= selection.floor and mine & {key(record.actor(i)) for i in f.claimants}
        ]
        for lines, into in ((words, said), (numbers, claimed)):
            fresh = {(li.lead, li.text): li for li in reversed(lines) if (li.lead, li.text) not in told}
            into.append(list(reversed(fresh.values())))
            told |= set(fresh)
    return said, claimed


def _fair(lines: Sequence[Sequence[Line]], most: int) -> tuple[Line, ...]:
    """Choose lines so that each report has its say: the first of each, then the second of each; in the order of the reports."""
    turns = sorted((turn, report) for report, of in enumerate(lines) for turn in range(len(of)))
    chosen = sorted((report, turn) for turn, report in turns[:most])
    return tuple(lines[report][turn] for report, turn in chosen)


def _claimed(record: Record, f: Figure, note: int) -> Line:
    what = f" ({clean(f.what.quote)})" if f.what else ""
    return Line(facts.claimant(record, f), f"{facts.quantity(f)}{what}", (note,))


def _said(record: Record, s: Statement, note: int) -> Line:
    to = f" to {facts.addressee(record, s)}" if facts.addressee(record, s) else ""
    cue = f" {clean(s.cue.quote)}" if s.cue else ""
    return Line(f"{facts.speaker(record, s)}{cue}{to}", facts.content(s), (note,))
