"""What is exported: the engagements of a register that a question asks for, and the reports behind them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from memcon.engagements import FLOOR
from memcon.reading.status import standing
from memcon.record import Record
from memcon.register.answers import Entry, Network
from memcon.register.register import Register

PAGE = 200
"""Entries that are fetched at one go; no more than these are held in memory."""


@dataclass(frozen=True)
class Selection:
    """A question to a register, as `Register.engagements` takes it, or the id of one `entry`.

    Nothing is read before it is asked for; each method reads anew.
    """

    register: Register
    between: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    main: bool | None = None
    everything: bool = False
    limit: int | None = None
    entry: str | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing narrows the question, so that reports without any engagement belong to it too."""
        narrows = (self.between, self.since, self.until, self.kind, self.status, self.entry, self.limit)
        return self.main is None and not any(narrows)

    @property
    def floor(self) -> float:
        """The confidence under which a report's findings are left out."""
        return 0.0 if self.everything else FLOOR

    def entries(self) -> Iterator[Entry]:
        """Give the engagements, the earliest first, undated ones last."""
        if self.entry is not None:
            yield replace(self.register.entry(self.entry), judgements=())
            return
        done = 0
        while self.limit is None or done < self.limit:
            size = PAGE if self.limit is None else min(PAGE, self.limit - done)
            page = self.register.engagements(**self._question(), main=self.main, everything=self.everything, limit=size, offset=done)
            yield from page
            done += len(page)
            if len(page) < size:
                return

    def network(self, persons: bool = False) -> Network:
        """Give all contacts between countries and bodies, or between persons; those that were held where no status is asked for."""
        question = self._question() | {"status": self.status or ("held",)}
        question["of"] = question.pop("between")
        return self.register.network(**question, persons=persons, limit=self.limit)

    def _question(self) -> dict[str, Any]:
        return {"between": self.between, "since": self.since, "until": self.until, "kind": self.kind, "status": self.status}

    @cached_property
    def accounts(self) -> dict[tuple[str, str], str]:
        """The entry's id by the report's id and the id of the engagement in it."""
        return {(a.report, a.engagement): e.id for e in self.entries() for a in e.accounts if not a.kept}

    @cached_property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports that tell of the engagements, in the order in which they were added."""
        telling = {report for report, _ in self.accounts}
        added = (r.id for r in reversed(self.register.reports()))
        return tuple(id for id in added if self.whole or id in telling)

    def records(self, withdrawn: bool = False) -> Iterator[Record]:
        """Give the records of the reports, each under the id that the register knows it by; `withdrawn` also those that were."""
        for id in self.reports:
            record = self.record(id)
            if withdrawn or not standing(record.report.notes).withdrawn:
                yield record

    def record(self, report: str) -> Record:
        """Give the record of a report under the id that the register knows it by."""
        record = self.register.record(report)
        return record if record.report.id == report else replace(record, report=replace(record.report, id=report))
