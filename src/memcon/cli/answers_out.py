"""Answers of the register on the screen: as JSON, as CSV, or in lines for people."""

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from memcon.register.answers import Account, Entry, FigureAnswer, PartyAnswer, StatementAnswer

A = TypeVar("A")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")


def put(
    found: Sequence[A], form: str | None, *, row: Callable[[A], dict[str, Any]], line: Callable[[A], str], none: str
) -> None:
    """Print answers; where there are none, say so on standard error."""
    if form == "json":
        click.echo(json_of(found))
    elif form == "csv":
        click.echo(csv_of([row(one) for one in found]), nl=False)
    else:
        for one in found:
            click.echo(line(one))
    if not found and form is None:
        click.echo(f"memcon: {none}", err=True)


def json_of(found: Any) -> str:
    """Give JSON, one answer a line in a list."""
    import msgspec

    if isinstance(found, tuple | list):
        return "[" + ",\n ".join(msgspec.json.encode(one).decode() for one in found) + "]"
    return msgspec.json.encode(found).decode()


def csv_of(rows: Sequence[dict[str, Any]]) -> str:
    """Give CSV with a header; text that a spreadsheet would take for a formula is led by an apostrophe, numbers are not."""
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({k: safe(v) for k, v in row.items()} for row in rows)
    return out.getvalue()


def safe(value: Any) -> Any:
    """Make a cell safe.

    >>> safe("=1+1"), safe(-2.5), safe(None)
    ("'=1+1", -2.5, '')
    """
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def party(one: PartyAnswer) -> str:
    """Name a participant: "Vladimir Putin (RU)"."""
    return f"{one.name} ({one.country})" if one.country and one.kind != "state" else one.name


def people(parties: Sequence[PartyAnswer]) -> str:
    """Name participants in a row."""
    return ", ".join(party(p) for p in parties)


def where(entry: Entry) -> str:
    """Name the place of an entry."""
    return ", ".join(p for p in (entry.place, entry.city, entry.country) if p)


def entry_row(entry: Entry) -> dict[str, Any]:
    """Give the CSV row of an entry."""
    return {
        "id": entry.id,
        "date": entry.date,
        "kind": entry.kind,
        "status": entry.status,
        "participants": people(entry.participants),
        "countries": " ".join(sorted({p.country for p in entry.participants if p.country})),
        "place": entry.place,
        "city": entry.city,
        "country": entry.country,
        "main": entry.main,
        "confidence": entry.confidence,
        "reports": entry.reports,
        "independent": entry.independent,
        "accounts": " ".join(dict.fromkeys(a.report for a in entry.accounts)),
    }


def entry_line(entry: Entry) -> str:
    """Give the line of an entry for people."""
    told = f"{entry.reports} {'report' if entry.reports == 1 else 'reports'}"
    if entry.independent != entry.reports:
        told += f", {entry.independent} independent"
    place = f" · {where(entry)}" if where(entry) else ""
    differs = " · differ on " + ", ".join(d.field for d in entry.differences) if entry.differences else ""
    date = entry.date or "no date"
    return f"{entry.id}  {date:12}  {entry.kind} {entry.status}  {people(entry.participants)}{place}  ({told}{differs})"


def account_row(entry: Entry, account: Account) -> dict[str, Any]:
    """Give the CSV row of an account."""
    return {
        "entry": entry.id,
        "account": account.id,
        "report": account.report,
        "publisher": account.source.publisher,
        "published": account.source.published,
        "main": account.main,
        "date": account.date,
        "kind": account.kind,
        "status": account.status,
        "participants": people(account.participants),
        "city": account.city,
        "country": account.country,
        "topics": "; ".join(account.topics),
        "confidence": account.confidence,
        "copy_of": account.copy_of,
    }


def account_lines(account: Account, explain: bool) -> str:
    """Give the lines of an account for people."""
    by = f" · copied from {account.copy_of}" if account.copy_of else ""
    place = ", ".join(p for p in (account.place, account.city, account.country) if p)
    told = f"  {account.report}/{account.engagement}: {account.date or 'no date'} {account.kind} {account.status}"
    lines = [f"{told} · {people(account.participants)}{f' · {place}' if place else ''}{by}"]
    lines += [f"      “{' '.join(s.quote.split())}” [{s.start}:{s.end}]" for s in account.evidence]
    if explain and account.why:
        judged = ", put there by an analyst" if account.why.judged else ""
        lines.append(f"      joined by {account.why.to} with {account.why.score} points{judged}")
        lines += [f"        {r.weight:+.2f}  {r.field}: {r.words}" for r in account.why.reasons]
    return "\n".join(lines)


def said_row(one: StatementAnswer) -> dict[str, Any]:
    """Give the CSV row of a statement."""
    return {
        "report": one.report,
        "day": one.day,
        "speakers": people(one.speakers),
        "addressees": people(one.addressees),
        "cue": one.cue.quote if one.cue else None,
        "type": one.type,
        "stance": one.stance,
        "content": " … ".join(c.quote for c in one.content),
        "start": one.content[0].start if one.content else None,
        "end": one.content[-1].end if one.content else None,
        "confidence": one.confidence,
    }


def said_line(one: StatementAnswer) -> str:
    """Give the lines of a statement for people."""
    to = f" to {people(one.addressees)}" if one.addressees else ""
    cue = f" {one.cue.quote}" if one.cue else ""
    content = " ".join(" … ".join(c.quote for c in one.content).split())
    return f"{one.day or 'no date'}  {people(one.speakers) or '?'}{cue}{to}: {content}  ({one.report})"


def figure_row(one: FigureAnswer) -> dict[str, Any]:
    """Give the CSV row of a figure."""
    return {
        "report": one.report,
        "day": one.day,
        "value": one.value,
        "high": one.high,
        "unit": one.unit,
        "comparator": one.comparator,
        "change": one.change,
        "what": one.what.quote if one.what else None,
        "period": one.period,
        "claimants": people(one.claimants),
        "about": ", ".join(one.about),
        "quantity": one.span.quote,
        "start": one.span.start,
        "end": one.span.end,
        "confidence": one.confidence,
    }


def figure_line(one: FigureAnswer) -> str:
    """Give the line of a figure for people."""
    who = people(one.claimants) or "the report"
    what = f" {' '.join(one.what.quote.split())}" if one.what else ""
    period = f", {one.period}" if one.period else ""
    return f"{one.day or 'no date'}  {one.span.quote}{what}{period}, says {who}  ({one.report})"
