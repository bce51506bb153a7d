"""The tables that CSV, Parquet and Arrow share: their columns with types, and their rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from memcon.exchange.selection import Selection
from memcon.record import Figure, Record, Span, Statement
from memcon.register.answers import Account, Entry
from memcon.register.frames import COLUMNS, Kind, Row, join, row


@dataclass(frozen=True)
class Table:
    """A table: `columns` are names with types, `rows` gives them for a selection, one by one."""

    name: str
    columns: tuple[tuple[str, Kind], ...]
    rows: Callable[[Selection], Iterator[Row]]


def _columns(text: str) -> tuple[tuple[str, Kind], ...]:
    """Read columns written as "name" or "name:type"."""
    kinds: dict[str, Kind] = {"text": "text", "whole": "whole", "number": "number", "flag": "flag", "day": "day"}
    return tuple((name, kinds[kind or "text"]) for name, _, kind in (word.partition(":") for word in text.split()))


def _engagements(selection: Selection) -> Iterator[Row]:
    return map(row, selection.entries())


def _participants(selection: Selection) -> Iterator[Row]:
    for e in selection.entries():
        for n, p in enumerate(e.participants, 1):
            yield e.id, n, p.name, p.country, p.kind, p.actor


def _accounts(selection: Selection) -> Iterator[Row]:
    for e in selection.entries():
        for a in e.accounts:
            yield _account(e, a)


def _account(e: Entry, a: Account) -> Row:
    words = a.evidence[0] if a.evidence else None
    return (
        e.id, a.id, a.report, a.engagement, a.main, a.date, a.kind, a.status, join([p.name for p in a.participants]),
        a.place, a.city, a.country, join(a.reported_by), a.confidence, a.source.publisher, a.source.published,
        a.source.title, a.source.url, a.copy_of, *_cut(words),
    )  # fmt: skip


def _cut(span: Span | None) -> tuple[str | None, int | None, int | None]:
    return (span.quote, span.start, span.end) if span else (None, None, None)


def _statements(selection: Selection) -> Iterator[Row]:
    for record in selection.records():
        for s in record.statements:
            if s.confidence >= selection.floor:
                yield _statement(record, s)


def _statement(record: Record, s: Statement) -> Row:
    speaker = join([record.actor(i).name for i in s.speakers]) or (s.speaker.quote if s.speaker else None)
    addressee = join([record.actor(i).name for i in s.addressees]) or (s.addressee.quote if s.addressee else None)
    published = record.report.published
    return (
        record.report.id, s.id, published.value if published else None, speaker, addressee, s.cue.quote if s.cue else None,
        s.type, s.stance, s.channel, " … ".join(c.quote for c in s.content), s.content[0].start if s.content else None,
        s.content[-1].end if s.content else None, s.within, s.confidence,
    )  # fmt: skip


def _figures(selection: Selection) -> Iterator[Row]:
    for record in selection.records():
        for f in record.figures:
            if f.confidence >= selection.floor:
                yield _figure(record, f)


def _figure(record: Record, f: Figure) -> Row:
    published = record.report.published
    return (
        record.report.id, f.id, published.value if published else None, f.value, f.high, f.unit, f.comparator, f.change,
        f.what.quote if f.what else None, f.period, join([record.actor(i).name for i in f.claimants]), f.statement,
        *_cut(f.span), f.confidence,
    )  # fmt: skip


_ACCOUNTS = (
    "engagement account report engagement_in_report main:flag date kind status participants place city country reported_by "
    "confidence:number publisher published title url copy_of evidence start:whole end:whole"
)
_STATEMENTS = (
    "report statement published speakers addressees cue type stance channel content start:whole end:whole within confidence:number"
)
_FIGURES = (
    "report figure published value:number high:number unit comparator change what period claimants statement quantity start:whole "
    "end:whole confidence:number"
)
TABLES = {
    t.name: t
    for t in (
        Table("engagements", COLUMNS, _engagements),
        Table("participants", _columns("engagement ordinal:whole name country kind actor"), _participants),
        Table("accounts", _columns(_ACCOUNTS), _accounts),
        Table("statements", _columns(_STATEMENTS), _statements),
        Table("figures", _columns(_FIGURES), _figures),
    )
}
"""One row an engagement, a participant of one, an account of one; and a statement, a figure of the reports behind them."""
