"""Finds the statements of a report: quotations, clauses, phrases and turns, joined, resolved and nested."""

from typing import TYPE_CHECKING

from memcon.record import Report, Span, Statement, span_of
from memcon.record.findings import StatementType
from memcon.statements.channels import channel_of
from memcon.statements.cues import find_cues
from memcon.statements.frames import from_clause
from memcon.statements.doer import share_doers
from memcon.statements.joined import join
from memcon.statements.parsed import Parsed
from memcon.statements.phrases import from_phrases
from memcon.statements.quotes import lines, pair
from memcon.statements.saying import Offsets, Saying
from memcon.statements.speakers import resolve
from memcon.statements.spoken import from_quotes
from memcon.statements.tagging import tag
from memcon.statements.trailing import from_trailing
from memcon.statements.turns import Turn, turns

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from memcon.actors import Cast

_MARKS = "\"“”„‟«»＂'‘’` "


def find(doc: "Doc", report: Report, cast: "Cast") -> tuple[Statement, ...]:
    """Find who said what, to whom.

    Statements are sorted by the start of their content; their ids are "s1", "s2", ... in that order.

    Args:
        doc: the parsed text of the report (`language.analyse`).
        report: the report.
        cast: its actors and mentions.
    """
    paragraphs = [(b.span.start, b.span.end) for b in report.body()] or list(lines(report.text))
    parsed = Parsed(doc, pair(report.text, paragraphs))
    sayings = sayings_of(doc, parsed)
    made = [_statement(parsed, cast, s) for s in sayings]
    made += [_turn(report.text, cast, t) for t in turns(report.text, paragraphs)]
    made.sort(key=lambda s: (s.content[0].start, -s.content[-1].end, s.cue.start if s.cue else 0))
    return _nested(_numbered(made))


def sayings_of(doc: "Doc", parsed: Parsed) -> list[Saying]:
    """Find the acts of saying, before they are resolved to actors."""
    occurrences = {c.verb: c for c in find_cues(parsed)}
    spoken = from_quotes(parsed, occurrences)
    found = list(spoken)
    taken = {s.verb for s in spoken}
    for cue in occurrences.values():
        if cue.verb in taken or parsed.quote[cue.verb] != -1:
            continue
        saying = from_trailing(parsed, cue, occurrences) or from_clause(parsed, cue, occurrences)
        if saying is not None:
            found.append(saying)
    found += [s for s in from_phrases(parsed) if parsed.quote[s.verb] == -1]
    also = frozenset(c.verb for c in occurrences.values()) | frozenset(s.verb for s in found)
    tagged = {t.anchor: t for t in tag(doc, parsed, also=also)}
    return share_doers(parsed, join(parsed, found, tagged, occurrences))


def _statement(parsed: Parsed, cast: "Cast", saying: Saying) -> Statement:
    text = parsed.text
    speakers, speaker = resolve(parsed, cast, saying.source, saying.named)
    addressees, addressee = resolve(parsed, cast, saying.addressee, saying.listener)
    content = tuple(_trimmed(text, *c) for c in saying.content)
    return Statement(
        "", speakers, _span(text, speaker), span_of(text, *saying.cue), content, _type(parsed, saying.content), saying.rule,
        addressees, _span(text, addressee), None, saying.entry.stance if saying.entry else None, channel_of(parsed, saying), saying.confidence,
    )


def _span(text: str, where: Offsets | None) -> Span | None:
    return None if where is None else span_of(text, *where)


def _trimmed(text: str, start: int, end: int) -> Span:
    """Cut a content, without marks at its edges where they open and close it as a whole."""
    span = span_of(text, start, end)
    start, end = span.start, span.end
    if end - start > 2 and text[start] in _MARKS and text[start + 1 : end - 1].count('"') == 0:
        start += 1
        if text[end - 1] in _MARKS:
            end -= 1
    return span_of(text, start, end)


def _type(parsed: Parsed, content: list[Offsets]) -> StatementType:
    """Tell direct, indirect and mixed speech apart by how much of the content stands in quotation marks."""
    inside = outside = 0
    for start, end in content:
        for i in range(parsed.token_at(start), parsed.size):
            if parsed.start[i] >= end:
                break
            if parsed.word[i][0].isalnum():
                inside += parsed.quote[i] != -1
                outside += parsed.quote[i] == -1
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def _turn(text: str, cast: "Cast", turn: Turn) -> Statement:
    mention = cast.mention_at(*turn.label)
    content = tuple(span_of(text, *s) for s in turn.spoken)
    return Statement("", mention.actors if mention else (), span_of(text, *turn.label), None, content, "direct", "turn", confidence=0.9)


def _numbered(made: list[Statement]) -> list[Statement]:
    return [
        Statement(f"s{n}", s.speakers, s.speaker, s.cue, s.content, s.type, s.rule, s.addressees, s.addressee, s.within, s.stance, s.channel, s.confidence)
        for n, s in enumerate(made, 1)
    ]


def _nested(made: list[Statement]) -> tuple[Statement, ...]:
    """Say of each statement in which other one's content it stands: the smallest that holds its cue and content."""
    out = []
    open_: list[Statement] = []
    for s in made:
        anchor = s.cue or s.content[0]
        open_ = [o for o in open_ if o.content[-1].end > s.content[0].start]
        holders = [o for o in open_ if any(c.holds(anchor) for c in o.content) and o.id != s.id]
        holder = min(holders, key=lambda o: sum(len(c.quote) for c in o.content), default=None)
        out.append(_within(s, holder.id) if holder else s)
        open_.append(s)
    return tuple(out)


def _within(s: Statement, holder: str) -> Statement:
    return Statement(s.id, s.speakers, s.speaker, s.cue, s.content, s.type, s.rule, s.addressees, s.addressee, holder, s.stance, s.channel, s.confidence)
