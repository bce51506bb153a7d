"""What is found in a report: actors, times, statements, figures, engagements.

Findings refer to each other by `id` within one record ("a3", "t7", "s2"), so that a record is a plain tree in JSON.
"""

from dataclasses import dataclass
from typing import Literal

from memcon.record.span import Span

ActorKind = Literal["person", "state", "organisation", "group", "unnamed"]
"""`organisation` is any body (ministry, IGO, company); `group` a people or delegation; `unnamed` a description only."""
MentionKind = Literal["name", "office", "pronoun", "nationality", "group", "place"]
EngagementKind = Literal["meeting", "call", "video_call", "visit", "summit", "message", "contact"]
Status = Literal["held", "planned", "proposed", "cancelled", "denied", "habitual"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Role = Literal["host", "visitor", "sender", "recipient", "caller", "participant"]
StatementType = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a person: a dated claim with a source, not a fact.

    `source` is "text" (then `span` holds the words) or the name of the table that says so; `country` is the state or
    body (ISO 3166-1 alpha-2, `EU`, or None) for which the office acts.
    """

    title: str
    country: str | None
    source: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is meant: a person, state, organisation or group of this report.

    `name` is the fullest form that the document gives, or the known full name (then `name_source` names the table);
    `country` is the state it acts for, ISO 3166-1 alpha-2 (`EU` for the European Union), None for other bodies.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    offices: tuple[Office, ...] = ()
    name_source: str = "text"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for one or more actors ("the two presidents" stands for two)."""

    span: Span
    actors: tuple[str, ...]
    kind: MentionKind
    rule: str


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression.

    A time is the half-open interval [`begin`, `end`) in ISO form (None where it cannot be placed) with `granularity`
    ("day", "month", ...), and `mod` (TIMEX3: START, MID, END, APPROX, BEFORE, AFTER, LESS_THAN, ...). `value` is
    the TIMEX3 value, `edtf` the same as EDTF (None for durations, sets and times that have no place). `anchor` is
    the value it was resolved against, `anchor_from` what that was, `rule` the rule's name, `alternatives` other
    readings as EDTF, the likeliest first.
    """

    id: str
    span: Span
    type: TimexType
    value: str
    edtf: str | None
    begin: str | None
    end: str | None
    granularity: str
    rule: str
    mod: str | None = None
    anchor: str | None = None
    anchor_from: Literal["publication", "dateline", "earlier date", "previous sentence", "text"] | None = None
    alternatives: tuple[str, ...] = ()
    freq: str | None = None
    quant: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch that the report attributes to a speaker by an act of saying or writing.

    `speakers` are actor ids (several for joint speech, none for a passive without agent), `speaker` the words used;
    `content` are the spans without quotation marks at the edges and without the introducing "that"; `within` is the id
    of the statement in whose content this one stands; `stance` (agree, praise, condemn, urge, deny, promise, warn ...)
    and `channel` (statement, interview, call, document, post ...) are None where the words do not tell.
    """

    id: str
    speakers: tuple[str, ...]
    speaker: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    type: StatementType
    rule: str
    addressees: tuple[str, ...] = ()
    addressee: Span | None = None
    within: str | None = None
    stance: str | None = None
    channel: str | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that somebody claims about the world.

    `value` (and `high` for a range) is the number, `unit` an ISO 4217 code, "%", "times", a UCUM-like unit or the counted
    noun; `comparator` one of "<", "<=", ">", ">=", "~"; `change` "rise", "fall" or None; `what` the words that say
    what is measured; `period` an EDTF date and `time` the id of its Timex; `claimants` actor ids, empty where the
    report itself says it; `statement` the id of the statement it stands in.
    """

    id: str
    span: Span
    value: float
    unit: str
    evidence: Span
    rule: str
    high: float | None = None
    comparator: str | None = None
    change: str | None = None
    what: Span | None = None
    period: str | None = None
    time: str | None = None
    claimants: tuple[str, ...] = ()
    statement: str | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a building or site, a city, a state (ISO 3166-1 alpha-2); unknown parts are None."""

    name: str | None = None
    city: str | None = None
    country: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """A party of an engagement: the actor's id, its role, and the words that name it there."""

    actor: str
    role: Role = "participant"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Engagement:
    """A contact between parties of at least two states, bodies or movements, as `docs/engagements.md` defines it.

    `date` is EDTF, `date_reason` says in plain language how it was found and `time` is the id of the Timex used;
    `reported_by` are actor ids where it is told only in somebody's statement; `trigger` is the word that told of it and
    `evidence` one to three snippets; `reasons` map a field to the rule and words behind it.
    """

    id: str
    kind: EngagementKind
    status: Status
    main: bool
    participants: tuple[Participant, ...]
    trigger: Span
    evidence: tuple[Span, ...]
    date: str | None = None
    date_reason: str | None = None
    time: str | None = None
    place: Place | None = None
    topics: tuple[Span, ...] = ()
    reported_by: tuple[str, ...] = ()
    confidence: float = 0.5
    reasons: tuple[tuple[str, str], ...] = ()
