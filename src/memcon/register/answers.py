"""What the register answers: frozen dataclasses, each with the reports and spans behind it."""

from dataclasses import dataclass
from typing import Literal

from memcon.record import Office, Span


@dataclass(frozen=True, slots=True)
class Source:
    """A report as an answer names it: the report's own `id`, who published it and when (EDTF)."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class PartyAnswer:
    """A participant: the name, the state acted for (ISO 3166-1 alpha-2), the actor's key in the register."""

    name: str
    country: str | None
    kind: str
    actor: str


@dataclass(frozen=True, slots=True)
class Reason:
    """How one field of an account compares with the account that it joined by."""

    field: str
    verdict: str
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Why:
    """Why an account stands in its entry: the account it fits best (`to`), the score, the fields; `judged` by an analyst."""

    to: str
    score: float
    judged: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """One report's telling of an engagement.

    `report` is the report's own id, `main` whether it is a main engagement there, `id` the account's code, `engagement` the id in
    the report's record. Dates are EDTF. `kept` marks an account that a newer reading no longer finds but a judgement holds.
    """

    id: str
    report: str
    engagement: str
    main: bool
    kind: str
    status: str
    date: str | None
    place: str | None
    city: str | None
    country: str | None
    participants: tuple[PartyAnswer, ...]
    topics: tuple[str, ...]
    evidence: tuple[Span, ...]
    reported_by: tuple[str, ...]
    confidence: float
    source: Source
    copy_of: str | None = None
    kept: bool = False
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One reading of a field, and the accounts (by report id) that have it."""

    value: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which accounts of one entry differ: who says what."""

    field: str
    values: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an analyst decided: `act` on `target` (an account's or entry's id, or an actor's key), with the values before and after.

    `undone` tells that a later judgement took it back.
    """

    number: int
    act: str
    target: str
    who: str
    at: str
    other: str | None = None
    field: str | None = None
    before: str | None = None
    after: str | None = None
    note: str | None = None
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One engagement of the register.

    `reports` counts the reports that tell of it, `independent` those that are no copy of another; `main` is true where it is a main
    engagement of any. `differences` tells who says what where the accounts differ.
    """

    id: str
    kind: str
    status: str
    date: str | None
    place: str | None
    city: str | None
    country: str | None
    participants: tuple[PartyAnswer, ...]
    main: bool
    confidence: float
    reports: int
    independent: int
    accounts: tuple[Account, ...]
    differences: tuple[Difference, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often and when two parties were last in touch, for one family of kinds ("all" for all): `per_year` counts by year."""

    family: str
    count: int
    first: str | None
    last: str | None
    longest_gap: int | None
    per_year: tuple[tuple[int, int], ...]
    entry: Entry | None
    next: Entry | None = None


@dataclass(frozen=True, slots=True)
class Last:
    """When two parties last met, spoke, visited, wrote."""

    a: str
    b: str
    rhythms: tuple[Rhythm, ...]


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """An office as reports give it: the first and last day on which a report does, and those reports."""

    office: Office
    first: str | None
    last: str | None
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Partner:
    """A party in contact with another: how often, and when last."""

    party: PartyAnswer
    count: int
    last: str | None


@dataclass(frozen=True, slots=True)
class Profile:
    """Who somebody is: spellings with the number of reports, offices over time, contacts, what was said."""

    party: PartyAnswer
    spellings: tuple[tuple[str, int], ...]
    offices: tuple[OfficeHeld, ...]
    partners: tuple[Partner, ...]
    engagements: int
    latest: tuple[Entry, ...]
    statements: int
    said: tuple["StatementAnswer", ...]
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementAnswer:
    """A statement in a report: who said what to whom; `content` are the spans in that report's text."""

    report: str
    statement: str
    day: str | None
    speakers: tuple[PartyAnswer, ...]
    addressees: tuple[PartyAnswer, ...]
    cue: Span | None
    content: tuple[Span, ...]
    type: str
    stance: str | None
    channel: str | None
    confidence: float
    source: Source
    matches: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureAnswer:
    """A figure claimed in a report: the number, what it measures, of which period (EDTF), and who claims it."""

    report: str
    figure: str
    day: str | None
    value: float
    high: float | None
    unit: str
    comparator: str | None
    change: str | None
    what: Span | None
    period: str | None
    claimants: tuple[PartyAnswer, ...]
    about: tuple[str, ...]
    span: Span
    evidence: Span
    confidence: float
    source: Source


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that a search found: the `matches` are the matching words in its text, `excerpt` the words around the first."""

    report: str
    source: Source
    excerpt: Span | None
    matches: tuple[Span, ...]


Period = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a timeline: how many engagements of which kind; `period` is EDTF."""

    period: str
    total: int
    kinds: tuple[tuple[str, int], ...]
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """An edge of the network of contacts."""

    a: str
    b: str
    count: int
    kinds: tuple[tuple[str, int], ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Network:
    """Who is in contact with whom: nodes by id with their names, and the edges, the strongest first."""

    nodes: tuple[PartyAnswer, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Text that one report has from another.

    `share` is the part of the copy's own text; `whole` where that is so much that it counts as no report of its own; `spans` are
    (start, end) in the copy and (start, end) in the original.
    """

    report: str
    of: str
    share: float
    whole: bool
    spans: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class ReportAnswer:
    """A report of the register: its newest `version`, who published it and when, where it was read from."""

    id: str
    version: int
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    path: str | None


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The reports held against a reference register.

    `confirmed`: both tell of it; `differ`: their dates are at odds (one entry, or one of the register and one of the reports that did not
    join); `missing_here`: no report tells of it; `missing_there`: the register should hold it and does not.
    """

    confirmed: tuple[Entry, ...]
    differ: tuple[tuple[Entry, Entry | None], ...]
    missing_here: tuple[Entry, ...]
    missing_there: tuple[Entry, ...]
