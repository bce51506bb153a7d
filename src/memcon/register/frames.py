"""Engagements as a table: the columns that CSV, Parquet, pandas and Polars share, one row an engagement."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Literal, SupportsIndex, overload

from memcon.needing import needed
from memcon.register.answers import Entry
from memcon.register.calendar import days, iso
from memcon.register.errors import RegisterError

Kind = Literal["text", "whole", "number", "flag", "day"]
"""The type of a column; a `day` is an ISO date."""
Cell = str | int | float | bool | None
Row = tuple[Cell, ...]
Library = Literal["pandas", "polars"]

COLUMNS: tuple[tuple[str, Kind], ...] = (
    ("id", "text"), ("date", "text"), ("begin", "day"), ("end", "day"), ("kind", "text"), ("status", "text"), ("participants", "text"),
    ("countries", "text"), ("place", "text"), ("city", "text"), ("country", "text"), ("topics", "text"), ("main", "flag"),
    ("confidence", "number"), ("reports", "whole"), ("independent", "whole"), ("told_by", "text"), ("differ_on", "text"), ("rejected", "flag"),
)  # fmt: skip
"""`date` is EDTF, `begin` and `end` are its first and last possible day; participants and topics are joined by "; "."""


class Engagements(tuple[Entry, ...]):
    """What a register answers: a tuple of entries that can become a table.

    ::

        register.engagements(between=("RU", "SY"), since="2020").to_frame()             # pandas
        register.engagements(between=("RU", "SY"), since="2020").to_frame("polars")
    """

    __slots__ = ()

    @overload
    def __getitem__(self, key: SupportsIndex) -> Entry: ...
    @overload
    def __getitem__(self, key: slice) -> "Engagements": ...
    def __getitem__(self, key: Any) -> Any:
        """Give an entry, or a part of them that can still become a table."""
        found = super().__getitem__(key)
        return Engagements(found) if isinstance(key, slice) else found

    def to_arrow(self) -> Any:
        """Give a `pyarrow.Table`: days are dates, what is not known is null.

        Raises:
            RegisterError: pyarrow is not installed.
        """
        arrow = _library("pyarrow")
        form = arrow.schema([(name, _type(arrow, kind)) for name, kind in COLUMNS])
        cells = list(zip(*map(row, self), strict=True)) or [()] * len(COLUMNS)
        columns = [typed(kind, values) for (_, kind), values in zip(COLUMNS, cells, strict=True)]
        return arrow.Table.from_arrays([arrow.array(c, type=f.type) for c, f in zip(columns, form, strict=True)], schema=form)

    def to_frame(self, library: Library = "pandas") -> Any:
        """Give a `pandas.DataFrame` (days as datetime64) or a `polars.DataFrame`, by way of Arrow.

        Raises:
            RegisterError: the library, or pyarrow, is not installed.
        """
        if library not in ("pandas", "polars"):
            raise RegisterError(f"there is no frame of {library!r}; ask for 'pandas' or 'polars'")
        found, made = self.to_arrow(), _library(library)
        return made.from_arrow(found) if library == "polars" else found.to_pandas(date_as_object=False)


def row(entry: Entry) -> Row:
    """Give the cells of an engagement, in the order of `COLUMNS`."""
    found = days(entry.date)
    begin, end = (iso(found.begin), iso(found.end)) if found else (None, None)
    return (
        entry.id, entry.date, begin, end, entry.kind, entry.status, join(p.name for p in entry.participants),
        join(sorted(p.country for p in entry.participants if p.country), " "), entry.place, entry.city, entry.country,
        join(t for a in entry.accounts for t in a.topics), entry.main, entry.confidence, entry.reports, entry.independent,
        join((a.report for a in entry.accounts), " "), join((d.field for d in entry.differences), " "), entry.rejected,
    )  # fmt: skip


def join(parts: Iterable[str | None], by: str = "; ") -> str | None:
    """Join what is there, each once; None where nothing is."""
    return by.join(dict.fromkeys(p for p in parts if p)) or None


def typed(kind: Kind, values: Sequence[Cell]) -> list[Any]:
    """Give the cells of a column as Arrow takes them."""
    return [date.fromisoformat(str(v)) if v else None for v in values] if kind == "day" else list(values)


def _type(arrow: Any, kind: Kind) -> Any:
    return {"text": arrow.string, "whole": arrow.int64, "number": arrow.float64, "flag": arrow.bool_, "day": arrow.date32}[kind]()


def _library(name: str) -> Any:
    return needed(name, "a table", "frames", RegisterError)
