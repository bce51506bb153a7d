"""The questions as methods; `Register` has them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from memcon.record import Record
from memcon.register.answers import (
    Copy,
    Entry,
    FigureAnswer,
    Hit,
    Judgement,
    Last,
    Network,
    Period,
    Profile,
    Reconciliation,
    ReportAnswer,
    StatementAnswer,
    Stretch,
)
from memcon.register.errors import RegisterError
from memcon.register.frames import Engagements
from memcon.register.judging import history
from memcon.register.questions import (
    copied,
    engagements,
    entry,
    figures,
    last,
    network,
    profile,
    reconciling,
    records,
    search,
    statements,
    timeline,
)
from memcon.register.questions.engagements import Asked


class Questions:
    """What a register can be asked.

    Where a party is asked for, give a country (`RU`, `Russia`), a person however spelt, or a body. Dates are EDTF: a year, a month, a
    day. All methods raise `QuestionError` where the register has nobody of that name, or a date is no date.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection to read from.

        Raises:
            RegisterError: the database cannot be read (the disk fails, the server is gone).
        """
        try:
            with self.engine.connect() as conn:
                yield conn
        except OperationalError as error:
            raise RegisterError(f"the register cannot be read: {error.orig}") from error

    def engagements(
        self,
        *,
        between: Sequence[str] = (),
        since: str | None = None,
        until: str | None = None,
        kind: Sequence[str] = (),
        status: Sequence[str] = (),
        main: bool | None = None,
        everything: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> Engagements:
        """Give the engagements in which all of `between` take part, the earliest first, undated ones last; `to_frame` makes a table of them.

        `everything` also gives the rejected ones and those of low confidence; `main` only what reports are about (or are not).
        """
        with self.reading() as conn:
            asked = Asked(tuple(between), since, until, tuple(kind), tuple(status), main, everything, limit, offset)
            return Engagements(engagements.find(conn, asked))

    def count_engagements(self, *, between: Sequence[str] = (), since: str | None = None, until: str | None = None) -> int:
        """Count the engagements that `engagements` gives."""
        with self.reading() as conn:
            return engagements.count(conn, _asked(between, since, until))

    def last(self, a: str, b: str, *, until: str | None = None) -> Last:
        """Tell when two parties last met, spoke, visited and wrote, how often a year, and what is announced next."""
        with self.reading() as conn:
            return last.find(conn, a, b, until)

    def who(self, name: str) -> Profile:
        """Tell who somebody is: spellings, offices, contacts, what was said."""
        with self.reading() as conn:
            return profile.find(conn, name)

    def statements(
        self,
        *,
        by: str | None = None,
        to: str | None = None,
        about: str | None = None,
        match: str | None = None,
        since: str | None = None,
        until: str | None = None,
        stance: Sequence[str] = (),
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[StatementAnswer, ...]:
        """Give statements, the newest first; `about` and `match` are looked for in their content (words, "phrases", word*, -word, OR)."""
        with self.reading() as conn:
            asked = statements.Asked(by, to, about, match, since, until, tuple(stance), limit, offset)
            return statements.find(conn, asked)

    def figures(
        self,
        *,
        what: str | None = None,
        of: Sequence[str] = (),
        by: str | None = None,
        unit: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[FigureAnswer, ...]:
        """Give the figures claimed of something (`what`), that concern all of `of`, by the day of the report."""
        with self.reading() as conn:
            return figures.find(conn, figures.Asked(what, tuple(of), by, unit, since, until, limit, offset))

    def search(
        self, text: str, *, since: str | None = None, until: str | None = None, limit: int | None = 50, offset: int = 0
    ) -> tuple[Hit, ...]:
        """Give the reports that hold the words of a question, the best first, with the matching words."""
        with self.reading() as conn:
            return search.find(conn, text, since, until, limit, offset)

    def entry(self, id: str) -> Entry:
        """Give one entry, by its id, an account's id, or a report's ("tass-1", "tass-1/e2"), with all judgements on it."""
        with self.reading() as conn:
            return entry.find(conn, id)

    def timeline(
        self,
        *,
        between: Sequence[str] = (),
        since: str | None = None,
        until: str | None = None,
        kind: Sequence[str] = (),
        status: Sequence[str] = (),
        by: Period = "year",
        entries: bool = False,
    ) -> tuple[Stretch, ...]:
        """Count engagements by day, month or year; with `entries` give them too."""
        with self.reading() as conn:
            return timeline.find(conn, _asked(between, since, until, kind, status), by, entries)

    def network(
        self,
        *,
        of: Sequence[str] = (),
        since: str | None = None,
        until: str | None = None,
        kind: Sequence[str] = (),
        status: Sequence[str] = ("held",),
        persons: bool = False,
        limit: int | None = 100,
    ) -> Network:
        """Tell who is in contact with whom, countries and bodies or `persons`; `of` limits it to contacts of these."""
        with self.reading() as conn:
            return network.find(conn, _asked(of, since, until, kind, status), persons, limit)

    def copies(self, report: str | None = None) -> tuple[Copy, ...]:
        """Give the copies that a report is part of, or all."""
        with self.reading() as conn:
            return copied.find(conn, report)

    def record(self, report: str, version: int | None = None) -> Record:
        """Give the whole record of a report, the newest version if none is named."""
        with self.reading() as conn:
            return records.record(conn, report, version)

    def reports(self, *, limit: int | None = None, offset: int = 0) -> tuple[ReportAnswer, ...]:
        """Give the reports of the register, the latest added first."""
        with self.reading() as conn:
            return records.find(conn, limit, offset)

    def reconcile(
        self, source: str = "US Office of the Historian", *, since: str | None = None, until: str | None = None
    ) -> Reconciliation:
        """Hold what the reports tell against a reference register that was imported."""
        with self.reading() as conn:
            return reconciling.find(conn, source, since, until)

    def judgements(self) -> tuple[Judgement, ...]:
        """Give all judgements, in their order."""
        with self.reading() as conn:
            return history(conn)


def _asked(between: Sequence[str], since: str | None, until: str | None, kind: Sequence[str] = (), status: Sequence[str] = ()) -> Asked:
    return Asked(tuple(between), since, until, tuple(kind), tuple(status))
