"""What stands beside the text: engagements and actors; statements, figures and times."""

from collections import Counter
from collections.abc import Iterable

from memcon.printing import facts
from memcon.printing.dates import words
from memcon.printing.look import Look
from memcon.printing.page_marks import safe
from memcon.record import Actor, Engagement, Figure, Record, Span, Statement, Timex


def met(record: Record, look: Look) -> str:
    """Give the engagements."""
    main, also, hidden = facts.parted(record, look.floor)
    cards = "".join(_engagement(record, e, look) for e in main) or "<p class=none>No engagement that the report is about.</p>"
    if also:
        cards += "<h3>Also mentioned</h3>" + "".join(_engagement(record, e, look) for e in also)
    if hidden:
        cards += f"<p class=none>{hidden} less certain {'one is' if hidden == 1 else 'ones are'} hidden.</p>"
    return f"<aside class=met><section><h2>Engagements</h2>{cards}</section></aside>"


def cast(record: Record) -> str:
    """Give the actors, those named most first."""
    count = Counter(id for m in record.mentions for id in m.actors)
    first: dict[str, Span] = {}
    for mention in record.mentions:
        for id in mention.actors:
            first.setdefault(id, mention.span)
    actors = sorted(record.actors, key=lambda a: -count[a.id])
    return f"<aside class=cast>{_section('Actors', _list(_actor(a, first.get(a.id), count[a.id]) for a in actors))}</aside>"


def said(record: Record, look: Look) -> str:
    """Give the statements, figures and times."""
    statements = _list(_statement(record, s) for s in sorted(record.statements, key=lambda s: _first(s).start))
    figures = _list(_figure(record, f) for f in record.figures)
    times = _list(_time(t) for t in record.times)
    return f"<aside class=beside>{_section('Statements', statements)}{_section('Figures', figures)}{_section('Times', times)}</aside>"


def _section(name: str, inner: str) -> str:
    return f"<section><h2>{name}</h2>{inner}</section>" if inner else ""


def _list(items: Iterable[str]) -> str:
    joined = "".join(items)
    return f"<ul>{joined}</ul>" if joined else ""


def _to(span: Span | None, inner: str) -> str:
    """Link a field to its words."""
    return f'<a href="#at-{span.start}">{inner}</a>' if span is not None else inner


def _engagement(record: Record, e: Engagement, look: Look) -> str:
    sign = facts.SIGNS[e.status]
    head = f"<span class=sign aria-hidden=true>{sign}</span> {_to(e.trigger, facts.KINDS[e.kind])} <span class=status>{e.status}</span>"
    rows = [("when", _date(e.date))]
    if e.place and facts.where(e.place):
        rows.append(("where", _to(e.place.span, safe(facts.where(e.place)))))
    rows.append(("who", "<br>".join(_party(record, p.actor, p.role, p.span) for p in e.participants)))
    if e.topics:
        rows.append(("about", "; ".join(_to(t, safe(t.quote)) for t in e.topics)))
    if e.reported_by:
        rows.append(("told by", safe(facts.names(record, e.reported_by))))
    body = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in rows)
    return f'<div class="card {e.status}" data-ids="{safe(e.id)}" id="{safe(e.id)}"><h4>{head}</h4><dl>{body}</dl>{_why(e, look)}</div>'


def _party(record: Record, id: str, role: str, span: Span | None) -> str:
    actor = record.actor(id)
    about = ", ".join(filter(None, [facts.office(actor), actor.country or ""]))
    tail = f" <small>{safe(about)}{f' · {role}' if role != 'participant' else ''}</small>"
    return f'<span data-ids="{safe(id)}">{_to(span, safe(actor.name))}</span>{tail}'


def _why(e: Engagement, look: Look) -> str:
    given = ([("date", e.date_reason)] if e.date_reason else []) + [(f, r) for f, r in e.reasons if r and f != "date"]
    lines = "".join(f"<li><b>{safe(field)}</b> {safe(reason)}</li>" for field, reason in given)
    quotes = "".join(f"<li>{_to(s, f'“{safe(s.quote)}”')}</li>" for s in e.evidence)
    return f"<details{' open' if look.explain else ''}><summary>why <small>confidence {e.confidence:.2f}</small></summary><ul>{quotes}{lines}</ul></details>"


def _actor(actor: Actor, first: Span | None, count: int) -> str:
    about = ", ".join(filter(None, [facts.office(actor), actor.country or ""]))
    return f'<li data-ids="{safe(actor.id)}">{_to(first, safe(actor.name))} <small>{safe(about)}{f" · {count}×" if count > 1 else ""}</small></li>'


def _first(s: Statement) -> Span:
    spans = [x for x in (s.speaker, s.cue, *s.content) if x]
    return min(spans, default=Span(0, 0, ""))


def _statement(record: Record, s: Statement) -> str:
    to = facts.addressee(record, s)
    cue = f" <i>{safe(s.cue.quote)}</i>" if s.cue else ""
    head = f"<b>{safe(facts.speaker(record, s))}</b>{f' → <b>{safe(to)}</b>' if to else ''}{cue}"
    words = _to(s.content[0] if s.content else None, safe(facts.content(s)))
    deep = min(facts.depth(record, s), 3)
    return f'<li class="saying in-{deep}" data-ids="{safe(s.id)}">{head}<span class=content>{words}</span></li>'


def _figure(record: Record, f: Figure) -> str:
    what = f" {safe(f.what.quote)}" if f.what else ""
    when = facts.period(record, f)
    claimed = facts.claimant(record, f)
    tail = " · ".join(filter(None, [safe(when), f"claimed by {safe(claimed)}" if claimed else "the report’s own"]))
    return f'<li data-ids="{safe(f.id)}">{_to(f.span, f"<b>{safe(facts.quantity(f))}</b>")}{what}<br><small>{tail}</small></li>'


def _time(t: Timex) -> str:
    means = _date(t.edtf) if t.edtf else safe(t.value)
    return f'<li data-ids="{safe(t.id)}">{_to(t.span, safe(t.span.quote))} <small>{means}</small></li>'


def _date(edtf: str | None) -> str:
    """Give a date in words; pointing at it shows its EDTF."""
    return f'<span title="{safe(edtf)}">{safe(words(edtf))}</span>' if edtf else "date unknown"
