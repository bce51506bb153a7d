"""A record as lines for the terminal: who, when, where, how; then what was said; then the figures."""

from memcon.printing import facts
from memcon.printing.dates import words
from memcon.printing.facts import Lines
from memcon.printing.layout import Ink, clean, pad, width, wrap
from memcon.printing.look import Look
from memcon.record import Engagement, Figure, Record, Span, Statement

_LABEL = 10
"""Columns of the label before a line of an engagement."""
_QUANTITIES = 24
"""Widest column of figures; a longer one pushes what it measures to the right."""
_NAMES = 30
"""Widest column of names; a longer name pushes its office to the right."""


def text(record: Record, look: Look) -> str:
    """Give a record as text of at most `look.width` columns, without a line break at the end."""
    return "\n".join(_Printer(record, look).lines())


class _Printer:
    def __init__(self, record: Record, look: Look) -> None:
        self.record = record
        self.look = look
        self.ink = Ink(look.colour)
        self.line = Lines(record.report.text)

    def lines(self) -> list[str]:
        main, also, hidden = facts.parted(self.record, self.look.floor)
        lines = self.head()
        for engagement in main:
            lines += ["", *self.engagement(engagement)]
        if not main:
            lines += ["", "No engagement that the report is about." if also else "No engagement found."]
        if also:
            lines += ["", self.ink.section("Also mentioned")]
            for engagement in also:
                lines += ["", *self.engagement(engagement)]
        if hidden:
            lines += ["", self.ink.faint(f"{hidden} less certain {'one is' if hidden == 1 else 'ones are'} hidden; --all shows them.")]
        if self.record.statements:
            lines += ["", self.ink.section("Statements")]
            for said in sorted(self.record.statements, key=_place):
                lines += self.statement(said)
        if self.record.figures:
            lines += ["", self.ink.section("Figures")]
            columns = min(max(width(facts.quantity(f)) for f in self.record.figures), _QUANTITIES)
            for figure in self.record.figures:
                lines += self.figure(figure, columns)
        return lines

    def head(self) -> list[str]:
        who, how = facts.byline(self.record)
        lines = wrap(facts.headline(self.record), self.look.width)
        lines = [self.ink.title(line) for line in lines]
        lines += wrap(f"{who}, {how}" if how else who, self.look.width)
        for note in self.record.report.notes:
            lines += wrap(self.ink.faint(f"Note: {clean(note)}"), self.look.width, rest="      ")
        return lines

    def engagement(self, e: Engagement) -> list[str]:
        parts = [self.ink.title(facts.KINDS[e.kind]), e.status, self.date(e.date)]
        if e.place and facts.where(e.place):
            parts.append(facts.where(e.place))
        if self.look.explain:
            parts.append(f"confidence {e.confidence:.2f}")
        lines = wrap(" · ".join(parts), self.look.width, f"{self.ink.sign(facts.SIGNS[e.status])} ", "  ")
        lines += self.participants(e)
        if e.topics:
            lines += self.labelled("about", "; ".join(clean(t.quote) for t in e.topics))
        if e.reported_by:
            lines += self.labelled("told by", facts.names(self.record, e.reported_by))
        for n, span in enumerate(e.evidence):
            lines += self.labelled("" if n else "words", f"“{clean(span.quote)}” {self.at(span)}")
        return lines + (self.reasons(e) if self.look.explain else [])

    def participants(self, e: Engagement) -> list[str]:
        actors = [self.record.actor(p.actor) for p in e.participants]
        columns = min(max((len(a.name) for a in actors), default=0), _NAMES)
        lines = []
        for n, (party, actor) in enumerate(zip(e.participants, actors, strict=True)):
            about = ", ".join(filter(None, [facts.office(actor), actor.country or ""]))
            role = f" ({party.role})" if party.role != "participant" else ""
            name = self.ink.name(pad(clean(actor.name), columns if about + role else 0))
            lines += self.labelled("" if n else "who", f"{name}  {about}{role}".rstrip(), hang=4)
        return lines

    def reasons(self, e: Engagement) -> list[str]:
        given = [("date", e.date_reason)] if e.date_reason else []
        given += [(field, reason) for field, reason in e.reasons if reason and (field, reason) not in given]
        lines = []
        for n, (field, reason) in enumerate(given):
            lines += self.labelled("" if n else "because", self.ink.faint(f"{field}: {clean(reason)}"), hang=2)
        return lines

    def labelled(self, label: str, value: str, hang: int = 0) -> list[str]:
        first = f"  {self.ink.faint(pad(label, _LABEL))}"
        return wrap(value, self.look.width, first, " " * (2 + _LABEL + hang))

    def statement(self, said: Statement) -> list[str]:
        to = facts.addressee(self.record, said)
        cue = f" ({clean(said.cue.quote)})" if said.cue else ""
        head = self.ink.name(facts.speaker(self.record, said)) + (f" → {self.ink.name(to)}" if to else "")
        indent = "  " * (1 + facts.depth(self.record, said))
        where = f" {self.at(said.content[0])}" if said.content else ""
        lines = wrap(f"{head}{cue}: {facts.content(said)}{where}", self.look.width, indent, f"{indent}    ")
        return lines + (self.rule(said.rule, indent) if self.look.explain else [])

    def figure(self, figure: Figure, columns: int) -> list[str]:
        claimed = facts.claimant(self.record, figure)
        by = f"claimed by {self.ink.name(claimed)}" if claimed else self.ink.faint("the report's own")
        parts = [clean(figure.what.quote) if figure.what else "", facts.period(self.record, figure), by]
        first = f"  {pad(self.ink.number(facts.quantity(figure)), columns)}  "
        lines = wrap(f"{' · '.join(filter(None, parts))} {self.at(figure.span)}", self.look.width, first, " " * (columns + 6))
        return lines + (self.rule(figure.rule, "  ") if self.look.explain else [])

    def date(self, edtf: str | None) -> str:
        """Give a date in words, with its EDTF where reasons are asked for."""
        if edtf is None:
            return "date unknown"
        return facts.date(edtf) if self.look.explain else words(edtf)

    def rule(self, name: str, indent: str) -> list[str]:
        return wrap(self.ink.faint(f"by the rule {clean(name)}"), self.look.width, f"{indent}    ", f"{indent}    ")

    def at(self, span: Span) -> str:
        return self.ink.faint(f"[line\u00a0{self.line.of(span)}]")


def _place(said: Statement) -> tuple[int, str]:
    spans = [s for s in (said.speaker, said.cue, *said.content) if s]
    return (min((s.start for s in spans), default=0), said.id)
