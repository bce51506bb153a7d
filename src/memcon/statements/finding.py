"""Finds the statements of a report: quotations, clauses, phrases and turns, joined, resolved and nested."""

from typing import TYPE_CHECKING

from memcon.record import Report, Span, Statement, span_of
from memcon.statements.backward import from_pointing
from memcon.statements.channels import channel_of
from memcon.statements.citing import turn_citations
from memcon.statements.cues import find_cues
from memcon.statements.doer import share_doers
from memcon.statements.frames import from_clause
from memcon.statements.headlines import without_headlines
from memcon.statements.joined import join
from memcon.statements.kinds import type_of
from memcon.statements.layout import Layout
from memcon.statements.nesting import nested, numbered
from memcon.statements.parsed import Parsed
from memcon.statements.phrases import from_phrases
from memcon.statements.quotes import pair
from memcon.statements.saying import Offsets, Saying
from memcon.statements.speakers import resolve
from memcon.statements.spoken import from_quotes
from memcon.statements.tagging import tag
from memcon.statements.trailing import from_trailing
from memcon.statements.turns import Turn, turns
from memcon.statements.weak import is_statement

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from memcon.actors import Cast

_SHORT = 2
"""A content of so many characters keeps its marks."""


def find(doc: "Doc", report: Report, cast: "Cast") -> tuple[Statement, ...]:
    """Find who said what, to whom.

    Statements are sorted by the start of their content; their ids are "s1", "s2", ... in that order.

    Args:
        doc: the parsed text of the report (`language.analyse`).
        report: the report.
        cast: its actors and mentions.
    """
    layout = Layout(report)
    parsed = Parsed(doc, pair(report.text, layout.paragraphs), report.text)
    made = []
    for saying in sayings_of(doc, parsed):
        statement = _statement(parsed, cast, saying) if layout.clip(saying) else None
        if statement is not None:
            made.append(statement)
    made += [_turn(report.text, cast, t) for t in turns(report.text, layout.paragraphs)]
    made.sort(key=lambda s: (s.content[0].start, -s.content[-1].end, s.cue.start if s.cue else 0))
    return nested(numbered(without_headlines(made, report.title)))


def sayings_of(doc: "Doc", parsed: Parsed) -> list[Saying]:
    """Find the acts of saying, before they are resolved to actors."""
    occurrences = {c.verb: c for c in find_cues(parsed)}
    spoken = from_quotes(parsed, occurrences)
    found = list(spoken)
    taken = {s.verb for s in spoken}
    pointing = from_pointing(parsed, occurrences)
    for cue in occurrences.values():
        if cue.verb in taken or parsed.quote[cue.verb] != -1:
            continue
        saying = from_trailing(parsed, cue, occurrences) or from_clause(parsed, cue, occurrences)
        if saying is not None:
            found.append(saying)
    found = [s for s in found if s.verb not in pointing] + list(pointing.values())
    found += [s for s in from_phrases(parsed) if parsed.quote[s.verb] == -1]
    also = frozenset(c.verb for c in occurrences.values()) | frozenset(s.verb for s in found)
    tagged = {t.anchor: t for t in tag(doc, parsed, also=also)}
    tagged = {anchor: t for anchor, t in tagged.items() if anchor not in pointing}
    return turn_citations(parsed, share_doers(parsed, join(parsed, found, tagged, occurrences)))


def _statement(parsed: Parsed, cast: "Cast", saying: Saying) -> Statement | None:
    """Make a statement of an act, or None where it only looks like one."""
    text = parsed.text
    speakers, speaker = resolve(parsed, cast, saying.source, saying.named)
    if not is_statement(parsed, saying, known=bool(speakers)):
        return None
    addressees, addressee = resolve(parsed, cast, saying.addressee, saying.listener)
    content = tuple(_trimmed(parsed, *c) for c in saying.content)
    return Statement(
        "", speakers, _span(text, speaker), span_of(text, *saying.cue), content, type_of(parsed, saying.content), saying.rule,
        addressees, _span(text, addressee), None, saying.entry.stance if saying.entry else None, channel_of(parsed, saying), saying.confidence,
    )


def _span(text: str, where: Offsets | None) -> Span | None:
    return None if where is None else span_of(text, *where)


def _trimmed(parsed: Parsed, start: int, end: int) -> Span:
    """Cut a content, without the marks at its edges that have no partner inside it and those that hold it as a whole."""
    span = span_of(parsed.text, start, end)
    start, end = span.start, span.end
    quotes = parsed.within(start, end)
    if quotes and quotes[0].start == start and end - start > _SHORT and quotes[0].end >= end:
        start, end = quotes[0].inner_start, min(end, quotes[0].inner_end)
    elif quotes and quotes[-1].end == end and quotes[-1].start < start:
        end = quotes[-1].inner_end
    return span_of(parsed.text, start, end)


def _turn(text: str, cast: "Cast", turn: Turn) -> Statement:
    mention = cast.mention_at(*turn.label)
    content = tuple(span_of(text, *s) for s in turn.spoken)
    return Statement("", mention.actors if mention else (), span_of(text, *turn.label), None, content, "direct", "turn", confidence=0.9)
