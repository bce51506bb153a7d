"""Parquet: one table a file, in row groups of one size, without timestamps."""

from typing import BinaryIO

from memcon.exchange.arrow import batches, schema
from memcon.exchange.needing import library
from memcon.exchange.outcome import Outcome
from memcon.exchange.selection import Selection
from memcon.exchange.tables import TABLES


def write(selection: Selection, out: BinaryIO, table: str = "engagements") -> Outcome:
    """Write a table; the same rows give the same bytes with the same version of pyarrow.

    Raises:
        MissingLibrary: pyarrow is not installed.
    """
    parquet = library("pyarrow.parquet", "Parquet")
    of = TABLES[table]
    count = 0
    with parquet.ParquetWriter(out, schema(of), compression="zstd", version="2.6") as writer:
        for batch in batches(of, selection):
            writer.write_batch(batch)
            count += len(batch)
    return Outcome(count, f"rows of {table}")
