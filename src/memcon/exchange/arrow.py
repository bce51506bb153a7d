"""The shared tables as Arrow, the door to pandas and Polars; `register.engagements(...).to_frame()` is the short way for engagements.

::

    from memcon.exchange.arrow import table

    met = table(register, "engagements", between=("RU", "SY"), since="2020")
    met.to_pandas()         # or polars.from_arrow(met)
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from memcon.exchange.needing import library
from memcon.exchange.selection import Selection
from memcon.exchange.tables import TABLES, Table
from memcon.register.frames import Kind, typed
from memcon.register.register import Register

GROUP = 5000
"""Rows of a batch, and of a row group in Parquet."""


def table(register: Register, name: str = "engagements", **question: Any) -> Any:
    """Give a table (`engagements`, `participants`, `accounts`, `statements`, `figures`) as a `pyarrow.Table`.

    The question is that of `Register.engagements`. Days are dates, what is not known is null.

    Raises:
        MissingLibrary: pyarrow is not installed.
    """
    arrow = library("pyarrow", "Arrow")
    of = TABLES[name]
    return arrow.Table.from_batches(list(batches(of, Selection(register, **question))), schema=schema(of))


def schema(of: Table) -> Any:
    """Give the Arrow schema of a table."""
    arrow = library("pyarrow", "Arrow")
    kinds: dict[Kind, Any] = {
        "text": arrow.string(), "whole": arrow.int64(), "number": arrow.float64(), "flag": arrow.bool_(), "day": arrow.date32(),
    }  # fmt: skip
    return arrow.schema([(name, kinds[kind]) for name, kind in of.columns])


def batches(of: Table, selection: Selection) -> Iterator[Any]:
    """Give the rows of a table as record batches of `GROUP` rows, one at a time."""
    arrow = library("pyarrow", "Arrow")
    form = schema(of)
    rows = of.rows(selection)
    while part := list(islice(rows, GROUP)):
        columns = zip(*part, strict=True)
        arrays = [
            arrow.array(typed(kind, values), type=field.type)
            for (_, kind), field, values in zip(of.columns, form, columns, strict=True)
        ]
        yield arrow.RecordBatch.from_arrays(arrays, schema=form)
