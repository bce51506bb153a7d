"""JSON and JSON Schema of the records (msgspec reads and writes the frozen dataclasses as they are)."""

from typing import Any

import msgspec

from memcon.errors import DataError
from memcon.record.whole import FORMAT, Record


def to_json(record: Record, indent: int = 0) -> str:
    """Write a record as JSON; the same record gives the same characters."""
    encoded = msgspec.json.encode(record)
    return (msgspec.json.format(encoded, indent=indent) if indent else encoded).decode()


def from_json(data: str | bytes) -> Record:
    """Read a record that `to_json` wrote.

    Raises:
        DataError: the JSON is not a record, or a newer Memcon wrote it.
    """
    try:
        record = msgspec.json.decode(data, type=Record)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DataError(f"this JSON is not a Memcon record ({error}); give what `memcon read --json` wrote") from error
    if record.stamp.format > FORMAT:
        raise DataError(
            f"this record has format {record.stamp.format}, Memcon {record.stamp.memcon} wrote it and this version reads "
            f"up to {FORMAT}; update with `pip install --upgrade memcon`"
        )
    return record


def schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a record."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Record)}
