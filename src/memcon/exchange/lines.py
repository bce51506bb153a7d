"""The lines of the JSON lines form of a register, and their JSON Schema."""

from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from memcon.record import Record
from memcon.register.answers import Entry

FORMAT = 1
"""Version of the form; a reader refuses a newer one."""


@dataclass(frozen=True, slots=True)
class HeadLine:
    """The first line: what the file is."""

    line: Literal["memcon-register"]
    format: int


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report with its whole record. `accounts` has the register's id for each engagement of it; `twin_of` names the reports of which
    this one, out of a reference register, is a second entry.
    """

    line: Literal["report"]
    accounts: dict[str, str]
    record: Record
    twin_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgementLine:
    """What an analyst decided; `number` counts within the file, and the `target` of an `undo` is such a number."""

    line: Literal["judgement"]
    number: int
    act: str
    target: str
    other: str | None
    field: str | None
    before: str | None
    after: str | None
    who: str
    at: str
    note: str | None


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An engagement with all its accounts, as the register gives it; it follows from the reports and judgements."""

    line: Literal["entry"]
    entry: Entry


Line = HeadLine | ReportLine | JudgementLine | EntryLine
KINDS: dict[str, type[Line]] = {
    "memcon-register": HeadLine, "report": ReportLine, "judgement": JudgementLine, "entry": EntryLine,
}  # fmt: skip


def encode(line: Line) -> bytes:
    """Give a line with its end; the same content gives the same bytes."""
    return msgspec.json.encode(line) + b"\n"


def schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of one line."""
    found, parts = msgspec.json.schema_components(KINDS.values(), ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of a Memcon register",
        "description": "Offsets count Unicode code points into record.report.text, ends exclusive; dates are EDTF; countries ISO 3166-1 alpha-2.",
        "oneOf": list(found),
        "$defs": dict(sorted(parts.items())),
    }
